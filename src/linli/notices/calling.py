"""One HTTP call: to a checked address, without redirects, within a time and a size, whatever the other side does."""

import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any

from linli.ground.text import msg
from linli.notices.guarding import PORTS, Place, parts_of, place_of

SECONDS = 10.0
"""For the whole call, from the first byte sent to the last one read."""
MOST = 65_536


UNKNOWN = msg("The machine cannot be found.")
LATE = msg("No whole answer came in time.")
BROKEN = msg("The connection broke before the whole answer was there.")


class Unreachable(Exception):
    """No whole answer came; the text says why, as a msgid."""

    def __init__(self, why: str, *, detail: str = "") -> None:
        super().__init__(why)
        self.detail = detail


@dataclass(frozen=True)
class Call:
    """What is sent."""

    url: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes = b""
    retry_after: str = ""


class Connection(HTTPConnection):
    """Connects to the address that was checked, and under TLS insists on the name."""

    def __init__(self, place: Place, *, encrypted: bool, seconds: float) -> None:
        super().__init__(place.host, place.port, timeout=seconds)
        self._place, self._encrypted = place, encrypted

    def connect(self) -> None:
        plain = socket.create_connection((self._place.ip, self._place.port), self.timeout)
        if not self._encrypted:
            self.sock = plain
            return
        try:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self._place.host)
        except BaseException:
            plain.close()
            raise


def call(told: Call, *, internal: bool, seconds: float = SECONDS) -> Answer:
    """Post and read the answer. Raises Forbidden or Unreachable; a redirect is an answer like any other."""
    parts = parts_of(told.url, internal=internal)
    port = parts.port or PORTS[parts.scheme]
    try:
        place = place_of(parts.hostname or "", port, internal=internal)
        connection = Connection(place, encrypted=parts.scheme == "https", seconds=seconds)
    except OSError as error:
        raise Unreachable(UNKNOWN) from error
    late = threading.Event()
    watch = threading.Timer(seconds, _cut, (connection, late))
    watch.daemon = True
    watch.start()
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body=told.body, headers={"User-Agent": "Linli", **told.headers})
        answer = _read(connection.getresponse())
    except (OSError, HTTPException, ValueError) as error:
        why = LATE if late.is_set() or isinstance(error, TimeoutError) else BROKEN
        raise Unreachable(why, detail=type(error).__name__) from error
    finally:
        watch.cancel()
        connection.close()
    if late.is_set():  # cut in the middle, an answer can look whole
        raise Unreachable(LATE)
    return answer


def _read(response: HTTPResponse) -> Answer:
    body = response.read(MOST + 1)
    if len(body) > MOST:
        raise HTTPException("the answer is too long")
    promised = response.getheader("Content-Length", "")
    if promised.isascii() and promised.isdigit() and len(body) < int(promised):
        raise HTTPException("the answer was cut off")
    return Answer(response.status, body, response.getheader("Retry-After", ""))


def _cut(connection: Any, late: threading.Event) -> None:
    """A time-out of the socket begins anew with each byte that drips in; this one does not."""
    late.set()
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            connection.sock.close()
