"""A new kind begun with one command imports, is whole, and opens matters."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.core.management import CommandError, call_command

from linli.toolbox.gathering import words_in

ROOT = Path(__file__).resolve().parents[2]
PYTEST = ("-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", "--ds=settings_with_lantern")
SETTINGS = """
import linli.kinds
linli.kinds.__path__.append({folder!r})
from tests.settings import *
INSTALLED_APPS = [*INSTALLED_APPS, "linli.kinds.lantern"]
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], {folder!r} + "/lantern/templates"]
"""


def on_sqlite() -> dict[str, str]:
    """The environment without this run's own database, which a second run must not touch."""
    return {name: value for name, value in os.environ.items() if name != "LINLI_DATABASE"}


def begun(folder: Path, name: str = "lantern") -> str:
    said = StringIO()
    call_command("startkind", name, into=folder, stdout=said)
    return said.getvalue()


def test_the_new_kind_is_one_folder_and_its_own_tests_and_the_law_of_whole_kinds_pass(tmp_path: Path) -> None:
    begun(tmp_path)
    (tmp_path / "settings_with_lantern.py").write_text(SETTINGS.format(folder=str(tmp_path)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, *PYTEST, str(tmp_path / "lantern/tests"), "tests/laws/test_kinds_whole.py"],
        cwd=ROOT,
        env={**on_sqlite(), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}:{tmp_path}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "[lantern]" in done.stdout or " passed" in done.stdout


def test_nothing_of_the_pebble_is_left_but_its_chinese(tmp_path: Path) -> None:
    begun(tmp_path)
    texts = [file.read_text(encoding="utf-8") for file in tmp_path.rglob("*") if file.is_file()]
    assert texts
    assert not [text for text in texts if "pebble" in text.casefold()]


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    said = begun(tmp_path)
    for file in sorted((tmp_path / "lantern").iterdir()):
        assert file.name in said or file.stem in ("__init__", "apps", "choices", "locale")


@pytest.mark.parametrize("name", ["Lantern", "two words", "class", "灯笼", "pebble", "lanternsandlanterns"])
def test_a_name_that_cannot_be_a_kind_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommandError):
        begun(tmp_path, name)
    assert not list(tmp_path.iterdir())


def test_a_kind_is_never_overwritten(tmp_path: Path) -> None:
    begun(tmp_path)
    with pytest.raises(CommandError):
        begun(tmp_path)


def test_the_pebble_brings_its_chinese_along() -> None:
    room = ROOT / "tests/pebble"
    with (room / "locale/zh_Hans/LC_MESSAGES/django.po").open("rb") as file:
        known = {message.id: message.string for message in read_po(file, locale="zh_Hans") if message.id}
    files = [file for file in room.rglob("*") if file.suffix in (".py", ".html") and "tests" not in file.parts[-2:]]
    said = {word.text for file in files for word, _line in words_in(file, house=room)}
    assert said == set(known)
    assert all(known.values())
