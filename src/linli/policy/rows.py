"""What every dated row of the office has: a first day and a last one, by which it is ended instead of edited."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

DATED = _("A row in use is not edited: end it with its last day and let a new row follow.")


class Dated(models.Model):
    """In force from its first day to its last, both included; without a last one until further notice."""

    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("last day"), null=True, blank=True, help_text=DATED)

    class Meta:
        abstract = True

    def clean(self) -> None:
        first: date | None = self.valid_from
        if self.valid_until and first and self.valid_until < first:
            raise ValidationError({"valid_until": _("The last day is before the first.")})

    def in_force(self, *, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)
