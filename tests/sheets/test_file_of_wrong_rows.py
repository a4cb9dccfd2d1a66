"""The file that the command line writes of wrong rows: after a run those that it refused, and no others."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError

from linli.matters.models import Matter
from linli.sheets import telling
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, file_of, line
from tests.sheets.typed import run
from tests.town import Town

pytestmark = pytest.mark.django_db
LATER = {**CLOSED, "诉求类别": "noise"}
ROWS = [
    line("1"),
    line("2", 受理时间="昨天"),
    line("1", **CLOSED),
    line("3", 诉求类别="天上的事"),
    line("1", **LATER),
    line("4"),
]


@pytest.fixture(autouse=True)
def at_work(town: Town) -> None:
    clerk(town)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return tmp_path / "错.csv"


def test_rows_of_one_number_that_came_in_are_not_told_to_be_wrong(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path, ROWS)
    run(file, capsys, dry_run=True, errors=wrong)
    foretold = wrong.read_text(encoding="utf-8")
    assert re.findall(r'^"(HX\d)"', foretold, re.MULTILINE) == ["HX2", "HX3", "HX1"]
    assert "上面已有一行是这个编号" in foretold
    said = run(file, capsys, errors=wrong)
    assert "新增 2，有变化 1，已存在 0，错误 2。" in said
    assert wrong.read_text(encoding="utf-8") == foretold


def test_a_run_that_went_on_says_that_its_file_tells_how_it_stands_now(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_of(tmp_path, [line("3", 诉求类别="天上的事"), line("4"), line("4", **CLOSED), line("4", **LATER)])
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(telling.Going, "say", stopped)
        run(file, capsys)
    said = run(file, capsys, errors=wrong)
    assert "错误清单按台账现状列出" in said
    assert "HX3" in wrong.read_text(encoding="utf-8"), "the rows that were refused before it stopped as well"


def stopped(self: telling.Going, *told: Any, **more: Any) -> None:
    raise KeyboardInterrupt


def test_strict_stops_where_a_row_shuts_a_matter_that_was_here_for_a_row_below(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(file_of(tmp_path, ROWS[:1]), capsys)
    later = file_of(tmp_path, [line("1", **CLOSED), line("1", **LATER)], "后来.csv")
    with pytest.raises(CommandError, match="--strict"):
        run(later, capsys, strict=True)
    assert Matter.objects.get().closed_at is None
