"""A dressed-up form of LibreOffice comes back filled, all else of it as it was, and adds itself up when opened."""

import csv
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from linli.paper.form import book
from linli.paper.form.address import Address
from linli.paper.form.binding import Binding, Heads, Wanted, Words
from linli.paper.form.cells import Value
from linli.paper.form.disagreements import disagreements
from linli.paper.form.filling import fill
from linli.paper.form.reading import asked
from tests.paper.form.made import unpacked
from tests.paper.printing import PATIENCE, missing

FORM = Path(__file__).with_name("dressed.fods")
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
WORDS: Words = {
    "category": {"family": ("婚姻家庭",), "neighbours": ("邻里纠纷", "邻里"), "labour": ("劳动",)},
    "indicator": {"opened": ("受理",), "closed": ("办结",), "rate": ("办结率",)},
}
BOUND = Binding(sheet="月报", cells="B4:D6", across=(Heads("indicator"),), down=(Heads("category"),))
COUNTED: dict[tuple[str, str], str] = {
    ("opened", "family"): "150", ("closed", "family"): "149", ("rate", "family"): "0.993",
    ("opened", "neighbours"): "20", ("closed", "neighbours"): "20", ("rate", "neighbours"): "1",
    ("opened", "labour"): "11", ("closed", "labour"): "11", ("rate", "labour"): "1",
}  # fmt: skip


def converted(file: Path, *, to: str) -> None:
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(file.parent), str(file)]
    subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path]:
    """The form as LibreOffice makes it, and where it lies filled and read again."""
    if reason := missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("forms")
    (folder / "form.fods").write_bytes(FORM.read_bytes())
    converted(folder / "form.fods", to="xlsx")
    made = (folder / "form.xlsx").read_bytes()
    (folder / "filled.xlsx").write_bytes(fill(book.opened(made), {"月报": values(made)}))
    converted(folder / "filled.xlsx", to=ALL_SHEETS)
    return made, folder


def values(made: bytes) -> dict[Address, Value]:
    sheet = book.opened(made).sheets[0]
    wanted = [one for one in asked(BOUND, sheet, words=WORDS) if isinstance(one, Wanted)]
    return {one.at: Decimal(COUNTED[one.indicator, one.filters["category"][0]]) for one in wanted}


def rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as told:
        return list(csv.reader(told))


def test_no_part_changes_but_the_filled_sheet_the_one_that_looks_at_it_and_a_word_of_the_workbook(
    forms: tuple[bytes, Path],
) -> None:
    made, folder = forms
    before, after = unpacked(made), unpacked((folder / "filled.xlsx").read_bytes())
    assert list(before) == list(after)
    assert "xl/drawings/drawing1.xml" in before
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}
    assert after["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"") == before["xl/workbook.xml"]
    looks = "xl/worksheets/sheet2.xml"
    assert after[looks] == before[looks].replace(b"</f><v>0</v>", b"</f>")
    sheet = "xl/worksheets/sheet1.xml"
    assert before[sheet].partition(b"<sheetData>")[0] == after[sheet].partition(b"<sheetData>")[0]
    behind = before[sheet].partition(b"</sheetData>")[2]
    assert behind == after[sheet].partition(b"</sheetData>")[2]
    assert all(kept in behind for kept in (b"<mergeCells", b"<conditionalFormatting", b"<pageSetup", b"<drawing"))


def test_it_adds_itself_up_when_it_is_opened_on_both_sheets(forms: tuple[bytes, Path]) -> None:
    told = rows(forms[1] / "filled-月报.csv")
    assert told[3:6] == [
        ["一、婚姻家庭", "150", "149", "99.3%", ""],
        ["二、邻里", "20", "20", "100%", ""],
        ["三、劳动", "11", "11", "100%", ""],
    ]
    assert told[6][:3] == ["合　计", "181", "180"]
    assert rows(forms[1] / "filled-说明.csv") == [["受理总数", "181"]]


def test_it_does_not_contradict_itself(forms: tuple[bytes, Path]) -> None:
    made, _ = forms
    assert list(disagreements(book.opened(made), {"月报": values(made)})) == []
