"""What every dated row of the office keeps to: it ends after it begins, and is ended instead of edited."""

from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DATED = _("A row in use is not edited: end it with its last day and let a new row follow.")


class DatedRow(Protocol):
    valid_from: date
    valid_until: date | None


def refuse_backwards(row: DatedRow) -> None:
    from_on: date | None = row.valid_from
    if row.valid_until and from_on and row.valid_until < from_on:
        raise ValidationError({"valid_until": _("The last day is before the first.")})


def in_force(row: DatedRow, *, on: date) -> bool:
    return row.valid_from <= on and (row.valid_until is None or on <= row.valid_until)
