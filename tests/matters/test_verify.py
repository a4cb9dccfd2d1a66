"""Whatever is changed behind the gate's back, verify names the matter and the event, or the seal."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from linli.ground.chain import GENESIS
from linli.matters.everyday import note
from linli.matters.models import Duty, Event, Mark, Matter, Seal, Standing, Words
from linli.matters.sealing import seal_new
from linli.matters.verify import Difference, verify
from tests.pebble import commands
from tests.town import TUESDAY, WEDNESDAY, Town, pebble, said

pytestmark = pytest.mark.django_db

TEXTS = ("fact", "payload", "digests", "request", "hash")
NUMBERS = ("user_id", "post_id", "behalf_id")


@pytest.fixture
def ledger(town: Town) -> list[Matter]:
    """Three matters, two of them with a longer course, all sealed."""
    matters = [pebble(town), said(commands.carry, pebble(town), by=town.wang, at=TUESDAY), pebble(town)]
    matters[0] = said(note, matters[0], by=town.mei, at=TUESDAY, text="量过尺寸了。")
    matters[0] = said(commands.warn, matters[0], by=town.mei, at=WEDNESDAY)
    seal_new(at=WEDNESDAY)
    assert verify().differences == ()
    return matters


@pytest.fixture
def unguarded(spoilt: None) -> None:
    """Without the triggers, as somebody with the keys of the database would work."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER event_never_changed")
            cursor.execute("DROP TRIGGER event_never_deleted")


