"""A start after an upgrade adds to the policy what the office has no row of, and says so."""

import pytest

from linli.policy.models import Series, Term
from linli.serve.loading import load_first_data
from tests.town import publish

pytestmark = pytest.mark.django_db


def test_what_came_with_an_upgrade_is_added_at_the_next_start(capsys: pytest.CaptureFixture[str]) -> None:
    publish()
    Series.objects.filter(code__startswith="case").delete()
    Term.objects.filter(kind="case").delete()
    load_first_data(empty=True)
    assert Series.objects.filter(code__startswith="case").count() == 4
    assert Term.objects.filter(kind="case").exists()
    said = capsys.readouterr().out
    assert said.count("Added to the policy: ") == 2
    load_first_data(empty=True)
    assert capsys.readouterr().out == ""
