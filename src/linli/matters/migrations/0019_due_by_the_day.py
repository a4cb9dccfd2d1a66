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


def path(row: str) -> str:
    return ", ".join(f"{row}.{level}" for level in LEVELS)


def beyond_of(row: str) -> str:
    return f"SELECT b.unit_id FROM matters_beyond b WHERE b.matter_id = {row}.id"


def same(row: str, units: str, *, beyond: int) -> str:
    """The rows that count a matter in these units."""
    return f"unit IN ({units}) AND beyond = {beyond} AND day = {day(row, 'sqlite')} AND kind = {row}.kind"


def up(row: str, units: str, *, beyond: int) -> str:
    """Count it up there; its day may have to be laid first."""
    laid = same(row, "u.id", beyond=beyond)
    return (
        f"INSERT INTO matters_due ({COLUMNS}) SELECT u.id, {beyond}, {row}.kind, {day(row, 'sqlite')}, 0 "
        f"FROM place_unit u WHERE u.id IN ({units}) AND NOT EXISTS (SELECT 1 FROM matters_due WHERE {laid}); "
        f"UPDATE matters_due SET n = n + 1 WHERE {same(row, units, beyond=beyond)};"
    )


def down(row: str, units: str, *, beyond: int) -> str:
    """Count it down there; the tick takes away the days of which nothing is left."""
    return f"UPDATE matters_due SET n = n - 1 WHERE {same(row, units, beyond=beyond)};"


def of(row: str, sign: str) -> str:
    """What counts the matter of a row of `matters_beyond` up or down in its unit."""
    found = f"FROM matters_matter m WHERE m.id = {row}.matter_id AND {due('m')}"
    key = f"SELECT m.kind, {day('m', 'sqlite')} AS day {found}"
    same = f"d.unit = {row}.unit_id AND d.beyond = 1 AND d.day = k.day AND d.kind = k.kind"
    laid = f"SELECT d.id FROM matters_due d WHERE {same}"
    begun = (
        f"INSERT INTO matters_due ({COLUMNS}) SELECT {row}.unit_id, 1, k.kind, k.day, 0 FROM ({key}) k "
        f"WHERE NOT EXISTS ({laid}); "
        if sign == "+"
        else ""
    )
    return f"{begun}UPDATE matters_due SET n = n {sign} 1 WHERE id IN (SELECT ({laid}) FROM ({key}) k);"


OTHERWISE = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in ("due_at", "closed_at", "clock", "kind", *LEVELS))
SQLITE = [
    f"CREATE TRIGGER due_begun AFTER INSERT ON matters_matter WHEN {due('NEW')} "
    f"BEGIN {up('NEW', path('NEW'), beyond=0)} END",
    f"CREATE TRIGGER due_forgotten AFTER DELETE ON matters_matter WHEN {due('OLD')} "
    f"BEGIN {down('OLD', path('OLD'), beyond=0)} END",
    f"CREATE TRIGGER due_left BEFORE UPDATE ON matters_matter WHEN {due('OLD')} AND ({OTHERWISE}) "
    f"BEGIN {down('OLD', path('OLD'), beyond=0)} {down('OLD', beyond_of('OLD'), beyond=1)} END",
    f"CREATE TRIGGER due_reached BEFORE UPDATE ON matters_matter WHEN {due('NEW')} AND ({OTHERWISE}) "
    f"BEGIN {up('NEW', path('NEW'), beyond=0)} {up('NEW', beyond_of('NEW'), beyond=1)} END",
    f"CREATE TRIGGER due_seen AFTER INSERT ON matters_beyond BEGIN {of('NEW', '+')} END",
    f"CREATE TRIGGER due_unseen AFTER DELETE ON matters_beyond BEGIN {of('OLD', '-')} END",
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
                "indexes": [
                    models.Index(fields=["unit", "beyond", "day", "kind", "n"], name="due_of_unit"),
                    models.Index(fields=["id"], condition=models.Q(("n", 0)), name="due_empty"),
                ],
            },
        ),
        migrations.RunPython(keep, leave),
    ]
