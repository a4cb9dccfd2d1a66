"""Forms of a whistle: departments called, signed, in touch, on the spot, judged."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.kinds.request import whistles
from linli.kinds.request.choices import confirming, whistle
from linli.kinds.request.forms import fields
from linli.matters.choosing import ChosenNumberField
from linli.matters.fields import UnitField
from linli.matters.steps import StepForm
from linli.place.models import Unit

MOST = 4
"""How many departments one step calls; more are called by another."""


class BlowForm(StepForm):
    folded = ("unit_3", "unit_4")

    unit_1 = UnitField(label=_("Department"))
    unit_2 = UnitField(label=_("Second department"), required=False)
    unit_3 = UnitField(label=_("Third department"), required=False)
    unit_4 = UnitField(label=_("Fourth department"), required=False)
    whistle_ground = fields.choice(_("On what ground"), whistle.WHISTLE_GROUNDS)
    whistle_sort = fields.choice(
        _("Which whistle"),
        whistle.WHISTLE_SORTS,
        help_text=_("How long the departments have to come depends on it."),
    )
    said = fields.text(_("What is asked of them"), required=True, rows=2)
    leave = fields.line(
        _("Leave of a leader of the district or county"),
        help_text=_("Needed for a hard-problem whistle: by which post, and when."),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        named = [told.get(f"unit_{place}") for place in range(1, MOST + 1)]
        return {**told, "units": tuple(unit for unit in named if unit)}


class WhistleForm(StepForm):
    """Which call it answers, where a department was called more than once."""

    sort = ""
    whistle = ChosenNumberField(label=_("Which call"))

    def narrow(self) -> None:
        units = [post.unit_id for post in self.scene.posts]
        rows = whistles.waiting_for(self.scene.state, self.sort, units=units)
        self.offer("whistle", _named(rows or whistles.unrated(self.scene.state)))


class SignWhistleForm(WhistleForm):
    sort = whistles.SIGN


class ContactWhistleForm(WhistleForm):
    sort = whistles.CONTACT
    said = fields.text(_("What was agreed"), rows=2)


class ArriveForm(WhistleForm):
    sort = whistles.ARRIVE
    said = fields.text(_("What was done on the spot"), required=True)


class RateWhistleForm(StepForm):
    whistle = ChosenNumberField(label=_("Which department"))
    satisfaction = fields.choice(_("How it answered"), confirming.SATISFACTION)
    said = fields.text(_("Remark"), rows=2)

    def narrow(self) -> None:
        self.offer("whistle", _named(whistles.unrated(self.scene.state)))


def _named(rows: list[whistles.Row]) -> list[tuple[int, str]]:
    names = {unit.pk: unit.label for unit in Unit.objects.filter(pk__in={row["unit"] for row in rows})}
    return [(row["seq"], f"{row['seq']} · {names.get(row['unit'], row['unit'])}") for row in rows]
