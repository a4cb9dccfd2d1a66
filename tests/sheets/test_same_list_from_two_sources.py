"""A list that came in before under the numbers of another source: said in the trial, and never refused."""

from pathlib import Path

import pytest
from django.core.management import call_command

from linli.kinds.request.kind import REQUEST
from linli.matters.models import Matter
from linli.matters.taking_in import begin_taking, take_in, weigh
from linli.sheets.doubts import of_sources
from linli.sheets.weighing import Weight
from tests.kinds.request.in_town import clerk
from tests.kinds.request.outside import post, row, taken
from tests.sheets.hotline import file_of, line, rows
from tests.sheets.typed import run
from tests.town import FRIDAY, NEXT_MONDAY, Town, viewing

pytestmark = pytest.mark.django_db
FROM_NORTH = {"unit": "北社区"}


@pytest.fixture(autouse=True)
def at_work(town: Town) -> None:
    clerk(town)


def test_the_command_says_whose_numbers_it_takes_the_rows_to_bear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(file_of(tmp_path, rows(1)))
    for more, source in (({}, "upstream"), ({"source": "12345平台"}, "12345平台")):
        call_command("takein", file, kind="request", who="qin", hands=0, dry_run=True, **more)
        assert f"编号出自：{source}" in capsys.readouterr().err


def test_a_list_that_is_here_under_another_source_is_told_and_not_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(file_of(tmp_path, rows(3)), capsys, source="12345平台")
    again = file_of(tmp_path, [*rows(3), line("9")], "再来.csv")
    said = run(again, capsys, source="", dry_run=True)
    assert "新增行中有 3 行" in said
    assert '--source "12345平台"' in said
    assert "--source" not in run(again, capsys, source="12345平台", dry_run=True)
    run(again, capsys, source="")
    assert Matter.objects.count() == 7


def test_the_desk_points_at_its_own_page_for_that() -> None:
    [said] = of_sources(Weight(elsewhere={"12345平台": 3}), own="甲")
    assert "请在“列对应”中把“编号出自”改为“12345平台”" in said
    assert "--source" not in said


def test_the_same_number_of_another_moment_is_another_matter(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(file_of(tmp_path, [line("1")]), capsys, source="甲")
    other = file_of(tmp_path, [line("1", 受理时间="2026-03-02 09:01")], "乙.csv")
    assert "--source" not in run(other, capsys, source="乙", dry_run=True)


def test_nothing_is_told_of_matters_beyond_the_reach_of_the_post(town: Town) -> None:
    taken(town, [row(1)])
    within, beyond = viewing(clerk(town)).posts[0], viewing(town.mei).posts[0]
    for by, source in ((within, "12345"), (beyond, "")):
        [found] = weigh(REQUEST, [row(1, unit="360101")], source="别处", by=by, at=NEXT_MONDAY)
        assert (found.verdict, found.elsewhere) == ("fresh", source)


def test_a_list_is_found_again_when_its_matters_went_on_to_units_beyond_the_reach(town: Town) -> None:
    by, told = viewing(town.mei).posts[0], [row(1, handler="南社区", **FROM_NORTH), row(2, **FROM_NORTH)]
    taking = begin_taking(REQUEST, source="12345", by=by, at=FRIDAY, digest="a")
    assert [progress.wrong for progress in take_in(taking, told)] == [()]
    found = weigh(REQUEST, told, source="别处", by=by, at=NEXT_MONDAY)
    assert [(one.verdict, one.elsewhere) for one in found] == [("fresh", "12345"), ("fresh", "12345")]
    beyond = weigh(REQUEST, [row(1), row(2)], source="别处", by=viewing(town.sun).posts[0], at=NEXT_MONDAY)
    assert [one.elsewhere for one in beyond] == ["12345", ""], "the first of them is theirs by now"


def test_of_two_other_sources_that_is_told_under_which_it_came_in_last(town: Town) -> None:
    for source in ("乙", "甲", "丙"):
        taking = begin_taking(REQUEST, source=source, by=post(town), at=FRIDAY, digest=source)
        list(take_in(taking, [row(1)]))
    [found] = weigh(REQUEST, [row(1)], source="别处", by=post(town), at=NEXT_MONDAY)
    assert found.elsewhere == "丙"
