"""A receiver of notices on this machine that behaves as it is told, one answer after another, and remembers it all."""

import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Behaviour = Callable[["Answering", "Receiver"], None]


@dataclass(frozen=True)
class Got:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def key(self) -> str:
        return self.headers.get("idempotency-key", "")


@dataclass
class Receiver:
    """What it got, and how it goes on answering: the last behaviour stays."""

    behaviours: list[Behaviour]
    got: list[Got] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def keys(self) -> Counter[str]:
        return Counter(got.key for got in self.got)

    def next_behaviour(self) -> Behaviour:
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]


class Answering(BaseHTTPRequestHandler):
    """Notes the request and lets the next behaviour answer it."""

    receiver: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.receiver.got.append(Got(self.path, headers, body))
        self.receiver.next_behaviour()(self, self.receiver)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Says nothing."""


def says(status: int, body: str = "", **headers: str) -> Behaviour:
    def answer(handler: Answering, receiver: Receiver) -> None:
        content = body.encode()
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def hangs(seconds: float) -> Behaviour:
    return lambda handler, receiver: time.sleep(seconds)


def closes_half_way(handler: Answering, receiver: Receiver) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"errcode":0,"code":0')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def drips(seconds: float) -> Behaviour:
    """A byte of a header now and then: each one begins the socket's own time-out anew."""

    def answer(handler: Answering, receiver: Receiver) -> None:
        until = time.monotonic() + seconds
        try:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while time.monotonic() < until:
                handler.wfile.write(b"s")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    return answer


@contextmanager
def receiving(*behaviours: Behaviour) -> Iterator[Receiver]:
    receiver = Receiver(list(behaviours) or [says(200, '{"errcode":0,"code":0}')])
    handler = type("Answers", (Answering,), {"receiver": receiver})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    receiver.port = server.server_address[1]
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
