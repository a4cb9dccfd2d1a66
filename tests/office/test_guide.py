"""The office's first page leads a new installation through its first day, and says how far it has come."""

import pytest
from django.utils import timezone

from linli.doors.office.guide import finished, guide
from linli.place.models import Unit
from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Centre
from linli.staff.hiring import appoint, hire
from tests.office.test_pages import inline
from tests.office.visiting import LONG_AGO, administrator, page, street, text

pytestmark = pytest.mark.django_db


def test_a_bare_installation_is_led_from_the_centre_to_the_first_clerk() -> None:
    client = administrator()
    assert [task.done for task in guide()] == [False] * 6
    shown = text(client.get(page("index")))
    assert 'id="guide" open' in shown
    assert "./linli manage loadunits units.csv --data" in shown
    assert inline(shown) == []


def test_each_thing_done_is_ticked_and_the_grid_may_wait() -> None:
    client = administrator()
    load_profile()
    CalendarYear.objects.update_or_create(year=timezone.localdate().year, defaults={"published_on": LONG_AGO})
    Centre.objects.create(name="柳县综治中心")
    appoint(hire("mei", name="梅", password="willow-tree-12"), unit=street(), role="clerk", from_on=LONG_AGO)
    assert [task.done for task in guide()] == [True, True, True, True, True, False]
    assert finished(guide())
    shown = text(client.get(page("index")))
    assert 'id="guide" open' not in shown
    assert "柳县综治中心" in shown
    Unit.objects.filter(level=2).update(level=1)
    assert not finished(guide())
