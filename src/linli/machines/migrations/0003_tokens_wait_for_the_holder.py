"""Whoever holds a post says whether a machine may act from it; those machines that act already go on."""

from typing import Any

from django.db import migrations, models


def agree_to_what_is_there(apps: Any, _editor: Any) -> None:
    apps.get_model("machines", "Token").objects.update(agreed_at=models.F("made_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("machines", "0002_kinds_published"),
    ]

    operations = [
        migrations.AddField(
            model_name="token",
            name="agreed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="agreed to by the holder"),
        ),
        migrations.RunPython(agree_to_what_is_there, migrations.RunPython.noop),
    ]
