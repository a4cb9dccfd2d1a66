"""What is said of matters that came in before when their rows say something else now: facts beside the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.incoming import EXTERNAL, WRITTEN, Row, Wrong
from linli.matters.models import Matter, Taken
from linli.matters.preparing import Mending, Preparer
from linli.matters.record import many_in_hand, record_many
from linli.matters.timeline import Timeline
from linli.staff.models import User

NOT_THEIRS = msg(
    "A matter with this number came in before that your post does not reach, or of another kind. "
    "Give this list a source of its own, or let somebody above take it in."
)


@dataclass
class Mended:
    """What could be said, in hand, and the rows of which the rules refused it."""

    lines: list[Timeline] = field(default_factory=list)
    said: list[Mending] = field(default_factory=list)
    wrong: list[tuple[Row, Wrong]] = field(default_factory=list)


def mend(mendings: Sequence[Mending], known: Preparer) -> Mended:
    """Say it to the matters, within the caller's transaction."""
    asked = Matter.objects.select_for_update().filter(pk__in=[one.matter for one in mendings]).order_by("pk")
    rows = list(asked) if mendings else []
    mended = in_hand(mendings, rows, known, opened={})
    record_many(mended.lines, locked=rows)
    now = [Taken(matter_id=one.matter, told=one.digests) for one in mended.said]
    Taken.objects.bulk_update(now, ["told"], batch_size=200)
    return mended


def foreseen(mendings: Sequence[Mending], known: Preparer, *, opened: Mapping[int, Timeline]) -> Mended:
    """What would come of them in their order; nothing is locked or written. `opened`: what is not here yet."""
    ids = {one.matter for one in mendings} - opened.keys()
    return in_hand(mendings, list(Matter.objects.filter(pk__in=ids)) if ids else (), known, opened=opened)


def in_hand(
    mendings: Sequence[Mending], matters: Sequence[Matter], known: Preparer, *, opened: Mapping[int, Timeline]
) -> Mended:
    """Each of them told on by the rules of its kind; one that is refused is left as it was."""
    rows = theirs(matters, known)
    lines = {**opened, **({line.matter_id: line for line in many_in_hand(list(rows.values()))} if rows else {})}
    mended = Mended()
    for one in mendings:
        try:
            if one.matter not in lines:
                raise Wrong(EXTERNAL.name, NOT_THEIRS)
            told = {**one.told, WRITTEN: one.row.told}
            line = known.teller.mended(lines[one.matter], told, one.changed, of=rows.get(one.matter))
        except Wrong as wrong:
            mended.wrong.append((one.row, wrong))
            continue
        mended.lines.append(line)
        mended.said.append(one)
    return mended


def theirs(matters: Sequence[Matter], known: Preparer) -> dict[int, Matter]:
    """Those of the same kind in which this post may do what opens one: below its unit, or of its desk."""
    alike = [matter for matter in matters if matter.kind == known.kind.name]
    who = Viewer(User(pk=known.teller.by.user_id), (known.teller.by,))
    reach = access.among(who, known.kind.opening.act, alike) if alike else frozenset[int]()
    return {matter.pk: matter for matter in alike if matter.pk in reach}
