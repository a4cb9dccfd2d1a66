"""Whoever was second is told what happened meanwhile and loses no word."""

from tests.desk.conftest import Desk, told
from tests.pebble.commands import warn
from tests.town import TUESDAY, Town, facts_of, pebble, said


def test_whoever_was_second_reads_what_happened_and_keeps_the_words(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    said(warn, matter, by=town.wang, at=TUESDAY)
    response = mei.post(f"/m/{matter.number}/note/", {**early, "text": "我写到一半的话"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "我写到一半的话" in shown
    assert town.wang.name in shown
    assert "Noted" not in facts_of(matter)


def test_the_conflict_page_can_be_sent_again_as_it_stands(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    moved = said(warn, matter, by=town.wang, at=TUESDAY)
    mei.post(f"/m/{matter.number}/note/", {**early, "text": "再说一次"})
    response = mei.post(f"/m/{matter.number}/note/", {**early, "version": moved.version, "text": "再说一次"})
    assert response.status_code == 303
    assert "Noted" in facts_of(matter)


def test_who_was_second_to_oneself_is_told_so(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    said(warn, matter, by=town.mei, at=TUESDAY)
    shown = mei.post(f"/m/{matter.number}/note/", {**early, "text": "另一个窗口"}).content.decode()
    assert "您自己在另一个窗口中改动了本事项" in shown
    assert "您（在另一个窗口）" in shown
    assert "另一个窗口</textarea>" in shown


def test_around_the_form_stands_what_holds_now(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    moved = said(warn, matter, by=town.wang, at=TUESDAY)
    response = mei.post(f"/m/{matter.number}/note/", {**early, "text": "一句"}, headers={"HX-Request": "true"})
    assert response.headers["HX-Retarget"] == "#matter"
    assert f'data-version="{moved.version}"' in response.content.decode()
    assert "<html" not in response.content.decode()
