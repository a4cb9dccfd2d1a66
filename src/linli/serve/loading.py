"""What a start does to the database: migrations that wait, and the first data."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor


def bring_up_to_date() -> None:
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with told("Bringing the database up to date ..."):
            call_command("migrate", interactive=False, verbosity=0)


def load_first_data(*, empty: bool) -> None:
    """Terms and holidays always; the synthetic county only into an installation without units."""
    if not apps.get_model("policy", "Term").objects.exists():
        with told("Loading terms, holidays and categories ..."):
            call_command("loadpolicy", verbosity=0)
    if not empty and not apps.get_model("place", "Unit").objects.exists():
        with told("Telling the synthetic county (once) ..."):
            call_command("demo", verbosity=0)
    connections.close_all()


@contextmanager
def told(sentence: str) -> Iterator[None]:
    """Say what is being done, then how long it took."""
    started = time.monotonic()
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
    yield
    sys.stdout.write(f"  {time.monotonic() - started:.1f} s\n")
    sys.stdout.flush()
