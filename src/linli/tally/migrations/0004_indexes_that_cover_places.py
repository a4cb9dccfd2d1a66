"""What is asked of places reads an index alone: where and when things began, and where what lasts does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tally", "0003_sheets_laid_step_by_step")]

    operations = [
        migrations.RemoveIndex(model_name="entry", name="entry_day_place"),
        migrations.RemoveIndex(model_name="entry", name="entry_lasts"),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["measure", "on", "unit_1", "unit_2", "value", "cell", "category", "matter", "at"],
                name="entry_when_where",
            ),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                condition=models.Q(("until__isnull", False)),
                fields=["measure", "until", "on", "unit_1", "unit_2", "colour", "value", "cell", "category"],
                name="entry_lasts_where",
            ),
        ),
    ]
