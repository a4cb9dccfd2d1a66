from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0011_open_matters_by_urgency")]

    operations = [
        migrations.AddIndex(
            model_name="matter",
            index=models.Index(
                fields=["kind", "category", "opened_at"],
                condition=models.Q(("closed_at__isnull", True)),
                name="matter_since",
            ),
        ),
    ]
