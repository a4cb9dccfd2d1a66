"""Remarks can be wiped, and the digest of a meeting is made with the key of the seals."""

import hashlib
from pathlib import Path
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from linli.ground.chain import canonical, seal_mac
from linli.ground.clock import utc_text


def make_with_the_key(apps: Any, schema_editor: Any) -> None:
    """Only where the bare digest still fits: what was altered before must not be made good."""
    for meeting in apps.get_model("reports", "Meeting")._default_manager.order_by("pk").iterator():
        if meeting.digest == hashlib.sha256(meeting.frozen.encode()).hexdigest():
            meeting.digest = seal_mac(canonical(told(meeting)), key=Path(settings.SEAL_KEY).read_bytes())
            meeting.save(update_fields=["digest"])


def make_bare(apps: Any, schema_editor: Any) -> None:
    for meeting in apps.get_model("reports", "Meeting")._default_manager.order_by("pk").iterator():
        meeting.digest = hashlib.sha256(meeting.frozen.encode()).hexdigest()
        meeting.save(update_fields=["digest"])


def told(meeting: Any) -> dict[str, Any]:
    return {
        "number": meeting.number,
        "sort": meeting.sort,
        "unit": meeting.unit_id,
        "kinds": meeting.kinds,
        "since": utc_text(meeting.since_at),
        "cut": utc_text(meeting.cut_at),
        "frozen": meeting.frozen,
    }


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_meetings"), ("staff", "0001_users_and_posts")]

    operations = [
        migrations.AddField("meeting", "wiped_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "meeting",
            "wiped_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="staff.post"
            ),
        ),
        migrations.AddField("meeting", "wiped_for", models.CharField(blank=True, default="", max_length=24)),
        migrations.RunPython(make_with_the_key, make_bare),
    ]
