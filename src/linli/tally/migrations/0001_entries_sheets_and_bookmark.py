"""Entries, sheets of days and months, and the bookmark in the timeline."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("matters", "0012_open_matters_of_a_category"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bookmark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(default="", max_length=64)),
                ("event", models.BigIntegerField(default=0)),
                ("seen", models.BigIntegerField(default=0)),
                ("matter", models.BigIntegerField(default=0, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("unit", models.BigIntegerField()),
                ("above", models.BigIntegerField(null=True)),
                ("measure", models.CharField(max_length=40)),
                ("facet", models.CharField(blank=True, max_length=8)),
                ("code", models.CharField(blank=True, max_length=32)),
                ("count", models.BigIntegerField()),
                ("value", models.BigIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["above", "facet", "measure", "on"], name="sheet_above")],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "facet", "measure", "on", "code"), name="sheet_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.IntegerField()),
                ("kind", models.CharField(max_length=16)),
                ("measure", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("value", models.BigIntegerField()),
                ("category", models.CharField(blank=True, max_length=32)),
                ("sort", models.CharField(blank=True, max_length=24)),
                ("origin", models.CharField(blank=True, max_length=24)),
                ("result", models.CharField(blank=True, max_length=24)),
                ("step", models.CharField(blank=True, max_length=24)),
                ("colour", models.CharField(blank=True, max_length=8)),
                ("cell", models.BigIntegerField(null=True)),
                ("unit", models.BigIntegerField()),
                ("unit_1", models.BigIntegerField(null=True)),
                ("unit_2", models.BigIntegerField(null=True)),
                ("unit_3", models.BigIntegerField(null=True)),
                ("unit_4", models.BigIntegerField(null=True)),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["matter"], name="entry_matter"),
                    models.Index(fields=["measure", "on", "unit_1", "unit_2", "value"], name="entry_day"),
                    models.Index(fields=["unit_2", "measure", "on"], name="entry_u2_day"),
                    models.Index(fields=["unit_3", "measure", "on"], name="entry_u3_day"),
                    models.Index(
                        condition=models.Q(("unit_4__isnull", False)),
                        fields=["unit_4", "measure", "on"],
                        name="entry_u4_day",
                    ),
                    models.Index(
                        condition=models.Q(("until__isnull", False)),
                        fields=["measure", "until", "on", "unit_1", "unit_2", "colour", "value"],
                        name="entry_lasts",
                    ),
                ],
            },
        ),
    ]
