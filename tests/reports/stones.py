"""A report about the pebbles of Willow Street, and what it counts: 4 in March, 2 in February, 1 a year ago."""

import random
from collections.abc import Iterator
from datetime import datetime

from linli.ground.clock import parse_moment
from linli.reports.columns import flow, moved
from linli.reports.making import make
from linli.reports.printed import Counted, Printed, PrintedSection
from linli.reports.report import (
    CODES,
    COLOURS,
    DAYS,
    LINES,
    UNITS,
    Chart,
    Column,
    Line,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    Share,
    compared,
    to_date,
)
from linli.tally.behind import Behind, rows
from linli.tally.periods import period_named
from tests.pebble.kind import PEBBLE
from tests.town import Town, opened

AT = parse_moment("2026-04-01T09:00")
MARCH = period_named("2026-03")
OPENED = "pebble.opened"
STONES = Report(
    name="stones",
    word="石子月报",
    question="捡到了多少石子？",
    kinds=("pebble",),
    sections=(
        Section("units", "按单位", "单位", Rows(UNITS), (*compared(OPENED), *flow("pebble")), chart=Chart((0, 1))),
        Section("sizes", "按大小", "大小", Rows(CODES, kind="pebble", facet="sort"), compared(OPENED)),
        Section("colours", "按颜色", "颜色", Rows(COLOURS), (Column("在手", Of("pebble.in_hand")),)),
        Section("days", "按日", "日期", Rows(DAYS), (Column("捡到", Of(OPENED)),), chart=Chart((0,), "line")),
        Section(
            "lines",
            "指标",
            "指标",
            Rows(LINES, given=(Line("捡到", indicator=OPENED), Line("限时", indicator="pebble.steps_in_time"))),
            (*compared(), *to_date()),
            total=False,
        ),
        Section("shares", "占比", "单位", Rows(UNITS), (Column("大", Share(Of(OPENED, {"sort": "big"}), Of(OPENED))),)),
    ),
    sentences=(Sentence("{unit}捡到 {now} 颗，同比 {year}，环比 {before}。", moved(OPENED)),),
)


def scattered(town: Town) -> None:
    """In North and South, small and big; the last of March in the last minute of its last day."""
    for at, unit, by, size in (
        ("2025-03-02T09:00", town.north, town.mei, "small"),
        ("2026-02-02T09:00", town.north, town.mei, "small"),
        ("2026-02-28T09:00", town.south, town.sun, "big"),
        ("2026-03-02T09:00", town.north, town.mei, "small"),
        ("2026-03-03T09:00", town.north, town.mei, "big"),
        ("2026-03-03T10:00", town.south, town.sun, "big"),
        ("2026-03-31T23:59", town.north, town.mei, "small"),
    ):
        found(town, at=parse_moment(at), unit=unit, by=by, size=size)


def found(town: Town, *, at: datetime, unit: object, by: object, size: str) -> None:
    told = {"title": "石子", "finder": "周阿婆", "phone": "13800000013", "size": size}
    opened(PEBBLE, by=by, unit=unit, told=told, at=at)  # type: ignore[arg-type]


def printed(town: Town, *, period: str = "2026-03", at: datetime = AT) -> Printed:
    return make(STONES, town.street, period_named(period), at=at)


def section(told: Printed, name: str) -> PrintedSection:
    return next(one for one in told.sections if one.name == name)


def texts(told: PrintedSection) -> dict[str, list[str]]:
    """Each row by its label."""
    return {row.label: [cell.text for cell in row.cells] for row in told.every_row}


def figures(told: Printed) -> Iterator[Counted]:
    for cell in told.cells():
        yield from cell.figures


def disagreeing(told: Printed, *, among: int = 0, chance: random.Random | None = None) -> list[str]:
    """The figures that do not equal the length of the list that they offer; `among`: of so many drawn by chance."""
    claims = {(query, count) for one in figures(told) for query, count in _claimed(one)}
    drawn = chance.sample(sorted(claims), min(among, len(claims))) if chance else sorted(claims)
    listed = {query: rows(Behind.read(query)).count() for query, _count in drawn}
    return [f"{count} printed, {listed[query]} listed by {query}" for query, count in drawn if listed[query] != count]


def _claimed(one: Counted) -> Iterator[tuple[str, int]]:
    yield one.behind, one.top
    if one.behind_below:
        yield one.behind_below, one.below or 0
