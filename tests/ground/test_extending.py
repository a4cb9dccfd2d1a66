"""An extension goes on where the limit ended."""

import pytest

from tests.ground.deadlines import counted, shown


@pytest.mark.parametrize(
    ("span", "extra", "ends"),
    [
        ("30d", "30d", "2026-10-31 23:59:59"),
        ("15wd", "5wd", "2026-09-29 17:30:00"),
        ("15wd", "5d", "2026-09-26 23:59:59"),
        ("15wd", "4wh", "2026-09-22 12:30:00"),
        ("24h", "2wd", "2026-09-04 17:30:00"),
    ],
)
def test_an_extension_goes_on_where_the_limit_ended(span: str, extra: str, ends: str) -> None:
    starts = "same" if span == "24h" else "next"
    assert shown(counted("2026-09-01T10:00", span, starts=starts, extra=extra)) == ends


def test_only_the_extended_end_rolls() -> None:
    assert shown(counted("2026-09-01T10:00", "30d", rolls=True, extra="2d")) == "2026-10-08 23:59:59"
    assert shown(counted("2026-09-01T10:00", "30d", rolls=True, extra="10d")) == "2026-10-12 23:59:59"
