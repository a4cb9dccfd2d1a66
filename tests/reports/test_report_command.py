"""`./linli report`: a file by name, unit and period; what cannot be meant is answered with a sentence."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from linli.reports import offered
from linli.reports.management.commands import report
from linli.reports.printed import COUNT
from tests.reports.stones import STONES, scattered
from tests.town import WEDNESDAY, Town, unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stones_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of these tests stands in no folder."""
    monkeypatch.setattr(offered, "reports", lambda: (STONES,))
    monkeypatch.setattr(report, "reports", lambda: (STONES,))


def asked(*told: str, **more: Any) -> str:
    out = StringIO()
    call_command("report", *told, stdout=out, **more)
    return out.getvalue()


def test_it_writes_the_file_that_is_asked_for(town: Town, tmp_path: Path) -> None:
    scattered(town)
    file = tmp_path / "stones.json"
    assert asked("stones", unit=town.north.code, period="2026-03", output=str(file)).strip() == str(file)
    told = json.loads(file.read_text())
    assert (told["unit"]["code"], told["period"]["name"]) == ("360101", "2026-03")
    first = told["sections"][0]["total"]["cells"][0]
    assert (first["text"], first["sort"]) == ("3", COUNT)
    for sort in ("xlsx", "docx", "csv"):
        asked("stones", unit=town.street.code, period="2026-03", format=sort, output=str(tmp_path / f"stones.{sort}"))
        assert (tmp_path / f"stones.{sort}").stat().st_size > 1000


def test_without_a_name_it_lists_what_there_is() -> None:
    assert asked().startswith("stones")


def test_what_cannot_be_meant_is_answered_with_a_sentence(db: None) -> None:
    unit("3601", "柳树街道", kind="county")
    for told, sentence in (
        ({"name": "stone"}, "stones"),
        ({"unit": "9"}, "“9”"),
        ({"period": "2026-13"}, "2026-05"),
        ({"format": "pdf"}, "docx"),
        ({"output": "/nowhere/at/all.json"}, "--output"),
    ):
        fitting = {"name": "stones", "unit": "3601", "period": "2026-03", "format": "json", **told}
        with pytest.raises(CommandError, match=sentence):
            asked(fitting.pop("name"), **fitting)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_file_says_the_same_whatever_language_the_command_speaks(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    scattered(town)
    monkeypatch.setattr("django.utils.timezone.now", lambda: WEDNESDAY)
    made = []
    for language in ("zh-hans", "en"):
        with override(language):
            asked("stones", format=form, period="2026-03", output=str(tmp_path / language))
        made.append((tmp_path / language).read_text(encoding="utf-8"))
    assert made[0] == made[1]
