"""Marks by their sort, open duties by role and time, the newest of a unit on level four: asked without scans."""

from django.db import migrations, models
from django.db.models import Q

FILL = (
    "UPDATE matters_mark SET sort = CASE "
    "WHEN name <> rtrim(name, '0123456789') AND rtrim(name, '0123456789') LIKE '_%#_' ESCAPE '#' "
    "THEN substr(rtrim(name, '0123456789'), 1, length(rtrim(name, '0123456789')) - 1) ELSE name END"
)


class Migration(migrations.Migration):
    dependencies = [("matters", "0007_ties")]

    operations = [
        migrations.AddField("mark", "sort", models.CharField(default="", max_length=24)),
        migrations.RunSQL([FILL], migrations.RunSQL.noop),
        migrations.AddIndex("mark", models.Index(fields=["sort", "at"], name="mark_sort")),
        migrations.AddIndex(
            "duty", models.Index(condition=Q(("until_at__isnull", True)), fields=["role", "from_at"], name="duty_open")
        ),
        migrations.AddIndex(
            "matter", models.Index(fields=["unit_4", "kind", "touched_at", "id"], name="matter_u4_touched")
        ),
    ]
