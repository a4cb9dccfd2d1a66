"""`./linli startkind NAME`: begins a new kind of matter as a copy of the smallest one, in one folder."""

import keyword
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from linli.matters.kind import kinds

HOUSE = Path(__file__).resolve().parents[3]
LONGEST = 16
LEFT_OUT = (".mo", ".pyc")
NEXT = """{folder} holds a whole kind, still the pebble's in all but name. Now, file by file:
  kind.py       the stages with their phase and clock, the flags, the marks
  rules.py      the colour table, read top down
  facts.py      what can have happened, in the past tense; every text says plain, narrative or personal
  commands.py   what can be said, in the present tense; forms.py what each asks for
  counting.py   what of it can be counted, and the figures made of that
  papers.py     the official papers it can issue, and the letter of each
  dossier.py    which papers its file holds, in order, and what is missing of them
  templates/    what its page shows
  profile/      its terms and its number series: the start of the house loads them
  tests/        its course, as sentences
Then ./linli words, fill in the Chinese in locale/, and ./linli check says what is missing."""


class Command(BaseCommand):
    help = "Begin a new kind of matter in one folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="one English word in lower case, such as lantern")
        parser.add_argument("--into", type=Path, default=HOUSE / "kinds", help="the folder of kinds")

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy, put the new name for the old, and say what to do next."""
        name, target = options["name"], options["into"] / options["name"]
        refuse(name, target=target)
        for source in sorted(pebble().rglob("*")):
            if source.is_file() and source.suffix not in LEFT_OUT:
                copy(source, target / renamed(str(source.relative_to(pebble())), name), name=name)
        self.stdout.write(NEXT.format(folder=target))


def refuse(name: str, *, target: Path) -> None:
    if not (name.isascii() and name.isidentifier() and name.islower()) or keyword.iskeyword(name):
        raise CommandError(f"{name!r} is not a name for a kind: take one English word in lower case.")
    if len(name) > LONGEST:
        raise CommandError(f"The name of a kind has at most {LONGEST} letters.")
    if target.exists() or name in {kind.name for kind in kinds()}:
        raise CommandError(f"There is a kind named {name} already.")
    if not pebble().is_dir():
        raise CommandError("The pebble is not here: a new kind is begun in a checkout that has its tests.")


def pebble() -> Path:
    return HOUSE.parents[1] / "tests" / "pebble"


def copy(source: Path, target: Path, *, name: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(renamed(source.read_text(encoding="utf-8"), name), encoding="utf-8")


def renamed(text: str, name: str) -> str:
    """The new name for the pebble's, in all its spellings."""
    text = text.replace("tests.pebble", f"linli.kinds.{name}").replace("pebble", name)
    return text.replace("Pebble", name.capitalize()).replace("PEBBLE", name.upper())
