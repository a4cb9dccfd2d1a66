"""Who may come into the office, and how one leaves it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.staff.models import Post
from tests.office.visiting import administrator, county, page, signed_in, street

pytestmark = pytest.mark.django_db


def test_a_stranger_is_sent_to_the_desks_sign_in_and_back() -> None:
    response = Client().get(page("place_unit_changelist"), follow=True)
    assert response.redirect_chain[-1][0].startswith(reverse("sign-in"))
    assert "next=%2Foffice%2Fplace%2Funit%2F" in response.redirect_chain[-1][0]


def test_sign_in_never_leads_to_another_house() -> None:
    response = Client().get(page("login"), {"next": "https://example.org/"})
    assert response["Location"].endswith("?next=%2Foffice%2F")


@pytest.mark.parametrize("role", ["clerk", "leader", "auditor"])
def test_other_posts_do_not_come_in(role: str) -> None:
    client = signed_in(role, unit=county())
    assert client.get(page("index"), follow=True).status_code == 403


def test_an_administrator_of_one_street_does_not_come_in() -> None:
    county()
    client = signed_in("administrator", unit=street())
    assert client.get(page("index"), follow=True).status_code == 403


def test_a_post_that_ended_closes_the_office_at_the_next_page() -> None:
    client = administrator()
    assert client.get(page("index")).status_code == 200
    Post.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert client.get(page("index")).status_code == 302


def test_leaving_the_office_leaves_the_house() -> None:
    client = administrator()
    assert client.post(page("logout"))["Location"] == reverse("sign-in")
    assert client.get(page("index")).status_code == 302
