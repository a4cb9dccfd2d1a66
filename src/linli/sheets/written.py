"""A mapping as it is written down for a hand that goes on with it: beside what is said stands what can be said."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.incoming import Column
from linli.matters.kind import Kind
from linli.paper.rows.encoding import ENCODINGS
from linli.paper.rows.lines import SEPARATORS
from linli.paper.rows.moments import FORMATS
from linli.sheets.mapping import Filled, Mapping, column_lines, quoted, said_of_file

FILE = msg("encoding: {encodings}; separator: {separators}")
DATES = msg("format, how dates are written: {formats}, or a pattern such as %d.%m.%Y")
HOW = msg("from: the headings of the list; fixed: the same for every row; words: what a word of the list stands for")
LEFT_OUT = msg("left: headings of the list that are not read, and that nothing is proposed for")
LEFT = msg("Headings of the list that nothing is filled from yet: {heads}")
NEEDED = msg("Still needed: write a heading of the list into from, or add fixed")
MORE = msg("May be filled too: take the # away before both lines")
CODES = msg("codes: {codes}")


def written(mapping: Mapping, *, kind: Kind, heads: Sequence[str] = ()) -> str:
    """In the language of the reader, as TOML; `heads`: those of the list, where it is at hand."""
    return "\n".join(_lines(mapping, kind, heads)) + "\n"


def _lines(mapping: Mapping, kind: Kind, heads: Sequence[str]) -> Iterator[str]:
    columns = kind.incoming.columns if kind.incoming else ()
    filled = {name: one for name, one in mapping.columns.items() if one != Filled()}
    yield from _about(filled, heads)
    if mapping.left:
        yield "# " + _(LEFT_OUT)
    yield from said_of_file(mapping)
    for column in columns:
        if column.name in filled:
            yield from ("", f"# {_(column.word)}", *column_lines(column.name, filled[column.name]))
    empty = [column for column in columns if column.name not in filled]
    if needed := [column for column in empty if column.needed]:
        yield f"\n# {_(NEEDED)}"
        for column in needed:
            yield from ("", *_named(column, kind), *_stub(column))
    yield f"\n# {_(MORE)}"
    for column in empty:
        if not column.needed:
            yield from ("", *_named(column, kind), *(f"# {line}" for line in _stub(column)))


def _about(filled: dict[str, Filled], heads: Sequence[str]) -> Iterator[str]:
    yield "# " + _(FILE).format(encodings=", ".join(ENCODINGS), separators=" ".join(map(quoted, SEPARATORS)))
    yield "# " + _(DATES).format(formats=", ".join(FORMATS))
    yield "# " + _(HOW)
    used = {head for one in filled.values() for head in one.heads}
    if left := [quoted(head) for head in heads if head not in used]:
        yield "# " + _(LEFT).format(heads=", ".join(left))


def _named(column: Column, kind: Kind) -> Iterator[str]:
    """Its own word; of a list of the kind also what can be chosen."""
    yield f"# {_(column.word)}"
    if choices := kind.choices.get(column.of, {}) if column.reads == "code" else {}:
        yield "# " + _(CODES).format(codes=", ".join(f"{code} {_(word)}" for code, word in choices.items()))


def _stub(column: Column) -> tuple[str, str]:
    return f"[columns.{column.name}]", "from = []"
