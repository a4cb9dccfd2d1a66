"""No shown word hides behind a name that the gathering of words does not know."""

import ast
from pathlib import Path

from linli.toolbox.gathering import HOUSE, KEYWORDS

TRANSLATION = "django.utils.translation"


def aliases(source: str) -> list[str]:
    return [
        name.asname
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and node.module == TRANSLATION
        for name in node.names
        if name.asname and name.name in KEYWORDS
    ]


def test_translations_are_asked_for_under_a_name_that_is_gathered() -> None:
    hidden = [
        f"{file.relative_to(HOUSE)}: {alias}"
        for file in sorted(Path(HOUSE).rglob("*.py"))
        for alias in aliases(file.read_text(encoding="utf-8"))
        if alias not in KEYWORDS
    ]
    assert hidden == []


def test_another_name_is_found() -> None:
    assert aliases(f"from {TRANSLATION} import gettext as now, gettext_lazy as _") == ["now", "_"]
