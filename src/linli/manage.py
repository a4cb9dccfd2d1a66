"""Any Django command, with a refused configuration told as one plain sentence."""

import os
import sys
from argparse import SUPPRESS
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import django
from django.core.management import BaseCommand, ManagementUtility
from django.core.management.base import CommandParser, OutputWrapper
from django.db import connection
from django.utils import translation

from linli.bootstrap import folder_named
from linli.configuration import Configuration, Refused, load
from linli.first_words import said
from linli.ground.text import msg
from linli.serve.begun import begun
from linli.serve.folder import prepare, prepare_to_restore
from linli.tongue import gettext as _
from linli.tongue import tongue
from linli.usage import speak

WITHOUT_DATA = frozenset({"check", "due", "help", "makemigrations", "startkind", "version"})
OVER_DATA = "apitoken backup likeness opendata report screentoken search seen takein tally tick verify"
WITHIN_LINLI = frozenset({"createadmin", "demo", "loadcells", "loadpolicy", "loadunits", *OVER_DATA.split()})
TAKES_A_FOLDER = WITHIN_LINLI | {"restore"}
FOR_HELP = frozenset({"", "help", "--help", "-h"})
OVER_FILES = frozenset({("likeness", "evaluate"), ("report",)})
NOWHERE = ":memory:"
"""Where a ledger is sought that nobody began: looked for in a file, SQLite would make that."""
QUIET = frozenset({"likeness", "tick"})
CALLED = {"apitoken": "api-token", "opendata": "open-data", "screentoken": "screen-token", "takein": "import"}
NOT_STARTED = msg(
    "There is no Linli in {folder} yet, and nothing was made. Start it there first: ./linli run --empty --data {folder}"
)
DJANGOS = "--version --verbosity --settings --pythonpath --traceback --no-color --force-color --skip-checks"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        take_the_folder()
        verb = "".join(sys.argv[1:2])
        writes = over_data(verb, sys.argv[2:])
        if writes and verb in WITHIN_LINLI:
            require_a_start(load(), verb=verb)
        if writes:
            os.umask(0o077)
            make = prepare_to_restore if verb == "restore" else prepare
            make(Path(os.environ.get("LINLI_DATA") or "data"))
        django.setup()
        if not writes:
            make_no_file()
        translation.activate(tongue())
        speak()
        Verbs(["linli", *sys.argv[1:]]).execute()
    except BrokenPipeError:
        return without_a_reader()
    except KeyboardInterrupt as stop:
        told = (_("Stopped before it was done. The same command can be given again."), *stop.args)
        sys.stderr.write("".join(f"\n{sentence}" for sentence in told) + "\n")
        return 130
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


def take_the_folder() -> None:
    """What stands behind `--data`, wherever that is said: settings look for it before a command reads its words."""
    folder, sys.argv[1:] = folder_named(sys.argv[1:])
    if folder is None:
        raise Refused(said("--data needs a folder: the one that ./linli run was started with."))
    if folder:
        os.environ["LINLI_DATA"] = folder


def over_data(verb: str, words: Sequence[str]) -> bool:
    """Whether it may write into the data folder: asking for help never does, nor what only reads files or lists what
    there is in the code."""
    asks_for_help = verb in FOR_HELP or not FOR_HELP.isdisjoint(words)
    needs_none = verb in WITHOUT_DATA or (verb, *words[:1]) in OVER_FILES
    return not asks_for_help and not needs_none


class Verbs(ManagementUtility):
    """Our commands explain themselves as `./linli` is called and in the language that was activated, and leave out
    what Django adds to all of its own."""

    def fetch_command(self, subcommand: str) -> BaseCommand:
        command = super().fetch_command(subcommand)
        if type(command).__module__.startswith("linli."):
            command.help = translation.gettext(command.help)
            create = with_the_folder(command.create_parser) if subcommand in TAKES_A_FOLDER else command.create_parser
            command.create_parser = without_djangos(create)  # type: ignore[method-assign]
            self.argv[1] = CALLED.get(subcommand, subcommand)
            command.stderr = Sentences(sys.stderr)
            command.stderr.style_func = command.style.ERROR
        return command


def without_djangos(create: Callable[..., CommandParser]) -> Callable[..., CommandParser]:
    """Django can leave out all of its options but one by itself."""

    def created(*told: str, **more: Any) -> CommandParser:
        parser = create(*told, **more)
        for action in parser._actions:
            if set(DJANGOS.split()).intersection(action.option_strings):
                action.help = SUPPRESS
        return parser

    return created


def with_the_folder(create: Callable[..., CommandParser]) -> Callable[..., CommandParser]:
    """Explained like the options of a command, which never sees it: by then it was taken."""

    def created(*told: str, **more: Any) -> CommandParser:
        parser = create(*told, **more)
        parser.add_argument("--data", metavar="DIR", default=SUPPRESS, help=_("the data folder (default ./data)"))
        return parser

    return created


class Sentences(OutputWrapper):
    """What was refused is told as the sentence it is, without the name that Django puts before it."""

    def write(  # type: ignore[override]  # as the stubs of Django themselves
        self, msg: str = "", style_func: Callable[[str], str] | None = None, ending: str | None = None
    ) -> None:
        super().write(msg.removeprefix("CommandError: "), style_func, ending)


def without_a_reader() -> int:
    """Whoever read what is told has seen enough, as `| head` does: that is no failure, and nothing more is told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def require_a_start(configuration: Configuration, *, verb: str) -> None:
    """Say which folder is meant, and refuse one in which Linli never ran: a slip in its name makes nothing."""
    if not begun(configuration.database):
        raise Refused(_(NOT_STARTED).format(folder=configuration.data))
    if verb not in QUIET:
        sys.stderr.write(_("Data folder: {folder}").format(folder=configuration.data) + "\n")
        sys.stderr.flush()


def make_no_file() -> None:
    if connection.vendor == "sqlite" and not begun(connection.settings_dict):
        connection.settings_dict["NAME"] = NOWHERE


if __name__ == "__main__":
    sys.exit(main())
