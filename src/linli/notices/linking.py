"""The link in a notice: residents get the code of their matter (short, without dashes), units the page of the desk."""

from django.conf import settings

from linli.matters.following import code_of, tidied
from linli.notices.texts import RESIDENT


def link_to(number: str, *, audience: str) -> str:
    return f"{origin()}/t/{tidied(code_of(number))}" if audience == RESIDENT else f"{origin()}/m/{number}/"


def origin() -> str:
    """Where this installation is found from outside, as its owner says."""
    told = settings.CONFIGURATION
    if told.trusted_origins:
        return str(told.trusted_origins[0]).rstrip("/")
    host = told.hosts[0]
    return f"http://{host}:{told.port}" if host in ("127.0.0.1", "localhost", "[::1]") else f"https://{host}"
