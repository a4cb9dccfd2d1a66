"""Meetings on the desk: looked at live, convened once, frozen, instructed from, written down, closed, taken out."""

import io
import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document

from linli.matters.instructing import fulfil
from linli.matters.models import Matter
from linli.reports.meeting import close, convene
from linli.reports.models import Meeting
from tests.desk.conftest import Desk, page, post
from tests.pebble import commands
from tests.town import Town, pebble, said, state_of, viewing

LIVE = "/meetings/live/?sort=morning&unit="


def morning(town: Town, *, ago: int = 1) -> Meeting:
    """The street's morning meeting, cut off a few minutes ago."""
    at = timezone.now() - timedelta(minutes=ago)
    return convene("morning", who=viewing(town.chen, at=at), unit=town.street, at=at)


def fresh(town: Town, *, title: str = "桥头的石子", ago: int = 60) -> Matter:
    return pebble(town, at=timezone.now() - timedelta(minutes=ago), title=title)


def asking(client: Client, **told: Any) -> dict[str, Any]:
    """What the form of the meetings would send."""
    made = re.search(r'name="asked_at" value="([^"]+)"', page(client, "/meetings/"))
    assert made is not None
    return {"sort": "morning", "unit": "3601", "do": "convene", "asked_at": made[1], **told}


def shown(client: Client, meeting: Meeting, rest: str = "") -> str:
    return page(client, f"/meetings/{meeting.number}/{rest}")


def section(html: str, name: str) -> str:
    return html.split(f'id="{name}" ')[1].split("</section>")[0]


def test_looking_stores_nothing_and_every_figure_equals_the_list_it_leads_to(town: Town, desk: Desk) -> None:
    said(commands.warn, fresh(town), by=town.mei, at=timezone.now() - timedelta(minutes=30))
    fresh(town, title="另一颗")
    for _time in range(2):
        long_ago = timezone.now() - timedelta(days=40)
        said(commands.carry, pebble(town, at=long_ago), by=town.he, at=long_ago)
    chen = desk(town.chen)
    html = page(chen, f"{LIVE}3601")
    assert "实时" in html
    assert section(html, "new").count("<tr class=") == 2
    leading = re.findall(r'<span class="count num">(\d+)</span> <a class="quiet" href="(/matters/[^"]+)"', html)
    assert [figure for figure, _place in leading] == ["1", "2"]
    for figure, place in leading:
        assert f'id="total">{figure}<' in page(chen, place.replace("&amp;", "&"))
    assert not Meeting.objects.exists()


