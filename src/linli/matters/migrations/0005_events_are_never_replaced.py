"""Triggers for the two ways around the first ones: a replacing insert on SQLite, a truncated table on PostgreSQL."""

from typing import Any

from django.db import migrations

SQLITE = [
    # REPLACE deletes the row in its way without asking the delete trigger, but asks this one first.
    "CREATE TRIGGER event_never_replaced BEFORE INSERT ON matters_event "
    "WHEN EXISTS (SELECT 1 FROM matters_event WHERE id = NEW.id) "
    "OR EXISTS (SELECT 1 FROM matters_event WHERE matter_id = NEW.matter_id AND seq = NEW.seq) "
    "BEGIN SELECT RAISE(ABORT, 'an event is never changed or deleted'); END"
]
POSTGRESQL = [
    # An empty table may be emptied: that is how a test database is made ready again.
    "CREATE FUNCTION matters_event_table_stays() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN IF EXISTS (SELECT 1 FROM matters_event) "
    "THEN RAISE EXCEPTION 'an event is never changed or deleted'; END IF; RETURN NULL; END $$",
    "CREATE TRIGGER event_table_stays BEFORE TRUNCATE ON matters_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION matters_event_table_stays()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER event_never_replaced"],
    "postgresql": ["DROP TRIGGER event_table_stays ON matters_event", "DROP FUNCTION matters_event_table_stays()"],
}


def guard(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("matters", "0004_clock_confirmed")]

    operations = [migrations.RunPython(guard, unguard)]
