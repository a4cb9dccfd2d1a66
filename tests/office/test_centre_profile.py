"""The centre picks the profile of time limits in the office, among those that terms are written for."""

import pytest

from linli.policy.models import Centre, Term
from linli.policy.offered import profiles_offered
from tests.office.visiting import LONG_AGO, administrator, page, text

pytestmark = pytest.mark.django_db


def test_a_profile_of_the_terms_is_taken_and_an_unknown_one_refused_in_words() -> None:
    client, centre = administrator(), Centre.objects.create(name="云河")
    shared = {"kind": "request", "span": "5wd", "valid_from": LONG_AGO}
    Term.objects.create(code="request.jinan-2018.help", profile="jinan-2018", **shared)
    Term.objects.create(code="request.general", profile="centre", **shared)
    assert profiles_offered() == ("jinan-2018",)
    told = {
        "name": "云河",
        "zone": "Asia/Shanghai",
        "office_hours": '[["08:30", "17:30"]]',
        "exports_alone": "500",
    }
    place = page("policy_centre_change", centre.pk)
    refused = client.post(place, {**told, "profile": "centre"})
    assert refused.status_code == 200
    assert "没有方案“centre”的时限" in text(refused)
    assert client.post(place, {**told, "profile": "jinan-2018"}).status_code == 302
    centre.refresh_from_db()
    assert centre.profile == "jinan-2018"
