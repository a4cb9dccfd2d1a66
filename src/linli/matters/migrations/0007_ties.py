"""What matters share with each other, as rows beside them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0006_receipts_hold_a_digest")]

    operations = [
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.IntegerField()),
                ("sort", models.CharField(max_length=16)),
                ("number", models.CharField(max_length=32)),
                ("from_at", models.DateTimeField()),
                ("until_at", models.DateTimeField(null=True)),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=models.deletion.PROTECT,
                        related_name="ties",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("until_at__isnull", True)), fields=["sort", "number"], name="tie_open"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("matter", "place"), name="tie_once")],
            },
        ),
    ]
