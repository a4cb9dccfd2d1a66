"""How many matters a unit sees is counted by the database itself, whatever way they are written."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.translation import override

from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.models import Beyond, Sum
from linli.matters.queries import counts, every
from linli.matters.recounting import recount, strayed
from linli.matters.sums import LAID, fold
from linli.matters.verify import UNSEEN, verify
from linli.policy.calendar import calendar
from tests.kinds.request.in_town import sent_on
from tests.pebble.commands import bring_home, carry, pass_on, warn
from tests.seen import kept_is_true
from tests.town import FRIDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing


def several(town: Town) -> None:
    pebble(town)
    said(warn, pebble(town), by=town.mei, at=TUESDAY)
    said(carry, pebble(town), by=town.he, at=TUESDAY)
    said(bring_home, said(carry, pebble(town), by=town.he, at=TUESDAY), by=town.he, at=WEDNESDAY)
    said(pass_on, pebble(town), by=town.mei, at=TUESDAY, unit=town.south)


def test_every_step_is_counted_as_it_is_written(town: Town) -> None:
    several(town)
    kept_is_true()
    assert Sum.objects.exists()


def test_sums_fold_together_and_stay_the_same(town: Town) -> None:
    for _one in range(LAID + 1):
        pebble(town)
    asked = {"all": Listing(state="all"), "open": Listing()}
    before = counts(asked, viewing(town.mei), at=FRIDAY, calendar=calendar())
    rows = Sum.objects.count()
    folded = fold()
    assert (folded > 0, Sum.objects.count() < rows) == (
        (True, True) if connection.vendor == "postgresql" else (False, False)
    )
    assert (
        counts(asked, viewing(town.mei), at=FRIDAY, calendar=calendar())
        == before
        == {"all": LAID + 1, "open": LAID + 1}
    )
    kept_is_true()


@pytest.mark.parametrize("name", ["chen", "mei", "sun"])
def test_what_is_added_up_is_what_is_counted_row_by_row(town: Town, name: str) -> None:
    several(town)
    who = viewing(getattr(town, name))
    asked = {
        "all": Listing(state="all"),
        "open": Listing(),
        "closed": Listing(state="closed"),
        "red": Listing(colour=("red",)),
        "new": Listing(taken="no"),
        "carried": Listing(stage="carried"),
        "north": Listing(unit="360101", state="all"),
        "south": Listing(unit="360102"),
        "unit": Listing(whose="unit", state="all"),
        "phase": Listing(phase="closed", state="all"),
    }
    found = counts(asked, who, at=FRIDAY, calendar=calendar())
    assert found == {key: row_by_row(one, who) for key, one in asked.items()}


def test_a_row_that_lets_a_stranger_see_is_named_and_gone_when_all_is_counted_anew(town: Town) -> None:
    several(town)
    sent_on(town)
    seen = counts({"all": Listing(state="all")}, viewing(town.sun), at=FRIDAY, calendar=calendar())
    Beyond.objects.create(matter=pebble(town), unit=town.south)
    assert strayed() == (1, 0)
    Sum.objects.filter(unit=town.north.pk).order_by("pk")[:1].get().delete()
    assert strayed() == (1, 1)
    assert [one.what for one in verify().differences] == [UNSEEN.format(beyond=1, sums=1)]
    recount()
    assert strayed() == (0, 0)
    kept_is_true()
    assert counts({"all": Listing(state="all")}, viewing(town.sun), at=FRIDAY, calendar=calendar()) == seen


@override("en")
def test_the_command_says_what_went_astray_and_makes_it_right(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    several(town)
    Beyond.objects.create(matter=pebble(town), unit=town.south)
    with pytest.raises(
        CommandError, match=r"1 matters stand with a wrong unit and 0 counts are wrong\..* \./linli seen rebuild"
    ):
        call_command("seen", "check")
    call_command("seen", "rebuild")
    first, last = capsys.readouterr().out.splitlines()
    assert (first, last.endswith("themselves: nothing differs.")) == ("Counted anew.", True)
    kept_is_true()


def row_by_row(listing: Listing, who: Viewer) -> int:
    return every(listing, who, at=FRIDAY, calendar=calendar()).count()
