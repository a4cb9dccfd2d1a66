"""`./linli import`: a dry run, a list taken in once however often, cut off and gone on with, and clear refusals."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from linli.kinds.request.kind import REQUEST
from linli.matters.models import Event, Matter, Taking
from linli.sheets import telling
from linli.sheets.mapping import from_toml
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, file_of, line, rows, written
from tests.sheets.typed import run
from tests.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(town: Town) -> None:
    clerk(town)


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Event.objects.count()
    said = run(file_of(tmp_path, [*rows(3), line("x", 受理时间="昨天")]), capsys, dry_run=True)
    assert "4" in said
    assert "昨天" in said
    assert Event.objects.count() == before
    assert not Taking.objects.exists()


@pytest.mark.parametrize("every", [2.0, 0.0])
def test_how_far_it_got_is_told_once_for_the_same_rows(
    every: float, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "EVERY", every)
    call_command("takein", str(file_of(tmp_path, rows(3))), kind="request", who="qin", source="12345", hands=0)
    assert capsys.readouterr().err.count("已处理 3 行") == 1


def test_a_list_taken_in_twice_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = file_of(tmp_path, rows(4))
    run(file, capsys)
    once = Matter.objects.count(), Event.objects.count()
    said = run(file, capsys)
    assert (Matter.objects.count(), Event.objects.count()) == once
    assert once[0] == 4
    assert "4" in said


def test_a_row_that_says_something_else_is_added_to_its_matter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(file_of(tmp_path, [line("00002")]), capsys)
    run(file_of(tmp_path, [line("00002", **CLOSED)], "后来.csv"), capsys)
    assert Taking.objects.latest("pk").changed == 1
    assert REQUEST.stages[Matter.objects.get().stage].phase in ("closed", "confirming")


class Killed(BaseException):
    """The process is gone."""


def test_cut_off_and_gone_on_with_nothing_is_doubled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    again = line("00001", **{**CLOSED, "答复内容": "换了灯泡。"})
    file = file_of(tmp_path, [*rows(3), again, *rows(2, first=4), line("x", 受理时间="昨天")])
    with monkeypatch.context() as patched:
        patched.setattr(telling.Going, "say", dying())
        with pytest.raises(Killed):
            run(file, capsys)
    cut_off = Taking.objects.get()
    assert (cut_off.rows, cut_off.finished_at) == (3, None)
    said = run(file, capsys).splitlines()
    assert said[:3] == [
        "导入完成：新增 2，有变化 0，已存在 0，错误 1。",
        "本次在已处理的 3 行之后接着导入。中断之前：新增 3，有变化 0，已存在 0，错误 0。",
        "清单中无法读取的行，未计入以上各数：1。",
    ]
    done = Taking.objects.get()
    assert (done.rows, done.good, done.finished_at is not None) == (6, 5, True)
    assert Matter.objects.count() == 5


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_numbers_of_a_run_that_went_on_add_up(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [*rows(2), line("u", 受理时间="前天"), line("v", 诉求内容="")]
    file = file_of(tmp_path, [*first, line("00002", 诉求标题="灯"), line("w", 诉求内容=""), line("x", 受理时间="昨天")])
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(telling.Going, "say", dying())
        run(file, capsys)
    before = Taking.objects.get()
    assert before.wrong, "one was wrong before it stopped"
    with override(language):
        now, then, unread, *_more = (figures(one) for one in run(file, capsys).splitlines())
    rest = Taking.objects.get().rows - before.rows
    assert (then[0], sum(then[1:]), sum(now), unread) == (before.rows, before.rows, rest, [2])
    assert sum(now) + then[0] + unread[0] == len(first) + 3


def figures(said: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", said)]


def dying() -> Any:
    def say(self: telling.Going, taking: Taking, **more: Any) -> None:
        raise Killed

    return say


def test_where_every_row_is_wrong_a_trial_ends_as_the_run_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unread, unfit = (
        file_of(tmp_path, [line("x", 受理时间="昨天")]),
        file_of(tmp_path, [line("y", 诉求内容="")], "乙.csv"),
    )
    for file in (unread, unfit):
        for more in ({"dry_run": True}, {}):
            with pytest.raises(CommandError, match="全部行都有错误"):
                run(file, capsys, **more)
    some = file_of(tmp_path, [*rows(1), line("x", 受理时间="昨天")], "丙.csv")
    with pytest.raises(CommandError, match="--strict"):
        run(some, capsys, dry_run=True, strict=True)
    assert "错误 1。" in run(some, capsys, dry_run=True)
    assert not Matter.objects.exists()


def test_a_file_for_wrong_rows_is_asked_for_where_none_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, wrong = file_of(tmp_path, [*rows(1), line("x", 受理时间="昨天")]), tmp_path / "错.csv"
    assert "--errors" in run(file, capsys, dry_run=True)
    assert "--errors" not in run(file, capsys, dry_run=True, errors=wrong)
    assert "--errors" in run(file, capsys)
    assert "--errors" not in run(file, capsys, errors=wrong)


@pytest.mark.parametrize(("option", "name"), [("errors", "wrong.csv"), ("write_map", "map.toml")])
def test_a_file_that_cannot_be_written_is_told_so_before_anything_is_taken_in(
    option: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, nowhere = file_of(tmp_path, [*rows(1), line("x", 受理时间="昨天")]), tmp_path / "nowhere" / name
    with pytest.raises(CommandError, match=rf"无法写入文件 .*{name}：没有这个文件或文件夹"):
        run(file, capsys, **{option: nowhere})
    assert not Matter.objects.exists()


def test_without_a_wrong_row_no_file_for_them_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, kept = tmp_path / "错.csv", tmp_path / "旧.csv"
    kept.write_text("旧", encoding="utf-8")
    for named in (wrong, kept):
        run(file_of(tmp_path, rows(2)), capsys, errors=named)
    assert not wrong.exists()
    assert kept.read_text(encoding="utf-8") == "旧"


def test_trying_out_where_a_link_leads_leaves_the_link_and_nothing_behind_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong, meant = tmp_path / "错.csv", tmp_path / "共享.csv"
    wrong.symlink_to(meant)
    run(file_of(tmp_path, rows(1)), capsys, errors=wrong)
    assert wrong.is_symlink()
    assert not meant.exists()
    run(file_of(tmp_path, [*rows(1), line("x", 受理时间="昨天")]), capsys, errors=wrong)
    assert "HXx" in meant.read_text(encoding="utf-8")


def test_every_row_is_counted_also_one_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = file_of(tmp_path, [*rows(2), line("x", 受理时间="昨天")])
    call_command("takein", str(file), kind="request", who="qin", source="12345", hands=0)
    assert "已处理 3 行" in capsys.readouterr().err


def test_strict_takes_all_or_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "错.csv"
    with pytest.raises(CommandError):
        run(file_of(tmp_path, [*rows(2), line("x", 诉求内容="")]), capsys, strict=True, errors=wrong)
    assert not Matter.objects.exists()
    assert "HXx" in wrong.read_text(encoding="utf-8")


def test_the_mapping_that_is_proposed_is_written_down_and_can_be_given_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, made = file_of(tmp_path, [line("1", 诉求类别="街面")]), tmp_path / "map.toml"
    run(file, capsys, write_map=made)
    told = made.read_text(encoding="utf-8")
    assert from_toml(told).columns["external"].heads == ("工单编号",)
    made.write_text(f'{told}[columns.category.words]\n"街面" = "street-light"\n', encoding="utf-8")
    run(file, capsys, map=made)
    assert Matter.objects.get().category == "street-light"


def test_what_the_list_has_no_column_for_stands_in_the_written_mapping_to_be_filled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, made = tmp_path / "list.csv", tmp_path / "map.toml"
    file.write_bytes(written(rows(1)).replace("诉求内容".encode(), "话".encode()))
    run(file, capsys, write_map=made)
    with pytest.raises(CommandError, match="诉求内容"):
        run(file, capsys, map=made)
    told = made.read_text(encoding="utf-8")
    assert "[columns.story]\nfrom = []" in told
    made.write_text(told.replace("[columns.story]\nfrom = []", '[columns.story]\nfrom = ["话"]'), encoding="utf-8")
    run(file, capsys, map=made)
    assert Matter.objects.count() == 1


def test_wrong_rows_that_were_mended_come_in_by_the_mapping_of_their_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, made, wrong = tmp_path / "list.csv", tmp_path / "map.toml", tmp_path / "wrong.csv"
    file.write_bytes(written([*rows(1), line("x", 受理时间="昨天")], encoding="gb18030"))
    run(file, capsys, write_map=made)
    run(file, capsys, map=made, errors=wrong)
    wrong.write_text(wrong.read_text(encoding="utf-8").replace('"昨天"', '"2025-03-04"'), encoding="utf-8")
    run(wrong, capsys, map=made)
    assert Matter.objects.count() == 2


NOT_OURS = "甲,乙\n1,2\n".encode()
REFUSED: list[tuple[bytes, dict[str, Any], str]] = [
    (b"", {}, "没有数据行"),
    (b"%PDF-1.7", {}, "不是清单文件"),
    (b"PK\x03\x04", {}, "工作簿无法读取"),
    (NOT_OURS, {}, "缺少以下列"),
    (NOT_OURS, {"kind": "people"}, "不是可导入的事项种类"),
    (NOT_OURS, {"kind": ""}, "请用 --kind 写明"),
    (NOT_OURS, {"map": Path("there-is-none.toml")}, "there-is-none.toml 无法读取：没有这个文件或文件夹"),
    (NOT_OURS, {"who": "wang"}, "无权导入"),
    (NOT_OURS, {"who": "nobody"}, "没有“nobody”这个登录名"),
    (NOT_OURS, {"encoding": "klingon"}, "不支持编码"),
]


@pytest.mark.parametrize(("content", "more", "sentence"), REFUSED)
def test_what_cannot_be_meant_is_told_in_one_sentence(
    content: bytes, more: dict[str, Any], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        run(file, capsys, **more)
