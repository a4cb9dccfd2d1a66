"""Days and moments as people and programs write them; what could be two days is asked back."""

from datetime import datetime

import pytest

from linli.ground.clock import local
from linli.paper.rows.moments import (
    AUTO,
    DAY_FIRST,
    EITHER,
    MONTH_FIRST,
    NO_MOMENT,
    NO_SUCH_DAY,
    SECONDS,
    NoMoment,
    moment_of,
)

ZONE = "Asia/Shanghai"


@pytest.mark.parametrize(
    ("written", "form", "shown"),
    [
        ("2026年5月3日", AUTO, "2026-05-03"),
        ("2026/5/3 14:05", AUTO, "2026-05-03 14:05"),
        ("20260503", AUTO, "2026-05-03"),
        ("20260503140506", AUTO, "2026-05-03 14:05:06"),
        ("2026-05-03T06:05:00Z", AUTO, "2026-05-03 14:05"),
        ("2026-05-03T14:05:06.123+08:00", AUTO, "2026-05-03 14:05:06"),
        ("2026.5.3", AUTO, "2026-05-03"),
        ("2026年5月3日 星期日 下午2时5分", AUTO, "2026-05-03 14:05"),
        ("２０２６－５－３　１４：０５", AUTO, "2026-05-03 14:05"),
        ("46145", AUTO, "2026-05-03"),
        ("46145.586805555555", AUTO, "2026-05-03 14:05"),
        ("1777788300000", AUTO, "2026-05-03 14:05"),
        ("1777788300", SECONDS, "2026-05-03 14:05"),
        ("13/5/2026 2:05 PM", AUTO, "2026-05-13 14:05"),
        ("3/5/2026", DAY_FIRST, "2026-05-03"),
        ("5/3/2026 12:30 am", MONTH_FIRST, "2026-05-03 00:30"),
        ("3 May 2026 14:05", AUTO, "2026-05-03 14:05"),
        ("May 3, 2026", AUTO, "2026-05-03"),
        ("03|05|26 1405", "%d|%m|%y %H%M", "2026-05-03 14:05"),
    ],
)
def test_what_is_written_is_the_moment_that_is_meant(written: str, form: str, shown: str) -> None:
    read = moment_of(written, form=form, zone=ZONE)
    clock = "" if read.whole_day else f" {local(read.at, zone=ZONE):%H:%M:%S}".removesuffix(":00")
    assert f"{local(read.at, zone=ZONE):%Y-%m-%d}{clock}" == shown


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("3/5/2026", EITHER),
        ("2026-02-30", NO_SUCH_DAY),
        ("2026-05-03 25:00", NO_SUCH_DAY),
        ("0026-05-03", NO_SUCH_DAY),
        ("昨天", NO_MOMENT),
        ("99999999999999999999", NO_MOMENT),
        (f"2026-05-03{' ' * 100_000}?", NO_MOMENT),
    ],
)
def test_what_is_no_day_is_told_so(written: str, sentence: str) -> None:
    with pytest.raises(NoMoment) as refused:
        moment_of(written, zone=ZONE)
    assert str(refused.value) == sentence


def test_a_cell_of_a_workbook_is_meant_in_the_zone_of_the_list() -> None:
    cell = datetime.fromisoformat("2026-05-03T14:05")
    assert moment_of(cell, zone=ZONE).at == moment_of("2026-05-03T06:05:00Z", zone=ZONE).at
    assert moment_of(cell, zone="UTC").at == moment_of("2026-05-03T14:05:00Z", zone=ZONE).at


def test_a_pattern_that_names_a_part_twice_reads_nothing() -> None:
    with pytest.raises(NoMoment):
        moment_of("3 3", form="%d %d", zone=ZONE)
