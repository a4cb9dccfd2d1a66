"""The wall of a meeting room: one matter at a time in the order of the list, by plain links, and nobody's name."""

import dataclasses
import re
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from linli.matters import reading
from linli.matters.commands import Saying, carry_out
from linli.matters.everyday import note
from linli.matters.following import bearer
from linli.matters.instructing import instruct
from linli.matters.models import Look, Matter
from linli.matters.supplementing import supplement
from linli.reports.meeting import convene
from linli.reports.models import Meeting
from tests.desk.conftest import Desk, page
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import PHONE, ZHOU, Town, pebble, said, viewing


def sat(town: Town, *titles: str) -> Meeting:
    """A meeting over pebbles of these titles, the first of them red."""
    at = timezone.now() - timedelta(hours=1)
    for place, title in enumerate(titles):
        matter = pebble(town, at=at, title=title)
        if not place:
            said(commands.warn, matter, by=town.mei, at=at)
    cut_at = timezone.now() - timedelta(minutes=1)
    return convene("morning", who=viewing(town.chen, at=cut_at), unit=town.street, at=cut_at)


def test_one_steps_through_every_matter_once_by_links(town: Town, desk: Desk) -> None:
    meeting, chen = sat(town, "红色的", "第二颗", "第三颗"), desk(town.chen)
    seen, place = [], f"/meetings/{meeting.number}/wall/"
    while place:
        html = page(chen, place)
        seen += re.findall(r"<h1>([^<]+)</h1>", html)
        following = re.search(r'data-way="next" href="(\?at=\d+)"', html)
        place = f"/meetings/{meeting.number}/wall/{following[1]}" if following else ""
    assert seen == ["红色的", "第二颗", "第三颗"]
    assert "3 / 3" in html
    assert 'data-way="prev" href="?at=2"' in html
    first = page(chen, f"/meetings/{meeting.number}/wall/")
    assert all(words in first for words in ("■", "1 / 3", "上次会议以来新增 · 红", "在手时长", "北社区"))


def test_a_place_that_is_not_there_is_the_nearest_one(town: Town, desk: Desk) -> None:
    meeting, chen = sat(town, "红色的", "第二颗"), desk(town.chen)
    for asked, title in (("99", "第二颗"), ("0", "红色的"), ("x", "红色的"), ("-1", "红色的"), ("9" * 30, "红色的")):
        assert f"<h1>{title}</h1>" in page(chen, f"/meetings/{meeting.number}/wall/?at={asked}"), asked


def test_an_empty_list_and_a_matter_out_of_sight_have_their_own_words(town: Town, desk: Desk) -> None:
    meeting = sat(town)
    assert "清单上没有事项" in page(desk(town.chen), f"/meetings/{meeting.number}/wall/")
    at = timezone.now()
    matter = pebble(town, at=at, title="要转走的")
    north = convene("morning", who=viewing(town.gu, at=at), unit=town.north, at=at)
    said(commands.pass_on, matter, by=town.chen, at=timezone.now(), unit=town.south)
    html = page(desk(town.gu), f"/meetings/{north.number}/wall/")
    assert ("要转走的" in html, matter.number in html, "目前不在您可查看的范围内" in html) == (False, True, True)


def test_no_party_is_named_on_the_wall_not_even_masked(town: Town, desk: Desk) -> None:
    at = timezone.now() - timedelta(hours=1)
    matter = pebble(town, at=at)
    for text in (f"{ZHOU}说桥头还有一颗", f"电话{PHONE}无人接听", "已到现场看过"):
        matter = said(note, matter, by=town.mei, at=at, text=text, public=False)
    matter = said(instruct, matter, by=town.chen, at=at, user=town.wang, what=f"去问{ZHOU}", by_on=timezone.localdate())
    matter = said(
        instruct, matter, by=town.chen, at=at, user=town.wang, what="把桥头围起来", by_on=timezone.localdate()
    )
    meeting = convene("morning", who=viewing(town.chen, at=timezone.now()), unit=town.street, at=timezone.now())
    html = unescape(page(desk(town.chen), f"/meetings/{meeting.number}/wall/"))
    assert "把桥头围起来" in html
    assert "王守和" in html
    for told in (ZHOU, f"{ZHOU[0]}**", PHONE, "138****", "****"):
        assert told not in html, told
    assert not Look.objects.exists()


@pytest.mark.usefixtures("spoilt")
def test_the_colour_of_the_cut_off_stands_beside_the_colour_now(town: Town, desk: Desk) -> None:
    meeting, chen = sat(town, "红色的"), desk(town.chen)
    assert "截止时" not in page(chen, f"/meetings/{meeting.number}/wall/")
    Meeting.objects.filter(pk=meeting.pk).update(frozen=meeting.frozen.replace('"red"', '"yellow"'))
    html = page(chen, f"/meetings/{meeting.number}/wall/")
    assert html.index("verdict-red") < html.index("截止时") < html.index("chip-yellow")


def test_what_a_confidential_resident_added_is_not_read_out_to_the_room(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting, chen = sat(town, "保密的"), desk(town.chen)
    matter, at = Matter.objects.get(), timezone.now()
    saying = Saying(bearer(matter, at=at), at, str(uuid.uuid4()), version=matter.version)
    carry_out(supplement, matter.number, told={"text": "我就住在对门"}, saying=saying)
    place = f"/meetings/{meeting.number}/wall/"
    assert "我就住在对门" in page(chen, place)
    secret = dataclasses.replace(PEBBLE, withheld=lambda state: frozenset({1}))
    with monkeypatch.context() as patched:
        patched.setattr(reading, "kind_named", lambda name: secret)
        assert "我就住在对门" not in page(chen, place)
