"""Indexes that hold what lists ask: one of all that is open, one of a grid cell, one by category. Four by unit and
colour are not needed beside them."""

from django.db import migrations, models

RANK = models.Func(
    models.F("colour"),
    output_field=models.SmallIntegerField(),
    template=(
        "CASE %(expressions)s WHEN 'red' THEN 0 WHEN 'orange' THEN 1 "
        "WHEN 'yellow' THEN 2 WHEN 'green' THEN 3 ELSE 4 END"
    ),
)
UNDATED = models.Func(models.F("due_at"), output_field=models.BooleanField(), template="(%(expressions)s IS NULL)")
UNITS = ("unit_1", "unit_2", "unit_3", "unit_4")
ASKED = (*UNITS, "kind", "category", "cell", "colour", "stage", "phase", "clock")


class Migration(migrations.Migration):
    dependencies = [("matters", "0021_digests_are_asked_for_whole")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                RANK,
                UNDATED,
                models.F("due_at"),
                models.F("id"),
                *(models.F(name) for name in ASKED),
                models.F("closed_at"),
                condition=models.Q(("closed_at__isnull", True)),
                name="matter_open",
            ),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                models.F("cell"),
                RANK,
                UNDATED,
                *(models.F(name) for name in ("due_at", "id", *UNITS, "kind", "closed_at")),
                condition=models.Q(("cell__isnull", False), ("closed_at__isnull", True)),
                name="matter_of_cell",
            ),
        ),
        migrations.RemoveIndex(model_name="matter", name="matter_urgency"),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                fields=["category", "opened_at", *UNITS, "kind", "colour", "closed_at"], name="matter_of_category"
            ),
        ),
        migrations.RemoveIndex(model_name="matter", name="matter_category"),
        *(migrations.RemoveIndex(model_name="matter", name=f"matter_u{level}_colour") for level in (1, 2, 3, 4)),
    ]
