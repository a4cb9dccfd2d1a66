"""The page of a kind for the docs: its stages, what may be said where, and its colours, told by the code itself."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, override

from linli.colours.card import card
from linli.matters.command import Command, always
from linli.matters.counts import Counting
from linli.matters.kind import Kind

OPEN, GUARDED = "●", "○"
BEGINNING = """# {name}

Generated from the code by `./linli kindpages`; a law compares the two.
Words stand in English and as the office says them.

"""
LEGEND = """
{open} open at this stage · {guarded} open when its guard holds ·
*resident*: said at the counter by the bearer of the code · *follows*: only said beside a step in another matter ·
**desk**, **unit**: the side it belongs to
"""


def page(kind: Kind) -> str:
    """The whole page as Markdown; the same code gives the same page."""
    parts = [BEGINNING.format(name=said(kind.word)), *_stages(kind), *_commands(kind), *_colours(kind), *_marks(kind)]
    parts += [*_figures(kind)]
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def said(msgid: str) -> str:
    """A word in English, then as the office says it."""
    with override("en"):
        english = gettext(msgid)
    with override("zh-hans"):
        return f"{english} {gettext(msgid)}"


def _stages(kind: Kind) -> Iterator[str]:
    yield "\n## Stages\n"
    yield from _table(("stage", "word", "phase", "clock", "can be due by"), _stage_rows(kind))


def _stage_rows(kind: Kind) -> Iterator[Sequence[str]]:
    for name, stage in kind.stages.items():
        yield (f"`{name}`", said(stage.word), stage.phase, stage.clock, ", ".join(f"`{mark}`" for mark in stage.due))


def _commands(kind: Kind) -> Iterator[str]:
    yield "\n## What may be said where\n"
    yield from _table(("step", "act", "side", *(f"`{name}`" for name in kind.stages)), _command_rows(kind))
    yield LEGEND.format(open=OPEN, guarded=GUARDED)
    openings = (kind.opening, kind.taking_over, kind.counter.hand_in if kind.counter else None)
    yield "Openings: " + ", ".join(f"`{one.name}` {said(one.word)} ({one.act})" for one in openings if one) + "."


def _command_rows(kind: Kind) -> Iterator[Sequence[str]]:
    for command in kind.commands:
        cells = (_cell(command, stage) for stage in kind.stages)
        yield (f"`{command.name}` {said(command.word)}", command.act, _side(command), *cells)


def _cell(command: Command, stage: str) -> str:
    if command.stages and stage not in command.stages:
        return ""
    return OPEN if command.guard is always else GUARDED


def _side(command: Command) -> str:
    if command.only_beside:
        return "*follows*"
    return "*resident*" if command.public else f"**{command.of}**" if command.of else ""


def _colours(kind: Kind) -> Iterator[str]:
    yield "\n## Colours, read from the top\n"
    yield from _table(("colour", "because", "holds"), _colour_rows(kind))


def _colour_rows(kind: Kind) -> Iterator[Sequence[str]]:
    for line in card(kind.rules):
        told = (
            sentence.format(**{name: _named(told) for name, told in names.items()})
            for sentence, names in line.conditions
        )
        yield (line.colour.value, said(line.because), "; ".join(told))


def _named(told: str | int | tuple[str, ...]) -> str:
    if isinstance(told, tuple):
        return ", ".join(f"`{name}`" for name in told)
    return f"`{told}`" if isinstance(told, str) else str(told)


def _marks(kind: Kind) -> Iterator[str]:
    yield "\n## Marks and flags\n"
    told = [("mark", *row) for row in kind.marks.items()] + [("flag", *row) for row in kind.flags.items()]
    yield from _table(("", "name", "word"), ((sort, f"`{name}`", said(word)) for sort, name, word in told))


def _figures(kind: Kind) -> Iterator[str]:
    yield "\n## Figures\n"
    rows = _figure_rows(kind.counting) if kind.counting else iter(())
    yield from _table(("figure", "word", "counts", "of", "by which day", "without", "from · version"), rows)


def _figure_rows(counting: Counting) -> Iterator[Sequence[str]]:
    for one in counting.indicators:
        told = [said(word) if word else "" for word in (one.word, one.basis, one.excludes)]
        form = "" if one.form in ("count", "rate") else f" ({one.form})"
        since = f"{one.since.isoformat()} · {one.version}"
        yield (f"`{one.name}`", told[0], _measures(one.top) + form, _measures(one.below), *told[1:], since)


def _measures(names: Sequence[str]) -> str:
    return ", ".join(f"`{name.partition('.')[2]}`" for name in names)


def _table(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
