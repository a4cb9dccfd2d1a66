"""Which other matters may be of one series: proposed with reasons, linked by a person through the kind's own step."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import fragment, show
from linli.doors.desk.steps import Rights
from linli.likeness.series import Candidate, candidates, grouped
from linli.matters import access
from linli.matters.commands import in_hand
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter

MOST = 8


@dataclass(frozen=True)
class Mate:
    """One proposed matter, ready to be shown."""

    number: str
    title: str
    unit: str
    colour: Colour
    stage: str
    reasons: str
    linked: bool
    link: str
    """Where it is linked; empty where the viewer may not, or it is linked already."""


@dataclass(frozen=True)
class Mates:
    """Proposals that were linked to one series before, or a single one that was not."""

    series: str
    mates: tuple[Mate, ...]


@dataclass(frozen=True)
class Linking:
    """The step that ties a matter to another: its address up to the other's number, and its msgid."""

    address: str = ""
    word: str = ""


@require_GET
@staffed
def alike(visit: Visit, number: str) -> HttpResponse:
    seen = access.find(visit.who, number)
    kind = kind_named(seen.kind)
    values: dict[str, Any] = {"matter": seen, "kind": kind, "groups": _groups(visit, seen, kind)}
    if visit.fragment:
        return fragment(visit, "desk/alike_list.html", **values)
    return show(visit, "desk/alike.html", **values)


def _groups(visit: Visit, seen: Matter, kind: Kind) -> list[Mates]:
    if not kind.leaves_traces:
        return []
    found = grouped(candidates(seen, visit.who, at=visit.at, most=MOST))
    linking = linking_in(visit, seen, kind).address
    return [Mates(group.series, tuple(_mate(one, linking) for one in group.candidates)) for group in found]


def linking_in(visit: Visit, seen: Matter, kind: Kind) -> Linking:
    """The step that ties two matters, ready for the other's number; nothing where it is not lawful now."""
    state, rights = in_hand(seen).state, Rights(visit, seen)
    command = next((one for one in kind.commands if one.beside and rights.may_say(one)), None)
    if command is None or kind.refusal(command, state, user=visit.who.user.pk):
        return Linking()
    return Linking(f"{reverse('act', args=(seen.number, command.name))}?{command.beside[0]}=", command.word)


def _mate(one: Candidate, linking: str) -> Mate:
    matter, kind = one.matter, kind_named(one.matter.kind)
    return Mate(
        number=matter.number,
        title=matter.title or _("(no title)"),
        unit=matter.unit.label,
        colour=Colour(matter.colour),
        stage=_(kind.stages[matter.stage].word),
        reasons=one.why,
        linked=one.linked,
        link=f"{linking}{matter.number}" if linking and not one.linked else "",
    )
