"""The faster clock at the start: only for an invented county, and never back."""

import json
from pathlib import Path

import pytest

from linli.configuration import Refused, load
from linli.ground.clock import parse_moment
from linli.ground.pace import read
from linli.serve.clock import set_clock


def test_a_faster_clock_is_for_the_invented_county_alone(tmp_path: Path) -> None:
    asked = load({"LINLI_DATA": str(tmp_path), "LINLI_PACE": "60"})
    with pytest.raises(Refused, match="synthetic county"):
        set_clock(asked, demo=False)
    assert not asked.pace_file.exists()
    set_clock(asked, demo=True)
    assert read(asked.pace_file.read_text(encoding="utf-8")).times == 60


def test_the_usual_start_goes_on_from_where_a_faster_one_was_left(tmp_path: Path) -> None:
    usual = load({"LINLI_DATA": str(tmp_path)})
    set_clock(usual, demo=True)
    assert not usual.pace_file.exists()
    told = {"real_at": "2026-01-01", "shown_at": "2026-01-01", "last": "2999-01-01", "times": 60}
    usual.pace_file.write_text(json.dumps(told), encoding="utf-8")
    set_clock(usual, demo=True)
    kept = read(usual.pace_file.read_text(encoding="utf-8"))
    assert (kept.times, kept.shown_at) == (1, parse_moment("2999-01-01"))
