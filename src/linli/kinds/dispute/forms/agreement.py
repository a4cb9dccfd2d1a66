"""The form of the agreement with its terms and instalments."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.fields import Column, MoneyField, RowsField
from linli.matters.steps import StepForm

INSTALMENT_COLUMNS = (
    Column("due_on", _("By the day"), kind="date", required=True),
    Column("by_side", _("Performed by"), kind="choice", choices=fields.options(choices.SIDES), required=True),
    Column("amount_fen", _("Amount"), kind="money"),
    Column("what", _("What is to be done"), most=120),
)


class AgreeForm(StepForm):
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
