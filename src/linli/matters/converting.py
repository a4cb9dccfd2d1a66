"""Handing a matter over as one of another kind: the same for every kind that can."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linli.matters.choosing import ChosenField
from linli.matters.command import Decision, Opening, Refused, Scene
from linli.matters.facts import Fact
from linli.matters.kind import Kind, kinds
from linli.matters.state import UNIT, State
from linli.matters.steps import StepForm

CAME_FROM, GOES_ON_AS = "from", "goes_on_as"
"""The sorts of the two ties that a handing over leaves, each with the other's number."""


def takers(state: State) -> dict[str, Kind]:
    """The kinds that a matter of this state can go on as."""
    return {kind.name: kind for kind in kinds() if kind.taking_over and kind.name != state.kind}


class ConvertForm(StepForm):
    to_kind = ChosenField(label=gettext_lazy("Goes on as"))
    title = forms.CharField(label=gettext_lazy("Title"), max_length=60)
    text = forms.CharField(
        label=gettext_lazy("What the next ones need to know"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20_000,
    )
    why = forms.CharField(label=gettext_lazy("Why"), max_length=200)

    def narrow(self) -> None:
        others = takers(self.scene.state).values()
        self.offer("to_kind", [(kind.name, _(kind.word)) for kind in others])
        self.fields["to_kind"].required = bool(others)


def handed_over(scene: Scene, fact: Callable[[str, str], Fact], *, urgent: bool = False) -> Decision:
    """Told: to_kind, title, text. The other matter is told unit, number, title, text, cell and urgent; `fact` is made
    of the kind and the number that it goes on as. `urgent`: somebody may get hurt, and that must not be lost.
    """
    kind = _taker(scene)
    number, holder = scene.reserve(kind.name), scene.state.holder(UNIT)
    handed = {
        "unit": holder.unit if holder else 0,
        "number": scene.number,
        "title": scene.told["title"],
        "text": scene.told["text"],
        "cell": scene.state.cell,
        "urgent": urgent,
    }
    return Decision(facts=(fact(kind.name, number),), opening=Opening(kind.name, number, handed))


def _taker(scene: Scene) -> Kind:
    known = takers(scene.state)
    if not known:
        raise Refused(_("No kind of matter that could take it over is installed here. End it here and report it."))
    if scene.told["to_kind"] not in known:
        raise Refused(_("That kind of matter cannot take it over. Choose one of the list."))
    return known[scene.told["to_kind"]]
