"""The words of notices: five placeholders and no more, a clause that may fall away, and the length of an SMS."""

import re
from collections.abc import Mapping
from string import Formatter

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg

RESIDENT, UNIT, DESK = "resident", "unit", "desk"
AUDIENCES = (
    (RESIDENT, _("the resident")),
    (UNIT, _("the unit that is to act")),
    (DESK, _("the desk that took it in")),
)
PLACEHOLDERS = frozenset({"number", "kind", "stage", "expected", "link"})
ONE_SEGMENT, FURTHER = 70, 67
"""Characters of an SMS in Chinese: alone, and as one of several."""
UNKNOWN = msg("{placeholder} cannot stand in a notice. Only {number}, {kind}, {stage}, {expected} and {link} can.")
UNBALANCED = msg("A brace is open or stands alone. Write placeholders as {number}.")
CLAUSE = re.compile(r"(?:[,，;；、]\s*|^|(?<=[.。]))[^,，;；、.。]*\{expected\}[^,，;；、.。]*")


def faults_in(text: str) -> str:
    """Why the text cannot be that of a notice, in a sentence; empty when it can."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return gettext(UNBALANCED)
    for _literal, name, spec, conversion in parts:
        if name is not None and (name not in PLACEHOLDERS or spec or conversion):
            return gettext(UNKNOWN).replace("{placeholder}", f"{{{name}}}")
    return ""


def fill(text: str, told: Mapping[str, str]) -> str:
    """The text with what is known; placeholders of which nothing is told yet stay for later.

    Raises ValueError where the text could tell more than a notice may.
    """
    if wrong := faults_in(text):
        raise ValueError(wrong)
    if told.get("expected") == "":
        text = CLAUSE.sub("", text)
    return re.sub(r"\{([a-z]+)\}", lambda match: told.get(match[1], match[0]), text)


def segments(text: str) -> int:
    """How many short messages a text is sent as."""
    length = len(text.encode("utf-16-be")) // 2
    return 1 if length <= ONE_SEGMENT else -(-length // FURTHER)
