"""The invented county is whole: its units and its codes."""

from collections import Counter

from linli.demo.county import units


def test_the_county_has_the_numbers_it_is_known_for() -> None:
    kinds = Counter(row.kind for row in units())
    assert kinds["county"] == 1
    assert kinds["street"] + kinds["town"] == 12
    assert kinds["community"] == 120
    assert kinds["grid"] == 1223
    assert kinds["department"] == 14 + kinds["street"]
    assert kinds["organisation"] == 8


def test_every_code_and_every_name_is_used_once_and_parents_come_first() -> None:
    seen = {""}
    for row in units():
        assert row.parent_code in seen
        assert row.code not in seen
        seen.add(row.code)
    assert len({row.name for row in units()}) == len(units())


def test_codes_have_twelve_digits_and_grids_three_more() -> None:
    for row in units():
        assert row.code.isdigit()
        assert len(row.code) == (15 if row.kind == "grid" else 12)
