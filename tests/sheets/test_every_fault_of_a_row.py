"""A row is told all that is wrong with it at once, in the trial and in the file of wrong rows."""

import io
import pickle
from pathlib import Path

import pytest

from linli.kinds.request.kind import REQUEST
from linli.matters.fitting import BLANK, UNKNOWN
from linli.matters.incoming import TOO_EARLY
from linli.matters.taking_in import begin_taking, take_in
from linli.paper.rows.moments import NO_MOMENT
from linli.paper.rows.table import opened
from linli.sheets.delivering import incoming_of
from linli.sheets.proposing import knows
from tests.kinds.request.in_town import clerk
from tests.kinds.request.outside import post, row
from tests.sheets.hotline import CLOSED, file_of, line, rows, written
from tests.sheets.test_weighing import run as judged_of
from tests.sheets.typed import run
from tests.town import FRIDAY, Town

pytestmark = pytest.mark.django_db
UNREAD = line("1", **{**CLOSED, "受理时间": "昨天", "办结时间": "前天", "承办单位": "月亮社区", "诉求内容": ""})
UNFIT = line("2", **{**CLOSED, "承办单位": "月亮社区", "诉求内容": "", "诉求类别": "天上的事"})
REVERSED = line("3", **{**CLOSED, "办结时间": "2026-03-01 08:00"})


def test_cells_that_cannot_be_read_and_those_that_do_not_fit_are_all_told(town: Town) -> None:
    found = judged_of(written([UNREAD, UNFIT, REVERSED]), town)
    assert [{(one.column, one.sentence) for one in row.wrong.all} for row in found if row.wrong] == [
        {("opened_at", NO_MOMENT), ("closed_at", NO_MOMENT), ("story", BLANK), ("handler", UNKNOWN)},
        {("story", BLANK), ("category", UNKNOWN), ("handler", UNKNOWN)},
        {("closed_at", TOO_EARLY)},
    ]


def test_the_taking_in_tells_as_much_as_the_trial(town: Town) -> None:
    told = [row(1, story="", category="天上的事", handler="月亮社区"), row(2)]
    taking = begin_taking(REQUEST, source="12345", by=post(town), at=FRIDAY, digest="a")
    [wrong] = [one.wrong for progress in take_in(taking, told) for one in progress.wrong if one.wrong]
    from_a_hand = pickle.loads(pickle.dumps(wrong))
    for told_of in (wrong, from_a_hand):
        assert [one.column for one in told_of.all] == ["story", "category", "handler"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_file_of_wrong_rows_says_each_reason_behind_the_heading_of_its_column(
    form: str, town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clerk(town)
    wrong = tmp_path / f"wrong.{form}"
    said = run(file_of(tmp_path, [*rows(1), UNREAD]), capsys, dry_run=True, errors=wrong)
    assert [told.split("，")[1].split("：")[0] for told in said.splitlines() if "第 3 行" in told] == [
        "受理时间",
        "办结时间",
        "诉求内容",
    ], "what only has to be told once is not repeated"
    again = opened(io.BytesIO(wrong.read_bytes()), known=knows(incoming_of(REQUEST)))
    [found] = again.rows()
    told = dict(zip(again.heads, found.cells, strict=False))
    assert told["所在列"] == "受理时间、办结时间、诉求内容、承办单位"
    reasons = str(told["错在哪里、怎么改"]).splitlines()
    assert [one.split("：")[0] for one in reasons] == ["受理时间", "办结时间", "诉求内容", "承办单位"]
