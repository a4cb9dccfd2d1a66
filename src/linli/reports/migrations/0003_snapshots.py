"""Reports are kept as they were issued."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0002_remarks_can_be_wiped"),
        ("place", "0001_units_and_cells"),
        ("staff", "0001_users_and_posts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=64, unique=True)),
                ("report", models.CharField(max_length=40)),
                ("period", models.CharField(max_length=40)),
                ("cut_at", models.DateTimeField()),
                ("frozen", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "issued_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.post"),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="place.unit"),
                ),
            ],
            options={
                "ordering": ("-cut_at", "-pk"),
                "indexes": [models.Index(fields=["unit", "report", "cut_at"], name="snapshot_of_unit")],
            },
        ),
    ]
