"""Receipts: one post of one user is answered once and the same ever after; its key serves for nothing else."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from linli.ground.chain import canonical
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.models import Receipt, Round

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
