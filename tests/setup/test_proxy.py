"""A proxy on the same machine says whence a request came; whoever calls from elsewhere says so in vain."""

from typing import Any

import pytest

from linli.serve.proxy import behind_proxy


def told(**headers: str) -> tuple[str, str]:
    """The address and the scheme that the application is told."""
    start: Any = None
    environ: dict[str, Any] = {"wsgi.url_scheme": "http", **headers}
    behind_proxy(lambda _environ, _start: ())(environ, start)
    return environ["REMOTE_ADDR"], environ["wsgi.url_scheme"]


@pytest.mark.parametrize("proxy", ["127.0.0.1", "::1"])
def test_the_proxy_of_this_machine_is_believed_in_what_it_added_itself(proxy: str) -> None:
    said = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 120.78.1.1", "HTTP_X_FORWARDED_PROTO": "https"}
    assert told(REMOTE_ADDR=proxy, **said) == ("120.78.1.1", "https")
    assert told(REMOTE_ADDR=proxy) == (proxy, "http")


def test_nobody_else_is_believed() -> None:
    said = {"HTTP_X_FORWARDED_FOR": "6.6.6.6", "HTTP_X_FORWARDED_PROTO": "https"}
    assert told(REMOTE_ADDR="120.78.1.1", **said) == ("120.78.1.1", "http")
