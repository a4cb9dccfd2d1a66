"""`./linli likeness evaluate`: what the suggestions would be worth on labelled texts of one's own."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from linli.likeness.examining import examined, in_folds
from linli.likeness.fitting import Recipe, fit
from linli.likeness.grades import Grades
from linli.likeness.labelled import Unreadable, labelled
from linli.likeness.lesson import Lesson, often, once


def evaluate(*, train: str, test: str, folds: int) -> Iterator[str]:
    """The lines that are printed. Raises Unreadable."""
    if not train or (bool(test) == bool(folds)):
        raise Unreadable(_("Name a file with --train, and either another with --test or a number of --folds."))
    known = labelled(Path(train))
    lessons = once(known)
    yield _("{count} texts; {twice} told word for word before were left out").format(
        count=len(lessons), twice=len(known) - len(lessons)
    )
    yield from _lines(_in_folds(lessons, folds=folds) if folds else _on_others(lessons, labelled(Path(test))))


def _in_folds(lessons: list[Lesson], *, folds: int) -> Grades:
    asked = often(lessons, least=folds)
    if folds < 2 or len({one.label for one in asked}) < 2:
        said = _("For {folds} folds at least two labels with {folds} texts each are needed, and two folds.")
        raise Unreadable(said.format(folds=folds))
    return in_folds(asked, folds=folds, recipe=Recipe())


def _on_others(lessons: list[Lesson], asked: list[Lesson]) -> Grades:
    """What the examination shares with the lessons is not learnt."""
    shared = {one.text for one in asked}
    apart = [one for one in lessons if one.text not in shared]
    try:
        return examined(fit(apart, recipe=Recipe()), once(asked)).grades
    except ValueError as problem:
        raise Unreadable(_("There is too little to learn from: two labels with some texts each.")) from problem


def _lines(found: Grades) -> Iterator[str]:
    yield _("examined on {texts} texts of {labels} labels").format(texts=found.texts, labels=found.labels)
    yield f"macro F1 {found.macro_f1:.4f}"
    for first, share in ((1, found.top1), (2, found.top2), (3, found.top3)):
        yield f"top-{first}    {share:.4f}"
