"""Already reported near by: told without a word of anybody, joined in by one press, and counted as no reporter."""

from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from linli.doors.counter import caller
from linli.doors.counter.models import Rate
from linli.matters.following import signs_of
from linli.matters.models import Matter
from linli.place.models import Cell
from tests.counter.visiting import hidden, page, sent
from tests.kinds.request.outside import row, taken
from tests.town import FRIDAY, SQUARE, Town, facts_of, state_of, unit

pytestmark = pytest.mark.django_db

WHERE = "/counter/request/"
LAMP = {"category": "street-light", "story": "3号楼门口的路灯坏了三天，王大爷摔了一跤"}
SAME = {"category": "street-light", "story": "门口路灯不亮"}
NOBODY = {"anonymous": "on"}


def last_step(client: Client, what: dict[str, Any], **where: str) -> str:
    html = page(client, WHERE)
    for told in (what, where):
        html = sent(client, html, to=WHERE, **told).content.decode()
    assert hidden(html)["step"] == ["2"]
    return html


def told(client: Client, town: Town, **more: Any) -> Matter:
    html = last_step(client, LAMP, cell=town.cell.code)
    assert sent(client, html, to=WHERE, go="send", **{"sort": "help", **NOBODY, **more}).status_code == 303
    return Matter.objects.latest("pk")


def press(matter: Matter) -> str:
    return f"too:{signs_of('near', matter.number)}"


def test_a_neighbour_reads_that_it_was_reported_and_nothing_of_whoever_did(town: Town, client: Client) -> None:
    matter = told(client, town)
    html = last_step(client, SAME, cell=town.cell.code)
    assert f'value="{press(matter)}"' in html
    assert f"{town.cell.unit.label} · 本周或上周反映 · 类型相同 · 在同一网格" in html
    for words in ("王大爷", "3号楼", "描述相近"):
        assert words not in html


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    ("looked_on", "told_on", "since"),
    [
        ("2026-03-02", "2026-03-02", ("本周或上周反映", "reported this week or last")),
        ("2026-03-02", "2026-02-23", ("本周或上周反映", "reported this week or last")),
        ("2026-03-02", "2026-02-22", ("上周之前反映", "reported before last week")),
        ("2026-03-08", "2026-02-23", ("本周或上周反映", "reported this week or last")),
        ("2026-03-08", "2026-02-22", ("上周之前反映", "reported before last week")),
    ],
)
def test_of_the_day_no_more_is_told_than_the_weeks(
    looked_on: str,
    told_on: str,
    since: tuple[str, str],
    language: str,
    town: Town,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(caller, "present", lambda: datetime.fromisoformat(f"{told_on}T00:30+08:00"))
    matter = told(client, town)
    monkeypatch.setattr(caller, "present", lambda: datetime.fromisoformat(f"{looked_on}T23:30+08:00"))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    html = last_step(client, SAME, cell=town.cell.code)
    near = html[html.index('class="near"') :]
    near = near[: near.index("</section>")]
    assert f" · {since[language == 'en']} · " in near
    for word in (matter.number, told_on, "天", " day"):
        assert word not in near


def test_nobody_is_told_of_a_cell_that_is_not_near_the_place_they_told(town: Town, client: Client) -> None:
    told(client, town)
    grid = unit("36010201", "南社区第一网格", kind="grid", under=town.south)
    box = {"min_lon": 115.1, "min_lat": 28, "max_lon": 115.11, "max_lat": 28.01}
    far = Cell.objects.create(code="36010201", unit=grid, polygon=SQUARE, **box)
    assert "too:" not in last_step(client, SAME, cell=far.code)
    assert "too:" in last_step(client, SAME, cell=town.cell.code)


def test_from_no_distance_the_point_of_a_neighbour_can_be_reckoned(town: Town, client: Client) -> None:
    spot = {"cell": town.cell.code, "point": "115.005,28.005"}
    sent(client, last_step(client, LAMP, **spot), to=WHERE, go="send", sort="help", **NOBODY)
    assert state_of(Matter.objects.get()).data["point"]
    html = last_step(client, SAME, cell=town.cell.code, point="115.0052,28.005")
    assert "类型相同 · 在同一网格" in html
    assert "米" not in html[html.index('class="near"') : html.index("too:")]


def test_one_press_joins_in_once_a_page_and_hands_nothing_in(town: Town, client: Client) -> None:
    matter = told(client, town)
    html = last_step(client, SAME, cell=town.cell.code)
    for _again in range(2):
        answer = sent(client, html, to=WHERE, go=press(matter))
        assert answer.status_code == 200
        assert "感谢" in answer.content.decode()
    assert facts_of(matter)[-1] == "JoinedIn"
    assert state_of(matter).data["joined_in"] == 1
    assert Matter.objects.count() == 1
    assert "1 位邻居" in last_step(client, SAME, cell=town.cell.code)
    assert sum(Rate.objects.values_list("count", flat=True)) >= 2


@pytest.mark.parametrize(
    "more", [{"confidential": "on"}, {"reported_unit": "360101"}, {"sort": "complaint"}, {"sort": "report"}]
)
def test_nobody_is_told_of_what_is_confidential_or_a_complaint_about_somebody(
    town: Town, client: Client, more: dict[str, str]
) -> None:
    matter = told(client, town, **more)
    html = last_step(client, SAME, cell=town.cell.code)
    assert "too:" not in html
    answer = sent(client, html, to=WHERE, go=press(matter))
    assert answer.status_code == 409
    assert hidden(answer.content.decode())["story"] == [SAME["story"]]
    assert "JoinedIn" not in facts_of(matter)


@pytest.mark.parametrize(("sort", "is_told"), [("complaint", False), ("report", False), ("help", True)])
def test_of_what_a_list_brought_its_sort_says_whether_neighbours_are_told(
    sort: str, is_told: bool, town: Town, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caller, "present", lambda: FRIDAY)
    taken(town, [row(1, sort=sort, cell=town.cell.code)])
    assert Matter.objects.get().cell == town.cell
    assert ("too:" in last_step(client, SAME, cell=town.cell.code)) is is_told
