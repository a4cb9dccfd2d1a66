"""Who may open a sealed concession."""

import pytest
from django.test import Client

from linli.matters.models import Look
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import say, session
from tests.town import MONDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def test_a_concession_is_opened_by_who_mediates_and_not_even_by_the_head_of_the_street(
    client: Client, town: Town
) -> None:
    matter = in_mediation(town)
    matter = said(
        say.hold_session,
        matter,
        by=town.wang,
        at=MONDAY,
        **session(MONDAY, concession="可少赔两百", concession_side="a"),
    )
    seq = state_of(matter).data["concessions"][0]["seq"]
    answers = {}
    for user in (town.chen, town.mei, town.wang):
        client.force_login(user)
        answers[user.username] = client.post(f"/m/{matter.number}/reveal/{seq}/", {"purpose": "handling"})
    assert {name: answer.status_code for name, answer in answers.items()} == {"chen": 403, "mei": 403, "wang": 200}
    assert "可少赔两百" in answers["wang"].content.decode()
    assert list(Look.objects.values_list("user", flat=True)) == [town.wang.pk]
