"""Appointments that are refused with a sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from linli.staff.hiring import appoint, stand_in
from linli.staff.models import Post
from tests.staff.willow import JUNE, LONG_AGO, somebody, willow

pytestmark = pytest.mark.django_db


def test_nobody_is_administrator_and_auditor_at_the_same_time() -> None:
    county, _north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    appoint(mei, unit=county, role="administrator", from_on=LONG_AGO, until_on=date(2026, 5, 31))
    with translation.override("en"), pytest.raises(ValidationError, match="administrator and auditor"):
        appoint(mei, unit=county, role="auditor", from_on=date(2026, 5, 31))
    appoint(mei, unit=county, role="auditor", from_on=JUNE)
    setting_up = appoint(sun, unit=county, role="administrator", from_on=LONG_AGO)
    with translation.override("en"), pytest.raises(ValidationError, match="administrator and auditor"):
        stand_in(mei, post=setting_up, from_on=JUNE, until_on=JUNE, reason="休假")
    assert Post.objects.filter(user=mei).count() == 2


def test_nobody_stands_in_for_themselves_and_no_time_runs_backwards() -> None:
    _county, north, _south = willow()
    mei = somebody("mei")
    post = appoint(mei, unit=north, role="clerk", from_on=LONG_AGO)
    with translation.override("en"):
        with pytest.raises(ValidationError, match="for themselves"):
            stand_in(mei, post=post, from_on=JUNE, until_on=JUNE, reason="休假")
        with pytest.raises(ValidationError, match="before the first"):
            appoint(mei, unit=north, role="lead", from_on=JUNE, until_on=LONG_AGO)
