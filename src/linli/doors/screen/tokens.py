"""Making, knowing and revoking the tokens of screens. Only a keyed digest is stored."""

from datetime import datetime, timedelta

from linli.doors.screen.models import Token
from linli.ground.token import drawn, lies_in, network_of
from linli.matters.following import keyed
from linli.place.models import Unit


def make(unit: Unit, *, at: datetime, days: int, network: str = "") -> tuple[Token, str]:
    """A new token and what opens it, which is told this once. Raises ValueError for what is no network."""
    text, bound = drawn(), network_of(network)
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


def digest_of(text: str) -> str:
    return keyed("screen", text).hex()
