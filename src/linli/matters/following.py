"""The code by which a resident follows one matter, and the viewer that the bearer of such a code is.

A code is derived from the number by a key that lies outside the database: nothing secret is stored, only a digest to
find the matter by. Twelve signs of an alphabet without look-alikes (59 bits) and a check sign that finds every single
mistyped or two swapped signs.
"""

import hmac
import re
from datetime import datetime

from linli.matters.access import Viewer, viewer
from linli.matters.models import Follow, Matter
from linli.matters.sealing import key
from linli.staff.counter import counter_user

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0 O 1 I L: 31 signs, a prime, so that a weighted sum finds swapped signs."""
PLACES = {sign: place for place, sign in enumerate(ALPHABET)}
SIGNS, GROUP = 12, 4


def code_of(number: str) -> str:
    """The code of the matter with this number, as it is printed: K7PM-4XQ2-9HTD-W."""
    return signs_of("code", number)


def signs_of(purpose: str, text: str) -> str:
    """Twelve signs and the check sign in groups, drawn from the key for this purpose."""
    signs = _drawn(purpose, text)
    return "-".join([*(signs[at : at + GROUP] for at in range(0, SIGNS, GROUP)), check_sign(signs)])


def _drawn(purpose: str, text: str) -> str:
    drawn = int.from_bytes(keyed(purpose, text), "big") % len(ALPHABET) ** SIGNS
    signs = ""
    for _place in range(SIGNS):
        drawn, rest = divmod(drawn, len(ALPHABET))
        signs += ALPHABET[rest]
    return signs


def check_sign(signs: str) -> str:
    """The sign that makes the weighted sum of all of them divisible."""
    weighed = sum([PLACES[sign] * weight for weight, sign in enumerate(signs, 2)])
    return ALPHABET[-weighed % len(ALPHABET)]


def tidied(text: str) -> str:
    """A code as somebody may type it: small letters, full-width signs, blanks and dashes left out."""
    plain = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in text[:64])
    return re.sub(r"[\s\-—–_.]", "", plain).upper()


def is_well_formed(text: str) -> bool:
    """Whether the check sign fits: a mistyped code, as against one that nobody has."""
    signs = tidied(text)
    return len(signs) == SIGNS + 1 and set(signs) <= set(ALPHABET) and check_sign(signs[:-1]) == signs[-1]


def find_followed(text: str) -> Matter | None:
    """The matter of that code. Whatever was typed, the same work is done: one digest and one question."""
    found = Follow.objects.select_related("matter").filter(digest=digest_of(text)).first()
    return found.matter if found and is_well_formed(text) else None


def digest_of(code: str) -> str:
    return keyed("follow", tidied(code)).hex()


def digest_for(number: str) -> str:
    """By what the matter with this number is found."""
    signs = _drawn("code", number)
    return keyed("follow", signs + check_sign(signs)).hex()


def bearer(matter: Matter, *, at: datetime) -> Viewer:
    """Whoever holds the code of this matter: sees it and no other."""
    return Viewer(user=counter_user(), posts=viewer(counter_user(), at=at).posts, only=matter.pk)


def at_the_counter(*, at: datetime) -> Viewer:
    """A resident who hands something in: sees nothing yet."""
    return Viewer(user=counter_user(), posts=viewer(counter_user(), at=at).posts, only=0)


def keyed(purpose: str, text: str) -> bytes:
    """A digest that nobody can reckon who does not hold the key."""
    return hmac.digest(key(), f"linli {purpose} {text}".encode(), "sha256")
