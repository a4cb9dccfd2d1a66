"""What each cell of a binding asks for: its heads are read, and a head that is not understood is told by its cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linli.ground.text import msg
from linli.paper.form.address import Address, Block, block
from linli.paper.form.binding import ALL, INDICATOR, LEFT, TURN, TURNS, UNIT, Binding, Heads, Parents, Wanted, Words
from linli.paper.form.cells import Sheet
from linli.paper.form.complaint import Complaint
from linli.paper.form.figures import figure
from linli.paper.form.heads import OTHERS, Head, above, beside, is_total, plain, short
from linli.paper.form.worked import Worked

MOST = 5000
UNREAD = msg("{cell} on the sheet “{sheet}” says “{text}”, which is not understood here. Say what is meant by it.")
NO_HEAD = msg("No head stands above or beside {cell} on the sheet “{sheet}”. Take a block that has heads.")
NO_FIGURE = msg("It is not said what {cell} on the sheet “{sheet}” is to show. Choose a figure.")
NO_BLOCK = msg("“{cell}” is no cell and no block of the sheet “{sheet}”. Write it like B7 or B7:F12.")
TOO_MANY = msg("{cell} on the sheet “{sheet}” has more than {most} cells. Take a smaller block.")


@dataclass(frozen=True)
class Reading:
    """What the heads of one line say of a facet: codes, or None where nothing is understood."""

    line: Address
    heads: Heads
    head: Head | None
    codes: tuple[str, ...] | None


def asked(
    binding: Binding, sheet: Sheet, *, words: Words, parents: Parents | None = None
) -> Iterator[Wanted | Complaint]:
    """Every cell that is to be filled, and what it is to show; or a complaint.

    `parents`: by facet, of codes that lie below others the one above, so that nothing is meant twice by "others".
    """
    area = area_of(binding)
    if isinstance(area, Complaint):
        yield area
        return
    read = readings(binding, area, sheet=sheet, words=words, parents=parents or {})
    silent = [one for one in read if one.codes is None]
    yield from (_unread(binding, one) for one in silent)
    by_line = {(one.line, one.heads.facet): one for one in read}
    for at in _open(area, sheet):
        said = [by_line[line, heads.facet] for line, heads in _lines(binding, area) if _of_line(line, at, area)]
        yield from _wanted(binding, at, said)


def area_of(binding: Binding) -> Block | Complaint:
    """The block it means; a complaint where there is none, or one that nobody could mean."""
    words = {"sheet": binding.sheet, "cell": binding.cells}
    try:
        area = block(binding.cells)
    except ValueError:
        return Complaint(binding.sheet, Address(1, 1), NO_BLOCK, words)
    if area.size > MOST:
        return Complaint(binding.sheet, area.first, TOO_MANY, {**words, "most": str(MOST)})
    return area


def readings(binding: Binding, area: Block, *, sheet: Sheet, words: Words, parents: Parents) -> list[Reading]:
    """Every line of heads that the block has, with what is understood of it."""
    worked = Worked(sheet, {})
    read = [_reading(worked, line, heads, area, words) for line, heads in _lines(binding, area)]
    return [_the_rest(one, read, words, parents.get(one.heads.facet, {})) for one in read]


def _lines(binding: Binding, area: Block) -> Iterator[tuple[Address, Heads]]:
    """Where heads are looked for: over each column, by the cell above the block; left of each row."""
    for heads in binding.across:
        for column in range(area.first.column, area.last.column + 1):
            yield Address(area.first.row - 1, column), heads
    for heads in binding.down:
        for row in range(area.first.row, area.last.row + 1):
            yield Address(row, area.first.column - 1), heads


def _of_line(line: Address, at: Address, area: Block) -> bool:
    return line.column == at.column if line.row < area.first.row else line.row == at.row


def _reading(worked: Worked, line: Address, heads: Heads, area: Block, words: Words) -> Reading:
    over = line.row < area.first.row
    found = list(above(worked, line.moved(down=1)) if over else beside(worked, line.moved(right=1)))
    for head in found:
        if (codes := understood(head[1], heads, words=words)) is not None:
            return Reading(line, heads, head, codes)
    return Reading(line, heads, found[0] if found else None, None)


def understood(text: str, heads: Heads, *, words: Words) -> tuple[str, ...] | None:
    """The code that a head means: as it was told, else by its words, else by its words without their endings."""
    if text in heads.read:
        return (heads.read[text],)
    known = words.get(heads.facet) or (TURNS if heads.facet == TURN else {})
    for form in (plain, short):
        codes = {code for code, told in known.items() if any(form(word) == form(text) for word in told)}
        if len(codes) == 1:
            return tuple(codes)
    return (ALL,) if heads.facet not in (INDICATOR, TURN) and is_total(text) else None


def _the_rest(one: Reading, read: Iterable[Reading], words: Words, above: Mapping[str, str]) -> Reading:
    """ "Others", where no code is called so, are all that no other head of the facet names."""
    if one.codes is not None or one.head is None or plain(one.head[1]) not in OTHERS:
        return one
    named = {code for other in read if other.heads == one.heads for code in other.codes or ()}
    levels = {above.get(code) for code in named} or {None}
    beside = (code for code in words.get(one.heads.facet, {}) if above.get(code) in levels)
    rest = tuple(code for code in beside if code not in named and not _is_above(code, named, above))
    return replace(one, codes=rest) if rest and one.heads.facet not in (INDICATOR, TURN, UNIT) else one


def _is_above(code: str, named: Iterable[str], above: Mapping[str, str]) -> bool:
    return any(above.get(one) == code for one in named)


def _open(area: Block, sheet: Sheet) -> Iterator[Address]:
    """The cells of a block that can hold a figure; one that was meant by itself is taken at its word."""
    for at in area.cells():
        value = sheet.value(at)
        words = isinstance(value, str) and figure(value, "") is None
        if area.size == 1 or not (sheet.formula(at) or words or sheet.anchor(at) != at):
            yield at


def _wanted(binding: Binding, at: Address, said: Iterable[Reading]) -> Iterator[Wanted | Complaint]:
    told: dict[str, tuple[str, ...]] = dict(binding.filters)
    for one in said:
        if one.codes is None or one.codes == (LEFT,):
            return
        if one.codes != (ALL,):
            told[one.heads.facet] = one.codes
    (indicator,) = told.pop(INDICATOR, (binding.indicator,))
    (turn,) = told.pop(TURN, (f"{binding.period}/{binding.part}",))
    period, _, part = turn.partition("/")
    if indicator:
        yield Wanted(binding.sheet, at, indicator, told, period, part)
    else:
        yield Complaint(binding.sheet, at, NO_FIGURE, {"cell": at.name, "sheet": binding.sheet})


def _unread(binding: Binding, one: Reading) -> Complaint:
    if one.head is None:
        beyond = one.line if one.line.row else Address(1, one.line.column)
        return Complaint(binding.sheet, beyond, NO_HEAD, {"cell": beyond.name, "sheet": binding.sheet})
    at, text = one.head
    return Complaint(binding.sheet, at, UNREAD, {"cell": at.name, "sheet": binding.sheet, "text": text})
