"""Histories of requests come in as sets: as if the gate had been told each of them, once, and by the same rules."""

from itertools import islice
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from linli.kinds.request.incoming import KEPT
from linli.kinds.request.kind import REQUEST
from linli.matters import weighing
from linli.matters.asking import Listing
from linli.matters.elsewhere import known_as
from linli.matters.incoming import SHUT, Row, Wrong
from linli.matters.mending import NOT_THEIRS
from linli.matters.models import Event, Follow, Matter, Taken, Words
from linli.matters.queries import page
from linli.matters.reading import events_of
from linli.matters.taking_in import begin_taking, take_in, weigh
from linli.policy.calendar import calendar
from linli.policy.models import Series
from linli.staff.models import User
from tests.kinds.request.in_town import clerk, taken_in
from tests.kinds.request.outside import CLOSED, HOUR, begun, mixed, post, row, taken
from tests.kinds.request.told import say
from tests.kinds.taking import TABLES, counted, ledger, said, told_by_the_gate
from tests.seen import kept_is_true
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, Town, resident, state_of, viewing
from tests.town import said as say_here

pytestmark = pytest.mark.django_db


def matter(place: int) -> Matter:
    return Matter.objects.get(taken__external=f"12345-{place:04}")


def test_a_set_is_written_as_the_gate_writes_one_by_one(town: Town) -> None:
    post(town)
    with transaction.atomic():
        told_by_the_gate(REQUEST, mixed(12), by=post(town), at=FRIDAY)
        one_by_one, codes = ledger(), Follow.objects.count()
        transaction.set_rollback(True)
    taken(town, mixed(12))
    for table, as_set, by_gate in zip(TABLES, ledger(), one_by_one, strict=True):
        assert as_set == by_gate, table
    assert Follow.objects.count() == codes
    kept_is_true()


def test_a_row_tells_its_course_with_its_own_moments(town: Town) -> None:
    taken(town, mixed(6))
    assert said(matter(6)) == ["TakenIn", "ReporterNamed"]
    assert said(matter(1)) == ["TakenIn", "ReporterNamed", "Accepted"]
    assert said(matter(2)) == ["TakenIn", "ReporterNamed", "Accepted", "Dispatched"]
    assert said(matter(3))[3:] == ["DispatchedThere", "RepliedThere", "ClosedUnconfirmed"]
    assert said(matter(4))[4:] == ["RepliedThere", "RatedThere", "Closed"]
    assert said(matter(5))[3:] == ["RepliedThere", "RatedThere", "ClosedUnconfirmed"]
    closed = Event.objects.get(matter=matter(4), fact="Closed")
    assert (closed.at, matter(4).closed_at) == (MONDAY + 30 * HOUR,) * 2


def test_colours_turned_when_they_fell_due_and_not_when_the_file_came(town: Town) -> None:
    taken(town, [row(1)], at=NEXT_MONDAY)
    turned = Event.objects.filter(matter=matter(1), fact="Turned").latest("seq")
    assert turned.at == state_of(matter(1)).marks["accept"].at < NEXT_MONDAY


def test_the_limit_that_came_with_it_is_the_limit(town: Town) -> None:
    taken(town, mixed(2))
    assert matter(2).due_at != FRIDAY
    assert state_of(matter(2)).marks["reply"].at == FRIDAY


def test_a_point_lies_in_its_cell(town: Town) -> None:
    taken(town, mixed(1))
    assert matter(1).cell_id == town.cell.pk


def test_nobody_here_had_a_hand_in_what_was_answered_there(town: Town) -> None:
    taken(town, mixed(4))
    assert state_of(matter(4)).data["handlers"] == []


