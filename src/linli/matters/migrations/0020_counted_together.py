"""Lets the triggers of SQLite stand aside for new matters that are counted as one set, in the same transaction.

`matters_together` holds their first and last id while they are written, and is empty otherwise. On PostgreSQL a
statement is counted as a set anyway.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

summed = import_module("linli.matters.migrations.0017_seen_and_summed")
dues = import_module("linli.matters.migrations.0019_due_by_the_day")
TOGETHER = 'CREATE TABLE matters_together ("first" integer NOT NULL, "last" integer NOT NULL)'
ONE_OF_EACH = {
    "matters_sum": "unit, beyond, kind, phase, stage, colour, closed, held",
    "matters_due": "unit, beyond, kind, day",
}
SINGLY = "NOT EXISTS (SELECT 1 FROM matters_together WHERE {} BETWEEN first AND last)"
ASIDE = {
    "matter_summed": "NEW.id",
    "due_begun": "NEW.id",
    "duty_begun": "NEW.matter_id",
    "beyond_begun": "NEW.matter_id",
    "due_seen": "NEW.matter_id",
}
"""The triggers that count what is new, and where they have the id of its matter."""


def trigger(name: str) -> str:
    """As it was laid at first."""
    begun = f"CREATE TRIGGER {name} "
    return next(str(one) for one in (*summed.SQLITE, *dues.SQLITE) if one.startswith(begun))


def standing_aside(name: str) -> str:
    """The same, not for matters that are counted together."""
    when, told = trigger(name).split(" BEGIN ", 1)
    joined = " AND " if " WHEN " in when else " WHEN "
    return f"{when}{joined}{SINGLY.format(ASIDE[name])} BEGIN {told}"


def let(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(TOGETHER)
        for table, key in ONE_OF_EACH.items():
            # There is one of each already, unless a hand laid another: `./linli seen check` names what is missing then.
            schema_editor.execute(
                f"DELETE FROM {table} WHERE id NOT IN (SELECT min(id) FROM {table} GROUP BY {key})"  # noqa: S608 our own
            )
            schema_editor.execute(f"CREATE UNIQUE INDEX {table}_once ON {table} ({key})")
        for name in ASIDE:
            schema_editor.execute(f"DROP TRIGGER {name}")
            schema_editor.execute(standing_aside(name))


def let_no_more(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for name in ASIDE:
            schema_editor.execute(f"DROP TRIGGER {name}")
            schema_editor.execute(trigger(name))
        for table in ONE_OF_EACH:
            schema_editor.execute(f"DROP INDEX {table}_once")
        schema_editor.execute("DROP TABLE matters_together")


class Migration(migrations.Migration):
    dependencies = [("matters", "0019_due_by_the_day")]

    operations = [migrations.RunPython(let, let_no_more)]
