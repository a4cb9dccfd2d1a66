"""Spans are written as they are read; anything else is refused."""

import pytest

from linli.ground.span import Limit, Span


@pytest.mark.parametrize("text", ["15wd", "8wh", "24h", "30d"])
def test_a_span_is_written_as_it_is_read(text: str) -> None:
    assert str(Span.parse(f" {text} ")) == text


@pytest.mark.parametrize("text", ["", "wd", "0d", "-1d", "1.5h", "15", "15 wd", "15nd", "１５d", "100000d"])
def test_anything_else_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match="is not a span"):
        Span.parse(text)


def test_an_unknown_unit_or_day_zero_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a span"):
        Span(1, "weeks")
    with pytest.raises(ValueError, match="day-zero rule"):
        Limit(Span(1, "d"), starts="tomorrow")