def test_the_desk_has_it_done_again_though_nobody_here_gave_the_answer(town: Town, client: Client) -> None:
    taken(town, [row(1, **CLOSED)])
    redone = say_here(say.order_redo, matter(1), by=clerk(town), at=FRIDAY, why="现场核查未修复")
    assert (redone.stage, state_of(redone).data["redos"][0]["by"]) == ("redo", "desk")
    client.force_login(clerk(town))
    html = client.get(f"/m/{redone.number}/").content.decode()
    assert ("北社区" in html, "None" in html) == (True, False)


def test_the_same_file_again_brings_nothing_new(town: Town) -> None:
    taken(town, mixed(6))
    before = ledger()
    assert counted(taken(town, mixed(6), digest="b")[-1].taking) == (6, 0, 6, 0, 0)
    assert ledger() == before


def test_what_went_on_since_is_added_and_nothing_is_written_over(town: Town) -> None:
    taken(town, [row(1), row(2)])
    before = list(Event.objects.filter(matter=matter(1)).order_by("seq").values_list("hash", flat=True))
    again = [row(1, **CLOSED, title="路灯又不亮"), row(2, channel="app", phone="13800000012")]
    assert counted(taken(town, again, digest="b", at=NEXT_MONDAY)[-1].taking) == (2, 0, 0, 2, 0)
    assert (
        list(Event.objects.filter(matter=matter(1)).order_by("seq").values_list("hash", flat=True))[: len(before)]
        == before
    )
    assert said(matter(1))[2:] == ["Renamed", "Accepted", "DispatchedThere", "RepliedThere", "ClosedUnconfirmed"]
    assert said(matter(2))[2:] == ["ReporterNamed", "Noted"]
    assert counted(taken(town, again, digest="c", at=NEXT_MONDAY)[-1].taking) == (2, 0, 2, 0, 0)


def test_a_list_that_names_no_unit_says_nothing_new_from_another_post(town: Town) -> None:
    taken(town, mixed(6))
    before, above = ledger(), resident("ding", "丁若谷", unit=town.county, role=post(town).role)
    taking = begin_taking(REQUEST, source="12345", by=viewing(above).posts[0], at=NEXT_MONDAY, digest="b")
    list(take_in(taking, mixed(6)))
    assert (counted(taking), ledger()) == ((6, 0, 6, 0, 0), before)


def test_what_is_noted_is_what_the_row_says(town: Town) -> None:
    taken(town, [row(1)])
    taken(town, [row(1, unit="柳树街道")], digest="b", at=NEXT_MONDAY)
    [text] = Words.objects.filter(matter=matter(1), field="text").values_list("text", flat=True)
    assert text.endswith("柳树街道")


def found(user: User, text: str) -> list[str]:
    listing = Listing(q=text, state="all")
    return [one.number for one in page(listing, viewing(user), at=NEXT_MONDAY, calendar=calendar()).rows]


def test_it_is_found_by_its_number_there_and_its_page_tells_it(town: Town, client: Client) -> None:
    taken(town, [row(1), row(2), row(3, external="13800138000")])
    assert found(clerk(town), " 12345-0002 ") == [matter(2).number]
    assert found(town.he, "12345-0002") == []
    assert found(clerk(town), "13800138000") == []
    client.force_login(clerk(town))
    assert "来自 12345：12345-0002" in client.get(f"/m/{matter(2).number}/").content.decode()
    somebody = Taken.objects.get(external="13800138000").matter.number
    assert "13800138000" not in client.get(f"/m/{somebody}/").content.decode()


def test_what_its_list_did_not_say_is_told_as_filled_in_until_a_list_or_a_hand_says_it(
    town: Town, client: Client
) -> None:
    said_all, silent = row(1, urgency="ordinary"), row(2, channel="", sort="")
    taken(town, [said_all, silent])
    client.force_login(clerk(town))

    def told(place: int) -> str:
        html = client.get(f"/m/{matter(place).number}/").content.decode()
        return html.partition("导入的清单未写：")[2].partition("。")[0]

    assert told(1) == ""
    assert told(2) == "诉求性质、受理渠道、紧急程度"
    assert "导入的清单未写" not in client.get(f"/m/{taken_in(town).number}/").content.decode()
    taken(town, [said_all, row(2, channel="", sort="help")], digest="b", at=NEXT_MONDAY)
    assert told(2) == "受理渠道、紧急程度"
    say_here(say.reclassify, matter(2), by=clerk(town), at=NEXT_MONDAY, urgency="life")
    assert told(2) == "受理渠道"


