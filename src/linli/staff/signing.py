"""Signing in: the password, and a stop after five failures in a quarter of an hour."""

from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.staff.models import SignIn, User

FAILURES = 5
WINDOW = timedelta(minutes=15)
TOO_MANY = msg("Too many failed tries. Please wait {minutes} minutes, or ask your administrator for a new password.")
WRONG = msg("The sign-in name or the password is not right.")


class Refused(Exception):
    """Why somebody was not let in, as a sentence to show."""


class Wrong(Refused):
    """Name or password did not fit."""


def sign_in(username: str, *, password: str, address: str, at: datetime) -> User:
    """The user whose name and password these are; refusals say nothing about which of the two was wrong."""
    username = User.normalize_username(username)
    tried = SignIn(username_digest=digest(username.casefold()), address_digest=digest(address), at=at)
    if throttled(tried):
        raise Refused(_(TOO_MANY).format(minutes=minutes_left(tried)))
    user = authenticate(username=username, password=password)
    tried.succeeded = user is not None
    tried.save()
    if not isinstance(user, User):
        raise Wrong(_(WRONG))
    return user


def throttled(tried: SignIn) -> bool:
    return any(len(failures) >= FAILURES for failures in recent_failures(tried))


def minutes_left(tried: SignIn) -> int:
    """Until enough of the failures are a quarter of an hour old."""
    ends = [failures[FAILURES - 1] + WINDOW for failures in recent_failures(tried) if len(failures) >= FAILURES]
    return 1 + int((max(ends) - tried.at).total_seconds() // 60)


def recent_failures(tried: SignIn) -> tuple[list[datetime], list[datetime]]:
    """Moments of failure, newest first: under this name since its last success, and from this address."""
    recent = SignIn.objects.filter(at__gt=tried.at - WINDOW, at__lte=tried.at).order_by("-at")
    named = recent.filter(username_digest=tried.username_digest)
    success = named.filter(succeeded=True).first()
    since = named.filter(at__gt=success.at) if success else named
    placed = recent.filter(address_digest=tried.address_digest, succeeded=False)
    return (
        list(since.filter(succeeded=False).values_list("at", flat=True)[:FAILURES]),
        list(placed.values_list("at", flat=True)[:FAILURES]),
    )


def digest(text: str) -> str:
    """Keyed, so that a copy of the table cannot be searched for a name or an address."""
    return salted_hmac("linli.staff.signing", text, algorithm="sha256").hexdigest()
