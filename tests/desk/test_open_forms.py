"""Who else has a form of this matter open: said for two minutes, to colleagues at that form, and nowhere else."""

from datetime import datetime, timedelta

import pytest
from django.utils.translation import override

from linli.doors.desk import at_work
from linli.doors.desk.models import OpenForm
from linli.matters.beating import beat_rooms
from tests.desk.conftest import Desk, page, post
from tests.town import MONDAY, Town, pebble

MINUTE = timedelta(minutes=1)


def test_a_colleague_at_the_form_is_told_who_else_is_there_and_oneself_is_not(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    mei, wang = desk(town.mei), desk(town.wang)
    assert "梅兰打开" not in page(mei, f"/m/{matter.number}/note/")
    assert "梅兰打开此表单已有 1 分钟" in page(wang, f"/m/{matter.number}/note/")
    assert "梅兰打开本事项的“写备注”表单" in page(wang, f"/m/{matter.number}/carry/")
    assert "梅兰打开" not in page(mei, f"/m/{matter.number}/note/")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (0 * MINUTE, ["梅兰打开此表单已有 1 分钟。"]),
        (2 * MINUTE, ["梅兰打开此表单已有 2 分钟。"]),
        (2 * MINUTE + timedelta(seconds=1), []),
    ],
)
def test_it_is_said_for_two_minutes(town: Town, later: timedelta, told: list[str]) -> None:
    matter = pebble(town)
    at_work.opened(matter, "note", by=town.mei, at=MONDAY)
    assert at_work.others(matter, "note", but=town.wang, at=MONDAY + later) == told
    assert at_work.others(pebble(town), "note", but=town.wang, at=MONDAY + later) == []


def test_nothing_of_it_stands_outside_the_forms_of_the_matter(town: Town, desk: Desk) -> None:
    matter, other = pebble(town), pebble(town)
    page(desk(town.mei), f"/m/{matter.number}/note/")
    wang = desk(town.wang)
    for place in (f"/m/{other.number}/note/", f"/m/{matter.number}/", "/matters/", "/", "/board/"):
        assert "表单已有" not in page(wang, place)


def test_a_step_that_was_taken_is_no_longer_open(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    page(mei, f"/m/{matter.number}/note/")
    assert post(mei, matter, "note", text="看过了").status_code == 303
    assert not OpenForm.objects.exists()


def test_what_was_opened_again_counts_from_then_and_the_tick_forgets_it_after_ten_minutes(town: Town) -> None:
    matter = pebble(town)
    for at in (MONDAY, MONDAY + MINUTE):
        at_work.opened(matter, "note", by=town.mei, at=at)
    assert OpenForm.objects.get().at == MONDAY + MINUTE
    assert said_by_tick(at=MONDAY + 11 * MINUTE) == []
    assert said_by_tick(at=MONDAY + 13 * MINUTE) == ["1 open forms forgotten"]
    assert not OpenForm.objects.exists()


def said_by_tick(*, at: datetime) -> list[str]:
    with override("en"):
        return [said for said in beat_rooms(at=at) if "forms" in said]
