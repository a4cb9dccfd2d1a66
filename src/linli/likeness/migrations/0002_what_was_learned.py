"""What was learned of closed matters, as numbers, and from when on a category is filled in by itself."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("likeness", "0001_laid_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="FillRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="A row in use is not edited: end it with its last day and let a new row follow.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        help_text="Only into an empty field, and said beside it; whoever records the matter decides.",
                        validators=[
                            django.core.validators.MinValueValidator(60),
                            django.core.validators.MaxValueValidator(99),
                        ],
                        verbose_name="filled in from a likelihood of (percent)",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule for filling in categories",
                "verbose_name_plural": "rules for filling in categories",
                "ordering": ("-valid_from",),
                "constraints": [models.UniqueConstraint(fields=("valid_from",), name="fill_rule_begins_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="Learned",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16, verbose_name="kind of matter")),
                ("at", models.DateTimeField(verbose_name="learned at")),
                ("matters", models.IntegerField(verbose_name="closed matters learned from")),
                ("categories", models.IntegerField(verbose_name="categories")),
                ("held_back", models.IntegerField(verbose_name="of them held back to be examined with")),
                ("macro_f1", models.FloatField(verbose_name="macro F1")),
                ("top1", models.FloatField(verbose_name="the first suggestion was right")),
                ("top2", models.FloatField(verbose_name="one of the first two")),
                ("top3", models.FloatField(verbose_name="one of the three")),
                ("seconds", models.FloatField(verbose_name="seconds it took")),
                ("numbers", models.BinaryField()),
            ],
            options={
                "verbose_name": "what suggestions were learned from",
                "verbose_name_plural": "what suggestions were learned from",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["kind", "at"], name="learned_newest")],
            },
        ),
    ]
