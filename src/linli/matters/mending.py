"""What is said of matters that came in before when their rows say something else now: facts beside the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from linli.matters.incoming import Row, Wrong
from linli.matters.models import Matter, Taken
from linli.matters.preparing import Mending
from linli.matters.record import many_in_hand, record_many
from linli.matters.retelling import Teller
from linli.matters.timeline import Timeline


@dataclass
class Mended:
    """What could be said, in hand, and the rows of which the rules refused it."""

    lines: list[Timeline] = field(default_factory=list)
    said: list[Mending] = field(default_factory=list)
    wrong: list[tuple[Row, Wrong]] = field(default_factory=list)


def mend(mendings: Sequence[Mending], teller: Teller) -> Mended:
    """Say it to the matters, within the caller's transaction."""
    rows = Matter.objects.select_for_update().filter(pk__in=[one.matter for one in mendings]).order_by("pk")
    mended = in_hand(mendings, list(rows) if mendings else [], teller)
    record_many(mended.lines)
    now = [Taken(matter_id=one.matter, told=one.digests) for one in mended.said]
    Taken.objects.bulk_update(now, ["told"], batch_size=200)
    return mended


def foreseen(mendings: Sequence[Mending], teller: Teller) -> Mended:
    """What would come of it; nothing is locked or written."""
    return in_hand(mendings, list(Matter.objects.filter(pk__in=[one.matter for one in mendings])), teller)


def in_hand(mendings: Sequence[Mending], matters: Sequence[Matter], teller: Teller) -> Mended:
    """Each of them told on by the rules of its kind; one that is refused is left as it was."""
    rows = {matter.pk: matter for matter in matters}
    lines = {line.matter_id: line for line in many_in_hand(matters)} if matters else {}
    mended = Mended()
    for one in mendings:
        try:
            line = teller.mended(lines[one.matter], one.told, one.changed, of=rows[one.matter])
        except Wrong as wrong:
            mended.wrong.append((one.row, wrong))
            continue
        mended.lines.append(line)
        mended.said.append(one)
    return mended
