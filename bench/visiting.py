"""The product's own web server over a ledger, and visitors who ask it by HTTP as browsers do."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.ledger import signed_in
from linli.staff.models import User

HIDDEN = re.compile(r'name="(key|version|csrfmiddlewaretoken)" value="([^"]*)"')
PATIENCE = 60.0


class Visitor:
    """Somebody signed in, on a connection that is kept open."""

    def __init__(self, user: User, *, port: int) -> None:
        self.cookies = {name: morsel.value for name, morsel in signed_in(user).cookies.items()}
        self.connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def get(self, path: str) -> str:
        return self._answer("GET", path, None, (200,))

    def post(self, path: str, told: dict[str, str]) -> str:
        return self._answer("POST", path, urlencode(told), (200, 302, 303))

    def fields(self, path: str) -> dict[str, str]:
        """What a form brings along by itself."""
        return dict(HIDDEN.findall(self.get(path)))

    def _answer(self, way: str, path: str, body: str | None, well: tuple[int, ...]) -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(way, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        assert answer.status in well, (path, answer.status, text[:2000])
        assert "sign-in" not in answer.headers.get("Location", ""), path
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _is, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return text


@contextmanager
def served() -> Iterator[int]:
    """The web processes as `./linli run` starts them, without the heartbeat: nothing else writes. The port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "LINLI_PORT": str(port), "DJANGO_SETTINGS_MODULE": "linli.settings"}
    with subprocess.Popen([sys.executable, "-m", "linli.serve.web", str(os.getpid())], env=environment) as server:
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"the web server did not answer within {PATIENCE:.0f} s")
