"""How many open matters each unit sees fall due on each day, kept by triggers like the sums.

PostgreSQL adds rows, a set for each statement, and the tick folds them together; SQLite counts a row up and down.
Both count a change before the units that see a matter beyond its own move with it: so what was counted for them is
taken back from them. PostgreSQL runs triggers in the order of their names, SQLite those BEFORE first.
"""
# ruff: noqa: S608 every word of these statements stands in this file

from typing import Any

from django.db import migrations, models

LEVELS = ("unit_1", "unit_2", "unit_3", "unit_4")
COLUMNS = "unit, beyond, kind, day, n"


def due(row: str) -> str:
    """Whether a matter counts at all: open, with a date, while its clock runs."""
    return f"{row}.closed_at IS NULL AND {row}.due_at IS NOT NULL AND {row}.clock <> 'paused'"


def day(row: str, vendor: str) -> str:
    """A clock eight hours ahead. SQLite rounds fractions of a second, so that they are cut off first."""
    if vendor == "postgresql":
        return f"({row}.due_at AT TIME ZONE INTERVAL '8 hours')::date"
    return f"date(substr({row}.due_at, 1, 19), '+8 hours')"


def filled(vendor: str) -> list[str]:
    """What there is already."""
    sort = f"m.kind, {day('m', vendor)}"
    return [
        *(
            f"INSERT INTO matters_due ({COLUMNS}) SELECT m.{level}, false, {sort}, count(*) FROM matters_matter m "
            f"WHERE m.{level} IS NOT NULL AND {due('m')} GROUP BY 1, 2, 3, 4"
            for level in LEVELS
        ),
        f"INSERT INTO matters_due ({COLUMNS}) SELECT b.unit_id, true, {sort}, count(*) FROM matters_beyond b "
        f"JOIN matters_matter m ON m.id = b.matter_id WHERE {due('m')} GROUP BY 1, 2, 3, 4",
    ]


# --- PostgreSQL: a set for each statement


def told(*parts: str) -> str:
    """Rows from several sources, of which only what does not cancel out is written."""
    return (
        f"BEGIN INSERT INTO matters_due ({COLUMNS}) SELECT unit, beyond, kind, day, sum(n) "
        f"FROM ({' UNION ALL '.join(parts)}) parts GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0; RETURN NULL; END"
    )


def own(rows: str, sign: str) -> str:
    """Of each unit on the path of these matters."""
    path = ", ".join(f"m.{level}" for level in LEVELS)
    above = f"CROSS JOIN LATERAL unnest(ARRAY[{path}]) AS level(unit) WHERE level.unit IS NOT NULL"
    return part(f"level.unit, false, {{sort}}, {sign}1 FROM {rows} m {above}")


def beyond(rows: str, sign: str) -> str:
    """Of each unit that sees these matters beyond that."""
    return part(
        f"b.unit_id, true, {{sort}}, {sign}1 FROM {rows} m JOIN matters_beyond b ON b.matter_id = m.id WHERE true"
    )


def through(rows: str, sign: str) -> str:
    """Of the matters of these rows of `matters_beyond`."""
    return part(
        f"b.unit_id, true, {{sort}}, {sign}1 FROM {rows} b JOIN matters_matter m ON m.id = b.matter_id WHERE true"
    )


def part(selected: str) -> str:
    sort = f"m.kind, {day('m', 'postgresql')}"
    return f"SELECT * FROM (SELECT {selected.format(sort=sort)} AND {due('m')}) AS part({COLUMNS})"


NEW, OLD = "NEW TABLE AS now", "OLD TABLE AS was"
FUNCTIONS = {
    "matters_due_begun": ("INSERT ON matters_matter", NEW, told(own("now", ""))),
    "matters_due_forgotten": ("DELETE ON matters_matter", OLD, told(own("was", "-"))),
    "matters_due_changed": (
        "UPDATE ON matters_matter",
        f"{OLD} {NEW}",
        told(own("was", "-"), own("now", ""), beyond("was", "-"), beyond("now", "")),
    ),
    "matters_due_seen": ("INSERT ON matters_beyond", NEW, told(through("now", ""))),
    "matters_due_unseen": ("DELETE ON matters_beyond", OLD, told(through("was", "-"))),
}
POSTGRESQL = [
    statement
    for name, (when, tables, body) in FUNCTIONS.items()
    for statement in (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {name} AFTER {when} REFERENCING {tables} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    )
]

