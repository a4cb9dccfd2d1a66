"""Forms that put right what the incident was, when and where it happened, and how."""

from django.utils.translation import gettext_lazy as _

from linli.ground.clock import parse_moment
from linli.kinds.case.forms import fields
from linli.matters.fields import CellField, MoneyField
from linli.matters.steps import StepForm


class ClassifyForm(StepForm):
    category = fields.categories()

    def narrow(self) -> None:
        self.fields["category"].initial = self.scene.state.category


class DescribeMethodForm(StepForm):
    method = fields.text(_("How it was done"), required=True, help_text=_("Way in, tools, pretext, what was taken."))


class CorrectOccurrenceForm(StepForm):
    occurred_from = fields.moment(_("Happened from"))
    occurred_until = fields.moment(
        _("Happened until"), required=False, help_text=_("Leave blank when it was a single moment.")
    )
    place = fields.line(_("Where it happened"), help_text=_("Left blank, it stays as it was."))
    cell = CellField(label=_("Grid cell"), required=False)
    loss_fen = MoneyField(label=_("Loss in yuan"), required=False)

    def narrow(self) -> None:
        state = self.scene.state
        for name in ("occurred_from", "occurred_until"):
            self.fields[name].initial = parse_moment(state.data[name]) if state.data[name] else None
        self.fields["cell"].initial, self.fields["loss_fen"].initial = state.cell, state.data["loss_fen"]