def test_what_a_list_said_once_is_not_filled_in_where_a_later_one_is_silent(town: Town) -> None:
    taken(town, [row(1, channel="transfer", sort="other")])
    silent = [row(1, channel="", sort="")]
    assert counted(taken(town, silent, digest="b", at=NEXT_MONDAY)[-1].taking) == (1, 0, 0, 1, 0)
    assert filled_in(1) == ("How urgent it is",)
    before = ledger()
    assert counted(taken(town, silent, digest="c", at=NEXT_MONDAY)[-1].taking) == (1, 0, 1, 0, 0)
    assert ledger() == before
    again = [row(1, channel="app", sort="")]
    assert counted(taken(town, again, digest="d", at=NEXT_MONDAY)[-1].taking) == (1, 0, 0, 1, 0)


def test_what_a_hand_said_is_not_filled_in_also_where_it_is_the_usual_again(town: Town) -> None:
    taken(town, [row(1, sort="")])
    assert filled_in(1) == ("Sort of request", "How urgent it is")
    for sort in ("help", "other"):
        say_here(say.reclassify, matter(1), by=clerk(town), at=NEXT_MONDAY, sort=sort)
    assert filled_in(1) == ("How urgent it is",)


def filled_in(place: int) -> tuple[str, ...]:
    there = known_as(matter(place), REQUEST, events_of(matter(place)))
    return there.filled_in if there else ()


def test_no_list_answers_or_closes_what_somebody_here_signed_for(town: Town) -> None:
    taken(town, [row(1, handler="360101")])
    say_here(say.sign, matter(1), by=town.he, at=FRIDAY)
    before = ledger()
    [wrong] = taken(town, [row(1, **{**CLOSED, "handler": "360101"})], digest="b", at=NEXT_MONDAY)[-1].wrong
    assert (str(wrong.wrong), ledger()) == (str(Wrong("closed_at", SHUT)), before)


def test_a_course_told_otherwise_that_nothing_can_add_is_given_back(town: Town) -> None:
    sent = {"dispatched_at": MONDAY + 10 * HOUR}
    taken(town, [row(1, handler="360101", **sent)])
    before = ledger()
    [wrong] = taken(town, [row(1, handler="360102", **sent)], digest="b", at=NEXT_MONDAY)[-1].wrong
    assert (str(wrong.wrong), ledger()) == (str(Wrong("handler", SHUT)), before)


def test_a_post_adds_nothing_to_what_another_desk_took_in_under_the_same_number(town: Town) -> None:
    taken(town, [row(1)])
    before, rows = ledger(), [row(1, unit="360101", **CLOSED)]
    outsider = viewing(town.mei).posts[0]
    [foreseen] = weigh(REQUEST, rows, source="12345", by=outsider, at=NEXT_MONDAY)
    taking = begin_taking(REQUEST, source="12345", by=outsider, at=NEXT_MONDAY, digest="b")
    [wrong] = list(take_in(taking, rows))[-1].wrong
    assert [str(one.wrong) for one in (wrong, foreseen)] == [str(Wrong("external", NOT_THEIRS))] * 2
    assert counted(taking) == (1, 0, 0, 0, 1)
    assert ledger() == before