# --- SQLite: row by row


KEY = "unit, beyond, day, kind"


def keys(row: str, *, seen: bool) -> str:
    """What is counted of a matter in each unit on its path, and in those that see it beyond that."""
    sort, path = f"{day(row, 'sqlite')} AS day, {row}.kind AS kind", ", ".join(f"{row}.{level}" for level in LEVELS)
    own = f"SELECT u.id AS unit, 0 AS beyond, {sort} FROM place_unit u WHERE u.id IN ({path}) AND {due(row)}"
    further = f"SELECT b.unit_id, 1, {sort} FROM matters_beyond b WHERE b.matter_id = {row}.id AND {due(row)}"
    return f"{own} UNION ALL {further}" if seen else own


def key(row: str) -> str:
    """What is counted of the matter of a row of `matters_beyond`, in its unit."""
    return (
        f"SELECT {row}.unit_id AS unit, 1 AS beyond, {day('m', 'sqlite')} AS day, m.kind AS kind "
        f"FROM matters_matter m WHERE m.id = {row}.matter_id AND {due('m')}"
    )


SAME = " AND ".join(f"d.{name} = k.{name}" for name in KEY.split(", "))


def laid(keys: str) -> str:
    """The rows of these, by their ids: SQLite looks through the whole table for several columns that are IN."""
    return f"id IN (SELECT d.id FROM ({keys}) k CROSS JOIN matters_due d ON {SAME})"


def up(keys: str) -> str:
    return (
        f"UPDATE matters_due SET n = n + 1 WHERE {laid(keys)}; "
        f"INSERT INTO matters_due ({KEY}, n) SELECT {KEY}, 1 FROM ({keys}) k "
        f"WHERE NOT EXISTS (SELECT 1 FROM matters_due d WHERE {SAME});"
    )


def down(keys: str) -> str:
    """What was the only one of its day goes."""
    return f"DELETE FROM matters_due WHERE {laid(keys)} AND n = 1; UPDATE matters_due SET n = n - 1 WHERE {laid(keys)};"


OTHERWISE = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in ("due_at", "closed_at", "clock", "kind", *LEVELS))
SQLITE = [
    f"CREATE TRIGGER due_begun AFTER INSERT ON matters_matter WHEN {due('NEW')} "
    f"BEGIN {up(keys('NEW', seen=False))} END",
    f"CREATE TRIGGER due_forgotten AFTER DELETE ON matters_matter WHEN {due('OLD')} "
    f"BEGIN {down(keys('OLD', seen=False))} END",
    f"CREATE TRIGGER due_changed BEFORE UPDATE ON matters_matter WHEN {OTHERWISE} "
    f"BEGIN {down(keys('OLD', seen=True))} {up(keys('NEW', seen=True))} END",
    f"CREATE TRIGGER due_seen AFTER INSERT ON matters_beyond BEGIN {up(key('NEW'))} END",
    f"CREATE TRIGGER due_unseen AFTER DELETE ON matters_beyond BEGIN {down(key('OLD'))} END",
]


def keep(apps: Any, schema_editor: Any) -> None:
    """What there is already is counted first, and from then on whatever changes."""
    vendor = schema_editor.connection.vendor
    for statement in [*filled(vendor), *{"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor]]:
        schema_editor.execute(statement)


def leave(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in FUNCTIONS:
            schema_editor.execute(f"DROP FUNCTION {name}() CASCADE")
    else:
        for statement in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {statement.split()[2]}")


class Migration(migrations.Migration):
    dependencies = [("matters", "0018_lists_of_one_unit_in_order")]

    operations = [
        migrations.CreateModel(
            name="Due",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit", models.BigIntegerField()),
                ("beyond", models.BooleanField()),
                ("kind", models.CharField(max_length=16)),
                ("day", models.DateField()),
                ("n", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "beyond", "day", "kind", "n"], name="due_of_unit")],
            },
        ),
        migrations.RunPython(keep, leave),
    ]
