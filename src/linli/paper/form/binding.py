"""Which figure belongs into which cell: bound one by one, or as a block whose heads say what each cell asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from linli.ground.text import msg
from linli.paper.form.address import Address

PERIODS: Mapping[str, str] = {
    "this": msg("The period of the report"),
    "before": msg("The period before"),
    "year_before": msg("The same period of the year before"),
    "year_to_date": msg("From the beginning of the year to the end of the period"),
    "year_to_date_lately": msg("From the beginning of the year to the end of the period before"),
    "year_to_date_before": msg("The same stretch of the year before"),
    "quarter": msg("The quarter it lies in, up to the end of the period"),
    "half": msg("The half-year it lies in, up to the end of the period"),
    "whole_year": msg("The whole year it lies in"),
    "whole_year_before": msg("The whole year before"),
}
PARTS: Mapping[str, str] = {
    "value": msg("The figure itself"),
    "top": msg("What is counted in it"),
    "below": msg("Of how many"),
    "change_on_year": msg("Change on the year before"),
    "change_on_period": msg("Change on the period before"),
}
INDICATOR, TURN, UNIT = "indicator", "turn", "unit"
TURNS: Mapping[str, tuple[str, ...]] = {
    "this/value": ("本月", "本期", "当月", "本季", "本季度", "本周", "本年", "今年", "this period", "this month"),
    "before/value": ("上月", "上期", "上季", "上季度", "上周", "the period before", "the month before"),
    "year_before/value": ("去年同期", "上年同期", "同期", "去年同月", "the same period of the year before"),
    "year_to_date/value": ("累计", "本年累计", "年累计", "今年累计", "year to date"),
    "year_to_date_lately/value": ("上月累计", "上期累计", "截至上月累计"),
    "year_to_date/change_on_period": ("累计环比", "累计环比%"),
    "year_to_date_before/value": ("去年累计", "上年累计", "去年同期累计", "上年同期累计", "year to date before"),
    "whole_year/value": ("全年", "whole year"),
    "this/change_on_year": ("同比", "同比%", "同比增长", "同比增减", "同比增幅", "change on year", "year on year"),
    "this/change_on_period": ("环比", "环比%", "环比增长", "环比增减", "环比增幅", "change on month", "month on month"),
    "year_to_date/change_on_year": ("累计同比", "累计同比%", "year to date change on year"),
    "this/top": ("分子",),
    "this/below": ("分母",),
}  # fmt: skip
Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By facet: the codes with all words that mean them."""
Parents = Mapping[str, Mapping[str, str]]
"""By facet: the code above each that has one."""
ALL, LEFT = "*", "-"
"""A head that means everything; one whose cells are left as they are."""


class Heads(msgspec.Struct, frozen=True, omit_defaults=True):
    """Heads that say the code of a facet; `read`: what is meant by a text that does not say it by itself."""

    facet: str
    read: dict[str, str] = {}


class Binding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a cell or a block of a sheet shows."""

    sheet: str
    cells: str
    indicator: str = ""
    filters: dict[str, tuple[str, ...]] = {}
    period: str = "this"
    part: str = "value"
    across: tuple[Heads, ...] = ()
    """What the heads above say."""
    down: tuple[Heads, ...] = ()
    """What the heads on the left say."""


@dataclass(frozen=True)
class Wanted:
    """What one cell is to show."""

    sheet: str
    at: Address
    indicator: str
    filters: Mapping[str, tuple[str, ...]]
    period: str
    part: str
