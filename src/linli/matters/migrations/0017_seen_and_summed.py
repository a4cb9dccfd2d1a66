"""Which units see a matter beyond its own path, and how many matters each unit sees, kept by triggers.

PostgreSQL adds rows, a set for each statement, so that no writer waits for another; the tick folds them together.
SQLite has one writer at a time: there a row is counted up and down.
"""
# ruff: noqa: S608 every word of these statements stands in this file

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

KEY = ("kind", "phase", "stage", "colour")
LEVELS = ("unit_1", "unit_2", "unit_3", "unit_4")
SEEING = "('assisting', 'desk')"
"""The duties by which the units of a duty see a matter."""


def sort_of(row: str) -> str:
    """What a matter counts as."""
    named = ", ".join(f"{row}.{name}" for name in KEY)
    return f"{named}, {row}.closed_at IS NOT NULL, {row}.holder_id IS NOT NULL"


COLUMNS = f"unit, beyond, {', '.join(KEY)}, closed, held, n"
PATH = ", ".join(f"m.{level}" for level in LEVELS)
REACH = (
    "SELECT DISTINCT d.matter_id, u.id FROM {duties} d JOIN place_unit p ON p.id = d.unit_id "
    "JOIN place_unit u ON u.id IN (p.unit_1, p.unit_2, p.unit_3, p.unit_4) "
    "JOIN matters_matter m ON m.id = d.matter_id "
    f"WHERE d.until_at IS NULL AND d.role IN {SEEING} "
    f"AND NOT u.id IN ({', '.join(f'COALESCE(m.{level}, 0)' for level in LEVELS)})"
)
"""Each unit above a duty that is not above the matter itself."""
FILL = [
    f"INSERT INTO matters_beyond (matter_id, unit_id) {REACH.format(duties='matters_duty')}",
    *(
        f"INSERT INTO matters_sum ({COLUMNS}) SELECT m.{level}, false, {sort_of('m')}, count(*) "
        f"FROM matters_matter m WHERE m.{level} IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
        for level in LEVELS
    ),
    f"INSERT INTO matters_sum ({COLUMNS}) SELECT b.unit_id, true, {sort_of('m')}, count(*) "
    "FROM matters_beyond b JOIN matters_matter m ON m.id = b.matter_id GROUP BY 1, 2, 3, 4, 5, 6, 7, 8",
]


# --- PostgreSQL: a set for each statement


def told(*parts: str) -> str:
    """Rows of sums from several sources, of which only what does not cancel out is written."""
    return (
        f"INSERT INTO matters_sum ({COLUMNS}) SELECT {COLUMNS.removesuffix(', n')}, sum(n) "
        f"FROM ({' UNION ALL '.join(parts)}) parts GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(n) <> 0;"
    )


def own(rows: str, sign: str) -> str:
    """Of each unit on the path of these matters."""
    above = f"CROSS JOIN LATERAL unnest(ARRAY[{PATH}]) AS level(unit) WHERE level.unit IS NOT NULL"
    return part(f"level.unit, false, {sort_of('m')}, {sign}1 FROM {rows} m {above}")


def beyond(rows: str, sign: str) -> str:
    """Of each unit that sees these matters beyond that."""
    return part(f"b.unit_id, true, {sort_of('m')}, {sign}1 FROM {rows} m JOIN matters_beyond b ON b.matter_id = m.id")


def through(rows: str, sign: str) -> str:
    """Of the matters of these rows of `matters_beyond`."""
    return part(f"b.unit_id, true, {sort_of('m')}, {sign}1 FROM {rows} b JOIN matters_matter m ON m.id = b.matter_id")


def part(selected: str) -> str:
    return f"SELECT * FROM (SELECT {selected}) AS part({COLUMNS})"


