"""Drops what PostgreSQL kept to find digests by how they begin, which nobody asks: each is asked for as a whole."""

from typing import Any

from django.db import migrations

TABLES = ("matters_follow", "matters_papercode")
KEPT = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = %s AND indexname LIKE %s"


def drop(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    for table in TABLES:
        with connection.cursor() as cursor:
            cursor.execute(KEPT, [table, f"{table}_digest_%_like"])
            names = [name for (name,) in cursor.fetchall()]
        for name in names:
            schema_editor.execute(f'DROP INDEX "{name}"')


def lay(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for table in TABLES:
        schema_editor.execute(f"CREATE INDEX {table}_digest_again_like ON {table} (digest varchar_pattern_ops)")


class Migration(migrations.Migration):
    dependencies = [("matters", "0020_counted_together")]

    operations = [migrations.RunPython(drop, lay)]
