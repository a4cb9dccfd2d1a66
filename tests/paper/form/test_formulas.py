"""Plain formulas are worked out exactly, any other is left alone, and a formula reads right in another cell."""

from fractions import Fraction

import pytest

from linli.paper.form.address import Address, address
from linli.paper.form.calculating import worth
from linli.paper.form.formulas import moved, parts

NUMBERS = {"A1": 18, "A2": 60, "A3": 0, "B1": 33}


def ask(at: Address) -> Fraction:
    return Fraction(NUMBERS.get(at.name, 0))


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("SUM(A1:A3)", 78),
        ("sum($A$1:A2, B1) - 1", 110),
        ("A1+A2*2-(B1-3)/3", 128),
        ("-A1", -18),
        ("IF(A3=0,0,A1/A3)", 0),
        ("IF(A1>=18,(A2-A1)/A1,0)", Fraction(7, 3)),
        ("IFERROR(A1/A3,5)", 5),
        ("ROUND((A2-A1)/A1*100,1)", Fraction(2333, 10)),
        ("1.5*2", 3),
    ],
)
def test_a_plain_formula_comes_to(formula: str, found: Fraction) -> None:
    assert worth(formula, ask=ask) == found


@pytest.mark.parametrize(
    "formula",
    [
        "A1/A3",
        'IF(A3=0,"",A1)',
        "VLOOKUP(A1,B:B,1)",
        "表一!A1",
        "A1&A2",
        "SUM(A1",
        "IF(A1)",
        "",
        "A1 A2",
        "(" * 3000,
        "A0",
    ],
)
def test_any_other_formula_is_not_guessed(formula: str) -> None:
    assert worth(formula, ask=ask) is None


def test_a_cell_that_is_not_known_makes_the_formula_unknown() -> None:
    assert worth("A1+A2", ask=lambda at: None) is None


def test_the_parts_of_a_sum() -> None:
    assert [at.name for at in parts("SUM(B2:B4,D1)")] == ["B2", "B3", "B4", "D1"]
    assert [at.name for at in parts("$B$2+B3")] == ["B2", "B3"]
    assert parts("B2-B3") == parts("SUM(B2:B4)/2") == parts("AVERAGE(B2:B4)") == parts("B2") == ()


def test_a_formula_reads_right_in_another_cell() -> None:
    assert moved('SUM(B2:B$4)*$C5&"B2"', down=1, right=2) == 'SUM(D3:D$4)*$C6&"B2"'
    assert moved("A1", down=-1, right=0) == "#REF!"
    assert address("B2").moved(down=1).name == "B3"
