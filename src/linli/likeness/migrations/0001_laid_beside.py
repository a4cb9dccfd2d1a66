"""The narrow table of what is laid beside others, and the bookmark in the timeline."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("matters", "0002_events_are_append_only"),
        ("place", "0001_units_and_cells"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bookmark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=200)),
                ("event", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Laid",
            fields=[
                (
                    "matter",
                    models.OneToOneField(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="laid",
                        serialize=False,
                        to="matters.matter",
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("root", models.CharField(max_length=32)),
                ("category", models.CharField(max_length=32)),
                ("from_minute", models.BigIntegerField()),
                ("until_minute", models.BigIntegerField()),
                ("minute", models.SmallIntegerField()),
                ("width", models.SmallIntegerField()),
                ("weekdays", models.SmallIntegerField()),
                ("method_seq", models.IntegerField()),
                ("method_field", models.CharField(max_length=32)),
                ("series", models.CharField(blank=True, max_length=32)),
                (
                    "cell",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="place.cell",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["kind", "root", "from_minute", "cell", "category", "minute"], name="laid_beside"
                    )
                ],
            },
        ),
    ]
