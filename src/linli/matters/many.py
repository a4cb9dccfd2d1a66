"""One step said to many matters: by the very rules of one, written in sets, with an answer for each of them."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any, NoReturn

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Command, Refused, Scene
from linli.matters.commands import Saying, content_of, decided, past_a_deadlock, scene_in
from linli.matters.halving import at_once, halved
from linli.matters.kind import kind_named
from linli.matters.models import Matter, Round, RoundRow
from linli.matters.reach import posts_among
from linli.matters.receipts import require_same
from linli.matters.record import many_in_hand, record_many, say
from linli.matters.state import DESK
from linli.matters.timeline import Timeline
from linli.matters.writing import write_over
from linli.policy.book import Book, book
from linli.staff.posts import Held

log = logging.getLogger(__name__)

ROUND_ROW = ("round_id", "place", "number", "version", "came", "said")

MOST = 10_000
AT_ONCE = 200
"""Matters of one transaction: the others are not kept waiting for long."""
KEPT_FOR = timedelta(days=1)

DONE, REFUSED, NOT_ALLOWED, NOT_SEEN, CHANGED, FAILED = (
    "done",
    "refused",
    "not_allowed",
    "not_seen",
    "changed",
    "failed",
)
BEYOND = msg("This step reaches beyond the one matter. Take it on the page of the matter itself.")
OTHER_KIND = msg("This step is not one of this kind of matter.")
COULD_NOT = msg("It could not be written down and nothing was changed here. Try it on the page of the matter itself.")

Reread = Callable[[Scene], Mapping[str, Any]]
"""Reads what was told again as one matter understands it, where the form narrows its choices. Raises Refused."""


@dataclass(frozen=True)
class Answer:
    """What came of the step in one matter; the sentence of a refusal where there is one."""

    number: str
    came: str
    said: str = ""


@dataclass(frozen=True)
class Outcome:
    """One answer for each matter, in the order they were asked in."""

    rows: tuple[Answer, ...]

    def grouped(self) -> list[tuple[str, str, tuple[Answer, ...]]]:
        """The answers by what came of it and why: those done first, then the largest group."""
        groups: dict[tuple[str, str], list[Answer]] = {}
        for row in self.rows:
            groups.setdefault((row.came, row.said), []).append(row)
        ordered = sorted(groups.items(), key=lambda group: (group[0][0] != DONE, -len(group[1])))
        return [(came, said, tuple(rows)) for (came, said), rows in ordered]


@dataclass(frozen=True)
class Step:
    """What is said to each of them."""

    command: Command
    told: Mapping[str, Any]
    saying: Saying
    reread: Reread | None = None


@dataclass(frozen=True)
class Known:
    """What was looked up once for a whole set: the office's policy, and who may say the step in which of them."""

    policy: Book
    posts: Callable[[Matter], tuple[Held, ...]]


def plan(command: Command, kind: str, numbers: Mapping[str, int], *, saying: Saying) -> Round:
    """Keep which matters, each in the version that was looked at, until the step is said. The same key: the same plan.

    Nothing is kept of what was told.
    """
    with transaction.atomic():
        told = {"kind": kind, "verb": command.name, "at": saying.at}
        made, new = Round.objects.get_or_create(user=saying.who.user, key=saying.key, defaults=told)
        if new:
            rows = [(made.pk, place, number, seen, "", "") for place, (number, seen) in enumerate(numbers.items())]
            write_over(RoundRow, ROUND_ROW, rows)
    return made


def planned(made: Round) -> dict[str, int]:
    return dict(RoundRow.objects.filter(round=made).order_by("place").values_list("number", "version"))


def left(made: Round, who: Viewer) -> QuerySet[Matter]:
    """The matters of a round that have no answer yet, of those that are still the viewer's to see."""
    rows = RoundRow.objects.filter(round=made, came="").values("number")
    return access.visible(who).filter(number__in=rows).order_by("pk")


def carry_out_many(
    command: Command,
    numbers: Mapping[str, int],
    *,
    told: Mapping[str, Any],
    saying: Saying,
    kind: str = "",
    reread: Reread | None = None,
) -> Outcome:
    """Say a command to many matters, each in the version that was seen of it; one that fails stops no other.

    Said again under the same key it goes on where it stopped, and else gives the same report. Raises SentBefore.
    """
    told_of = {"numbers": numbers, "told": told}
    content = saying.content or content_of(command.name, number=f"round {kind}", told=told_of)
    made = plan(command, kind, numbers, saying=saying)
    Round.objects.filter(pk=made.pk, content="").update(content=content)
    made.refresh_from_db(fields=["content"])
    require_same(made, content=content)
    step = Step(command, told, saying, reread)
    while _said_to_next(made, step):
        continue
    return report(made)


def foresee(
    command: Command,
    numbers: Mapping[str, int],
    *,
    told: Mapping[str, Any],
    saying: Saying,
    reread: Reread | None = None,
) -> Outcome:
    """What `carry_out_many` would answer now: the same is decided and said in hand, and nothing is written."""
    step, asked = Step(command, told, saying, reread), iter(numbers.items())
    found: dict[str, Answer] = {}
    while seen := dict(islice(asked, AT_ONCE)):
        matters = list(access.visible(saying.who).filter(number__in=seen).order_by("pk"))
        found.update(_answers(seen, matters, hear=partial(_foreseen, step, seen)))
    return Outcome(tuple(found[number] for number in numbers))


