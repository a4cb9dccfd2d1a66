"""Reports on the desk: every figure leads to as many rows, files say the same, and what is issued stays as it is."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client

from linli.doors.desk import reporting, rows_behind
from linli.doors.desk.views import reports as views
from linli.ground.clock import parse_moment
from linli.reports import issuing, offered
from linli.reports.models import Snapshot
from linli.tally.catching import catch_up
from tests.desk.conftest import Desk, page
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.reports.stones import STONES, found, scattered
from tests.town import FRIDAY, MONDAY, Town, opened, said

HERE = "/reports/ready/stones/"
MARCH = "?unit=3601&period=2026-03"
FIGURE = re.compile(r'<a class="num(?: zero)?" href="(/reports/[^"]*rows/\?[^"]+)">([^<]+)</a>')
HEAD = re.compile(r'<th scope="col">([^<]+)</th>')
ROW = re.compile(r"<tr data-row-link>.*?</tr>", re.DOTALL)
COUNT = re.compile(r'<span class="count num">(\d+)</span>')


@pytest.fixture(autouse=True)
def stones(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of these tests stands in no folder; the pebbles of Willow Street lie about."""
    monkeypatch.setattr(offered, "reports", lambda: (STONES,))
    monkeypatch.setattr(views, "reports", lambda: (STONES,))
    scattered(town)


def figures(client: Client, html: str) -> Iterator[tuple[str, int]]:
    """Each figure on the page, with how many rows its list says there are."""
    counts: dict[str, int] = {}
    for address, text in FIGURE.findall(html):
        url = unescape(address)
        if url not in counts:
            told = COUNT.search(page(client, url))
            assert told, url
            counts[url] = int(told[1])
        yield text, counts[url]


def test_every_figure_is_as_many_as_the_rows_it_leads_to(town: Town, desk: Desk) -> None:
    chen = desk(town.chen)
    told = list(figures(chen, page(chen, HERE + MARCH)))
    counted = [(int(text), rows) for text, rows in told if text.isdigit()]
    assert {text for text, _rows in counted} >= {0, 1, 2, 3, 4}
    assert [pair for pair in counted if pair[0] != pair[1]] == []


def test_the_rows_lead_back_to_the_report_as_it_was_looked_at_from_every_page_of_them(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "reports", lambda: (STONES,))
    monkeypatch.setattr(rows_behind, "A_PAGE", 2)
    chen = desk(town.chen)
    home = f'href="{HERE}?unit=3601&amp;period=2026-03&amp;against=2026-02"'
    address = next(url for url, text in FIGURE.findall(page(chen, f"{HERE}{MARCH}&against=2026-02")) if text == "4")
    rows = page(chen, f"/reports/rows/{unescape(address).partition('rows/')[2]}")
    assert rows.count(home) == 2
    following = re.search(r'rel="next" href="([^"]+)"', rows)
    assert following
    assert page(chen, f"/reports/rows/{unescape(following[1])}").count(home) == 2
    for elsewhere in ("//example.cn/", "nothing?unit=3601", ""):
        told = {"measure": "pebble.opened", "unit": town.street.pk, "first": "2026-03-01", "last": "2026-03-31"}
        assert "page-acts" not in page(chen, "/reports/rows/", data={**told, "back": elsewhere})


def test_the_rows_of_a_time_say_how_long_and_who_held_it_and_others_have_no_such_column(town: Town, desk: Desk) -> None:
    """It stands at South by now, and it was North that had it for four days."""
    told = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "small"}
    stone = opened(PEBBLE, by=town.mei, unit=town.north, told=told, at=MONDAY)
    said(commands.pass_on, stone, by=town.gu, at=FRIDAY, unit=town.south)
    chen = desk(town.chen)
    asked = {"unit": town.street.pk, "first": MONDAY.date(), "last": FRIDAY.date()}
    held = page(chen, "/reports/rows/", data={"measure": "pebble.held", **asked})
    assert HEAD.findall(held)[-3:] == ["计入内容", "天数", "时间"]
    (row,) = ROW.findall(held)
    assert '<td class="c-unit" data-label="单位">北社区</td>' in row
    assert '<td class="c-value num" data-label="天数">4.0</td>' in row
    assert "天数" not in page(chen, "/reports/rows/", data={"measure": "pebble.opened", **asked})


