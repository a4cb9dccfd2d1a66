"""Whoever holds a post says whether a machine may act from it; those machines that act already go on."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def agree_to_what_is_there(apps: Any, _editor: Any) -> None:
    post = apps.get_model("staff.Post").objects.filter(pk=models.OuterRef("post"))
    holder = models.Subquery(post.values("user")[:1])
    apps.get_model("machines.Token").objects.update(agreed_at=models.F("made_at"), agreed_by=holder)


class Migration(migrations.Migration):
    dependencies = [
        ("machines", "0002_kinds_published"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="token",
            name="agreed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="agreed to by the holder"),
        ),
        migrations.AddField(
            model_name="token",
            name="agreed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="agreed by",
            ),
        ),
        migrations.RunPython(agree_to_what_is_there, migrations.RunPython.noop),
    ]
