"""`./linli likeness evaluate`: what is alike, and how well it is told."""

from importlib import import_module
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from linli.likeness.labelled import Unreadable


class Command(BaseCommand):
    help = "Examine the suggestions of categories on labelled texts."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        evaluate = verbs.add_parser("evaluate", help="columns title, body, label; prints macro F1 and top-1/2/3")
        evaluate.add_argument("--train", default="", metavar="FILE")
        evaluate.add_argument("--test", default="", metavar="FILE")
        evaluate.add_argument("--folds", type=int, default=0, metavar="NUMBER")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        getattr(self, f"_{verb}")(options)

    def _evaluate(self, told: dict[str, Any]) -> None:
        """Loaded when it is asked for: it takes seconds to come."""
        evaluating = import_module("linli.likeness.evaluating")
        try:
            for line in evaluating.evaluate(train=told["train"], test=told["test"], folds=told["folds"]):
                self.stdout.write(line)
        except Unreadable as problem:
            raise CommandError(str(problem)) from problem
