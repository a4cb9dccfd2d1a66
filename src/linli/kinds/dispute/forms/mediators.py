"""Forms of the mediators: named, changed, recused."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute.forms import fields
from linli.matters.fields import UserField
from linli.matters.state import CO_HOLDER, HOLDER
from linli.matters.steps import StepForm
from linli.staff.models import User


class NameMediatorForm(StepForm):
    mediator = UserField(label=_("Mediator in charge"), act="mediate")
    second = UserField(label=_("Second mediator"), act="mediate", required=False)
    third = UserField(label=_("Third mediator"), act="mediate", required=False)
    note = fields.line(_("Chosen by whom, or why"))


class ChangeMediatorForm(NameMediatorForm):
    note = fields.line(_("Why"), required=True)


class RecuseForm(StepForm):
    user = fields.number(_("Mediator"))
    why = fields.line(
        _("Ground of the recusal"), required=True, help_text=_("Near relative, own interest, or asked for by a side.")
    )

    def narrow(self) -> None:
        state = self.scene.state
        users = [duty.user for role in (HOLDER, CO_HOLDER) for duty in state.holders(role) if duty.user]
        self.offer("user", [(user.pk, user.name) for user in User.objects.filter(pk__in=users)])
