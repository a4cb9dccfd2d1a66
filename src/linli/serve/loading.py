"""What a start does to the database, in a process of its own: migrations that wait, and the first data."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from urllib.parse import urlsplit

import django
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from linli.configuration import load
from linli.serve.ready import Ready, remember
from linli.tongue import gettext as _
from linli.tongue import tongue


def main(arguments: Sequence[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    django.setup()
    configuration = load()
    bring_up_to_date()
    load_first_data(empty="--empty" in arguments or configuration.production)
    demo = apps.get_model("policy", "Centre").objects.filter(demo=True).exists()
    found = Ready(demo=True, signins=demo_signins(), screen=demo_screen()) if demo else Ready(demo=False, signins="")
    remember(found, configuration=configuration)
    return 0


def bring_up_to_date() -> None:
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with told(_("Bringing the database up to date ...")):
            call_command("migrate", interactive=False, verbosity=0)


def load_first_data(*, empty: bool) -> None:
    """Terms and holidays always; the synthetic county only into an installation without units."""
    if apps.get_model("policy", "Term").objects.exists():
        add_what_is_new()
    else:
        with told(_("Loading terms, holidays and categories ...")):
            call_command("loadpolicy", verbosity=0, stdout=StringIO())
    if not empty and not apps.get_model("place", "Unit").objects.exists():
        with told(_("Telling the synthetic county (once) ...")):
            call_command("demo", verbosity=0, stdout=StringIO())


def add_what_is_new() -> None:
    """A folder from before an upgrade lacks the terms and number series of what came with it."""
    said = StringIO()
    with translation.override(tongue()):
        call_command("loadpolicy", "--missing", stdout=said)
    added = _("Added to the policy: {line}")
    sys.stdout.writelines(added.format(line=line) + "\n" for line in said.getvalue().splitlines())


def demo_signins() -> str:
    said = StringIO()
    with translation.override(tongue()):
        call_command("demo", "--signins", stdout=said)
    return said.getvalue()


def demo_screen() -> str:
    """The address that opens the county's screen; its token is told nowhere else."""
    said = StringIO()
    county = apps.get_model("place", "Unit").objects.filter(level=1).earliest("code")
    call_command("screentoken", unit=county.code, days=3660, stdout=said)
    return urlsplit(said.getvalue().splitlines()[-1]).path


@contextmanager
def told(sentence: str) -> Iterator[None]:
    """Say what is being done, then how long it took."""
    started = time.monotonic()
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
    yield
    sys.stdout.write(_("  {seconds} s").format(seconds=f"{time.monotonic() - started:.1f}") + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
