"""The forms of taking a list in: handing the file over, how it is read, and which of its columns is which."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from linli.ground.text import tidy
from linli.matters.fitting import plain
from linli.matters.incoming import CATEGORIES, CELLS, UNITS, Column, Incoming, Wrong
from linli.matters.kind import Kind
from linli.matters.spots import code_in
from linli.paper.rows.encoding import ENCODINGS
from linli.paper.rows.lines import SEPARATORS
from linli.paper.rows.moments import AUTO, FORMATS
from linli.paper.rows.row import Cell
from linli.paper.rows.table import Layout, Table
from linli.sheets.codes import Codes
from linli.sheets.mapping import Filled
from linli.sheets.mapping import Mapping as How

ACCEPTED = ".xlsx,.csv,.txt,.tsv"
NOT_CHOSEN = _("No file is chosen yet. Choose the .xlsx or .csv file of the list.")
EMPTY = _("The file is empty. Choose the .xlsx or .csv file that the list is kept in.")
SAMPLES, SAMPLE, ROWS_SHOWN = 3, 60, 6
LOOKED_UP = {UNITS: "units", CELLS: "cells", CATEGORIES: "categories"}
SOURCE, NAME = 64, 800
LEFT_BLANK = "-"
"""Chosen for a word that is read as a blank cell, where the column can do without."""
NO_VALUE = frozenset(["无", "暂无", "未填", "未评", "未评价", "无评价", "暂无评价", "未回访", "none", "/", "-", "—"])
"""Words that say of themselves that there is no value."""
Refused = Mapping[tuple[str, str], tuple[str, str]]
"""By column and word of the list what was answered that stands for nothing either, and the sentence that says so."""
NONE_REFUSED: Refused = {}


class HandOverForm(forms.Form):
    """A list that is to be taken in."""

    kind = forms.ChoiceField(label=_("What its rows are"))
    file = forms.FileField(
        label=_("File (.xlsx or .csv)"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": NOT_CHOSEN, "empty": EMPTY},
        help_text=_("As the other platform exports it: any column order, any encoding, titles above the headings too."),
    )

    def __init__(self, *args: Any, kinds: Iterable[Kind], **more: Any) -> None:
        super().__init__(*args, **more)
        kinds = list(kinds)
        choices = [(kind.name, gettext(kind.plural)) for kind in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]
        self.needed = [(gettext(kind.plural), _needed(kind)) for kind in kinds]


def _needed(kind: Kind) -> str:
    """The words of what every row has to tell."""
    columns = kind.incoming.columns if kind.incoming else ()
    return gettext(", ").join(gettext(column.word) for column in columns if column.needed)


class LayoutForm(forms.Form):
    """How the file is read, where it was found out wrongly."""

    encoding = forms.ChoiceField(label=_("Encoding"), required=False)
    separator = forms.ChoiceField(label=_("Between the cells"), required=False)
    sheet = forms.ChoiceField(label=_("Sheet"), required=False)
    head = forms.IntegerField(label=_("Headings stand in row"), min_value=1, max_value=30)

    def __init__(self, *args: Any, table: Table, **more: Any) -> None:
        super().__init__(*args, **more)
        if table.book:
            del self.fields["encoding"], self.fields["separator"]
            self._offer("sheet", [(name, name) for name in table.book.sheets])
        else:
            del self.fields["sheet"]
            self._offer("encoding", [(code, gettext(word)) for code, word in ENCODINGS.items()])
            self._offer("separator", [(sign, gettext(word)) for sign, word in SEPARATORS.items()])

    def layout(self, before: Layout) -> Layout:
        """Where another sheet or encoding is chosen the headings are looked for anew."""
        told = self.cleaned_data
        parts = (told.get("encoding", ""), told.get("separator", ""), told.get("sheet", ""))
        moved = parts != (before.encoding, before.separator, before.sheet) and told["head"] == before.head
        return Layout(*parts, 0 if moved else told["head"])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True)
class HeadLine:
    """One heading of the list with what stands below it, what is chosen for it and how its dates are written."""

    place: int
    head: str
    samples: tuple[str, ...]
    chosen: str
    form: str
    is_moment: bool


@dataclass(frozen=True)
class Chosen:
    """A column that is asked for by itself: a fixed value, or what a word stands for."""

    column: Column
    text: str
    value: str
    count: int
    choices: Mapping[str, str]
    has_heads: bool = False
    """Whether a heading is chosen for it: then nothing is asked for all rows, until that is taken back."""
    sentence: str = ""
    """What is wrong with the value."""
    blank: str = ""
    """What is chosen where the word is no value; none where every row needs one."""

    @property
    def is_blank(self) -> bool:
        return bool(self.blank) and self.value == self.blank

    @property
    def look_up(self) -> str:
        return LOOKED_UP.get(self.column.of, "")


def head_lines(table: Table, how: How, incoming: Incoming) -> Iterator[HeadLine]:
    rows = list(islice(table.rows(), 40))
    by_head = {head: (name, filled) for name, filled in how.columns.items() for head in filled.heads}
    for place, head in enumerate(table.heads):
        name, filled = by_head.get(head, ("", Filled()))
        column = incoming.column(name)
        told = [shown(row.cells[place]) for row in rows if place < len(row.cells) and not row.wrong]
        samples = tuple(dict.fromkeys(one for one in told if one))[:SAMPLES]
        yield HeadLine(place, head, samples, name, filled.form or AUTO, bool(column and column.reads == "moment"))


def fixed_fields(how: How, incoming: Incoming, kind: Kind) -> list[Chosen]:
    """What can be said once for all rows: codes, and what every row needs; shown where no heading is chosen for it."""
    fields = []
    for column in incoming.columns:
        filled = how.columns.get(column.name, Filled())
        fixable = column.reads in ("code", "yes") and not column.history and not column.personal
        if fixable or (column.needed and column.reads != "text"):
            fields.append(Chosen(column, "", filled.fixed, 0, choices_of(column, kind), bool(filled.heads)))
    return fields


def words_asked(
    words: Mapping[str, Mapping[str, int]], how: How, kind: Kind, *, codes: Codes, refused: Refused = NONE_REFUSED
) -> list[Chosen]:
    """Of each column of codes the words that stand for nothing yet, the most frequent first, and what they may mean."""
    asked = []
    for column in kind.incoming.columns if kind.incoming else ():
        found = words.get(column.name, {})
        for text, count in sorted(found.items(), key=lambda one: -one[1]):
            value, sentence = refused.get((column.name, text), ("", ""))
            value = value or _likely(text, column, how, kind, codes=codes)
            blank = "" if column.needed else LEFT_BLANK
            asked.append(Chosen(column, text, value, count, choices_of(column, kind), sentence=sentence, blank=blank))
    return asked


def _likely(text: str, column: Column, how: How, kind: Kind, *, codes: Codes) -> str:
    """What was answered before, though it stands for nothing; else what is called nearly so; else no value."""
    before = how.columns.get(column.name, Filled()).words.get(text, "")
    code, name = codes.near(column.name, text)
    near = code if choices_of(column, kind) else name
    return before or near or ("" if column.needed or plain(text) not in NO_VALUE else LEFT_BLANK)


def choices_of(column: Column, kind: Kind) -> dict[str, str]:
    """The codes to choose from; none where they are too many for a list."""
    if column.reads == "yes":
        return {"yes": gettext("yes"), "no": gettext("no")}
    return {code: gettext(word) for code, word in kind.choices.get(column.of, {}).items()}


def mapping_said(data: QueryDict, *, how: How, table: Table, incoming: Incoming) -> How:
    """The mapping as it was chosen, with what was left unread; what its words stand for stays."""
    columns: dict[str, Filled] = {}
    chosen = _heads_chosen(data, table)
    for column in incoming.columns:
        before, heads = how.columns.get(column.name, Filled()), tuple(chosen.get(column.name, ()))
        form = next((said for head in heads if (said := data.get(f"format-{table.heads.index(head)}", ""))), "")
        fixed = before.fixed if heads else code_in(data.get(f"fixed-{column.name}", ""))
        if heads or fixed:
            form = form if form in FORMATS or "%" in form else ""
            columns[column.name] = Filled(heads, before.words, "" if form == AUTO else form, fixed)
    source = tidy(data.get("source", "")[:SOURCE])
    read = {head for heads in chosen.values() for head in heads}
    left = tuple(head for head in table.heads if head not in read)
    return replace(how, name=tidy(data.get("name", "")[:NAME]), source=source, left=left, columns=columns)


def with_words(data: QueryDict, how: How, *, incoming: Incoming, codes: Codes) -> tuple[How, Refused]:
    """The mapping with what was said of words that stood for nothing, three lists beside each other, and its name.

    Of an answer that stands for nothing either nothing is in it. Where the page ticked that a word is no value, what
    was typed goes before that; where a hand did, the tick.
    """
    columns, refused = dict(how.columns), dict[tuple[str, str], tuple[str, str]]()
    ticked, proposed = frozenset(data.getlist("word_blank")), frozenset(data.getlist("word_blank_proposed"))
    said = zip(data.getlist("word_column"), data.getlist("word_text"), data.getlist("word_code"), strict=False)
    for place, (name, text, typed) in enumerate(said):
        column = incoming.column(name)
        if column is None or column.reads != "code" or name not in columns:
            continue
        typed, is_ticked = typed.strip(), str(place) in ticked or (str(place) in proposed and not typed.strip())
        if not column.needed and (typed == LEFT_BLANK or is_ticked):
            columns[name] = columns[name].saying(text, "")
        elif typed:
            try:
                columns[name] = columns[name].saying(text, codes.meant(name, typed[:NAME]))
            except Wrong as wrong:
                refused[name, text] = (typed[:NAME], str(wrong))
    return replace(how, name=tidy(data.get("name", how.name)[:NAME]), columns=columns), refused


def shown(cell: Cell) -> str:
    told = cell if isinstance(cell, str) else f"{cell:%Y-%m-%d %H:%M}"
    told = " ".join(told.split())
    return told if len(told) <= SAMPLE else told[: SAMPLE - 1] + "…"


def _heads_chosen(data: QueryDict, table: Table) -> dict[str, list[str]]:
    chosen: dict[str, list[str]] = {}
    for place, head in enumerate(table.heads):
        if name := data.get(f"column-{place}", ""):
            chosen.setdefault(name, []).append(head)
    return chosen
