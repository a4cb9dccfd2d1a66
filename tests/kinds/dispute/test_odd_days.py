"""A slip of the pen in a year is answered in words, in every field for a day or a moment."""

import pytest
from django.test import Client

from tests.desk.conftest import post
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import session
from tests.town import MONDAY, Town

pytestmark = pytest.mark.django_db

ODD = ["0001-01-01", "9999-12-31"]
OPENING = {
    "title": "渗水", "story": "渗水", "category": "NB", "dispute_class": "not_police_led", "channel": "window",
    "origin": "application", "households": "2", "parties-0-side": "a", "parties-0-name": "周桂兰",
    "parties-0-party_sort": "person", "parties-0-party_role": "party",
}  # fmt: skip


@pytest.fixture
def mei(town: Town) -> Client:
    client = Client()
    client.force_login(town.mei)
    return client


@pytest.mark.parametrize("on", ODD)
@pytest.mark.parametrize("name", ["happened_on", "received_on"])
def test_a_day_that_nobody_can_mean_comes_back(town: Town, mei: Client, name: str, on: str) -> None:
    court = {"origin": "court", "court_stage": "before_filing"} if name == "received_on" else {}
    response = mei.post("/new/dispute/", {**OPENING, **court, name: on})
    assert response.status_code == 422
    assert "请核对年份" in response.content.decode()


@pytest.mark.parametrize("on", ODD)
@pytest.mark.parametrize("name", ["held_at", "ends_at", "next_at"])
def test_a_moment_that_nobody_can_mean_comes_back(town: Town, name: str, on: str) -> None:
    matter, wang = in_mediation(town), Client()
    wang.force_login(town.wang)
    told = session(MONDAY) | {"held_at": "2026-03-02T09:00", "parties": ["1", "2"], name: f"{on}T00:00"}
    response = post(wang, matter, "hold_session", **told)
    assert response.status_code == 422
    assert "请核对年份" in response.content.decode()
