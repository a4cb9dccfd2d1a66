"""A mapping that is written down names what is still needed and what else there is, and is read again as it was."""

import tomllib

import pytest

from linli.kinds.case.kind import CASE
from linli.kinds.dispute.kind import DISPUTE
from linli.kinds.request.kind import REQUEST
from linli.matters.incoming import EXTERNAL
from linli.matters.kind import Kind
from linli.sheets.delivering import incoming_of
from linli.sheets.mapping import Filled, Mapping, from_toml
from linli.sheets.written import written

SAID = Mapping(
    kind="request",
    source="12345",
    left=("备注",),
    columns={EXTERNAL.name: Filled(heads=("编号",)), "channel": Filled(heads=("来源",), words={"来电": "phone"})},
)


def test_what_is_needed_stands_open_and_the_rest_behind_a_sign() -> None:
    told = written(SAID, kind=REQUEST, heads=("编号", "来源", "反映", "备\n注\x7f"))
    read = tomllib.loads(told)["columns"]
    assert {name for name, one in read.items() if one == {"from": []}} == {"opened_at", "story", "category"}
    assert "# 诉求内容\n[columns.story]\nfrom = []\n" in told
    assert "# 答复\n# [columns.answer]\n# from = []\n" in told
    assert "resolved 问题已解决" in told
    assert '清单中尚未对应的列："反映", "备\\n注\\u007f"' in told


@pytest.mark.parametrize("kind", [REQUEST, DISPUTE, CASE])
def test_every_column_of_the_kind_is_named_and_no_other(kind: Kind) -> None:
    lines = [line.removeprefix("# ") for line in written(Mapping(), kind=kind).splitlines()]
    uncovered = "\n".join(line for line in lines if line.startswith(("[", "from = ")))
    named = [column.name for column in incoming_of(kind).columns]
    assert sorted(from_toml(uncovered, incoming=incoming_of(kind)).columns) == sorted(named)
    assert uncovered.count("[columns.") == len(named)


def test_it_is_read_again_as_it_was_said() -> None:
    read = from_toml(written(SAID, kind=REQUEST), incoming=incoming_of(REQUEST))
    assert {name: one for name, one in read.columns.items() if one != Filled()} == SAID.columns
    assert written(read, kind=REQUEST) == written(SAID, kind=REQUEST)
    assert read.left == ("备注",)


def test_no_remark_is_in_another_language_than_the_reader_has() -> None:
    remarks = [line for line in written(Mapping(), kind=REQUEST).splitlines() if line.startswith("# ")]
    shown = [line for line in remarks if not line.startswith(("# [", "# from"))]
    assert shown
    assert [line for line in shown if line.isascii()] == []
