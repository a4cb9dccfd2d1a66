"""Channels, texts, the outbox with its log, and the bookmark in the timeline."""

import django.db.models.deletion
from django.db import migrations, models

import linli.notices.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("matters", "0009_followed_by_a_code"),
        ("place", "0001_units_and_cells"),
        ("policy", "0001_book_of_terms"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bookmark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.BigIntegerField(default=0)),
                ("residents_from", models.BigIntegerField(default=0)),
                ("turn", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Channel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.CharField(default=linli.notices.models.new_code, editable=False, max_length=32, unique=True),
                ),
                ("title", models.CharField(max_length=60, verbose_name="title")),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("email", "e-mail"),
                            ("wecom", "WeCom group bot"),
                            ("dingtalk", "DingTalk group bot"),
                            ("feishu", "Feishu group bot"),
                            ("sms", "SMS gateway over HTTP"),
                            ("webhook", "signed webhook"),
                        ],
                        max_length=8,
                        verbose_name="sort of channel",
                    ),
                ),
                ("below", models.BooleanField(default=True, verbose_name="also for the units below it")),
                (
                    "language",
                    models.CharField(
                        choices=[("zh-hans", "简体中文"), ("en", "English")],
                        default="zh-hans",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "internal",
                    models.BooleanField(
                        default=False,
                        help_text="Only then may it lead to a private address, or go without encryption (http).",
                        verbose_name="leads into our own network",
                    ),
                ),
                (
                    "headers",
                    models.TextField(
                        blank=True,
                        help_text="SMS only: one a line, such as Content-Type: application/json.",
                        verbose_name="headers",
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True,
                        help_text="SMS only, with {to}, {text}, {key} and {secret} where the gateway has them.",
                        verbose_name="body",
                    ),
                ),
                (
                    "proof",
                    models.CharField(
                        blank=True,
                        help_text='SMS only: what the answer contains when the message was taken, such as "code":0.',
                        max_length=100,
                        verbose_name="proof of acceptance",
                    ),
                ),
                ("shown", models.CharField(blank=True, editable=False, max_length=200)),
                ("sealed", models.BinaryField(null=True)),
                ("rests_until", models.DateTimeField(editable=False, null=True)),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="A row in use is ended with its last day, and a new row follows it.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        help_text="Told what this unit has to act on. SMS goes to residents whose matter it took in.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="place.unit",
                        verbose_name="for the unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "channel of notices",
                "verbose_name_plural": "channels of notices",
                "ordering": ("unit", "sort", "-valid_from"),
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=40, unique=True)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("resident", "the resident"),
                            ("unit", "the unit that is to act"),
                            ("desk", "the desk that took it in"),
                        ],
                        max_length=8,
                    ),
                ),
                ("said", models.CharField(max_length=400)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("sending", "being sent"),
                            ("sent", "sent"),
                            ("dead", "given up"),
                            ("aside", "put aside"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("tries", models.IntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("leased_until", models.DateTimeField(null=True)),
                ("fence", models.IntegerField(default=0)),
                ("reason", models.CharField(blank=True, max_length=100)),
                ("detail", models.CharField(blank=True, max_length=40)),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "channel",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="notices.channel",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="matters.event"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="matters.matter",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("resident", "the resident"),
                            ("unit", "the unit that is to act"),
                            ("desk", "the desk that took it in"),
                        ],
                        max_length=8,
                        verbose_name="who reads it",
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        blank=True,
                        help_text="began, turned_red, turned_orange, instructed, returned or the name of a fact.",
                        max_length=40,
                        verbose_name="on what event",
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=32, verbose_name="kind of matter")),
                ("stage", models.CharField(blank=True, max_length=24, verbose_name="stage")),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        help_text="May hold {number}, {kind}, {stage}, {expected}, {link}. Empty: nothing is sent.",
                        max_length=200,
                        verbose_name="text in Chinese",
                    ),
                ),
                ("text_en", models.CharField(blank=True, max_length=200, verbose_name="text in English")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="A row in use is ended with its last day, and a new row follows it.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="policy.category",
                        verbose_name="only for category",
                    ),
                ),
            ],
            options={
                "verbose_name": "text of notices",
                "verbose_name_plural": "texts of notices",
                "ordering": ("audience", "event", "kind", "stage", "category", "-valid_from"),
            },
        ),
        migrations.CreateModel(
            name="Try",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("took", models.BooleanField()),
                ("reason", models.CharField(blank=True, max_length=100)),
                ("detail", models.CharField(blank=True, max_length=40)),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="log", to="notices.notice"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("state__in", ("waiting", "sending"))), fields=["next_at"], name="notice_due"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["matter", "channel", "audience", "event"], name="notice_in_order"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["channel", "state", "-id"], name="notice_of_channel"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(fields=("event", "channel", "audience"), name="notice_once"),
        ),
    ]
