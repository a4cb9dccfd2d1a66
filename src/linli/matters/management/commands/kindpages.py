"""`./linli kindpages`: writes the page of every kind into docs/kinds, from the code."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from linli.matters.kind import kinds
from linli.matters.kind_page import page


class Command(BaseCommand):
    help = "Write the page of every kind into docs/kinds."

    def handle(self, *args: Any, **options: Any) -> None:
        folder = Path(settings.ROOT) / "docs/kinds"
        folder.mkdir(parents=True, exist_ok=True)
        for kind in kinds():
            (folder / f"{kind.name}.md").write_text(page(kind), encoding="utf-8")
            self.stdout.write(f"docs/kinds/{kind.name}.md")