def rewritten(event: Event, column: str, value: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE matters_event SET {column} = %s WHERE id = %s", [value, event.pk])


def found() -> list[Difference]:
    return list(verify().differences)


def named(matter: Matter, seq: int) -> bool:
    return any((one.number, one.seq) == (matter.number, seq) for one in found())


def bent(text: str, place: int) -> str:
    """The text with one character changed, or one more where it was empty."""
    place %= max(len(text), 1)
    other = "0" if text[place : place + 1] != "0" else "1"
    return text[:place] + other + text[place + 1 :]


@pytest.mark.parametrize("column", TEXTS)
@pytest.mark.parametrize("place", [0, 7, 40])
def test_one_changed_character_of_an_event_is_named(
    ledger: list[Matter], unguarded: None, column: str, place: int
) -> None:
    for event in Event.objects.filter(matter=ledger[0]).order_by("-seq"):
        rewritten(event, column, bent(getattr(event, column), place))
        assert named(ledger[0], event.seq), f"event {event.seq}"


@pytest.mark.parametrize("column", NUMBERS)
def test_another_actor_is_named(ledger: list[Matter], unguarded: None, town: Town, column: str) -> None:
    event = Event.objects.get(matter=ledger[0], fact="Noted")
    rewritten(event, column, town.gu.pk if column != "post_id" else town.gu.posts.get().pk)
    assert named(ledger[0], event.seq)
    rewritten(event, column, getattr(event, column))
    assert found() == []


def test_a_moment_moved_by_a_microsecond_is_named(ledger: list[Matter], unguarded: None) -> None:
    event = Event.objects.get(matter=ledger[0], fact="Noted")
    rewritten(event, "at", event.at + timedelta(microseconds=1))
    assert named(ledger[0], event.seq)


def test_two_events_that_changed_places_are_named(ledger: list[Matter], unguarded: None) -> None:
    second, third = Event.objects.filter(matter=ledger[0], seq__in=(2, 3)).order_by("seq")
    for event, seq in ((second, 99), (third, 2), (second, 3)):
        rewritten(event, "seq", seq)
    assert named(ledger[0], 2)


def test_an_event_taken_out_of_the_middle_is_named(ledger: list[Matter], unguarded: None) -> None:
    taken_out(Event.objects.get(matter=ledger[0], seq=3))
    assert named(ledger[0], 3)


def test_an_event_moved_to_another_matter_is_named_in_both(ledger: list[Matter], unguarded: None) -> None:
    event = Event.objects.get(matter=ledger[0], seq=ledger[0].seq)
    rewritten(event, "seq", 99)
    rewritten(event, "matter_id", ledger[2].pk)
    assert {one.number for one in found()} >= {ledger[0].number, ledger[2].number}


def test_a_line_cut_off_with_everything_put_back_shows_in_the_seal_alone(
    ledger: list[Matter], town: Town, unguarded: None
) -> None:
    kept = {model: list(model.objects.filter(matter=ledger[2]).values()) for model in (Standing, Duty)}
    row = dict(Matter.objects.filter(pk=ledger[2].pk).values().get())
    said(note, ledger[2], by=town.mei, at=WEDNESDAY, text="后来的事。")
    seal_new(at=WEDNESDAY)
    taken_out(Event.objects.get(matter=ledger[2], fact="Noted"))
    Words.objects.filter(matter=ledger[2], field="text").delete()
    Matter.objects.filter(pk=str(row.pop("id"))).update(**row)
    assert kept == {model: list(model.objects.filter(matter=ledger[2]).values()) for model in (Standing, Duty)}
    (difference,) = found()
    assert (difference.number, "sealed" in difference.what) == ("", True)


def test_a_matter_that_vanished_with_all_its_rows_shows_in_the_seal(ledger: list[Matter], unguarded: None) -> None:
    pk = ledger[2].pk
    with connection.cursor() as cursor:
        for table in ("event", "words", "duty", "mark", "standing", "receipt", "follow", "searched"):
            cursor.execute(f"DELETE FROM matters_{table} WHERE matter_id = %s", [pk])
        cursor.execute("DELETE FROM matters_matter WHERE id = %s", [pk])
    differences = found()
    assert {difference.number for difference in differences} == {""}
    assert "seal" in differences[0].what


def test_a_database_put_back_to_an_earlier_day_lacks_the_head_written_outside(
    ledger: list[Matter], town: Town, unguarded: None
) -> None:
    said(note, ledger[2], by=town.mei, at=WEDNESDAY, text="后来的事。")
    seal_new(at=WEDNESDAY)
    assert found() == []
    Seal.objects.latest("last").delete()
    assert ["outside" in one.what for one in found()] == [True]


@pytest.mark.parametrize("column", ["root", "count", "hash", "mac"])
def test_a_changed_seal_is_named(ledger: list[Matter], spoilt: None, column: str) -> None:
    value = getattr(Seal.objects.get(), column)
    Seal.objects.update(**{column: bent(value, 3) if isinstance(value, str) else value + 1})
    assert found()
    assert not found()[0].number


ROW = {
    "stage": "home",
    "phase": "closed",
    "clock": "paused",
    "colour": "green",
    "because": "Home",
    "category": "x",
    "outcome": "home",
    "opened_at": WEDNESDAY,
    "closed_at": WEDNESDAY,
    "due_at": WEDNESDAY,
    "turns_at": WEDNESDAY,
    "touched_at": WEDNESDAY + timedelta(days=1),
    "seq": 99,
    "version": 1,
    "head": GENESIS,
    "title": "别的石子",
    "number": "PEBBLE-2026-000099",
    "unit_2": 99,
}


@pytest.mark.parametrize("column", ROW)
def test_every_column_of_the_row_answers_to_the_timeline(ledger: list[Matter], spoilt: None, column: str) -> None:
    Matter.objects.filter(pk=ledger[0].pk).update(**{column: ROW[column]})
    assert {one.number for one in found()} == {ROW["number"] if column == "number" else ledger[0].number}


def test_holder_unit_state_duties_and_marks_answer_to_the_timeline(
    ledger: list[Matter], spoilt: None, town: Town
) -> None:
    carried = ledger[1]
    for change in (
        lambda: Matter.objects.filter(pk=carried.pk).update(holder=town.gu),
        lambda: Standing.objects.filter(matter=carried).update(state=Standing.objects.get(matter=ledger[0]).state),
        lambda: Duty.objects.filter(matter=carried, role="holder").update(user=town.gu),
        lambda: Duty.objects.filter(matter=carried, role="unit").update(until_at=WEDNESDAY),
        lambda: Mark.objects.filter(matter=carried).update(provisional=True),
        lambda: Mark.objects.filter(matter=carried).delete(),
    ):
        with transaction.atomic():
            change()
            assert {one.number for one in found()} == {carried.number}
            transaction.set_rollback(True)
        assert found() == []


WORD = {"text": "别的话", "salt": "00", "sealed": None, "erased_at": WEDNESDAY}


@pytest.mark.parametrize(("field", "column"), [("text", "text"), ("text", "salt"), ("text", "erased_at")])
def test_a_changed_narrative_word_is_named_with_its_event(
    ledger: list[Matter], spoilt: None, field: str, column: str
) -> None:
    rows = Words.objects.filter(matter=ledger[0], field=field)
    rows.update(**{column: WORD[column]})
    assert named(ledger[0], rows.get().seq)


def test_a_changed_sealed_word_is_named_with_its_event(ledger: list[Matter], spoilt: None) -> None:
    row = Words.objects.get(matter=ledger[0], field="phone")
    blob = bytearray(bytes(row.sealed or b""))
    for place in range(0, len(blob), 5):
        changed = blob.copy()
        changed[place] ^= 1
        Words.objects.filter(pk=row.pk).update(sealed=bytes(changed))
        assert named(ledger[0], 1), place
    Words.objects.filter(pk=row.pk).delete()
    assert named(ledger[0], 1)


def test_the_command_prints_the_sum_and_ends_with_one_when_something_differs(
    ledger: list[Matter], spoilt: None
) -> None:
    said_by_it = StringIO()
    call_command("verify", stdout=said_by_it)
    head, total = said_by_it.getvalue().splitlines()
    assert head == f"台账总摘要：{verify().head}"
    assert total == f"3 件事项，{Event.objects.count()} 条事件，0 处不符"
    Matter.objects.filter(pk=ledger[0].pk).update(title="别的石子")
    with pytest.raises(SystemExit) as ended:
        call_command("verify", stdout=said_by_it)
    assert ended.value.code == 1
    assert f"{ledger[0].number} 第 1 条事件：事项行的标题与原记录不符" in said_by_it.getvalue()


def test_another_event_is_another_head_of_the_ledger(ledger: list[Matter], town: Town) -> None:
    before = verify().head
    assert verify().head == before
    said(note, ledger[2], by=town.mei, at=WEDNESDAY, text="后来的事。")
    assert verify().head != before


def test_a_second_seal_covers_only_what_is_new(ledger: list[Matter], town: Town) -> None:
    assert seal_new(at=WEDNESDAY) is None
    said(note, ledger[2], by=town.mei, at=WEDNESDAY, text="后来的事。")
    seal = seal_new(at=WEDNESDAY)
    assert seal is not None
    assert seal.count == 1
    assert verify().differences == ()


def taken_out(event: Event) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM matters_event WHERE id = %s", [event.pk])