def test_a_period_is_chosen_and_another_laid_beside_it(town: Town, desk: Desk) -> None:
    chen = desk(town.chen)
    html = page(chen, f"{HERE}{MARCH}&against=2026-02")
    assert "+300.0 %" in html
    assert "+100.0 %" in html
    assert '<small class="other num">2</small>' in html
    assert 'value="2026-03"' in html


def test_what_cannot_be_read_is_said_and_the_report_is_there_all_the_same(town: Town, desk: Desk) -> None:
    html = page(desk(town.chen), f"{HERE}?unit=nowhere&period=May")
    assert 'role="alert"' in html
    assert "石子月报" in html
    assert desk(town.chen).get("/reports/ready/nothing/").status_code == 404


def test_a_report_of_another_unit_is_not_theirs(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    assert mei.get(f"{HERE}?unit=3601").status_code == 404
    assert mei.get(f"{HERE}?unit=360101").status_code == 200
    rows = "measure=pebble.opened&unit={}&first=2026-03-01&last=2026-03-31"
    assert mei.get(f"/reports/rows/?{rows.format(town.south.pk)}").status_code == 404
    assert mei.get("/reports/rows/?measure=nonsense").status_code == 404


def test_files_say_what_the_page_says_and_need_the_right_to_take_out(town: Town, desk: Desk) -> None:
    chen = desk(town.chen)
    told = json.loads(chen.get(f"{HERE}json/{MARCH}").content)
    assert told["sections"][0]["total"]["cells"][0]["text"] == "4"
    for sort, begins in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("docx", b"PK")):
        assert chen.get(f"{HERE}{sort}/{MARCH}").content.startswith(begins), sort
    assert chen.get(f"{HERE}pdf/{MARCH}").status_code == 404
    assert desk(town.mei).get(f"{HERE}csv/?unit=360101&period=2026-03").status_code == 403


def test_what_is_issued_stays_and_says_what_changed_since(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing, "find_report", lambda _name: STONES)
    chen = desk(town.chen)
    assert desk(town.mei).post(f"{HERE}issue/?unit=360101&period=2026-03").status_code == 403
    issued = chen.post(f"{HERE}issue/{MARCH}").headers["Location"]
    found(town, at=parse_moment("2026-03-30T09:00"), unit=town.north, by=town.mei, size="big")
    catch_up()
    html = page(chen, issued)
    counted = [(int(text), rows) for text, rows in figures(chen, html) if text.isdigit()]
    assert 4 in {text for text, _rows in counted}
    assert [pair for pair in counted if pair[0] != pair[1]] == []
    changed = page(chen, f"{issued}since/")
    assert "<strong>5</strong>" in changed
    assert ">4</td>" in changed
    assert json.loads(chen.get(f"{issued}json/").content)["sections"][0]["total"]["cells"][0]["text"] == "4"


def test_of_an_issued_report_nothing_is_shown_once_altered_and_a_question_that_is_gone_is_said(
    town: Town, desk: Desk, spoilt: None
) -> None:
    chen = desk(town.chen)
    issued = chen.post(f"{HERE}issue/{MARCH}").headers["Location"]
    address = unescape(FIGURE.findall(page(chen, issued))[0][0])
    assert chen.get(f"{issued}since/").status_code == 200
    assert chen.get(address).status_code == 200
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offered, "reports", lambda: ())
        gone = chen.get(f"{issued}since/")
    assert (gone.status_code, "stones" in gone.content.decode()) == (404, True)
    Snapshot.objects.update(frozen=Concat("frozen", Value(" ")))
    assert {chen.get(place).status_code for place in (issued, address, f"{issued}since/", f"{issued}csv/")} == {409}
