"""An instruction through the desk: given in a meeting, shown among the dates, ticked off by who was told."""

from django.utils import timezone

from tests.desk.conftest import Desk, page, post
from tests.reports.sitting import convened
from tests.town import Town, facts_of, pebble, state_of


def test_an_instruction_is_given_shown_and_ticked_off(town: Town, desk: Desk) -> None:
    matter, chen, wang = pebble(town), desk(town.chen), desk(town.wang)
    ch = convened(town, at=timezone.now()).number
    form = page(chen, f"/m/{matter.number}/instruct/?meeting={ch}")
    assert f'value="{ch}"' in form
    today = timezone.localdate().isoformat()
    told = {"user": "wang", "what": "把桥头围起来", "by_on": today, "meeting": ch}
    assert post(chen, matter, "instruct", **told).status_code == 303
    (one,) = state_of(matter).open_instructions()
    shown = page(wang, f"/m/{matter.number}/")
    assert "把桥头围起来" in shown
    assert ch in shown
    assert "交办事项办理期限" in shown
    assert wang.get(f"/m/{matter.number}/why/{one.due}/").status_code == 404
    assert "把桥头围起来" in page(wang, f"/m/{matter.number}/fulfil/")
    matter.refresh_from_db()
    assert post(wang, matter, "fulfil", instruction=str(one.seq), done="围好了").status_code == 303
    assert facts_of(matter)[-1] == "Fulfilled"


def test_an_instruction_to_nobody_comes_back_with_what_was_typed(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    response = post(chen, matter, "instruct", what="把桥头围起来", by_on=timezone.localdate().isoformat())
    assert response.status_code == 422
    assert "把桥头围起来" in response.content.decode()
    assert "请填写由谁办理" in response.content.decode()


def test_a_call_is_a_date_of_the_matter_with_its_words(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    assert post(chen, matter, "call_up", reason="已有人绊倒").status_code == 303
    assert "已提请下次会议研究" in page(chen, f"/m/{matter.number}/")


def test_what_cannot_be_said_of_anything_is_no_step_that_is_still_to_open(town: Town, desk: Desk) -> None:
    matter, chen, he = pebble(town), desk(town.chen), desk(town.he)
    assert "提请下次会议研究" in page(chen, f"/m/{matter.number}/")
    for word in ("交办事项办结", "撤销提请"):
        assert word not in page(chen, f"/m/{matter.number}/"), word
    told = {"user": "wang", "what": "把桥头围起来", "by_on": timezone.localdate().isoformat()}
    post(chen, matter, "instruct", **told)
    fulfilling = f'href="/m/{matter.number}/fulfil/'
    assert fulfilling in page(chen, f"/m/{matter.number}/")
    assert fulfilling in page(desk(town.wang), f"/m/{matter.number}/")
    assert fulfilling not in page(he, f"/m/{matter.number}/")


def test_the_first_page_counts_what_i_was_told_to_do_and_leads_to_it(town: Town, desk: Desk) -> None:
    matter, chen, wang = pebble(town), desk(town.chen), desk(town.wang)
    listed = '<a class="tile{}" href="/matters/?whose=instructed"><strong class="num">{}</strong>'
    assert listed.format(" tile-empty", 0) in page(wang, "/")
    told = {"user": "wang", "what": "把桥头围起来", "by_on": timezone.localdate().isoformat()}
    post(chen, matter, "instruct", **told)
    assert listed.format("", 1) in page(wang, "/")
    assert matter.number in page(wang, "/matters/?whose=instructed")


def test_words_in_the_place_of_a_meetings_number_are_neither_shown_nor_taken(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    assert 'value="13800000013，' not in page(chen, f"/m/{matter.number}/instruct/?meeting=13800000013，周阿婆")
    today = timezone.localdate().isoformat()
    for meeting, status in (("周阿婆 13800000013", 422), ("CH-3601-2026-0001", 409)):
        told = {"user": "wang", "what": "把桥头围起来", "by_on": today, "meeting": meeting}
        response = post(chen, matter, "instruct", **told)
        assert response.status_code == status
        assert "没有这个会议" in response.content.decode()
    assert "Instructed" not in facts_of(matter)
