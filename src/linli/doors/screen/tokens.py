"""Making, knowing and revoking the tokens of screens. Only a keyed digest is stored."""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import datetime, timedelta

from linli.doors.screen.models import Token
from linli.matters.sealing import key
from linli.place.models import Unit

LENGTH = 24
"""Bytes drawn by lot: nobody guesses them, however often they may try."""


def make(unit: Unit, *, at: datetime, days: int, network: str = "") -> tuple[Token, str]:
    """A new token and what opens it, which is told this once. Raises ValueError for what is no network."""
    text = secrets.token_urlsafe(LENGTH)
    bound = str(ipaddress.ip_network(network, strict=False)) if network else ""
    until_at = at + timedelta(days=days)
    row = Token.objects.create(digest=digest_of(text), unit=unit, network=bound, made_at=at, until_at=until_at)
    return row, text


def find(text: str, *, at: datetime, address: str) -> Token | None:
    """The token that is good now, from there. Whatever is wrong with it, the answer is the same."""
    row = Token.objects.select_related("unit").filter(digest=digest_of(text)).first()
    if row is None or row.revoked_at is not None or not row.made_at <= at < row.until_at:
        return None
    return row if lies_in(address, row.network) else None


def revoke(row: Token, *, at: datetime) -> None:
    row.revoked_at = at
    row.save(update_fields=["revoked_at"])


def lies_in(address: str, network: str) -> bool:
    """Whether the address is of the network; of no network in particular is every address."""
    if not network:
        return True
    try:
        told = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(told, "ipv4_mapped", None)
    return (mapped or told) in ipaddress.ip_network(network)


def digest_of(text: str) -> str:
    return hmac.new(key(), f"linli screen {text}".encode(), hashlib.sha256).hexdigest()
