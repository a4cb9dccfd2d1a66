"""Whether a text names somebody: names are compared whole, telephone numbers by their figures."""

import pytest

from linli.ground.text import dials, names


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("周阿婆家漏水", "周阿婆", True),
        ("周 阿 婆家漏水", "周阿婆", True),
        ("周阿姨家漏水", "周阿婆", False),
        ("阿婆家漏水", "周阿婆", False),
        ("买买提·艾力的摊位", "买买提艾力", True),
        ("与ＡＮＮ的争执", "Ann", True),
        ("the fence of Ann Lee", "ann lee", True),
        ("the announcement", "Ann", False),
        ("lime trees", "Li", False),
        ("王家漏水", "王", False),
        ("漏水", "", False),
        ("漏水", "··", False),
    ],
)
def test_a_name_is_found_whole(text: str, name: str, found: bool) -> None:
    assert names(text, name=name) is found


@pytest.mark.parametrize(
    ("text", "phone", "found"),
    [
        ("来电13800000013", "13800000013", True),
        ("来电 138-0000-0013", "+86 138 0000 0013", True),
        ("来电１３８０００００１３０", "13800000130", True),
        ("来电8312345", "0791-8312345", True),
        ("来电138", "13800000013", False),
        ("2026年3号楼", "2026300", False),
        ("来电12345", "12345", False),
        ("来电13800000013", "", False),
    ],
)
def test_a_telephone_number_is_found_by_its_figures(text: str, phone: str, found: bool) -> None:
    assert dials(text, phone=phone) is found
