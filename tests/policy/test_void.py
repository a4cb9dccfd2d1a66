"""A void number keeps its reason and is not given again."""

import pytest

from linli.policy.models import VoidNumber
from linli.policy.numbering import NoSeries, next_number, void
from tests.policy.numbers import JUNE, series


@pytest.mark.django_db
def test_a_void_number_keeps_its_reason_and_is_not_given_again() -> None:
    series(last=41)
    void("TJ-2026-000041", reason="录入重复", at=JUNE)
    assert VoidNumber.objects.get().reason == "录入重复"
    assert next_number("dispute", at=JUNE) == "TJ-2026-000042"


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["TJ-2026-000042", "TJ-2025-000001", "TJ-2026-1", "nonsense"])
def test_a_number_never_given_cannot_be_void(number: str) -> None:
    series(last=41)
    with pytest.raises(NoSeries):
        void(number, reason="录入重复", at=JUNE)
