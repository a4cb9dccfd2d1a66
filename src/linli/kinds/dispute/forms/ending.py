"""Forms of the end of a dispute, and of its return."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.form import DisputeForm
from linli.matters.converting import takers


class TerminateForm(DisputeForm):
    termination_reason = fields.choice(_("Reason"), choices.TERMINATION_REASONS)
    ways = fields.several(_("Other lawful ways that were told"), choices.WAYS)
    told = fields.text(_("How it was put"))


class ConvertForm(DisputeForm):
    to_kind = fields.choice(_("Goes on as"), {})
    title = fields.line(_("Title"), required=True, most=60)
    text = fields.text(_("What the next ones need to know"), required=True)
    why = fields.line(_("Why"), required=True)

    def narrow(self) -> None:
        others = takers(self.scene.state).values()
        self.offer("to_kind", [(kind.name, _(kind.word)) for kind in others])
        self.fields["to_kind"].required = bool(others)


class VisitForm(DisputeForm):
    visited_on = fields.day(_("Visited on"))
    performance_found = fields.choice(_("Performance found"), choices.FOUND)
    satisfaction = fields.choice(_("Satisfaction"), choices.SATISFACTION)
    escalation = fields.yes_no(_("Are there signs that it flares up again?"), initial="no")
    findings = fields.text(_("Findings"), required=True)
    today_fields = ("visited_on",)


class CloseForm(DisputeForm):
    note = fields.text(_("Remark"), rows=2)


class ReopenForm(DisputeForm):
    why = fields.text(_("Why"), required=True, rows=2)
