"""Triggers that refuse to change or delete an event, on both engines."""

from typing import Any

from django.db import migrations

SENTENCE = "an event is never changed or deleted"
SQLITE = [
    f"CREATE TRIGGER event_never_changed BEFORE UPDATE ON matters_event BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END",
    f"CREATE TRIGGER event_never_deleted BEFORE DELETE ON matters_event BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END",
]
POSTGRESQL = [
    "CREATE FUNCTION matters_event_stays() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
    "CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON matters_event "
    "FOR EACH ROW EXECUTE FUNCTION matters_event_stays()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER event_never_changed", "DROP TRIGGER event_never_deleted"],
    "postgresql": ["DROP TRIGGER event_stays ON matters_event", "DROP FUNCTION matters_event_stays()"],
}


def guard(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unguard(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_ledger")]

    operations = [migrations.RunPython(guard, unguard)]
