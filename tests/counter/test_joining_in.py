"""Already reported near by: told without a word of anybody, joined in by one press, and counted as no reporter."""

from typing import Any

import pytest
from django.test import Client

from linli.doors.counter.models import Rate
from linli.matters.models import Matter
from linli.matters.shown import day
from tests.counter.visiting import hidden, page, sent
from tests.town import Town, facts_of, state_of

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
    sent(client, last_step(client, LAMP, cell=town.cell.code), to=WHERE, go="send", sort="help", **NOBODY, **more)
    return Matter.objects.latest("pk")


def test_a_neighbour_reads_that_it_was_reported_and_nothing_of_whoever_did(town: Town, client: Client) -> None:
    matter = told(client, town)
    html = last_step(client, SAME, cell=town.cell.code)
    assert f'value="too:{matter.number}"' in html
    assert "类型相同 · 在同一网格 · 前后不超过一天" in html
    assert f"{town.cell.unit.label} · {day(matter.opened_at)}反映" in html
    for words in ("王大爷", "3号楼", "描述相近"):
        assert words not in html


def test_from_no_distance_the_point_of_a_neighbour_can_be_reckoned(town: Town, client: Client) -> None:
    spot = {"cell": town.cell.code, "point": "115.005,28.005"}
    sent(client, last_step(client, LAMP, **spot), to=WHERE, go="send", sort="help", **NOBODY)
    assert state_of(Matter.objects.get()).data["point"]
    html = last_step(client, SAME, cell=town.cell.code, point="115.0052,28.005")
    assert "类型相同 · 在同一网格" in html


def test_one_press_joins_in_once_a_page_and_hands_nothing_in(town: Town, client: Client) -> None:
    matter = told(client, town)
    html = last_step(client, SAME, cell=town.cell.code)
    for _again in range(2):
        answer = sent(client, html, to=WHERE, go=f"too:{matter.number}")
        assert answer.status_code == 200
        assert "感谢" in answer.content.decode()
    assert facts_of(matter)[-1] == "JoinedIn"
    assert state_of(matter).data["joined_in"] == 1
    assert Matter.objects.count() == 1
    assert "1 位邻居" in last_step(client, SAME, cell=town.cell.code)
    assert sum(Rate.objects.values_list("count", flat=True)) >= 2


@pytest.mark.parametrize("more", [{"confidential": "on"}, {"reported_unit": "360101"}])
def test_nobody_is_told_of_what_is_confidential_or_a_complaint_about_somebody(
    town: Town, client: Client, more: dict[str, str]
) -> None:
    matter = told(client, town, **more)
    html = last_step(client, SAME, cell=town.cell.code)
    assert "too:" not in html
    answer = sent(client, html, to=WHERE, go=f"too:{matter.number}")
    assert answer.status_code == 409
    assert hidden(answer.content.decode())["story"] == [SAME["story"]]
    assert "JoinedIn" not in facts_of(matter)
