"""`./linli likeness evaluate | learn | hot`: categories told from words, and what many told of at one place."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.likeness.background import step_back
from linli.likeness.hot_lines import hot_lines
from linli.likeness.labelled import Unreadable
from linli.matters.kind import kinds
from linli.policy.present import present

TOO_LITTLE = msg("{kind}: there are too few closed matters to learn from.")


class Command(BaseCommand):
    help = msg("Examine and learn suggestions of categories; find hot and lingering issues.")

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        evaluate = verbs.add_parser("evaluate", help=_("columns title, body, label; prints macro F1 and top-1/2/3"))
        evaluate.add_argument("--train", default="", metavar="FILE")
        evaluate.add_argument("--test", default="", metavar="FILE")
        evaluate.add_argument("--folds", type=int, default=0, metavar="NUMBER")
        learn = verbs.add_parser("learn", help=_("learn the categories from the closed matters now"))
        learn.add_argument("kinds", nargs="*")
        learn.add_argument("--under", type=int, default=0, help=_("the process that began this one"))
        hot = verbs.add_parser("hot", help=_("hot and lingering issues of some days"))
        hot.add_argument("--from", dest="first", default="", metavar="DAY", help=_("left out: thirty days to the last"))
        hot.add_argument("--to", dest="last", default="", metavar="DAY", help=_("left out: today"))
        hot.add_argument("--unit", default="", metavar="CODE", help=_("left out: the one at the top"))
        hot.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        """What cannot be meant is answered with a sentence."""
        try:
            getattr(self, f"_{verb}")(options)
        except Unreadable as problem:
            raise CommandError(str(problem)) from problem

    def _evaluate(self, told: dict[str, Any]) -> None:
        """Loaded when it is asked for: it takes seconds to come."""
        evaluating = import_module("linli.likeness.evaluating")
        for line in evaluating.evaluate(train=told["train"], test=told["test"], folds=told["folds"]):
            self.stdout.write(line)

    def _hot(self, told: dict[str, Any]) -> None:
        """Data are in the office's language whoever reads them."""
        with override(settings.LANGUAGE_CODE if told["format"] == "json" else get_language()):
            for line in hot_lines(told, at=present()):
                self.stdout.write(line)

    def _learn(self, told: dict[str, Any]) -> None:
        if told["under"]:
            step_back(told["under"])
        learning = import_module("linli.likeness.learning")
        for kind in kinds():
            if kind.tells_stories and kind.name in (told["kinds"] or [kind.name]):
                found = learning.learn(kind, at=present())
                self.stdout.write(_learned(kind.name, found) if found else _(TOO_LITTLE).format(kind=_(kind.word)))


def _learned(name: str, found: Any) -> str:
    said = _(
        "{kind}: {matters} closed matters, {categories} categories; macro F1 {f1}, top-1 {top1}, top-3 {top3}; {n} s"
    )
    grades = {"f1": f"{found.macro_f1:.3f}", "top1": f"{found.top1:.3f}", "top3": f"{found.top3:.3f}"}
    return said.format(kind=name, matters=found.matters, categories=found.categories, n=found.seconds, **grades)
