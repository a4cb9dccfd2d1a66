"""What a ledger says where it is derived, so that two of them can be held against each other on either engine."""

import hashlib
from typing import Any

from django.apps import apps

DERIVED = {
    "matters.Matter": (),
    "matters.Standing": (),
    "matters.Follow": (),
    "matters.Searched": (),
    "matters.Seal": (),
    "matters.Duty": ("id",),
    "matters.Mark": ("id",),
    "matters.Tie": ("id",),
    "matters.PaperCode": ("id",),
    "tally.Entry": ("id",),
    "tally.Sheet": ("id",),
    "tally.Bookmark": (),
    "likeness.Laid": (),
    "likeness.Bookmark": ("id",),
}
"""What must come out equal, but for the numbers of rows that nothing points at."""


def seen() -> dict[str, list[Any]]:
    """How many rows each of these tables has, and a digest over what they say: the same on either engine."""
    return {name: _seen(apps.get_model(name), leaving=leaving) for name, leaving in DERIVED.items()}


def _seen(model: Any, *, leaving: tuple[str, ...]) -> list[Any]:
    names = sorted(field.attname for field in model._meta.concrete_fields if field.attname not in leaving)
    rows = sorted(map(repr, model.objects.values_list(*names)))
    return [len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()]
