"""Forms of the agreement: its terms and instalments, performance, and judicial confirmation."""

from typing import Any

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.fields import DisputeForm
from linli.matters.fields import Column, MoneyField, RowsField

INSTALMENT_COLUMNS = (
    Column("due_on", _("By the day"), kind="date", required=True),
    Column("by_side", _("Performed by"), kind="choice", choices=fields.options(choices.SIDES)),
    Column("amount_fen", _("Amount"), kind="money"),
    Column("what", _("What is to be done"), most=120),
)


class AgreeForm(DisputeForm):
    agreement_form = fields.choice(_("Form of the agreement"), choices.AGREEMENT_FORMS)
    main_facts = fields.text(_("Main facts"), required=True)
    disputed = fields.text(_("Disputed items"), rows=2)
    terms = fields.text(_("Terms"), required=True, rows=5)
    manner = fields.text(_("Way and time of performance"), rows=2)
    amount_fen = MoneyField(label=_("Amount in yuan"), required=False)
    instalments = RowsField(
        label=_("Instalments"),
        columns=INSTALMENT_COLUMNS,
        least=1,
        most=36,
        help_text=_("At least one; an act without money has no amount."),
    )
    effective_on = fields.day(_("In effect from"))
    copies = forms.IntegerField(label=_("Copies"), min_value=1, max_value=30, required=False)
    today_fields = ("effective_on",)

    def narrow(self) -> None:
        self.fields["copies"].initial = course.copies_needed(self.scene.state)


class OfInstalmentForm(DisputeForm):
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


class DefaultForm(OfInstalmentForm):
    finding = fields.text(_("What was found"), required=True, rows=2)
    step = fields.text(_("What is done now"), required=True, rows=2)

    def narrow(self) -> None:
        rows = course.instalments(self.scene.state)
        self.offer("number", _named(rows) if self.scene.state.stage == "performed" else open_ones(self))


class UrgePerformanceForm(DisputeForm):
    by_side = fields.choice(_("Side that is urged"), choices.SIDES)
    text = fields.text(_("How, and what was answered"), required=True, rows=2)

    def narrow(self) -> None:
        self.offer("by_side", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])


class ApplyConfirmationForm(DisputeForm):
    applied_on = fields.day(_("Applied on"))
    court = fields.line(_("Court"), required=True)
    jointly = fields.yes_no(_("Do all sides apply jointly?"))
    bars = fields.several(
        _("What stands against it"), choices.BARS, help_text=_("Tick whatever holds: the court would not confirm.")
    )
    about_property = forms.BooleanField(label=_("The agreement is about property"), required=False)
    papers = fields.several(_("Papers at hand"), choices.PAPERS)
    note = fields.line(_("Remark"))
    today_fields = ("applied_on",)


class ConfirmationResultForm(DisputeForm):
    confirmation_result = fields.choice(_("Answer of the court"), choices.CONFIRMATION_RESULTS)
    decided_on = fields.day(_("Decided on"))
    document = fields.line(_("Number of the ruling"))
    today_fields = ("decided_on",)


def open_ones(form: DisputeForm) -> list[tuple[Any, Any]]:
    return _named(course.open_instalments(form.scene.state))


def _named(rows: list[course.Row]) -> list[tuple[Any, Any]]:
    sentence = now("No. {number}, due on {day}")
    return [(row["number"], sentence.format(number=row["number"], day=row["due_on"])) for row in rows]