MOVED = " OR ".join(f"was.{level} IS DISTINCT FROM now.{level}" for level in LEVELS)
STILL = "PERFORM 1 FROM place_unit WHERE id IN (SELECT unit_id FROM {duties} WHERE {which}) ORDER BY id FOR SHARE; "
"""Nobody moves the units of these duties until the transaction ends; whoever is moving one is waited for."""
AGAIN = (
    f"{STILL.format(duties='matters_duty', which=f'matter_id = ANY(ids) AND until_at IS NULL AND role IN {SEEING}')}"
    "DELETE FROM matters_beyond WHERE matter_id = ANY(ids); "
    f"INSERT INTO matters_beyond (matter_id, unit_id) {REACH.format(duties='matters_duty')} AND d.matter_id = ANY(ids)"
)
FUNCTIONS = {
    "matters_matter_summed": f"BEGIN {told(own('now', ''))} RETURN NULL; END",
    "matters_matter_forgotten": f"BEGIN {told(own('was', '-'))} RETURN NULL; END",
    "matters_matter_moved": (
        f"DECLARE ids bigint[]; BEGIN "
        f"{told(own('was', '-'), own('now', ''), beyond('was', '-'), beyond('now', ''))} "
        f"SELECT array_agg(now.id) INTO ids FROM was JOIN now ON now.id = was.id WHERE {MOVED}; "
        f"IF ids IS NOT NULL THEN {AGAIN}; END IF; RETURN NULL; END"
    ),
    "matters_duty_begun": (
        f"BEGIN {STILL.format(duties='now', which=f'until_at IS NULL AND role IN {SEEING}')}"
        f"INSERT INTO matters_beyond (matter_id, unit_id) {REACH.format(duties='now')} "
        "ON CONFLICT DO NOTHING; RETURN NULL; END"
    ),
    "matters_duty_changed": (
        "DECLARE ids bigint[]; BEGIN SELECT array_agg(DISTINCT now.matter_id) INTO ids FROM was JOIN now "
        f"ON now.id = was.id WHERE now.role IN {SEEING} AND (was.until_at IS DISTINCT FROM now.until_at "
        "OR was.unit_id <> now.unit_id OR was.role <> now.role); "
        f"IF ids IS NOT NULL THEN {AGAIN}; END IF; RETURN NULL; END"
    ),
    "matters_duty_gone": (
        f"DECLARE ids bigint[]; BEGIN SELECT array_agg(DISTINCT matter_id) INTO ids FROM was WHERE role IN {SEEING}; "
        f"IF ids IS NOT NULL THEN {AGAIN}; END IF; RETURN NULL; END"
    ),
    "matters_beyond_begun": f"BEGIN {told(through('now', ''))} RETURN NULL; END",
    "matters_beyond_gone": f"BEGIN {told(through('was', '-'))} RETURN NULL; END",
}
NEW, OLD = "NEW TABLE AS now", "OLD TABLE AS was"
WHEN = {
    "matters_matter_summed": ("INSERT ON matters_matter", NEW),
    "matters_matter_forgotten": ("DELETE ON matters_matter", OLD),
    "matters_matter_moved": ("UPDATE ON matters_matter", f"{OLD} {NEW}"),
    "matters_duty_begun": ("INSERT ON matters_duty", NEW),
    "matters_duty_changed": ("UPDATE ON matters_duty", f"{OLD} {NEW}"),
    "matters_duty_gone": ("DELETE ON matters_duty", OLD),
    "matters_beyond_begun": ("INSERT ON matters_beyond", NEW),
    "matters_beyond_gone": ("DELETE ON matters_beyond", OLD),
}
POSTGRESQL = [
    statement
    for name, body in FUNCTIONS.items()
    for statement in (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {name} AFTER {WHEN[name][0]} REFERENCING {WHEN[name][1]} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
    )
]

# --- SQLite: row by row


def counted(row: str, units: str, *, beyond: str, sign: str) -> str:
    """Count the sort of a matter up or down in each of the units; up, the row may have to be laid first."""
    same = " AND ".join(f"s.{name} = {row}.{name}" for name in KEY)
    same += f" AND s.closed = ({row}.closed_at IS NOT NULL) AND s.held = ({row}.holder_id IS NOT NULL)"
    plain = same.replace("s.", "")
    laid = (
        f"INSERT INTO matters_sum ({COLUMNS}) SELECT u.id, {beyond}, {sort_of(row)}, 0 FROM place_unit u "
        f"WHERE u.id IN ({units}) "
        f"AND NOT EXISTS (SELECT 1 FROM matters_sum s WHERE s.unit = u.id AND s.beyond = {beyond} AND {same}); "
        if sign == "+"
        else ""
    )
    return f"{laid}UPDATE matters_sum SET n = n {sign} 1 WHERE unit IN ({units}) AND beyond = {beyond} AND {plain};"


def path(row: str) -> str:
    return ", ".join(f"{row}.{level}" for level in LEVELS)


def row_of(matter: str, units: str, sign: str) -> str:
    """The same for the matter of a row of `matters_beyond`."""
    found = f"(SELECT {{}} FROM matters_matter WHERE id = {matter})"
    same = " AND ".join(f"{name} = {found.format(name)}" for name in KEY)
    same += f" AND closed = {found.format('closed_at IS NOT NULL')} AND held = {found.format('holder_id IS NOT NULL')}"
    laid = (
        f"INSERT INTO matters_sum ({COLUMNS}) SELECT {units}, 1, {sort_of('m')}, 0 FROM matters_matter m "
        f"WHERE m.id = {matter} "
        f"AND NOT EXISTS (SELECT 1 FROM matters_sum WHERE unit = {units} AND beyond = 1 AND {same}); "
        if sign == "+"
        else ""
    )
    return f"{laid}UPDATE matters_sum SET n = n {sign} 1 WHERE unit = {units} AND beyond = 1 AND {same};"


