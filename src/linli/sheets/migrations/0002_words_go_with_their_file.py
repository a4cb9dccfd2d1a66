"""What words of a list stood for quotes its cells: of the files that were let go it goes, too."""

import json
from typing import Any

from django.db import migrations


def let_words_go(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("sheets", "Delivery").objects.filter(let_go_at__isnull=False)
    for pk, told in list(rows.values_list("pk", "mapping")):
        mapping = json.loads(told)
        for filled in mapping.get("columns", {}).values():
            filled.pop("words", None)
        rows.filter(pk=pk).update(mapping=json.dumps(mapping, ensure_ascii=False, separators=(",", ":")))


class Migration(migrations.Migration):
    dependencies = [("sheets", "0001_files_handed_over_and_kept_mappings")]

    operations = [migrations.RunPython(let_words_go, migrations.RunPython.noop)]