def test_what_is_confidential_comes_to_stand_neither_in_a_title_nor_in_a_note(town: Town) -> None:
    secret = {"confidential": True, "story": "我家楼下那户又漏水了"}
    [told] = taken(town, [row(1, **secret, title=""), row(2, **secret), row(3)])
    assert [(one.place, one.wrong.column) for one in told.wrong if one.wrong] == [(1, "title")]
    again = [row(2, **{**secret, "story": "还是那户"}), row(3, confidential=True)]
    [told] = taken(town, again, digest="b", at=NEXT_MONDAY)
    assert [str(one.wrong) for one in told.wrong] == [str(Wrong("", KEPT))] * 2
    assert said(matter(2)) == ["TakenIn", "ReporterNamed"]


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"closed_at": MONDAY}, "closed_at"),
    ({"opened_at": FRIDAY + HOUR}, "opened_at"),
    ({"opened_at": MONDAY.replace(tzinfo=None)}, "opened_at"),
    ({"opened_at": MONDAY.replace(year=2001)}, "opened_at"),
    ({"category": "月亮"}, "category"),
    ({"handler": "月亮办"}, "handler"),
    ({"dispatched_at": MONDAY + 9 * HOUR}, "handler"),
    ({"unit": "360102"}, ""),
    ({"unit": "36"}, "unit"),
    ({"point": "别处"}, "point"),
    ({"story": ""}, "story"),
    ({"story": "路" * 20_001}, "story"),
    ({"title": "周桂兰家门口的路灯"}, "opened_at"),
)


def test_each_wrong_row_is_named_with_its_column_and_the_others_come_in(town: Town) -> None:
    rows = [row(place, **more) for place, (more, _column) in enumerate(WRONG, 1)]
    wrong = [(place, column) for place, (_more, column) in enumerate(WRONG, 1) if column]
    foreseen = [one for one in weigh(REQUEST, rows, source="12345", by=post(town), at=FRIDAY) if one.wrong]
    assert [(one.place, one.wrong.column) for one in foreseen if one.wrong] == wrong
    assert Matter.objects.count() == 0
    told = taken(town, rows)[-1]
    assert [(one.place, one.wrong.column) for one in told.wrong if one.wrong] == wrong
    assert [str(one.wrong) for one in told.wrong] == [str(one.wrong) for one in foreseen]
    assert counted(told.taking) == (len(rows), 1, 0, 0, len(wrong))
    assert Series.objects.get(code="request", year=2026).last == 1


def test_what_rows_would_do_is_what_they_do(town: Town) -> None:
    taken(town, mixed(3))
    rows = [row(1, **CLOSED), *mixed(5)[1:], Row(6, {**mixed(5)[4].told, "title": "楼道灯不亮"})]
    found = list(weigh(REQUEST, rows, source="12345", by=post(town), at=NEXT_MONDAY))
    assert [one.verdict for one in found] == ["changed", "already", "already", "fresh", "fresh", "changed"]
    taking = taken(town, rows, digest="b", at=NEXT_MONDAY)[-1].taking
    assert counted(taking) == (6, 2, 2, 2, 0)


def test_a_taking_that_was_cut_off_goes_on_as_if_it_never_had(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing.chunks, "__kwdefaults__", {"most": 4})
    post(town)
    with transaction.atomic():
        taken(town, mixed(14))
        undisturbed = ledger()
        transaction.set_rollback(True)
    taking = begun(town)
    list(islice(take_in(taking, mixed(14)), 2))
    assert begun(town, at=NEXT_MONDAY).rows == 8
    last = taken(town, mixed(14), at=NEXT_MONDAY)[-1].taking
    assert last.pk == taking.pk
    assert last.finished_at
    assert ledger() == undisturbed


def test_numbers_given_meanwhile_are_not_given_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing.chunks, "__kwdefaults__", {"most": 2})
    going = take_in(begun(town), mixed(4))
    next(going)
    Series.objects.filter(code="request", year=2026).update(last=50)
    next(going)
    numbers = Matter.objects.order_by("taken__external").values_list("number", flat=True)
    assert list(numbers) == ["QS-2026-000001", "QS-2026-000002", "QS-2026-000051", "QS-2026-000052"]
