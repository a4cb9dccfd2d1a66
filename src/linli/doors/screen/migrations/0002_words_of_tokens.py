"""Says what tokens are called in the office; nothing is stored otherwise."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("screen", "0001_tokens_by_digest")]
    operations = [
        migrations.AlterModelOptions(
            name="token",
            options={"verbose_name": "screen token", "verbose_name_plural": "screen tokens"},
        ),
    ]
