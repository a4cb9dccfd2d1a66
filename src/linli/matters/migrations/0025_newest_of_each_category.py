"""All matters of each category by when they were last touched: a page of them was sorted out of all before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0024_open_matters_of_each_category")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["category", "touched_at", "id"], name="matter_category_newest"),
        ),
    ]
