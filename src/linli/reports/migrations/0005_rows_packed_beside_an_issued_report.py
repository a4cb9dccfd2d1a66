"""Rows behind the figures of an issued report lie packed beside it; those issued before keep theirs in their text."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0004_the_users_own_forms"),
    ]

    operations = [
        migrations.CreateModel(
            name="PackedRows",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("part", models.PositiveIntegerField()),
                ("rows", models.BinaryField()),
                (
                    "snapshot",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packed",
                        to="reports.snapshot",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("snapshot", "digest", "part"), name="packed_part_once")
                ],
            },
        ),
    ]
