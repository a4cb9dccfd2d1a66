"""The open matters of each category in the order of urgency: PostgreSQL read all that is open to count one category."""

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
BEHIND = ("due_at", "id", "unit_1", "unit_2", "unit_3", "unit_4", "kind", "colour", "closed_at")


class Migration(migrations.Migration):
    dependencies = [("matters", "0023_frequent_words_kept_counted")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                models.F("category"),
                RANK,
                UNDATED,
                *(models.F(name) for name in BEHIND),
                condition=models.Q(("closed_at__isnull", True)),
                name="matter_open_category",
            ),
        ),
    ]
