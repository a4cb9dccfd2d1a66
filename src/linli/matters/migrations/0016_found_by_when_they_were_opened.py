from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0015_searched_by_bigrams")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(fields=["kind", "opened_at", "id"], name="matter_opened"),
        ),
    ]
