"""Forms of the end of a dispute, and of its return."""

from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.ground.clock import day_of
from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class TerminateForm(StepForm):
    termination_reason = fields.choice(_("Reason"), choices.TERMINATION_REASONS)
    ways = fields.several(_("Other lawful ways that were told"), choices.WAYS)
    told = fields.text(_("How it was put"))


class VisitForm(StepForm):
    visited_on = fields.day(_("Visited on"))
    performance_found = fields.choice(_("Performance found"), choices.FOUND)
    satisfaction = fields.choice(_("Satisfaction"), choices.SATISFACTION)
    escalation = fields.yes_no(_("Are there signs that it flares up again?"))
    findings = fields.text(_("Findings"), required=True)
    today_fields = ("visited_on",)

    def narrow(self) -> None:
        """Without an agreement there is nothing that could have been performed."""
        found = {code: word for code, word in choices.FOUND.items() if (code == "none") != self.agreed}
        self.offer("performance_found", [(code, _(word)) for code, word in found.items()])

    @property
    def agreed(self) -> bool:
        return bool(self.scene.state.data["agreement"])


class CloseForm(StepForm):
    window_told = forms.BooleanField(
        label=_("The sides know that closing ends it"),
        error_messages={"required": _("Tell the sides first, or leave the matter open until the day is over.")},
    )
    note = fields.text(_("Remark"), rows=2)

    def narrow(self) -> None:
        """Asked only while the sides may still apply for judicial confirmation."""
        last_on = self.last_day_to_apply()
        if last_on is None:
            del self.fields["window_told"]
            return
        sentence = gettext("The sides may still apply for judicial confirmation until {day}; closing ends that here.")
        self.fields["window_told"].help_text = sentence.format(day=last_on.isoformat())

    def last_day_to_apply(self) -> date | None:
        state = self.scene.state
        ends = state.marks.get("confirmation")
        asked = course.confirmation(state).get("state", "withdrawn") != "withdrawn"
        if ends is None or ends.at < self.scene.at or asked:
            return None
        return day_of(ends.at, zone=self.scene.book.calendar.zone)


class ReopenForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
