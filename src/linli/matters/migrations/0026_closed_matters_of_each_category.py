"""Behind the newest of each category stands what lists of its closed ones ask: for few red ones all rows were read."""

from django.db import migrations, models

ASKED = ("opened_at", "unit_1", "unit_2", "unit_3", "unit_4", "kind", "colour", "closed_at")


class Migration(migrations.Migration):
    dependencies = [("matters", "0025_newest_of_each_category")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["category", "touched_at", "id", *ASKED], name="matter_newest_of_category"),
        ),
        migrations.RemoveIndex(model_name="matter", name="matter_category_newest"),
    ]
