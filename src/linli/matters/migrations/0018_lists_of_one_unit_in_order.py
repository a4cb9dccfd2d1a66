"""Indexes that give the two usual orders of a list within one unit, the last touched of all, and who holds what."""

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


def pressing(level: int) -> models.Index:
    """With clock and closing behind, so that what is due is counted without a look at the rows."""
    return models.Index(
        models.F(f"unit_{level}"),
        RANK,
        UNDATED,
        models.F("due_at"),
        models.F("id"),
        models.F("clock"),
        models.F("closed_at"),
        condition=models.Q(("closed_at__isnull", True)),
        name=f"matter_u{level}_pressing",
    )


def newest(level: int) -> models.Index:
    return models.Index(fields=[f"unit_{level}", "touched_at", "id"], name=f"matter_u{level}_newest")


class Migration(migrations.Migration):
    dependencies = [("matters", "0017_seen_and_summed")]

    operations = [
        migrations.AddIndex(
            model_name="matter", index=models.Index(fields=["touched_at", "id"], name="matter_touched")
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(
                fields=["user"],
                condition=models.Q(("until_at__isnull", True), ("user__isnull", False)),
                name="duty_in_person",
            ),
        ),
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                fields=["category", "opened_at", "unit_1", "unit_2", "unit_3", "unit_4"], name="matter_category"
            ),
        ),
        *(
            operation
            for level in (1, 2, 3, 4)
            for operation in (
                migrations.AddIndex(model_name="matter", index=pressing(level)),
                migrations.AddIndex(model_name="matter", index=newest(level)),
                migrations.RemoveIndex(model_name="matter", name=f"matter_u{level}_touched"),
            )
        ),
    ]
