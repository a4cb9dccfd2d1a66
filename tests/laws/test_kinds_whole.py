"""Every installed kind is whole: names, stages, facts, forms, rules and pages fit together."""

from collections.abc import Iterator
from dataclasses import fields
from string import Formatter

import pytest
from django import forms
from django.template import engines

from linli.colours.rule import check_table
from linli.matters.command import Command
from linli.matters.facts import Fact, Redated, Turned, privacy_of, text_without_answer
from linli.matters.kind import CLOCKS, PHASES, Kind, kinds
from linli.matters.state import State
from linli.matters.supplementing import supplement
from linli.matters.words import MASKS
from linli.staff.acts import ACTS
from tests.for_residents import residents_read

KINDS = [pytest.param(kind, id=kind.name) for kind in kinds()]
WEIGHTS = ("next", "aside", "end", "hidden")
COLUMN = {"name": 16, "stage": 24, "because": 160, "flag": 24, "mark": 24, "fact": 40, "verb": 40}

pytestmark = pytest.mark.parametrize("kind", KINDS)


def openings(kind: Kind) -> Iterator[Command]:
    yield kind.opening
    if kind.taking_over:
        yield kind.taking_over
    if kind.counter:
        yield kind.counter.hand_in


def test_names_are_unique_and_fit_their_columns(kind: Kind) -> None:
    verbs, facts = [command.name for command in kind.commands], [fact.__name__ for fact in kind.facts]
    assert len(set(verbs)) == len(verbs)
    assert len({*facts, Turned.__name__, Redated.__name__}) == len(facts) + 2
    assert len(kind.name) <= COLUMN["name"]
    assert not [stage for stage in kind.stages if len(stage) > COLUMN["stage"]]
    assert not [rule.because for rule in kind.rules if len(rule.because) > COLUMN["because"]]
    assert not [mark for mark in kind.marks if len(mark) > COLUMN["mark"]]
    assert not [fact for fact in facts if len(fact) > COLUMN["fact"]]


def test_every_stage_has_a_word_and_a_phase_and_clock_from_the_fixed_lists(kind: Kind) -> None:
    for name, stage in kind.stages.items():
        assert stage.word, name
        assert stage.phase in PHASES, name
        assert stage.clock in CLOCKS, name
        assert set(stage.due) <= set(kind.marks), name
        assert (stage.clock == "stopped") == (stage.phase == "closed"), name


def test_every_command_names_known_stages_a_known_act_and_a_word(kind: Kind) -> None:
    for command in (*openings(kind), *kind.commands):
        assert command.stages <= set(kind.stages), command.name
        assert command.act in ACTS, command.name
        assert command.word, command.name
        assert command.weight in WEIGHTS, command.name


def test_function_url_and_form_carry_one_word(kind: Kind) -> None:
    for command in (*openings(kind), *kind.commands):
        assert command.name == getattr(command.decide, "__name__", "").rstrip("_")
        assert command.name.isidentifier(), command.name
        form = command.form.__name__
        asked = "".join(part.capitalize() for part in command.name.split("_")) + "Form"
        assert form in (asked, "NothingToTell") or not command.form.__module__.startswith(kind_module(kind)), form


def kind_module(kind: Kind) -> str:
    return kind.opening.decide.__module__.rpartition(".commands")[0]


def test_every_choice_and_word_is_said(kind: Kind) -> None:
    for listing, words in kind.choices.items():
        assert words, listing
        assert all(code and word for code, word in words.items()), listing
    assert all([kind.word, kind.plural, kind.series, *kind.flags.values(), *kind.marks.values()])


def test_every_fact_has_a_sentence_that_only_names_its_fields(kind: Kind) -> None:
    for fact in kind.facts:
        names = {name for _text, name, _spec, _how in Formatter().parse(fact.sentence) if name is not None}
        assert fact.sentence, fact.__name__
        assert names <= {field.name for field in fields(fact)}, fact.__name__


