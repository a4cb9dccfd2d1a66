"""What cannot be counted with is refused when the office types it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from linli.policy.models import Centre, Term

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("span", ["", "15", "wd", "-3d", "3 weeks"])
def test_a_span_that_cannot_be_counted_is_refused(span: str) -> None:
    with pytest.raises(ValidationError):
        Term(code="limit", span=span, valid_from=date(2026, 1, 1)).full_clean()


@pytest.mark.parametrize(
    "hours", [[], "09:00", [["09:00"]], [["17:30", "08:30"]], [["08:00", "12:00"], ["11:00", "17:00"]]]
)
def test_office_hours_that_cannot_be_counted_are_refused(hours: object) -> None:
    with pytest.raises(ValidationError):
        Centre(name="云河", office_hours=hours).full_clean()


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        Centre(name="云河", zone="Asia/Yunhe").full_clean()
