"""The fingerprint changes with whatever can change a verdict, and with nothing else."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from linli.colours.fingerprint import fingerprint
from linli.colours.rule import Rule
from tests.colours.table import DAY, GREEN, HOUR, TABLE


def test_the_same_rows_have_the_same_fingerprint_in_every_release() -> None:
    assert fingerprint(TABLE) == fingerprint([replace(rule) for rule in TABLE]) == "3fcf6a1b520907d7"


@pytest.mark.parametrize(
    "other",
    [
        TABLE[1:],
        (TABLE[1], TABLE[0], *TABLE[2:]),
        (replace(TABLE[0], colour=TABLE[1].colour), *TABLE[1:]),
        (replace(TABLE[0], because="Settled"), *TABLE[1:]),
        (replace(TABLE[0], stages=frozenset({"closed", "visit"})), *TABLE[1:]),
        (replace(TABLE[0], flags=frozenset({"danger"})), *TABLE[1:]),
        (*TABLE[:2], replace(TABLE[2], after="visit"), *TABLE[3:]),
        (*TABLE[:2], replace(TABLE[2], earlier=-30 * DAY + HOUR), *TABLE[3:]),
        (*TABLE, Rule(GREEN, "More")),
    ],
)
def test_whatever_can_change_a_verdict_changes_it(other: Sequence[Rule]) -> None:
    assert fingerprint(other) != fingerprint(TABLE)


def test_what_only_explains_a_row_leaves_it_the_same() -> None:
    assert fingerprint([replace(rule, back="") for rule in TABLE]) == fingerprint(TABLE)


def test_what_a_kind_reads_beside_the_rows_changes_it_too() -> None:
    beside = [["carried", "handling", "running", "limit"]]
    assert fingerprint(TABLE, beside=beside) not in (fingerprint(TABLE), fingerprint(TABLE, beside=[beside[0][:3]]))
    assert fingerprint(TABLE, beside=()) == fingerprint(TABLE)
