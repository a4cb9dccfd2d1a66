"""A small house with words in code and pages, and its catalogues."""

from pathlib import Path

import pytest

from linli.toolbox import words
from linli.toolbox.gathering import gather
from linli.toolbox.words import mend

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
TITLE = msg("{unit} signed")
def say(n): return _("Close"), ngettext("{n} day", "{n} days", n), pgettext("verb", "Open")
"""
PAGE = """{% trans %}Hello{% endtrans %} {{ _("Sign in") }} {% trans name=x %}Dear {{ name }}{% endtrans %}"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(words, "HOUSE", tmp_path)
    room = tmp_path / "doors" / "desk"
    (room / "templates").mkdir(parents=True)
    (room / "apps.py").write_text("", encoding="utf-8")
    (room / "code.py").write_text(CODE, encoding="utf-8")
    (room / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pure.py").write_text('msg("Red")\n', encoding="utf-8")
    return tmp_path


def catalogue(house: Path, room: str = "doors/desk") -> Path:
    return house / room / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


def translated(house: Path) -> None:
    """Gather, then give every word its Chinese."""
    chinese = {"{unit} signed": "{unit}已签收", "{n} day": "{n}天", "Dear %(name)s": "%(name)s您好"}
    for file, found in gather(house).items():
        mend(file, found)
        lines = file.read_text(encoding="utf-8").split("\n")
        for place, line in enumerate(lines):
            if line.startswith("msgid ") and line != 'msgid ""':
                said = line.removeprefix('msgid "').removesuffix('"')
                target = next(step for step in range(place, len(lines)) if lines[step].startswith("msgstr"))
                lines[target] = lines[target].replace('""', f'"{chinese.get(said, "词")}"')
        file.write_text("\n".join(lines), encoding="utf-8")
