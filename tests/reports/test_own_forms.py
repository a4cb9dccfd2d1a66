"""A form of the county is kept, bound and filled for a street: every figure is the number of the rows it shows."""

from datetime import datetime

import pytest
from django.http import Http404

from linli.ground.clock import moment
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.paper.form import book as books
from linli.paper.form.address import address
from linli.paper.form.binding import Binding, Heads
from linli.reports.filling import sentence
from linli.reports.kept_fillings import Contradicted, altered, cells_of, file_of, fill_for, find
from linli.reports.models import Filling, OwnForm
from linli.reports.own_forms import bind, bindings_of, forms, keep, newest, put_away, renew
from linli.tally.asking import rows
from linli.tally.behind import Behind
from linli.tally.periods import period_named
from tests.paper.form.made import Cells, form
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, opened, said, viewing

pytestmark = pytest.mark.django_db

TOLD = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "small"}
MARCH = period_named("2026-03")
APRIL = moment(MONDAY.date().replace(month=4))
CELLS: Cells = {
    "A1": "石子月报", "A2": "大小", "B2": "本月", "C2": "上月", "D2": "环比", "E2": "带回率",
    "A3": "small", "A4": "large", "A5": "合计", "A7": "北社区", "B5": "=SUM(B3:B4)", "E5": None,
}  # fmt: skip
FORM = form(CELLS, merged=("A1:E1",), styles={"E5": 2})
BLOCK = Binding(
    sheet="表一",
    cells="B3:D4",
    indicator="pebble.opened",
    across=(Heads("turn"),),
    down=(Heads("sort"),),
)
SHARE = Binding(sheet="表一", cells="E5", indicator="pebble.steps_in_time")
NORTH = Binding(sheet="表一", cells="B7", indicator="pebble.opened", down=(Heads("unit"),))


@pytest.fixture
def kept(town: Town) -> OwnForm:
    """Kept by the county's statistics clerk, with three pebbles opened in March of which one came home in time."""
    home = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    home = said(commands.carry, home, by=town.wang, at=TUESDAY)
    said(commands.bring_home, home, by=town.wang, at=WEDNESDAY)
    opened(PEBBLE, by=town.mei, unit=town.north, told={**TOLD, "size": "large"}, at=TUESDAY)
    moved = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=WEDNESDAY)
    said(commands.pass_on, moved, by=town.gu, at=FRIDAY, unit=town.south)
    return keep("石子月报", unit=town.county, file_name="石子.xlsx", data=FORM, who=viewing(town.tan), at=FRIDAY)


def bound(form: OwnForm, town: Town, *bindings: Binding) -> None:
    for one in bindings:
        bind(form, one, who=viewing(town.tan), at=FRIDAY)


def filled(form: OwnForm, town: Town, *, at: datetime = APRIL) -> Filling:
    return fill_for(form, unit=town.street, period=MARCH, who=viewing(town.chen, at=at), at=at)


def test_a_form_of_the_county_is_filled_by_a_street_and_every_cell_leads_to_its_rows(town: Town, kept: OwnForm) -> None:
    bound(kept, town, BLOCK, SHARE, NORTH)
    filling = filled(kept, town)
    shown = {one.cell: one for one in cells_of(filling)}
    assert {cell: one.text for cell, one in shown.items()} == {
        "B3": "2", "B4": "1", "E5": "100.0 %", "B7": "2",
    }  # fmt: skip
    for one in shown.values():
        counted = [rows(Behind.read(query)).count() for query in one.behind]
        assert counted == ([1, 1] if one.cell == "E5" else [int(one.text)])
    data = file_of(filling)
    assert data is not None
    sheet = books.opened(data).sheets[0]
    assert [str(sheet.value(address(cell))) for cell in ("B3", "B4", "B5", "E5", "B7")] == ["2", "1", "3", "1", "2"]
    assert filling.number == "TB-3601-2026-0001"


def test_what_was_filled_stays_as_it_was_and_is_handed_out_byte_for_byte(town: Town, kept: OwnForm) -> None:
    bound(kept, town, BLOCK)
    filling = filled(kept, town)
    before = file_of(filling)
    bound(kept, town, SHARE)
    renew(kept, file_name="新.xlsx", data=form({"A1": 1}), who=viewing(town.tan), at=APRIL)
    assert file_of(Filling.objects.get()) == before
    assert before is not None
    assert list(altered()) == []
    assert [len(bindings_of(one)) for one in kept.versions.order_by("number")] == [1, 2, 2]
    Filling.objects.update(cells=filling.cells.replace('"2"', '"9"', 1))
    assert file_of(Filling.objects.get()) is None
    assert [told.split(":")[0] for told in altered()] == [f"filling {filling.number}"]
    Filling.objects.update(cells=filling.cells)


def test_a_form_that_would_contradict_itself_is_not_filled_and_the_cell_is_named(town: Town, kept: OwnForm) -> None:
    typed = form({**CELLS, "B5": 4}, merged=("A1:E1",))
    renew(kept, file_name="错.xlsx", data=typed, who=viewing(town.tan), at=FRIDAY)
    bound(kept, town, BLOCK)
    with pytest.raises(Contradicted) as refused:
        filled(kept, town)
    (complaint,) = refused.value.complaints
    assert complaint.at.name == "B5"
    assert sentence(complaint).count("B3:B4") == 1
    assert not Filling.objects.exists()


def test_who_keeps_forms_who_sees_them_and_who_fills_them(town: Town, kept: OwnForm) -> None:
    bound(kept, town, BLOCK)
    for user in (town.mei, town.lei):
        with pytest.raises(NotAllowed):
            keep("另一张", unit=town.north, file_name="a.xlsx", data=FORM, who=viewing(user), at=FRIDAY)
    with pytest.raises(NotAllowed):
        bind(kept, SHARE, who=viewing(town.chen), at=FRIDAY)
    assert [kept in forms(viewing(user)) for user in (town.mei, town.sun, town.fang)] == [True, True, False]
    filling = filled(kept, town)
    assert find(viewing(town.lei), filling.number) == filling
    with pytest.raises(Http404):
        find(viewing(town.sun), filling.number)
    with pytest.raises(Http404):
        fill_for(kept, unit=town.north, period=MARCH, who=viewing(town.sun, at=APRIL), at=APRIL)


def test_a_form_that_was_put_away_is_filled_no_more(town: Town, kept: OwnForm) -> None:
    bound(kept, town, BLOCK)
    put_away(kept, away=True, who=viewing(town.tan), at=FRIDAY)
    with pytest.raises(Refused, match="石子月报"):
        filled(kept, town)
    put_away(kept, away=False, who=viewing(town.tan), at=FRIDAY)
    assert filled(kept, town).version == newest(kept)
