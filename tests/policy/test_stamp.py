"""Whether the policy changed is asked once in one request, and anew in the next."""

import pytest
from pytest_django.asserts import assertNumQueries

from linli.policy.models import Term
from linli.policy.office import office
from linli.policy.stamp import asked_once, stamp
from tests.town import Town

pytestmark = pytest.mark.django_db


def test_within_one_request_the_policy_stays_as_it_was_at_its_beginning(town: Town) -> None:
    with asked_once():
        before = office()
        term = Term.objects.earliest("pk")
        term.basis = "改过"
        term.save()
        with assertNumQueries(0), asked_once():
            assert office() == before
    assert stamp() != before.stamp


def test_nothing_is_kept_for_the_next(town: Town) -> None:
    for _request in range(2):
        with assertNumQueries(1), asked_once():
            stamp()
            stamp()
    with assertNumQueries(2):
        stamp()
        stamp()
