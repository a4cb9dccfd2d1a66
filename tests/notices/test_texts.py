"""The words of notices: nothing personal, nothing of the content, and short enough for one SMS."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from linli.matters.facts import privacy_of
from linli.matters.kind import kinds
from linli.matters.state import State
from linli.notices import shipped
from linli.notices.deciding import OCCASIONS
from linli.notices.models import Text
from linli.notices.preview import longest_segments
from linli.notices.texts import PLACEHOLDERS, faults_in, fill, segments
from linli.notices.wording import Wording, chosen
from linli.policy.book import book
from tests.town import LONG_AGO, MONDAY, Town

ROWS = list(csv.DictReader((Path(shipped.__file__).parent / "profile/texts.csv").open(encoding="utf-8")))
FIELDS = sorted({name for kind in kinds() for fact in kind.facts for name in privacy_of(fact)})


def test_there_are_fields_of_words_to_be_kept_out() -> None:
    assert {"phone", "finder", "title", "text"} <= set(FIELDS)
    assert not PLACEHOLDERS.intersection(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_no_text_can_name_a_field_of_words(field: str) -> None:
    row = Text(audience="resident", text=f"{{number}} {{{field}}}", valid_from=LONG_AGO)
    with pytest.raises(ValidationError):
        row.clean()
    with pytest.raises(ValueError, match=field):
        fill(row.text, {field: "周阿婆", "number": "1"})


@pytest.mark.parametrize(
    "text",
    [
        "{number.__class__}",
        "{number!r}",
        "{number:>99}",
        "{0}",
        "{}",
        "{number",
        "number}",
        "{{number}} {matter}",
        "{Number}",
    ],
)
def test_no_text_can_reach_behind_a_placeholder(text: str) -> None:
    with override("en"):
        assert faults_in(text)
    with pytest.raises(ValueError):  # noqa: PT011 two sentences, both translated
        fill(text, {"number": "1"})


def test_the_sentence_says_what_may_stand_there() -> None:
    with override("en"):
        assert faults_in("{phone}").startswith("{phone} cannot stand in a notice. Only {number}")


def test_the_clause_with_the_day_falls_away_where_no_day_is_known() -> None:
    text = "{kind}{number}：{stage}，{expected}前答复。{link}"
    told = {"kind": "石子", "number": "P-1", "stage": "在家"}
    assert fill(text, {**told, "expected": ""}) == "石子P-1：在家。{link}"
    assert fill(text, {**told, "expected": "3月20日"}) == "石子P-1：在家，3月20日前答复。{link}"
    english = "{kind} {number}: {stage}, answer by {expected}. {link}"
    assert fill(english, {**told, "expected": ""}) == "石子 P-1: 在家. {link}"


def test_what_is_put_in_is_not_looked_into_again() -> None:
    assert fill("{number}{stage}", {"number": "{stage}", "stage": "x"}) == "{stage}x"


@pytest.mark.parametrize(("length", "count"), [(0, 1), (70, 1), (71, 2), (134, 2), (135, 3)])
def test_an_sms_holds_seventy_characters_and_each_of_several_sixty_seven(length: int, count: int) -> None:
    assert segments("字" * length) == count
    assert segments("𠮷" * (length // 2)) <= count


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['audience']} {row['event']}")
def test_every_shipped_text_could_be_typed_in_the_office(row: dict[str, str], db: None) -> None:
    assert row["text"]
    assert row["text_en"]
    named = {name: row[name] for name in ("audience", "event", "kind", "stage", "text", "text_en")}
    Text(**named, valid_from=date.fromisoformat(row["valid_from"])).full_clean()
    assert row["event"] in ("", *OCCASIONS) or row["event"][0].isupper()


def test_every_shipped_chinese_text_for_residents_fits_into_one_sms() -> None:
    """Linked by a short name of this machine; an office with a longer one is warned."""
    texts = [row["text"] for row in ROWS if row["audience"] == "resident"]
    assert len(texts) == 2
    assert [longest_segments(Text(audience="resident", text=text)) for text in texts] == [1, 1]


def test_a_text_that_takes_two_messages_is_known(db: None) -> None:
    assert longest_segments(Text(audience="resident", text="您反映的事项" * 12)) == 2


def test_the_shipped_texts_come_once_and_what_the_office_ended_does_not_come_back(db: None) -> None:
    assert all(shipped.add_text(row) for row in ROWS)
    Text.objects.update(valid_until=date(2026, 1, 1), text="改过")
    assert not any(shipped.add_text(row) for row in ROWS)
    assert set(Text.objects.values_list("text", flat=True)) == {"改过"}


def test_the_text_that_says_most_of_the_event_is_used(town: Town) -> None:
    state = State(kind="dispute", stage="accepted", category="NB")

    def row(text: str, **more: str) -> Wording:
        told = {"audience": "unit", "event": "", "kind": "", "stage": "", "category": "", "text_en": ""}
        return Wording(**{**told, "text": text, **more}, valid_from=LONG_AGO)

    rows = [
        row("any"),
        row("kind", kind="dispute"),
        row("stage", stage="accepted"),
        row("category", category="NB"),
        row("occasion", event="began"),
        row("fact", event="Accepted"),
        row("other fact", event="Declined", kind="dispute", stage="accepted", category="NB"),
        row("other stage", event="Accepted", stage="closed"),
        row("other audience", event="Accepted", audience="desk"),
    ]
    for wanted in ("fact", "occasion", "category", "stage", "kind", "any"):
        found = chosen(rows, audience="unit", events=("Accepted", "began"), state=state, book=book(MONDAY))
        assert found is not None
        assert found.text == wanted
        rows.remove(found)
    assert chosen(rows, audience="unit", events=("Accepted", "began"), state=state, book=book(MONDAY)) is None
