"""The table of rights against the reviewed matrix beside this file: a change of meaning shows in both."""

import csv
from pathlib import Path

import pytest

from linli.matters.access import given_by
from linli.staff.acts import ACTS, RIGHTS, UnknownAct, roles_for
from linli.staff.models import Role

HERE = Path(__file__).parent
REVIEWED = list(csv.DictReader((HERE / "rights.csv").open(encoding="utf-8")))
BY_DUTY = list(csv.DictReader((HERE / "duties.csv").open(encoding="utf-8")))
DUTIES = [name for name in BY_DUTY[0] if name != "act"]


def test_every_role_may_do_exactly_what_the_reviewed_matrix_says() -> None:
    expected = {(row["act"], role): row[role] == "yes" for row in REVIEWED for role in Role.values}
    actual = {(act, role): role in RIGHTS[act] for act in ACTS for role in Role.values}
    assert actual == expected


def test_every_duty_in_a_matter_of_others_gives_exactly_what_the_reviewed_matrix_says() -> None:
    expected = {(row["act"], duty): row[duty] == "yes" for row in BY_DUTY for duty in DUTIES}
    assert {(act, duty): act in given_by(duty, closed=False) for act in ACTS for duty in DUTIES} == expected


def test_no_duty_lets_anybody_erase_or_take_out_the_matters_of_others() -> None:
    for duty in DUTIES:
        assert not given_by(duty, closed=False) & {"erase", "export"}


def test_only_the_desk_that_took_a_matter_in_still_records_in_it_and_takes_it_up_again() -> None:
    giving = [duty for duty in DUTIES if given_by(duty, closed=True) & {"reopen", "record"}]
    assert giving == ["desk"]


def test_nobody_of_the_staff_speaks_as_a_resident() -> None:
    assert {role for act in ("hand_in", "answer") for role in RIGHTS[act]} == {Role.COUNTER}
    assert [act for act in ACTS if Role.COUNTER in RIGHTS[act]] == ["hand_in", "answer"]


def test_a_body_called_in_only_looks_once_the_matter_is_closed() -> None:
    assert given_by("assisting", closed=True) == {"see"}
    assert given_by("holder", closed=True) == given_by("holder", closed=False)


def test_the_duty_of_the_unit_itself_gives_nothing_beyond_its_own_subtree() -> None:
    assert given_by("unit", closed=False) == frozenset()


def test_the_auditor_and_the_administrator_never_open_personal_words() -> None:
    assert not roles_for("reveal") & {Role.AUDITOR, Role.ADMINISTRATOR, Role.STATISTICIAN}


def test_the_administrator_only_sets_up() -> None:
    assert [act for act in ACTS if Role.ADMINISTRATOR in RIGHTS[act]] == ["set_up"]


def test_the_auditor_changes_nothing() -> None:
    assert {act for act in ACTS if Role.AUDITOR in RIGHTS[act]} == {"see", "audit", "export"}


def test_an_unknown_act_is_refused_loudly() -> None:
    with pytest.raises(UnknownAct):
        roles_for("destroy")
