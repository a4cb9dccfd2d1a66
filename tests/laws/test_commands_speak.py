"""No command writes a sentence that cannot be translated: clerks and administrators read these lines too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import linli

HOUSE = Path(linli.__file__).parent
FOR_DEVELOPERS = {"kindpages.py", "startkind.py"}
SAYING = {"write", "CommandError", "Refused", "say", "told", "_tell", "input", "getpass"}
SENTENCE = re.compile(r"[A-Za-z]{3,} [a-z]{2,}")
SPOKEN = [
    *(file for file in sorted(HOUSE.rglob("management/commands/*.py")) if file.name not in FOR_DEVELOPERS),
    *sorted((HOUSE / "serve").glob("*.py")),
    *(HOUSE / name for name in ("bootstrap.py", "configuration.py", "manage.py")),
]


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: str(file.relative_to(HOUSE)))
def test_every_sentence_of_a_command_is_marked(file: Path) -> None:
    assert list(bare(file.read_text(encoding="utf-8"))) == []


def test_a_bare_sentence_is_seen() -> None:
    source = 'self.stdout.write(f"{n} matters counted again")\nraise CommandError(_("There is no unit."))'
    assert list(bare(source)) == [" matters counted again"]


def bare(source: str) -> Iterator[str]:
    """What is said as it stands: in a call that says something, and in none inside it that translates."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and name_of(call.func) in SAYING:
            for argument in call.args:
                yield from (text for text in texts(argument) if SENTENCE.search(text))


def texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and name_of(node.func) in {"_", "gettext", "said"}:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for below in ast.iter_child_nodes(node):
        yield from texts(below)


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