def test_every_text_answers_for_its_privacy_and_every_personal_one_says_how_it_is_masked(kind: Kind) -> None:
    for fact in kind.facts:
        assert text_without_answer(fact) == [], fact.__name__
        personal = {name for name, answer in privacy_of(fact).items() if answer == "personal"}
        assert personal == set(fact.masked), fact.__name__
        assert set(fact.masked.values()) <= set(MASKS), fact.__name__
        assert fact.opened_with in ACTS, fact.__name__


def test_one_field_name_is_masked_in_one_way(kind: Kind) -> None:
    ways: dict[str, set[str]] = {}
    for fact in kind.facts:
        for name, way in fact.masked.items():
            ways.setdefault(name, set()).add(way)
    assert not {name: found for name, found in ways.items() if len(found) > 1}


def test_facts_are_frozen_and_say_what_they_are(kind: Kind) -> None:
    for fact in kind.facts:
        assert issubclass(fact, Fact)
        assert fact.__dataclass_params__.frozen, fact.__name__  # type: ignore[attr-defined]


def test_the_colour_table_is_trusted_and_names_known_stages_flags_and_marks(kind: Kind) -> None:
    assert check_table(kind.rules) == []
    for rule in kind.rules:
        assert rule.stages <= set(kind.stages), rule.because
        assert rule.flags <= set(kind.flags), rule.because
        assert rule.after in (None, *kind.marks), rule.because


def test_two_rows_of_the_same_stages_never_give_one_colour_for_one_reason(kind: Kind) -> None:
    """A turn that changes neither colour nor reason would leave no event, and the tick could not move past it."""
    for place, rule in enumerate(kind.rules):
        for other in kind.rules[:place]:
            together = not rule.stages or not other.stages or rule.stages & other.stages
            assert (rule.colour, rule.because) != (other.colour, other.because) or not together, rule.because


def test_the_page_has_its_panel(kind: Kind) -> None:
    engines["jinja2"].get_template(kind.panel)


def test_what_is_refused_is_refused_in_words(kind: Kind) -> None:
    for stage in kind.stages:
        for command in kind.commands:
            assert isinstance(command.refusal(State(kind=kind.name, stage=stage)), str)


def test_every_form_field_is_labelled(kind: Kind) -> None:
    for command in (*openings(kind), *kind.commands):
        for name, field in command.form.base_fields.items():
            assert field.label or isinstance(field.widget, forms.HiddenInput), f"{command.name}.{name}"


def test_a_kind_at_the_counter_asks_each_field_in_one_of_three_steps_and_says_what_it_is(kind: Kind) -> None:
    if kind.counter is None:
        assert not [command.name for command in kind.commands if command.public and command is not supplement]
        return
    asked = [name for step in kind.counter.steps for name in step]
    assert sorted(asked) == sorted(kind.counter.hand_in.form.base_fields)
    assert all(kind.counter.steps)
    assert kind.counter.hand_in.act == "hand_in"
    assert kind.counter.word
    assert kind.counter.explains
    assert set(kind.counter.expected) <= set(kind.marks)
    assert {kind.counter.progress(state_in(stage, kind)) for stage in kind.stages} <= {1, 2, 3, 4}


def test_what_residents_answer_is_theirs_alone_and_what_they_read_names_no_member_of_staff(kind: Kind) -> None:
    assert {command.act for command in kind.commands if command.public} <= {"answer"}
    for fact in kind.facts:
        told = " ".join(sentence for sentence in residents_read(fact))
        names = {name for _text, name, _spec, _how in Formatter().parse(told) if name is not None}
        assert names <= {field.name for field in fields(fact)}, fact.__name__
        assert not [name for name in names if name.removesuffix("s").endswith("user")], fact.__name__
        assert not [name for name in names if privacy_of(fact).get(name) == "personal"], fact.__name__


def state_in(stage: str, kind: Kind) -> State:
    return State(kind=kind.name, stage=stage)
