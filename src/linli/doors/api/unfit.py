"""Values that do not fit, in sentences of the house: what the library found is told by its type, not in its words."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from linli.doors.api.told import WRONG_SORT
from linli.ground.text import msg

WHOLE_NUMBER = msg("Write a whole number.")
DAY = msg("Write the day as 2026-09-24.")
SAYS = {
    "missing": msg("This is needed."),
    "extra_forbidden": msg("Nothing of this name is asked for here."),
    "literal_error": msg("One of these fits here: {expected}."),
    "string_too_long": msg("At most {max_length} characters fit here."),
    "greater_than_equal": msg("The least that fits here is {ge}."),
    "less_than_equal": msg("The most that fits here is {le}."),
    "int_parsing": WHOLE_NUMBER,
    "int_type": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "date_parsing": DAY,
    "date_type": DAY,
    "date_from_datetime_parsing": DAY,
    "date_from_datetime_inexact": DAY,
}
"""By the type of an error of pydantic, with what its context holds; whatever else it finds is of a wrong sort."""
_QUOTED = re.compile(r"'([^']*)'")


def fields_of(errors: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Every field that is wrong, by its name, with its sentences."""
    fields: dict[str, list[str]] = {}
    for one in errors:
        name = next((str(part) for part in reversed(one["loc"]) if isinstance(part, str)), "?")
        fields.setdefault(name, []).append(_sentence(one["type"], one.get("ctx", {})))
    return fields


def _sentence(sort: str, context: Mapping[str, Any]) -> str:
    """The codes of a list stand in English words there, so that only they are taken over."""
    told = dict(context)
    if "expected" in told:
        told["expected"] = " · ".join(_QUOTED.findall(told["expected"]))
    return _(SAYS.get(sort, WRONG_SORT)).format(**told)
