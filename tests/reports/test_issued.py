"""A report as it was issued: numbered without gaps, sealed, and held against what would be printed today."""

import msgspec
import pytest
from django.http import Http404

from linli.ground.chain import canonical
from linli.ground.clock import parse_moment
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.reports import issuing, offered
from linli.reports.behind_then import kept
from linli.reports.issuing import as_issued, issue, since
from linli.reports.keeping import altered, digest_of_report
from linli.reports.models import PackedRows, Snapshot
from linli.reports.packing import pack
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
    there = issued(town)
    assert issuing.find(viewing(town.lei, at=AT), there.number) == there
    with pytest.raises(Http404):
        issuing.find(viewing(town.sun, at=AT), there.number)


def test_one_that_was_altered_is_named(town: Town, spoilt: None) -> None:
    scattered(town)
    there = issued(town)
    named = [f"report {there.number}: it is not the one that was issued"]
    assert list(altered()) == []
    row = PackedRows.objects.order_by("pk")[0]
    PackedRows.objects.filter(pk=row.pk).update(rows=pack([(1, 999)]).parts[0])
    assert list(altered()) == named
    PackedRows.objects.filter(pk=row.pk).update(rows=row.rows)
    assert list(altered()) == []
    Snapshot.objects.filter(pk=there.pk).update(frozen=there.frozen.replace('"4"', '"5"'))
    assert list(altered()) == named


def test_rows_are_kept_packed_and_those_of_reports_issued_before_are_read_from_their_text(town: Town) -> None:
    scattered(town)
    there = issued(town)
    told = msgspec.json.decode(there.frozen)
    rows = {query: kept(there, query) for query in told["packed"]}
    assert {query: len(rows[query] or ()) for query in rows} == {query: one[0] for query, one in told["packed"].items()}
    assert PackedRows.objects.count() == len({one[1] for one in told["packed"].values()}) < len(rows)
    there.packed.all().delete()
    del told["packed"]
    there.frozen = canonical({**told, "behind": {query: [list(pair) for pair in rows[query] or ()] for query in rows}})
    there.digest = digest_of_report(there)
    there.save()
    assert list(altered()) == []
    assert {query: list(map(tuple, kept(there, query) or ())) for query in rows} == rows
    assert kept(there, "measure=never.asked") is None


def test_a_name_that_no_report_has_is_answered_with_those_there_are() -> None:
    with pytest.raises(offered.NoReport, match="unheard-of"):
        offered.find("unheard-of")
