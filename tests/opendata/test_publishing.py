"""A month is published once, holds nothing of what it hides, and is taken down rather than changed."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from linli.ground.clock import moment
from linli.opendata import publishing
from linli.opendata.files import as_csv, as_json
from linli.opendata.keeping import altered
from linli.opendata.models import OpenMonth, OpenRule
from linli.opendata.network import Table
from linli.opendata.printed import Place, Printed
from linli.opendata.publishing import Refused, publish, publish_due, withdraw
from linli.opendata.suppressing import Mark
from linli.tally.catching import catch_up
from tests.town import Town, pebble

pytestmark = pytest.mark.django_db

JANUARY = date(2026, 1, 1)
SECOND_OF_FEBRUARY = moment(date(2026, 2, 2))
PLACES = {"36": Place("36", "云棠县"), "a": Place("a", "柳树街道", "Willow Street"), "b": Place("b", "映荷街道")}
NUMBERS = [2, 31, 47, 53, 61, 73]


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch, town: Town) -> Mapping[str, Table]:
    """Two streets and a third, in which two pebbles were opened and all else was plenty."""
    cells = [(unit, kind) for unit in ("a", "b", "other") for kind in ("pebble", "stone")]
    table = Table("36", {"36": ["a", "b", "other"]}, ["pebble", "stone"], dict(zip(cells, NUMBERS, strict=True)))
    tables = {"opened": table, "closed": table}
    monkeypatch.setattr(publishing, "counted", lambda first: (tables, {**PLACES, "other": Place("other")}))
    return tables


def test_what_is_kept_holds_no_hidden_number(counts: Mapping[str, Table]) -> None:
    month = publish(JANUARY, at=SECOND_OF_FEBRUARY)
    told = Printed.read(month.frozen)
    assert told.places[1] == PLACES["a"]
    assert told.tables["opened"][1] == (Mark.SMALL, Mark.ALONG, 33)
    assert told.tables["opened"][0] == (110, 157, 267)
    for text in (month.frozen, as_csv([month]), as_json(month)):
        assert not [number for number in (2, 31) if f",{number}," in text or f": {number}," in text]
    assert list(altered()) == []


def test_the_files_say_the_same_as_the_table(counts: Mapping[str, Table]) -> None:
    month = publish(JANUARY, at=SECOND_OF_FEBRUARY)
    line = next(line for line in as_csv([month]).splitlines() if ",opened,a,柳树街道,Willow Street,pebble," in line)
    assert line == "2026-01,opened,a,柳树街道,Willow Street,pebble,,small,5,2026-02-01T16:00:00Z"
    told = json.loads(as_json(month))
    assert told["dictionary"]["fields"].keys() == told["numbers"][0].keys()
    assert [one["count"] for one in told["numbers"] if one["unit"] == "36" and one["measure"] == "closed"] == [
        110,
        157,
        267,
    ]


def test_a_month_is_published_when_it_is_over_and_never_again(counts: Mapping[str, Table]) -> None:
    with pytest.raises(Refused, match="2026-02-01"):
        publish(JANUARY, at=SECOND_OF_FEBRUARY - timedelta(days=2))
    publish(JANUARY, at=SECOND_OF_FEBRUARY)
    with pytest.raises(Refused, match="2026-02-02"):
        publish(JANUARY, at=SECOND_OF_FEBRUARY + timedelta(days=9))
    withdraw(JANUARY, reason="数错了", at=SECOND_OF_FEBRUARY + timedelta(days=9))
    with pytest.raises(Refused, match="2026-02-11"):
        publish(JANUARY, at=SECOND_OF_FEBRUARY + timedelta(days=10))


def test_taking_down_says_why_and_gives_nothing_out_any_more(counts: Mapping[str, Table], client: Client) -> None:
    publish(JANUARY, at=SECOND_OF_FEBRUARY)
    with pytest.raises(Refused):
        withdraw(JANUARY, reason=" ", at=SECOND_OF_FEBRUARY)
    assert client.get("/open/2026-01.csv").status_code == 200
    withdraw(JANUARY, reason="数错了", at=SECOND_OF_FEBRUARY)
    for place in ("/open/2026-01/", "/open/2026-01.csv", "/open/2026-01.json"):
        gone = client.get(place)
        assert (gone.status_code, "数错了" in gone.content.decode(), "267" in gone.content.decode()) == (
            410,
            True,
            False,
        )
    assert "267" not in client.get("/open/all.csv").content.decode()
    assert "数错了" in client.get("/open/").content.decode()
    assert list(altered()) == []


def test_verify_names_a_month_whose_numbers_were_changed(counts: Mapping[str, Table]) -> None:
    publish(JANUARY, at=SECOND_OF_FEBRUARY)
    OpenMonth.objects.update(frozen="{}")
    assert list(altered()) == ["open data 2026-01: the numbers are not those that were published"]


def test_the_heartbeat_publishes_every_month_of_the_rule_from_the_day_the_office_chose(
    counts: Mapping[str, Table],
) -> None:
    assert catch_up()
    assert publish_due(at=SECOND_OF_FEBRUARY) == 0
    OpenRule.objects.create(valid_from=date(2026, 1, 20), day=3, under=7, licence="CC0")
    done = [publish_due(at=SECOND_OF_FEBRUARY + timedelta(days=days)) for days in (0, 1, 2, 28, 90)]
    assert done == [0, 1, 0, 0, 3]
    assert [month.name for month in OpenMonth.objects.all()] == ["2026-04", "2026-03", "2026-02", "2026-01"]
    assert {(month.under, month.licence) for month in OpenMonth.objects.all()} == {(7, "CC0")}


def test_nothing_is_published_for_good_while_some_of_it_is_not_counted(
    counts: Mapping[str, Table], town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    OpenRule.objects.create(valid_from=JANUARY, day=2)
    assert publish_due(at=SECOND_OF_FEBRUARY - timedelta(days=1)) == 0
    pebble(town)
    monkeypatch.setattr(publishing, "count_new", lambda at: 0)
    assert publish_due(at=SECOND_OF_FEBRUARY) == 0
    with pytest.raises(Refused, match="只公布一次"):
        publish(JANUARY, at=SECOND_OF_FEBRUARY)
    assert not OpenMonth.objects.exists()
    assert catch_up()
    assert publish_due(at=SECOND_OF_FEBRUARY) == 1


def test_the_page_shows_signs_for_what_is_hidden_in_both_languages(counts: Mapping[str, Table], client: Client) -> None:
    publish(JANUARY, at=SECOND_OF_FEBRUARY)
    html = client.get("/open/2026-01/").content.decode()
    assert "&lt;5" in html
    assert "县级部门" in html
    client.cookies["django_language"] = "en"
    html = client.get("/open/2026-01/").content.decode()
    assert "Willow Street" in html
    assert "County offices" in html


@override("en")
def test_the_command_says_in_a_sentence_why_not(counts: Mapping[str, Table]) -> None:
    out = StringIO()
    call_command("opendata", "publish", "--period", "2026-01", stdout=out)
    call_command("opendata", "list", stdout=out)
    assert "2026-01: published" in out.getvalue()
    for period, said in (("2026-01", "2026-01"), ("2026-13", "Write --period 2026-05"), ("2026-Q1", "is no month")):
        with pytest.raises(CommandError, match=said):
            call_command("opendata", "publish", "--period", period)
