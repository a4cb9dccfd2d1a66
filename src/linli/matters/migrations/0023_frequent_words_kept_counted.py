"""How many texts hold each of the most frequent words, kept by triggers on PostgreSQL: to count what stands in a third
of a million texts it reads the place of each, and never less.

Which words these are the beat finds (`matters.frequent`); until then there is none, and the triggers do nothing.
"""
# ruff: noqa: S608 every word of these statements stands in this file

from typing import Any

from django.db import migrations, models

SIGN = "substring({row}.signs FROM '§k[^ ]+')"
"""The sign of its kind: every text has one."""


def told(*parts: str) -> str:
    return (
        "BEGIN IF EXISTS (SELECT FROM matters_frequent) THEN INSERT INTO matters_frequent (gram, sign, n) "
        f"SELECT gram, sign, sum(n) FROM ({' UNION ALL '.join(parts)}) parts GROUP BY 1, 2 HAVING sum(n) <> 0; "
        "END IF; RETURN NULL; END"
    )


def held(rows: str, row: str, sign: str) -> str:
    """The frequent words of these texts."""
    return (
        f"SELECT g.gram, {SIGN.format(row=row)} AS sign, {sign}1 AS n FROM {rows} "
        f"CROSS JOIN LATERAL unnest(tsvector_to_array({row}.grams)) AS g(gram) "
        "WHERE g.gram IN (SELECT gram FROM matters_frequent)"
    )


CHANGED = (
    "(SELECT {row}.* FROM was JOIN now ON now.matter_id = was.matter_id "
    f"WHERE was.text <> now.text OR {SIGN.format(row='was')} <> {SIGN.format(row='now')}) {{row}}"
)
"""Most steps change a sign at the most, and no text."""
NEW, OLD = "NEW TABLE AS now", "OLD TABLE AS was"
FUNCTIONS = {
    "matters_frequent_begun": ("INSERT", NEW, told(held("now", "now", ""))),
    "matters_frequent_gone": ("DELETE", OLD, told(held("was", "was", "-"))),
    "matters_frequent_changed": (
        "UPDATE",
        f"{OLD} {NEW}",
        told(held(CHANGED.format(row="was"), "was", "-"), held(CHANGED.format(row="now"), "now", "")),
    ),
}


def keep(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, (when, tables, body) in FUNCTIONS.items():
        schema_editor.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
        schema_editor.execute(
            f"CREATE TRIGGER {name} AFTER {when} ON matters_searched REFERENCING {tables} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )


def leave(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in FUNCTIONS:
            schema_editor.execute(f"DROP FUNCTION {name}() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("matters", "0022_open_matters_with_what_lists_ask")]

    operations = [
        migrations.CreateModel(
            name="Frequent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gram", models.CharField(max_length=8)),
                ("sign", models.CharField(max_length=64)),
                ("n", models.BigIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["gram", "sign", "n"], name="frequent_by_sign")]},
        ),
        migrations.RunPython(keep, leave),
    ]