def report(made: Round) -> Outcome:
    """What came of a round so far."""
    rows = RoundRow.objects.filter(round=made).exclude(came="").order_by("place")
    return Outcome(tuple(Answer(*row) for row in rows.values_list("number", "came", "said")))


def round_of(who: Viewer, key: str) -> Round | None:
    """A round of one's own that is still kept."""
    return Round.objects.filter(user=who.user, key=key).first()


def forget_rounds(*, at: datetime) -> int:
    """Take away what is older than a day. Returns how many rounds went."""
    old = list(Round.objects.filter(at__lt=at - KEPT_FOR).values_list("pk", flat=True))
    RoundRow.objects.filter(round__in=old).delete()
    Round.objects.filter(pk__in=old).delete()
    return len(old)


@past_a_deadlock
def _said_to_next(made: Round, step: Step) -> bool:
    """Say it to the next set of those without an answer, and keep the answers with it; False when none is left."""
    return at_once(partial(_say_to_next, made, step))


def _say_to_next(made: Round, step: Step, parted: bool) -> bool:
    Round.objects.select_for_update().get(pk=made.pk)
    rows = RoundRow.objects.filter(round=made, came="").order_by("place")
    seen = dict(rows.values_list("number", "version")[:AT_ONCE])
    theirs = access.visible(step.saying.who).filter(number__in=seen).values("pk")
    matters = list(Matter.objects.select_for_update().filter(pk__in=theirs).order_by("pk"))
    found = _answers(seen, matters, hear=partial(_written, step, seen), parted=parted)
    for came, said, same in Outcome(tuple(found.values())).grouped():
        these = RoundRow.objects.filter(round=made, number__in=[answer.number for answer in same])
        these.update(came=came, said=said)
    return bool(seen)


def _answers(
    seen: Iterable[str],
    matters: Sequence[Matter],
    *,
    hear: Callable[[Sequence[Matter]], list[Answer]],
    parted: bool = True,
) -> dict[str, Answer]:
    """An answer for each number; what is not theirs to see and what does not exist are answered alike."""
    answers = halved(matters, hear, broken=_broken, parted=parted) if matters else []
    found = {answer.number: answer for answer in answers}
    return {number: found.get(number) or Answer(number, NOT_SEEN) for number in seen}


def _broken(matter: Matter, error: Exception) -> list[Answer]:
    log.error("a step in many matters failed at %s", matter.number, exc_info=error)
    return [Answer(matter.number, FAILED, _(COULD_NOT))]


def _foreseen(step: Step, seen: Mapping[str, int], matters: Sequence[Matter]) -> list[Answer]:
    return _heard(step, seen, matters)[0]


def _written(step: Step, seen: Mapping[str, int], matters: Sequence[Matter]) -> list[Answer]:
    answers, lines = _heard(step, seen, matters)
    record_many(lines, locked=matters)
    return answers


def _heard(step: Step, seen: Mapping[str, int], matters: Sequence[Matter]) -> tuple[list[Answer], list[Timeline]]:
    """The answer of each matter, and the timelines of those that took the step, told on and not yet written."""
    command, who = step.command, step.saying.who
    desks = access.desks_of(matter.pk for matter in matters) if command.of == DESK else None
    posts = {} if command.only_beside else access.postings(who, command.act, matters, of=command.of, desks=desks)
    known = Known(book(step.saying.at), posts_among(who, command.act, matters, of=command.of, desks=desks))
    answers: list[Answer] = []
    lines: list[Timeline] = []
    for matter, line in zip(matters, many_in_hand(matters), strict=True):
        answer = _answer(step, matter, line, by=posts.get(matter.pk), seen=seen[matter.number], known=known)
        answers.append(answer)
        lines += [line] if answer.came == DONE else []
    return answers, lines


def _answer(step: Step, matter: Matter, line: Timeline, *, by: Held | None, seen: int, known: Known) -> Answer:
    """Of this kind?, may?, version, stage?, decide: in the order in which one matter asks."""
    command = step.command
    if kind_named(matter.kind).command(command.name) is not command and not command.only_beside:
        return Answer(matter.number, REFUSED, _(OTHER_KIND))
    if by is None:
        return Answer(matter.number, NOT_ALLOWED)
    if matter.version != seen:
        return Answer(matter.number, CHANGED)
    try:
        _say(step, matter, line, by=by, known=known)
    except Refused as refused:
        return Answer(matter.number, REFUSED, str(refused))
    return Answer(matter.number, DONE)


def _say(step: Step, matter: Matter, line: Timeline, *, by: Held, known: Known) -> None:
    command, saying, kind = step.command, step.saying, kind_named(matter.kind)
    beyond: dict[str, Any] = {"reserve": _beyond, "draw": _beyond, "others": partial(known.posts, matter)}
    scene = scene_in(matter, line.state, command, by=by, told=step.told, saying=saying, policy=known.policy, **beyond)
    if step.reread and not kind.refusal(command, line.state, user=by.user_id):
        scene = scene._replace(told=step.reread(scene))
    decision = decided(command, scene, matter)
    along = command.along(line.state) if command.along else ()
    if decision.opening or decision.beside or command.named_in(scene.told) or along:
        _beyond()
    say(line, *decision.facts, by=decision.by or by, at=saying.at, request=saying.request)


def _beyond(_what: str = "") -> NoReturn:
    """What draws a number or touches another matter is refused before anything was drawn or touched."""
    raise Refused(_(BEYOND))
