"""Forms up to the mediation table: register, parties, danger, accept or decline, consent, who is in charge."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.fields import DisputeForm
from linli.matters.fields import CellField, Column, RowsField, UnitField, UserField

PARTY_COLUMNS = (
    Column("side", _("Side"), kind="choice", choices=fields.options(choices.SIDES)),
    Column("party_sort", _("Person or organisation"), kind="choice", choices=fields.options(choices.SORTS)),
    Column("party_role", _("Role"), kind="choice", choices=fields.options(choices.ROLES)),
    Column("name", _("Name"), required=True, most=60),
    Column("phone", _("Telephone"), most=40, attrs={"inputmode": "tel"}),
    Column("address", _("Address"), most=200),
)
TWO_SIDES = [{"side": "a"}, {"side": "b"}]


class OpenForm(DisputeForm):
    """Register a dispute; made to be filled in from the keyboard in under a minute."""

    folded: ClassVar[tuple[str, ...]] = ("requests", "happened_on", "court_stage", "court", "commission", "received_on")

    title = fields.line(_("Title"), required=True, most=60, help_text=_("In a few words, without names."))
    story = fields.text(_("What happened"), required=True, rows=4)
    category = fields.types()
    dispute_class = fields.choice(_("Class"), choices.CLASSES)
    channel = fields.choice(_("How it came"), choices.CHANNELS)
    origin = fields.choice(_("Origin"), choices.ORIGINS)
    parties = RowsField(label=_("Parties"), columns=PARTY_COLUMNS, least=1, most=12, initial=TWO_SIDES)
    dangers = fields.several(
        _("Signs of danger"), choices.DANGERS, help_text=_("Ticking one turns the matter red at once.")
    )
    steps = fields.text(_("What was done at once"), rows=2)
    place = fields.line(_("Where it happened"))
    cell = CellField(label=_("Grid cell"), required=False)
    happened_on = fields.day(_("Happened on"), required=False)
    households = forms.IntegerField(label=_("Households affected"), min_value=1, max_value=100_000, initial=2)
    requests = fields.text(_("What is asked for"), rows=2)
    court_stage = fields.perhaps(_("Court commission"), choices.COURT_STAGES)
    court = fields.line(_("Commissioning court"))
    commission = fields.line(_("Number of the commission"))
    received_on = fields.day(_("Papers signed for on"), required=False)


class ClassifyForm(DisputeForm):
    dispute_class = fields.choice(_("Class"), choices.CLASSES)
    category = fields.types()

    def narrow(self) -> None:
        self.fields["dispute_class"].initial = self.scene.state.data["dispute_class"]
        self.fields["category"].initial = self.scene.state.category


class CountHouseholdsForm(DisputeForm):
    households = forms.IntegerField(label=_("Households affected"), min_value=1, max_value=100_000)

    def narrow(self) -> None:
        self.fields["households"].initial = self.scene.state.data["households"]


class AddPartyForm(DisputeForm):
    folded: ClassVar[tuple[str, ...]] = ("acts_for", "powers", "relation")
    folded_word = msg("For an agent")
    side = fields.choice(_("Side"), choices.SIDES)
    party_role = fields.choice(_("Role"), choices.ROLES)
    party_sort = fields.choice(_("Person or organisation"), choices.SORTS)
    name = fields.line(_("Name"), required=True, most=60)
    phone = fields.line(_("Telephone"), most=40)
    address = fields.line(_("Address"))
    acts_for = fields.number(_("Acts for"), required=False)
    powers = fields.perhaps(_("Powers of the agent"), choices.POWERS)
    relation = fields.line(_("Relation to the party"), most=60)

    def narrow(self) -> None:
        self.offer("acts_for", [(0, _("the whole side")), *numbered(self)])


class CorrectPartyForm(DisputeForm):
    number = fields.number(_("Which party"))
    name = fields.line(_("Name"), most=60, help_text=_("What is left empty stays as it is."))
    phone = fields.line(_("Telephone"), most=40)
    address = fields.line(_("Address"))
    why = fields.line(_("Why"))

    def narrow(self) -> None:
        self.offer("number", numbered(self))


class RemovePartyForm(DisputeForm):
    number = fields.number(_("Which party"))
    why = fields.line(_("Why"), required=True)

    def narrow(self) -> None:
        self.offer("number", numbered(self))


class AssessForm(DisputeForm):
    """Seven questions; each must be answered."""

    steps = fields.text(
        _("What was done at once"), help_text=_("Needed when any answer is yes: who was kept apart, who was called.")
    )
    field_order = (*choices.QUESTIONS, "steps")

    def narrow(self) -> None:
        for code, question in choices.QUESTIONS.items():
            self.fields[code] = fields.yes_no(_(question))
        self.order_fields(self.field_order)


class AcceptForm(DisputeForm):
    note = fields.text(_("Remark"), rows=2)


class DeclineForm(DisputeForm):
    decline_reason = fields.choice(_("Reason"), choices.DECLINE_REASONS)
    told = fields.text(_("Where to turn, as it was told"), required=True)


class ConsentForm(DisputeForm):
    side = fields.choice(_("Side"), choices.SIDES)
    agreed = fields.yes_no(_("Does this side agree to mediation?"))
    rights_told = forms.BooleanField(label=_("Rights and duties were told"), required=False, initial=True)
    note = fields.text(_("Remark"), rows=2)

    def narrow(self) -> None:
        standing = course.sides(self.scene.state)
        self.offer("side", [(side, _(choices.SIDES[side])) for side in standing])
        self.fields["side"].initial = next(
            (side for side in standing if side not in course.consents(self.scene.state)), None
        )


class AssignForm(DisputeForm):
    leader = UserField(label=_("Leader in charge"), act="approve", required=False)
    team_lead = UserField(label=_("Head of the team"), act="mediate", required=False)


class HandToForm(DisputeForm):
    to_unit = UnitField(label=_("Unit that takes it on"))
    why = fields.line(_("Why"), required=True)


def numbered(form: DisputeForm) -> list[tuple[Any, Any]]:
    """The parties by their number, as the panel shows them."""
    return [
        (
            row["number"],
            now("No. {number}: {side}, {role}").format(
                number=row["number"], side=now(choices.SIDES[row["side"]]), role=now(choices.ROLES[row["role"]])
            ),
        )
        for row in course.parties(form.scene.state)
    ]
