"""One binding fills a block: its heads say what each cell shows, and a head nobody understands is told by its cell."""

from linli.paper.form import book
from linli.paper.form.binding import LEFT, Binding, Heads, Wanted, Words
from linli.paper.form.complaint import Complaint
from linli.paper.form.reading import asked
from tests.paper.form.made import Cells, form

WORDS: Words = {
    "category": {"theft": ("盗窃", "Theft"), "fraud": ("诈骗",), "other": ("杂项",)},
    "unit": {"east": ("城东街道",), "west": ("城西街道",)},
    "indicator": {"request.opened": ("受理",), "request.resolution": ("办结率",)},
}
CELLS: Cells = {
    "A1": "2026年5月同比情况表", "B2": "受理情况", "D2": "办结率(%)",
    "A3": "类别", "B3": "本月", "C3": "同 比（%）", "D3": "本月",
    "A4": "一、盗窃", "A5": "（二）诈骗类", "A6": "合　计", "D6": "=1", "C5": "/",
}  # fmt: skip
SHEET = book.opened(form(CELLS, merged=("A1:D1", "B2:C2"))).sheets[0]
BLOCK = Binding(
    sheet="表一",
    cells="B4:D6",
    across=(Heads("indicator"), Heads("turn")),
    down=(Heads("category"),),
    filters={"origin": ("110",)},
)


def told(binding: Binding) -> dict[str, tuple[str, str]]:
    found = [one for one in asked(binding, SHEET, words=WORDS) if isinstance(one, Wanted)]
    return {
        one.at.name: (one.indicator, f"{one.period} {one.part} {','.join(one.filters.get('category', ()))}")
        for one in found
    }


def complaints(binding: Binding, sheet: object = None) -> list[str]:
    found = asked(binding, SHEET, words=WORDS)
    return [one.text.format(**one.words) for one in found if isinstance(one, Complaint)]


def test_heads_say_the_figure_the_period_and_the_category_through_merged_cells_and_their_numbering() -> None:
    assert told(BLOCK) == {
        "B4": ("request.opened", "this value theft"),
        "C4": ("request.opened", "this change_on_year theft"),
        "D4": ("request.resolution", "this value theft"),
        "B5": ("request.opened", "this value fraud"),
        "D5": ("request.resolution", "this value fraud"),
        "B6": ("request.opened", "this value "),
        "C6": ("request.opened", "this change_on_year "),
    }
    assert complaints(BLOCK) == []


def test_what_a_binding_filters_itself_holds_for_every_cell_of_it() -> None:
    assert {one.filters["origin"] for one in asked(BLOCK, SHEET, words=WORDS) if isinstance(one, Wanted)} == {("110",)}


def test_a_head_that_is_not_understood_is_told_by_its_cell_until_somebody_says_what_it_means() -> None:
    by_unit = Binding(sheet="表一", cells="B4:B6", indicator="request.opened", down=(Heads("unit"),))
    assert complaints(by_unit) == [
        "A4 on the sheet “表一” says “一、盗窃”, which is not understood here. Say what is meant by it.",
        "A5 on the sheet “表一” says “（二）诈骗类”, which is not understood here. Say what is meant by it.",
    ]
    assert list(told(by_unit)) == ["B6"]
    said = Heads("unit", {"一、盗窃": "east", "（二）诈骗类": LEFT})
    assert complaints(Binding(sheet="表一", cells="B4:B6", indicator="x", down=(said,))) == []
    found = list(asked(Binding(sheet="表一", cells="B4:B6", indicator="x", down=(said,)), SHEET, words=WORDS))
    assert [one.at.name for one in found] == ["B4", "B6"]


def test_others_are_all_that_no_other_head_names() -> None:
    sheet = book.opened(form({"A1": "盗窃", "A2": "其他"})).sheets[0]
    bound = Binding(sheet="表一", cells="B1:B2", indicator="x", down=(Heads("category"),))
    found = [one.filters for one in asked(bound, sheet, words=WORDS) if isinstance(one, Wanted)]
    assert found == [{"category": ("theft",)}, {"category": ("fraud", "other")}]
    parents = {"category": {"fraud": "other"}}
    found = [one.filters for one in asked(bound, sheet, words=WORDS, parents=parents) if isinstance(one, Wanted)]
    assert found[1] == {"category": ("other",)}


def test_a_cell_that_nothing_is_said_of_and_a_block_that_is_none_are_told() -> None:
    assert complaints(Binding(sheet="表一", cells="F9")) == [
        "It is not said what F9 on the sheet “表一” is to show. Choose a figure."
    ]
    assert complaints(Binding(sheet="表一", cells="B7-F12", indicator="x")) == [
        "“B7-F12” is no cell and no block of the sheet “表一”. Write it like B7 or B7:F12."
    ]
    assert "more than 5000 cells" in complaints(Binding(sheet="表一", cells="A1:Z999", indicator="x"))[0]
    lonely = Binding(sheet="表一", cells="B1", indicator="x", across=(Heads("unit"),))
    assert complaints(lonely)[0].startswith("No head stands above or beside B1")
