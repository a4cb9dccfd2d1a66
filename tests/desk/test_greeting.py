"""Whoever signs in is greeted by the hour of the centre, at night too."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

import pytest
from django.utils.translation import override

from linli.doors.desk.gate import Visit
from linli.doors.desk.views.today import greeting


@pytest.mark.parametrize(
    ("clock", "said"),
    [(0, "晚上好"), (4, "晚上好"), (5, "上午好"), (11, "上午好"), (12, "下午好"), (17, "下午好"), (18, "晚上好")],
)
def test_the_greeting_follows_the_hour_of_the_centre(clock: int, said: str) -> None:
    at = datetime(2026, 11, 29 + (clock >= 8), (clock - 8) % 24, 30, tzinfo=UTC)
    visit = cast(Visit, SimpleNamespace(at=at, who=SimpleNamespace(user=SimpleNamespace(name="梅晓棠"))))
    with override("zh-hans"):
        assert greeting(visit) == f"{said}，梅晓棠"
