"""Proof of work: the browser finds a number whose digest begins with zeros, which costs a flood more than a person.

The challenge is signed and names the key under which the matter is opened, so that one proof opens one matter.
"""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing

from linli.policy.present import lasted

SALT = "linli.counter.proof"
LASTS = timedelta(days=1)
LEAST, MOST, EASY = 15, 19, 50
"""Bits that must be zero: half a second on a telephone when it is quiet, half a minute in a flood."""


@dataclass(frozen=True)
class Challenge:
    """What the browser is to work on."""

    text: str
    key: str
    bits: int


def challenge(*, at: datetime, lately: int) -> Challenge:
    """A fresh one, the harder the more was handed in lately."""
    key, bits = str(uuid.uuid4()), min(MOST, LEAST + (lately // EASY).bit_length())
    return Challenge(signing.dumps([key, bits, int(at.timestamp())], salt=SALT), key, bits)


def read(text: str, *, at: datetime) -> Challenge | None:
    """The challenge again; None when it is not ours or more than a day old."""
    try:
        key, bits, given = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    return Challenge(text, key, bits) if at.timestamp() - given < lasted(LASTS).total_seconds() else None


def is_solved(asked: Challenge, *, nonce: str) -> bool:
    if not (nonce.isascii() and nonce.isdigit() and len(nonce) < 20):
        return False
    found = hashlib.sha256(f"{asked.text}:{nonce}".encode()).digest()
    return int.from_bytes(found, "big") >> (len(found) * 8 - asked.bits) == 0
