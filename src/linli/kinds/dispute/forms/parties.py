"""The form of a further party, agent or representative."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.numbered import numbered
from linli.matters.fields import PhoneField
from linli.matters.steps import StepForm


class AddPartyForm(StepForm):
    folded: ClassVar[tuple[str, ...]] = ("acts_for", "powers", "relation")
    folded_word = msg("For an agent")
    side = fields.choice(_("Side"), choices.SIDES)
    party_role = fields.choice(_("Role"), choices.ROLES)
    party_sort = fields.choice(_("Person or organisation"), choices.SORTS)
    name = fields.line(_("Name"), required=True, most=60)
    phone = PhoneField(label=_("Telephone"))
    address = fields.line(_("Address"))
    acts_for = fields.number(_("Acts for"), required=False)
    powers = fields.perhaps(_("Powers of the agent"), choices.POWERS)
    relation = fields.line(_("Relation to the party"), most=60)

    def narrow(self) -> None:
        self.offer("acts_for", [(0, _("the whole side")), *numbered(self)])
