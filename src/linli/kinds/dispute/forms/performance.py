"""The form of performance, and the instalments it can be about."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import course
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class OfInstalmentForm(StepForm):
    """A form about one instalment that is still open."""

    number = fields.number(_("Instalment"))

    def narrow(self) -> None:
        self.offer("number", open_ones(self))


class PerformForm(OfInstalmentForm):
    performed_on = fields.day(_("Performed on"))
    proof = fields.text(_("How it is shown"), required=True, rows=2)
    today_fields = ("performed_on",)

    def narrow(self) -> None:
        super().narrow()
        rows = open_ones(self)
        self.offer("number", [*rows, *([(0, _("Everything that is still open"))] if len(rows) > 1 else [])])


def open_ones(form: StepForm) -> list[tuple[Any, Any]]:
    return named(course.open_instalments(form.scene.state))


def named(rows: list[course.Row]) -> list[tuple[Any, Any]]:
    sentence = gettext("No. {number}, due on {day}")
    return [(row["number"], sentence.format(number=row["number"], day=row["due_on"])) for row in rows]
