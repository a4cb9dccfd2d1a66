"""No command writes a sentence that cannot be translated: clerks and administrators read these lines too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import linli

HOUSE = Path(linli.__file__).parent
FOR_DEVELOPERS = {"kindpages.py", "startkind.py"}
TRANSLATING = {"_", "gettext", "said"}
NEVER_TOLD = {"NAMES", "OVER_DATA"}
"""What the settings are for is read in the code, only what they are called is told; and names of commands."""
SENTENCE = re.compile(r"[A-Za-z]{3,} [a-z]{2,}")
SPOKEN = [
    *(file for file in sorted(HOUSE.rglob("management/commands/*.py")) if file.name not in FOR_DEVELOPERS),
    *sorted((HOUSE / "serve").glob("*.py")),
    *(HOUSE / name for name in ("bootstrap.py", "configuration.py", "manage.py", "usage.py")),
]


@pytest.mark.parametrize("file", SPOKEN, ids=lambda file: str(file.relative_to(HOUSE)))
def test_every_sentence_of_a_command_is_marked(file: Path) -> None:
    assert list(bare(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        'self.stdout.write(f"{n} no keys yet")',
        'raise CommandError("no keys yet")',
        'yield False, "no keys yet"',
        'said = "no keys yet"\nraise Refused(said)',
        'GONE = "no keys yet"\nraise Refused(_(GONE))',
        'print("no keys yet")',
        'sys.stdout.writelines(["no keys yet"])',
        'parser.add_argument("--keys", help="no keys yet")',
        'parser = ArgumentParser(prog="./linli run", description="no keys yet")',
        'class Command(BaseCommand):\n    help = "no keys yet"',
        'say(_("{told} again").format(told="no keys yet"))',
        'return "no keys yet"',
        'GONE = msg("it is gone"), "no keys yet"',
        'say(msg("no keys yet"))',
    ],
)
def test_a_sentence_is_seen_however_it_is_said(source: str) -> None:
    assert [text.strip() for text in bare(source)] == ["no keys yet"]


def test_a_sentence_that_is_only_marked_is_seen_where_it_is_told_as_it_stands() -> None:
    marked = 'GONE = msg("no keys yet")\n'
    assert list(bare(f"{marked}raise Refused(GONE.format(keys=keys))")) == ["GONE"]
    assert list(bare(f"{marked}raise Refused(_(GONE).format(keys=keys))")) == []


def test_what_is_no_sentence_of_a_command_is_let_pass() -> None:
    documented = 'def keys() -> None:\n    """Says why there are none."""'
    for source in (documented, 'OVER_DATA = "tick verify"', 'cursor.execute("PRAGMA quick_check")'):
        assert list(bare(source)) == []


def bare(source: str) -> Iterator[str]:
    """Every sentence that stands there untranslated, wherever it goes; and the name of a marked one that is told so."""
    tree = ast.parse(source)
    steps = [step for step in ast.walk(tree) if isinstance(step, ast.Assign) and only_marks(step.value)]
    names = (name for step in steps for target in step.targets for name in parts(target))
    yield from untranslated(tree, marked={name.id for name in names if isinstance(name, ast.Name)})


def untranslated(node: ast.AST, *, marked: set[str]) -> Iterator[str]:
    if is_never_told(node):
        return
    match node:
        case ast.Constant(value=str(text)) if SENTENCE.search(text):
            yield text
        case ast.Name(id=name, ctx=ast.Load()) if name in marked:
            yield name
    translated = isinstance(node, ast.Call) and name_of(node.func) in TRANSLATING
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.keyword) or not translated:
            yield from untranslated(one, marked=marked)


def is_never_told(node: ast.AST) -> bool:
    """Docstrings, what only machines read, and what is marked to be translated where it is told."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.keyword(arg="prog"):
            return True
        case ast.Call(func=ast.Attribute(attr="execute"), args=[ast.Constant()]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) if name in NEVER_TOLD:
            return True
    return isinstance(node, ast.Assign) and only_marks(node.value)


def only_marks(value: ast.expr) -> bool:
    return all(isinstance(part, ast.Call) and name_of(part.func) == "msg" for part in parts(value))


def parts(value: ast.expr) -> list[ast.expr]:
    return list(value.elts) if isinstance(value, ast.Tuple) else [value]


def name_of(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
