"""Receipts: one post of one user is answered once and the same ever after; its key serves for nothing else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Model
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from linli.ground.chain import canonical
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.models import Matter, Receipt, Round
from linli.matters.plain_rows import put
from linli.staff.models import User

RECEIVED = "INSERT INTO matters_receipt (user_id, key, content, seq, at) VALUES (%s, %s, %s, 0, %s)"
ANSWERED = "UPDATE matters_receipt SET matter_id = %s, seq = %s WHERE user_id = %s AND key = %s"

OTHER_WORDS = msg(
    "This page was sent once already, with other words, and those were recorded. "
    "Reload and look at what stands there now; send again only what is still missing."
)


class SentBefore(Refused):
    """The key of this post was used for another content."""


def content_of(verb: str, *, number: str, told: Mapping[str, Any]) -> str:
    """What was said, as a digest that nobody can guess words with who does not hold the key of the house."""
    text = canonical({"verb": verb, "number": number, "told": _plain(told)})
    return salted_hmac("linli.matters.receipts", text, algorithm="sha256").hexdigest()


def receive(user: User, key: str, *, content: str, at: datetime) -> None:
    """Written first, so that the same post sent at the same time waits for this one. Raises IntegrityError."""
    with connection.cursor() as cursor:
        cursor.execute(RECEIVED, [user.pk, key, content, put(at)])


def answer(user: User, key: str, matter: Matter) -> None:
    """What the post came to, for whoever sends it again."""
    with connection.cursor() as cursor:
        cursor.execute(ANSWERED, [matter.pk, matter.seq, user.pk, key])


def require_same(receipt: Receipt | Round, *, content: str) -> None:
    """Raises SentBefore when the receipt is for something else; where either has no digest nothing is compared."""
    if receipt.content and content and receipt.content != content:
        raise SentBefore(_(OTHER_WORDS))


def _plain(value: Any) -> Any:
    """The value in what has one spelling; rows by their id."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Model):
        return [value._meta.label, _plain(value.pk)]
    return value if value is None or isinstance(value, str | int) else str(value)