UNITS_BEYOND = "SELECT b.unit_id FROM matters_beyond b WHERE b.matter_id = {}.id"
OTHERWISE = " OR ".join(
    [
        *(f"OLD.{name} IS NOT NEW.{name}" for name in (*KEY, *LEVELS)),
        "(OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL)",
        "(OLD.holder_id IS NULL) <> (NEW.holder_id IS NULL)",
    ]
)
ELSEWHERE = " OR ".join(f"OLD.{level} IS NOT NEW.{level}" for level in LEVELS)
ONE_AGAIN = (
    "DELETE FROM matters_beyond WHERE matter_id = {row}; "
    f"INSERT INTO matters_beyond (matter_id, unit_id) {REACH.format(duties='matters_duty')} AND d.matter_id = {{row}};"
)
UPDATED = " ".join(
    [
        counted("OLD", path("OLD"), beyond="0", sign="-"),
        counted("NEW", path("NEW"), beyond="0", sign="+"),
        counted("OLD", UNITS_BEYOND.format("OLD"), beyond="1", sign="-"),
        counted("NEW", UNITS_BEYOND.format("NEW"), beyond="1", sign="+"),
    ]
)
SQLITE = [
    "CREATE TRIGGER matter_summed AFTER INSERT ON matters_matter BEGIN "
    f"{counted('NEW', path('NEW'), beyond='0', sign='+')} END",
    f"CREATE TRIGGER matter_forgotten AFTER DELETE ON matters_matter BEGIN "
    f"{counted('OLD', path('OLD'), beyond='0', sign='-')} END",
    f"CREATE TRIGGER matter_moved AFTER UPDATE ON matters_matter WHEN {OTHERWISE} BEGIN {UPDATED} "
    f"DELETE FROM matters_beyond WHERE matter_id = NEW.id AND ({ELSEWHERE}); "
    "INSERT INTO matters_beyond (matter_id, unit_id) "
    f"{REACH.format(duties='matters_duty')} AND d.matter_id = NEW.id AND ({ELSEWHERE}); END",
    f"CREATE TRIGGER duty_begun AFTER INSERT ON matters_duty WHEN NEW.until_at IS NULL AND NEW.role IN {SEEING} "
    f"BEGIN INSERT OR IGNORE INTO matters_beyond (matter_id, unit_id) {REACH.format(duties='matters_duty')} "
    "AND d.id = NEW.id; END",
    f"CREATE TRIGGER duty_changed AFTER UPDATE ON matters_duty WHEN NEW.role IN {SEEING} AND (OLD.until_at IS NOT "
    "NEW.until_at OR OLD.unit_id IS NOT NEW.unit_id OR OLD.role IS NOT NEW.role) "
    f"BEGIN {ONE_AGAIN.format(row='NEW.matter_id')} END",
    f"CREATE TRIGGER duty_gone AFTER DELETE ON matters_duty WHEN OLD.role IN {SEEING} "
    f"BEGIN {ONE_AGAIN.format(row='OLD.matter_id')} END",
    "CREATE TRIGGER beyond_begun AFTER INSERT ON matters_beyond "
    f"BEGIN {row_of('NEW.matter_id', 'NEW.unit_id', '+')} END",
    "CREATE TRIGGER beyond_gone AFTER DELETE ON matters_beyond "
    f"BEGIN {row_of('OLD.matter_id', 'OLD.unit_id', '-')} END",
]


def keep(apps: Any, schema_editor: Any) -> None:
    """What there is already is counted first, and from then on whatever changes."""
    for statement in [*FILL, *{"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]]:
        schema_editor.execute(statement)


def leave(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in FUNCTIONS:
            schema_editor.execute(f"DROP FUNCTION {name}() CASCADE")
    else:
        for statement in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {statement.split()[2]}")


class Migration(migrations.Migration):
    dependencies = [("matters", "0016_found_by_when_they_were_opened"), ("place", "0001_units_and_cells")]

    operations = [
        migrations.CreateModel(
            name="Sum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit", models.BigIntegerField()),
                ("beyond", models.BooleanField()),
                ("kind", models.CharField(max_length=16)),
                ("phase", models.CharField(max_length=12)),
                ("stage", models.CharField(max_length=24)),
                ("colour", models.CharField(max_length=8)),
                ("closed", models.BooleanField()),
                ("held", models.BooleanField()),
                ("n", models.BigIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["unit", "kind", "stage", "colour", "phase", "closed", "held", "beyond", "n"],
                        name="sum_of_unit",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Beyond",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "matter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="matters.matter",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="place.unit",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["unit", "matter"], name="beyond_of_unit")],
                "constraints": [models.UniqueConstraint(fields=("matter", "unit"), name="beyond_once")],
            },
        ),
        migrations.RunPython(keep, leave),
    ]
