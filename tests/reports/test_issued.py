"""A report as it was issued: numbered without gaps, sealed, and held against what would be printed today."""

import pytest
from django.http import Http404

from linli.ground.clock import parse_moment
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.reports import issuing, offered
from linli.reports.issuing import as_issued, issue, since
from linli.reports.keeping import altered
from linli.reports.models import Snapshot
from linli.reports.report import Report
from tests.reports.stones import AT, MARCH, STONES, found, printed, scattered
from tests.town import Town, viewing

pytestmark = pytest.mark.django_db
LATER = parse_moment("2026-04-02T09:00")


def issued(town: Town) -> Snapshot:
    return issue(STONES, town.street, MARCH, who=viewing(town.chen, at=AT), at=AT)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of these tests stands in no folder."""

    def find(name: str) -> Report:
        assert name == STONES.name
        return STONES

    monkeypatch.setattr(issuing, "find_report", find)


def test_it_is_numbered_kept_as_printed_and_what_would_change_is_told_with_its_matters(town: Town, known: None) -> None:
    scattered(town)
    first, second = issued(town), issued(town)
    assert (first.number, second.number) == ("BB-3601-2026-0001", "BB-3601-2026-0002")
    assert as_issued(first).sections == printed(town).sections
    assert as_issued(first).number == first.number
    assert since(first, at=LATER) == ()
    found(town, at=parse_moment("2026-03-30T09:00"), unit=town.north, by=town.mei, size="big")
    came = Matter.objects.order_by("-pk")[0]
    changes = {(one.row, one.column): one for one in since(first, at=LATER) if one.section == "按单位"}
    total = changes["合计", "本期"]
    assert (total.was, total.now, total.came, total.went) == ("4", "5", (came,), ())
    assert changes["北社区", "同比"].now == "+300.0 %"
    assert not [one for one in changes if one[0] == "南社区"]
    assert next(as_issued(first).cells()).text == "3"


def test_only_who_reports_may_issue_and_only_who_sees_may_read(town: Town) -> None:
    scattered(town)
    with pytest.raises(Http404):
        issue(STONES, town.street, MARCH, who=viewing(town.sun, at=AT), at=AT)
    with pytest.raises(NotAllowed):
        issue(STONES, town.north, MARCH, who=viewing(town.mei, at=AT), at=AT)
    kept = issued(town)
    assert issuing.find(viewing(town.lei, at=AT), kept.number) == kept
    with pytest.raises(Http404):
        issuing.find(viewing(town.sun, at=AT), kept.number)


def test_one_that_was_altered_is_named(town: Town, spoilt: None) -> None:
    scattered(town)
    kept = issued(town)
    assert list(altered()) == []
    Snapshot.objects.filter(pk=kept.pk).update(frozen=kept.frozen.replace('"4"', '"5"'))
    assert list(altered()) == [f"report {kept.number}: it is not the one that was issued"]


def test_a_name_that_no_report_has_is_answered_with_those_there_are() -> None:
    with pytest.raises(offered.NoReport, match="unheard-of"):
        offered.find("unheard-of")
