import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0002_forms_that_are_open"),
        ("place", "0001_units_and_cells"),
        ("staff", "0003_the_public_counter"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=64, unique=True)),
                ("at", models.DateTimeField()),
                (
                    "form",
                    models.CharField(
                        choices=[("xlsx", "Workbook (.xlsx)"), ("csv", "Lines of text (.csv)")], max_length=4
                    ),
                ),
                ("asked", models.TextField()),
                ("rows", models.PositiveIntegerField()),
                ("chosen", models.BinaryField(null=True)),
                ("alone", models.BooleanField()),
                ("purpose", models.CharField(blank=True, max_length=200)),
                ("granted", models.BooleanField(null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("decided_at", models.DateTimeField(null=True)),
                ("taken_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_from",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.post"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.post"),
                ),
                (
                    "unit",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="place.unit"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["user", "at"], name="export_by_user")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("user")), _negated=True),
                            _connector="OR",
                        ),
                        name="export_decided_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("alone", True), models.Q(("purpose", ""), _negated=True), _connector="OR"),
                        name="export_asked_for_with_a_purpose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("taken_at", None), ("alone", True), ("granted", True), _connector="OR"),
                        name="export_taken_when_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(blank=True, max_length=60)),
                ("page", models.CharField(blank=True, max_length=500)),
                ("made_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "view",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="pins", to="desk.savedview"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "view"), name="pin_of_a_view_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("view", None)), fields=("owner", "page"), name="pin_of_a_page_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("view", None),
                                models.Q(("word", ""), _negated=True),
                                models.Q(("page", ""), _negated=True),
                            ),
                            models.Q(("page", ""), ("view__isnull", False)),
                            _connector="OR",
                        ),
                        name="pin_of_a_view_or_a_page",
                    ),
                ],
            },
        ),
    ]
