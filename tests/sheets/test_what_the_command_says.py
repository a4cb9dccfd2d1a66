"""What `./linli import` says of a list: in the reader's tongue, and what is to be looked at twice."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.translation import override

from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, file_of, line, rows, written
from tests.sheets.typed import run
from tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(town: Town) -> None:
    clerk(town)


def test_a_row_whose_number_stands_above_and_is_over_is_wrong_in_the_trial_as_in_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = [line("1", **CLOSED), line("2"), line("1", **{**CLOSED, "诉求类别": "noise"})]
    file = file_of(tmp_path, twice)
    said = run(file, capsys, dry_run=True)
    assert "共 3 行：新增 2，有变化 0，已存在 0，错误 1。" in said
    assert "第 4 行，诉求类别：该编号的事项已到“办结”" in said
    assert "第 4 行，工单编号：上面已有一行是这个编号" in said
    assert "编号与前面的行相同" not in said, "it is no news of a matter where it is wrong"
    assert "新增 2，有变化 0，已存在 0，错误 1。" in run(file, capsys)


def test_a_dry_run_points_at_a_number_that_comes_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = line("00002", **CLOSED)
    assert "首处在第 4 行（HX00002）" in run(file_of(tmp_path, [*rows(2), news]), capsys, dry_run=True)
    assert "HX00002" not in run(file_of(tmp_path, rows(2)), capsys, dry_run=True)


def test_a_word_that_is_not_ours_is_told_under_the_word_of_its_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(file_of(tmp_path, [line("1", 诉求类别="天上的事"), line("2")]), capsys, dry_run=True)
    assert "  类型（category）：尚未对应的词：天上的事（1）" in said.splitlines()


@pytest.mark.parametrize(
    ("language", "read", "weighed", "left"),
    [
        (
            "zh-hans",
            "  “投诉” → 诉求性质（sort）",
            "共 3 行：新增 1，有变化 0，已存在 0，错误 2。",
            "天上的事（1）、海里的事（1）",
        ),
        (
            "en",
            "  “投诉” → Sort of request (sort)",
            "3 rows: 1 new, 0 changed, 0 here already, 2 wrong.",
            "天上的事 (1), 海里的事 (1)",
        ),
    ],
)
def test_a_trial_is_told_with_the_marks_of_its_tongue(
    language: str, read: str, weighed: str, left: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path, [line("1"), line("2", 诉求类别="天上的事"), line("3", 诉求类别="海里的事")])
    how = tmp_path / "map.toml"
    run(file, capsys, write_map=how)
    how.write_text(how.read_text(encoding="utf-8") + '[columns.sort]\nfixed = "投诉"\n', encoding="utf-8")
    with override(language):
        call_command("takein", str(file), kind="request", who="qin", hands=0, dry_run=True, map=how)
    said = capsys.readouterr()
    assert read in said.err.splitlines()
    assert said.out.splitlines()[0] == weighed
    assert said.out.splitlines()[1].endswith(left)
    assert not {"、", "：", "；"} & set(said.out if language == "en" else "")


@pytest.mark.parametrize(
    ("last", "sentence"),
    [("已转交", "如果“办理结果”列下是整句话，请改为对应“答复（answer）”"), ("已上门更换灯泡。", "原句不会保留")],
)
def test_a_result_that_may_be_sentences_is_spoken_of(
    last: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path, [line("1", **CLOSED), line("2", **{**CLOSED, "办理结果": last})])
    said = run(file, capsys, dry_run=True)
    assert sentence in said
    assert said.count("--write-map MAP.toml") == 1, "the command has no page of columns"
    assert "“列对应”" not in said


def test_an_address_that_may_be_a_home_is_spoken_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "工单.csv"
    file.write_bytes(written(rows(1)).replace("诉求地址".encode(), "详细地址".encode()))
    call_command("takein", str(file), kind="request", who="qin", source="12345", hands=0, dry_run=True)
    assert "“详细地址”可能是个人住址" in capsys.readouterr().err


def test_another_number_is_advised_only_where_the_row_would_be_right_under_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = [
        {"诉求类别": "天上的事"},
        {"受理时间": "昨天"},
        {"诉求内容": ""},
        {"办结时间": "2199-01-01", "承办单位": "北社区"},
    ]
    file = file_of(tmp_path, [line("1"), *(line("1", **more) for more in again)])
    said = run(file, capsys, dry_run=True)
    assert "错误 4。" in said
    assert "上面已有一行是这个编号" not in said


def test_the_way_to_the_mapping_is_told_once_and_not_to_whoever_has_it_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, more = tmp_path / "工单.csv", [line("1", **CLOSED), line("1", **{**CLOSED, "办理结果": "已转交"})]
    file.write_bytes(written(more).replace("诉求地址".encode(), "详细地址".encode()))
    told = {"kind": "request", "who": "qin", "source": "12345", "hands": 0}
    call_command("takein", str(file), dry_run=True, **told)
    said = capsys.readouterr()
    assert "可能是个人住址" in said.err
    assert "如果“办理结果”列下是整句话" in said.out
    assert (said.err + said.out).count("--write-map MAP.toml") == 1
    call_command("takein", str(file), write_map=tmp_path / "map.toml", **told)
    assert "--write-map" not in capsys.readouterr().err
