"""The office's own .docx for an official paper: a dated row, filled instead of our layout while it is in force."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.policy.rows import Dated


class PaperTemplate(Dated):
    """One file for one paper of one kind of matter."""

    kind = models.CharField(_("kind of matter"), max_length=32)
    form = models.CharField(_("official paper"), max_length=32)
    name = models.CharField(_("name of the file"), max_length=100, editable=False)
    file = models.BinaryField()
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        verbose_name = _("own form of an official paper")
        verbose_name_plural = _("own forms of official papers")
        ordering = ("kind", "form", "-valid_from")
        constraints = [
            models.UniqueConstraint(fields=["kind", "form", "valid_from"], name="paper_template_begins_once_a_day"),
        ]

    def __str__(self) -> str:
        return self.name


def own_paper(kind: str, form: str, *, on: date) -> bytes | None:
    """The file in force on that day; None where the office has none."""
    rows = PaperTemplate.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), kind=kind, form=form)
    found = rows.filter(valid_from__lte=on).order_by("-valid_from").values_list("file", flat=True).first()
    return bytes(found) if found else None
