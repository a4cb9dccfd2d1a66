"""How far the sheets are laid: which measure's are next, and up to which day it has them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tally", "0002_sheets_of_two_facets")]

    operations = [
        migrations.AddField(
            model_name="bookmark",
            name="laid_to",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="bookmark",
            name="laying",
            field=models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
    ]
