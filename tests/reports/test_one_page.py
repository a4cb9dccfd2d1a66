"""The leader's report stands on one page, however many units there are: those that do not fit are added up in one."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from linli.paper.spread import ROOM, high, spread
from linli.reports.letters import written
from linli.reports.one_page import page
from linli.reports.printed import CHANGE, COUNT, Cell, Counted, Head, Part, Printed, PrintedRow, PrintedSection
from linli.reports.ready.summary import REPORT
from tests.paper.printing import missing
from tests.paper.printing import printed as on_paper

FIGURES, UNITS = 15, 6
LONG = "云棠县道路交通事故纠纷人民调解委员会"


def cell(value: int) -> Cell:
    return Cell(str(value), COUNT, (Counted("a.b", "now", "2026-05", value, None, str(value), "measure=a.b"),))


def section(name: str, rows: list[PrintedRow], *, columns: int, total: bool) -> PrintedSection:
    sums = [sum(one.cells[place].figures[0].top for one in rows) for place in range(columns)] if total else []
    heads = tuple(Head(f"第{place}列", "期末在办", COUNT) for place in range(columns))
    summed = PrintedRow("合计", "", (), tuple(map(cell, sums))) if total else None
    return PrintedSection(name, name, "单位", heads, tuple(rows), summed, note="单位按组织顺序排列，不作排名。")


def report(units: int, *, label: str = "枕溪镇") -> Printed:
    """As many units, of which every second has nothing to tell."""
    told = [
        PrintedRow(f"{label}{place}", "部门", (str(place),), tuple(cell(place * (place % 2)) for _ in range(UNITS)))
        for place in range(units)
    ]
    lines = [PrintedRow("排查发现矛盾纠纷", "", (), (*map(cell, range(4)), Cell("+11.9 个百分点", CHANGE)))] * FIGURES
    sentence = (Part("矛盾纠纷：排查发现 49 件，同比 +145.0 %，环比 -10.9 %；其中已化解 42 件，化解率 85.7 %。" * 2),)
    return Printed(
        *("summary", "领导一页通", "", "云棠县", "36", "2026-05", "2026年5月"),
        cut_at=datetime(2026, 6, 1, tzinfo=UTC),
        cut_word="2026-06-01 09:00",
        windows={"now": "2026-05-01 – 2026-05-31", "before": "2026-04-01 – 2026-04-30"},
        sections=(
            section("主要指标", lines, columns=5, total=False),
            section("按单位", told, columns=UNITS, total=True),
        ),
        sentences=(sentence,) * 3,
        definitions=(),
        one_page=True,
    )


def test_the_leaders_report_is_the_one_that_stands_on_one_page() -> None:
    assert REPORT.one_page


@pytest.mark.parametrize("units", [0, 17, 60, 200])
def test_both_halves_fit_and_what_is_left_out_is_added_up(units: int) -> None:
    told = page(report(units), title="领导一页通")
    assert max(high(told.left), high(told.right)) <= ROOM
    rows = list(told.right[1].rows)  # type: ignore[union-attr]
    *listed, total = [[int(text) for text in row[1:]] for row in rows]
    assert [sum(column) for column in zip(*listed, strict=True)] in (total, [])
    labels = [row[0] for row in rows]
    assert any(label.startswith(("其他", "Others")) for label in labels) == (units > 17)
    assert units <= 17 or not [label for label in labels if label.startswith("枕溪镇") and int(label[3:]) % 2 == 0]


@pytest.mark.parametrize(("one_page", "sections"), [(True, 2), (False, 1)])
def test_only_it_is_printed_across(one_page: bool, sections: int) -> None:
    paper = Document(BytesIO(written(replace(report(3), one_page=one_page))))
    assert len(paper.sections) == sections


@pytest.mark.skipif(bool(missing()), reason=missing() or "printed")
def test_it_is_one_page_in_print(tmp_path: Path) -> None:
    papers = {str(units): spread(page(report(units, label=LONG), title="领导一页通")) for units in (0, 17, 90)}
    told = on_paper(papers, folder=tmp_path)
    assert [(len(pages), pages[0].width > pages[0].height) for pages in told.values()] == [(1, True)] * 3
