"""Receipts hold a digest of what was said, so that one key answers for one content only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0005_events_are_never_replaced")]

    operations = [
        migrations.AddField("receipt", "content", models.CharField(blank=True, default="", max_length=64)),
    ]
