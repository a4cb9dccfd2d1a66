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