def test_what_was_chosen_wrongly_comes_back_in_words(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    for query, sentence in (("3602", "没有这个单位"), ("3601", "您看不到该单位的事项")):
        response = mei.get(f"{LIVE}{query}")
        assert (response.status_code, sentence in response.content.decode()) == (422, True)
    response = mei.post("/meetings/", asking(mei, sort="yearly", unit="360101", do="look"))
    assert response.status_code == 422
    assert mei.post("/meetings/", asking(mei, unit="360101", do="look"))["Location"] == f"{LIVE}360101"


def test_a_page_that_is_sent_twice_convenes_once(town: Town, desk: Desk) -> None:
    chen = desk(town.chen)
    told = asking(chen)
    first, second = (chen.post("/meetings/", told) for _time in range(2))
    meeting = Meeting.objects.get()
    assert first["Location"] == second["Location"] == f"/meetings/{meeting.number}/"
    assert "已召集，以下是其清单" in shown(chen, meeting)
    response = chen.post("/meetings/", asking(chen))
    assert (response.status_code, f"{meeting}尚未结束" in response.content.decode()) == (409, True)
    close(meeting, who=viewing(town.chen, at=timezone.now()), at=timezone.now())
    assert chen.post("/meetings/", told)["Location"] == first["Location"]
    assert chen.post("/meetings/", asking(chen))["Location"] != first["Location"]


def test_who_may_not_convene_looks_only(town: Town, desk: Desk) -> None:
    he = desk(town.he)
    assert 'value="convene"' not in page(he, "/meetings/")
    assert 'value="convene"' not in page(he, f"{LIVE}360101")
    assert he.post("/meetings/", asking(he, unit="360101")).status_code == 403
    meeting = Meeting.objects.first()
    assert meeting is None


def test_a_frozen_row_stays_and_what_it_is_now_stands_beside_it(town: Town, desk: Desk) -> None:
    matter = fresh(town)
    meeting, chen = morning(town), desk(town.chen)
    assert "现为" not in section(shown(chen, meeting), "new")
    said(commands.warn, matter, by=town.mei, at=timezone.now())
    row = section(shown(chen, meeting), "new")
    assert row.index("chip-yellow") < row.index("现为") < row.index("chip-red")
    assert "清单自截止时刻起未被改动" in shown(chen, meeting)


def test_what_has_moved_out_of_sight_keeps_its_title(town: Town, desk: Desk) -> None:
    at = timezone.now() - timedelta(minutes=1)
    matter = fresh(town)
    meeting = convene("morning", who=viewing(town.gu, at=at), unit=town.north, at=at)
    said(commands.pass_on, matter, by=town.chen, at=timezone.now(), unit=town.south)
    html = shown(desk(town.gu), meeting)
    assert matter.number in html
    assert "桥头的石子" not in html
    assert f"/m/{matter.number}/" not in html
    assert "桥头的石子" in shown(desk(town.chen), meeting)


def test_an_instruction_is_given_from_a_row_and_leads_back(town: Town, desk: Desk) -> None:
    matter, (chen, wang) = fresh(town), (desk(town.chen), desk(town.wang))
    meeting = morning(town)
    place = f"/m/{matter.number}/instruct/?meeting={meeting.number}"
    assert place in shown(chen, meeting)
    assert place not in shown(desk(town.lei), meeting)
    assert f'<a class="button" href="/meetings/{meeting.number}/">' in page(chen, place)
    told = {
        "user": "wang",
        "what": "把桥头围起来",
        "by_on": timezone.localdate().isoformat(),
        "meeting": meeting.number,
    }
    response = post(chen, matter, "instruct", **told)
    assert (response.status_code, response["Location"]) == (303, f"/meetings/{meeting.number}/")
    html = shown(chen, meeting)
    assert "把桥头围起来" in html
    assert "王守和" in html
    linked = f'href="/meetings/{meeting.number}/"'
    assert linked in page(chen, f"/m/{matter.number}/")
    assert linked not in page(wang, f"/m/{matter.number}/")
    assert meeting.number in page(wang, f"/m/{matter.number}/")
    matter.refresh_from_db()
    (one,) = state_of(matter).open_instructions()
    said(fulfil, matter, by=town.wang, at=timezone.now(), instruction=one.seq, done="围好了")
    assert "✓ 办结" in shown(chen, meeting)


def test_a_scripted_step_leads_back_to_the_meeting_that_it_was_taken_in(town: Town, desk: Desk) -> None:
    matter, meeting = fresh(town), morning(town)
    chen = desk(town.chen)
    told = {"user": "wang", "what": "围起来", "by_on": timezone.localdate().isoformat(), "version": str(matter.version)}
    for number, header in ((meeting.number, "HX-Redirect"), ("", "HX-Push-Url")):
        matter.refresh_from_db()
        sent = {**told, "key": str(uuid.uuid4()), "version": str(matter.version), "meeting": number}
        response = chen.post(f"/m/{matter.number}/instruct/", sent, headers={"HX-Request": "true"})
        assert (response.status_code, header in response.headers) == (200, True), number


def test_nothing_is_instructed_on_what_is_closed_or_in_a_meeting_that_is(town: Town, desk: Desk) -> None:
    matter, other = fresh(town), fresh(town, title="另一颗")
    meeting, chen = morning(town), desk(town.chen)
    carried = said(commands.carry, matter, by=town.wang, at=timezone.now())
    said(commands.bring_home, carried, by=town.wang, at=timezone.now())
    html = shown(chen, meeting)
    assert f"/m/{matter.number}/instruct/" not in html
    assert f"/m/{other.number}/instruct/" in html
    assert chen.post(f"/meetings/{meeting.number}/close/").status_code == 302
    assert "/instruct/" not in shown(chen, meeting)


def test_who_was_there_and_remarks_are_written_down_until_it_is_closed(town: Town, desk: Desk) -> None:
    meeting, chen = morning(town), desk(town.chen)
    place = f"/meetings/{meeting.number}/hold/"

    def told(**changes: str) -> dict[str, str]:
        seen = re.search(r'name="seen" value="(\w+)"', shown(chen, meeting))
        assert seen is not None
        return {
            "present-0-user": "顾长青 (gu)",
            "present-1-user": "wang",
            "remarks": "先看红色",
            "seen": seen[1],
        } | changes

    stale = told()
    assert chen.post(place, told()).status_code == 302
    assert "顾长青 (gu)" in shown(chen, meeting)
    assert "先看红色" in shown(chen, meeting)
    response = chen.post(place, {**stale, "remarks": "另一句"})
    assert response.status_code == 409
    assert all(words in response.content.decode() for words in ("王守和、顾长青 · 先看红色", "另一句"))
    wrong = chen.post(place, told(**{"present-1-user": "不存在"}))
    assert (wrong.status_code, "不存在：" in wrong.content.decode()) == (422, True)
    chen.post(f"/meetings/{meeting.number}/close/")
    assert chen.post(place, stale).status_code == 409
    assert "先看红色" in shown(chen, meeting)
    assert "meeting-hold" not in shown(chen, meeting)


def test_list_and_minutes_leave_as_word_files_that_no_cache_keeps(town: Town, desk: Desk) -> None:
    matter, meeting, chen = fresh(town), morning(town), desk(town.chen)
    for paper, title in (("list", "晨会事项清单"), ("minutes", "晨会纪要")):
        response = chen.get(f"/meetings/{meeting.number}/papers/{paper}/")
        assert response["Cache-Control"] == "no-store"
        assert meeting.number in response["Content-Disposition"]
        document = Document(io.BytesIO(response.content))
        said_in_it = "\n".join(part.text for part in document.paragraphs)
        assert title in said_in_it
        assert meeting.number in said_in_it
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert (matter.number in cells) == (paper == "list")
    assert chen.get(f"/meetings/{meeting.number}/papers/ballad/").status_code == 404


@pytest.mark.usefixtures("spoilt")
@pytest.mark.parametrize("spoil", ["frozen.replace", "{"])
def test_a_list_that_was_altered_says_so_and_makes_no_paper(town: Town, desk: Desk, spoil: str) -> None:
    fresh(town)
    meeting, chen = morning(town), desk(town.chen)
    text = meeting.frozen.replace("yellow", "green") if spoil != "{" else spoil
    Meeting.objects.filter(pk=meeting.pk).update(frozen=text)
    assert "现存清单与截止时固定的清单不一致" in shown(chen, meeting)
    assert chen.get(f"/meetings/{meeting.number}/papers/list/").status_code == 409
    assert shown(chen, meeting, "wall/")


def test_longer_lists_cost_the_same_questions_and_are_cut_until_all_is_asked_for(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linli.doors.desk.sitting.MOST", 5)
    chen, asked = desk(town.chen), []
    for count in (3, 12):
        for _time in range(count):
            fresh(town)
        meeting = morning(town)
        shown(chen, meeting)
        with CaptureQueriesContext(connection) as told:
            html = shown(chen, meeting)
        asked.append(len(told))
        if count == 3:
            meeting.delete()
    assert asked[0] == asked[1]
    assert "还有" in html
    assert section(shown(chen, meeting, "?whole=new"), "new").count("<tr class=") > 5


def test_the_meetings_are_listed_newest_first_and_narrowed(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("linli.doors.desk.views.meetings.A_PAGE", 1)
    at = timezone.now() - timedelta(minutes=9)
    street = morning(town, ago=5)
    north = convene("weekly", who=viewing(town.gu, at=at), unit=town.north, at=at)
    chen = desk(town.chen)
    first = page(chen, "/meetings/")
    assert (street.number in first, f"/meetings/{north.number}/" in first) == (True, False)
    for query in (f"before={street.number}", "of=weekly", "in=360101"):
        html = page(chen, f"/meetings/?{query}")
        assert (f"/meetings/{north.number}/" in html, f"/meetings/{street.number}/" in html) == (True, False), query
    assert street.number not in page(desk(town.mei), "/meetings/")
    assert north.number not in page(desk(town.sun), "/meetings/")


def test_the_unit_is_suggested_among_those_one_sees(town: Town, desk: Desk) -> None:
    assert "北社区" in page(desk(town.mei), "/look-up/own-units/?q=社区")
    assert "南社区" not in page(desk(town.mei), "/look-up/own-units/?q=社区")
    assert "南社区" in page(desk(town.chen), "/look-up/own-units/?q=社区")
