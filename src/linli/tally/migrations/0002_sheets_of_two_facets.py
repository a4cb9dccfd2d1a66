"""Two facets together on one sheet, the plan by which sheets are laid out, and an index that covers places too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tally", "0001_entries_sheets_and_bookmark")]

    operations = [
        migrations.AddField(
            model_name="bookmark",
            name="sheets",
            field=models.CharField(db_default="", default="", max_length=64),
        ),
        migrations.AddField(
            model_name="sheet",
            name="other",
            field=models.CharField(blank=True, db_default="", default="", max_length=32),
        ),
        migrations.AlterField(
            model_name="sheet",
            name="facet",
            field=models.CharField(blank=True, max_length=24),
        ),
        migrations.RemoveIndex(model_name="entry", name="entry_day"),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(
                fields=["measure", "on", "unit_1", "unit_2", "value", "cell", "category"], name="entry_day_place"
            ),
        ),
        migrations.RemoveConstraint(model_name="sheet", name="sheet_once"),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(
                fields=("unit", "facet", "measure", "on", "code", "other"), name="sheet_of_two_once"
            ),
        ),
    ]
