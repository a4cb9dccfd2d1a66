"""The text that is searched, and the index of its bigrams: a table of FTS5 on SQLite, a GIN index on PostgreSQL.

PostgreSQL reads the row of every hit that it counts, so rows must be short: text and grams are to lie beside them.
That is done only with rows that are too long at first: the filling makes them so, and compressed takes next to no room.
"""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KNOWS_SECURE_DELETE = (3, 42)
SQLITE = [
    "CREATE VIRTUAL TABLE matters_grams USING fts5(grams, content='', columnsize=0, detail=none, tokenize='ascii')",
    "INSERT INTO matters_grams(matters_grams, rank) VALUES('secure-delete', 1)",
]
POSTGRESQL = [
    "ALTER TABLE matters_searched ADD COLUMN grams tsvector NOT NULL, "
    "ADD COLUMN filling text NOT NULL DEFAULT repeat(' ', 2050)",
    "ALTER TABLE matters_searched ALTER grams SET STORAGE EXTERNAL, ALTER filling SET STORAGE MAIN, "
    "SET (toast_tuple_target = 128)",
    "CREATE INDEX matters_searched_grams ON matters_searched USING gin (grams)",
]
UNDO = {"sqlite": ["DROP TABLE matters_grams"], "postgresql": ["DROP INDEX matters_searched_grams"]}


def index(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]
    if connection.vendor == "sqlite" and connection.Database.sqlite_version_info < KNOWS_SECURE_DELETE:
        statements = statements[:1]
    for statement in statements:
        schema_editor.execute(statement)


def forget(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("matters", "0014_taking_in")]

    operations = [
        migrations.CreateModel(
            name="Searched",
            fields=[
                (
                    "matter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="matters.matter",
                    ),
                ),
                ("signs", models.CharField(max_length=255)),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(index, forget),
    ]
