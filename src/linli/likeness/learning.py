"""Learns the categories of a kind anew and keeps what was learnt with its examination; takes seconds to minutes."""

import time
from dataclasses import replace
from datetime import datetime

from linli.likeness.background import at_the_front
from linli.likeness.examining import Examined, examined
from linli.likeness.fitting import Recipe, fit
from linli.likeness.forgetting import forget
from linli.likeness.lesson import Lesson, once, with_rest
from linli.likeness.model import NONE, Model
from linli.likeness.models import Learned
from linli.likeness.packing import packed
from linli.likeness.schooling import lessons_of
from linli.matters.kind import Kind

MOST, OF_EACH = 20_000, 20
"""Of how many closed matters, the newest, and how many a category needs."""
HELD_BACK = 5
"""Each fifth is held back for the examination; then all are learnt."""


def learn(kind: Kind, *, at: datetime, each: int = OF_EACH) -> Learned | None:
    """Learn now; None where there is too little to learn from: two categories with some matters each."""
    began = time.monotonic()
    lessons = with_rest(once(lessons_of(kind, most=MOST)), label=NONE, least=each)
    categories = {one.label for one in lessons} - {NONE}
    if len(categories) < 2:
        at_the_front(lambda: forget(kind, but=0))
        return None
    model, found = _learnt(lessons, recipe=Recipe())
    learned = Learned(
        kind=kind.name,
        at=at,
        matters=len(lessons),
        categories=len(categories),
        held_back=found.grades.texts,
        macro_f1=found.grades.macro_f1,
        top1=found.grades.top1,
        top2=found.grades.top2,
        top3=found.grades.top3,
        seconds=round(time.monotonic() - began, 1),
        numbers=packed(model),
    )
    return at_the_front(lambda: _kept(learned, kind))


def _kept(learned: Learned, kind: Kind) -> Learned:
    learned.save()
    forget(kind)
    return learned


def _learnt(lessons: list[Lesson], *, recipe: Recipe) -> tuple[Model, Examined]:
    """A model of all lessons, and how one of four fifths did on the others."""
    held = lessons[::HELD_BACK]
    found = examined(fit([one for at, one in enumerate(lessons) if at % HELD_BACK], recipe=recipe), held)
    return replace(fit(lessons, recipe=recipe), sharpness=found.sharpness), found
