"""The table of rights against the reviewed matrix beside this file: a change of meaning shows in both."""

import csv
from pathlib import Path

import pytest

from linli.staff.acts import ACTS, RIGHTS, UnknownAct, roles_for
from linli.staff.models import Role

REVIEWED = list(csv.DictReader((Path(__file__).parent / "rights.csv").open(encoding="utf-8")))


def test_every_role_may_do_exactly_what_the_reviewed_matrix_says() -> None:
    expected = {(row["act"], role): row[role] == "yes" for row in REVIEWED for role in Role.values}
    actual = {(act, role): role in RIGHTS[act] for act in ACTS for role in Role.values}
    assert actual == expected


def test_the_auditor_and_the_administrator_never_open_personal_words() -> None:
    assert not roles_for("reveal") & {Role.AUDITOR, Role.ADMINISTRATOR, Role.STATISTICIAN}


def test_the_administrator_only_sets_up() -> None:
    assert [act for act in ACTS if Role.ADMINISTRATOR in RIGHTS[act]] == ["set_up"]


def test_the_auditor_changes_nothing() -> None:
    assert {act for act in ACTS if Role.AUDITOR in RIGHTS[act]} == {"see", "audit", "export"}


def test_an_unknown_act_is_refused_loudly() -> None:
    with pytest.raises(UnknownAct):
        roles_for("destroy")
