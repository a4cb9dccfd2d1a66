"""Columns of a list that hold sentences where words of a fixed list are looked for: those are kept word for word."""

import re
from collections.abc import Collection, Iterable
from itertools import islice

import msgspec
from django.utils.translation import gettext, override

from linli.matters.columns import LONG
from linli.matters.elsewhere import of_somebody
from linli.matters.fitting import LANGUAGES, plain
from linli.matters.incoming import Column, Incoming
from linli.matters.kind import Kind
from linli.paper.rows.table import Table
from linli.sheets.mapping import Filled, Mapping
from linli.sheets.names import is_name

RESULT = "result"
ROWS, LEAST, ENDED = 200, 10, 5
"""How many rows are looked at, and of how many words a sentence has at least, and one that ends with a full stop; a
Chinese sign is one."""
STOPS = "。.!?;…"
A_WORD = re.compile(r"[0-9A-Za-zÀ-ɏ]+|\w")
STEP, PAUSE = re.compile(r"[/\\>|→—-]+"), re.compile("[,，、。；;！!？?…]")


def free_text(incoming: Incoming) -> Column | None:
    """Where a kind keeps in free text what was done: its first long text that tells of the course."""
    return next((one for one in incoming.columns if one.reads == "text" and one.history and one.most >= LONG), None)


def telling(table: Table, kind: Kind) -> frozenset[str]:
    """The headings below which sentences stand, as the first rows show."""
    rows, known = list(islice(table.rows(), ROWS)), _listed(kind)
    columns = {
        head: [row.cells[place] for row in rows if place < len(row.cells)] for place, head in enumerate(table.heads)
    }
    return frozenset(
        head
        for head, cells in columns.items()
        if are_sentences((cell for cell in cells if isinstance(cell, str)), known=known)
    )


def told_of(mapping: Mapping, words: Iterable[str]) -> frozenset[str]:
    """The same of the result alone, by the words that stood for nothing there and those that were told since."""
    filled = mapping.columns.get(RESULT)
    return frozenset(filled.heads) if filled and are_sentences([*words, *filled.words]) else frozenset()


def only_words(
    mapping: Mapping, *, telling: Collection[str] = frozenset(), named: Collection[str] = frozenset()
) -> Mapping:
    """Without what is longer than a word of a list may be, and without all that was told of columns of sentences.

    What outlasts its list quotes no more of its cells than that. `named`: the columns whose words are names, which may
    be as long as names are.
    """
    columns = {
        name: msgspec.structs.replace(one, words=_names_of(one) if name in named else _words_of(one, telling))
        for name, one in mapping.columns.items()
    }
    return msgspec.structs.replace(mapping, columns=columns)


def are_sentences(values: Iterable[str], *, known: Collection[str] = ()) -> bool:
    """Whether most of them are long and none is a word that is known.

    Each is another, or they end with a full stop, which no word of a list does: a desk says the same few again and
    again. What is said of every row alike may still be one word of a list that is long.
    """
    told = [said for value in values if (said := plain(value))]
    ended = [said for said in told if said.endswith(tuple(STOPS)) and _is_long(said, ENDED, known)]
    long = {said for said in told if _is_long(said, LEAST, known)} | set(ended)
    again = len(ended) - len(set(ended)) if len(set(ended)) > 1 else 0
    return 2 * (len(long) + again) > len(told)


def _words_of(filled: Filled, telling: Collection[str]) -> dict[str, str]:
    if set(filled.heads) & set(telling) or are_sentences(word for word in filled.words if not _is_path(plain(word))):
        return {}
    kept = {word: plain(word) for word in filled.words if not of_somebody(word)}
    return {word: filled.words[word] for word, said in kept.items() if _is_short(said) or _is_path(said)}


def _names_of(filled: Filled) -> dict[str, str]:
    """None of a column most of which are sentences."""
    told = ((plain(word), word, code) for word, code in filled.words.items() if not of_somebody(word))
    names = {word: code for said, word, code in told if _is_short(said) or _is_path(said) or is_name(said)}
    return names if 2 * len(names) >= len(filled.words) else {}


def _is_short(said: str) -> bool:
    return len(A_WORD.findall(said)) < LEAST


def _is_path(said: str) -> bool:
    """Several words one below the other, as categories are exported: 城乡建设/市政设施/路灯."""
    steps = STEP.split(said)
    return len(steps) > 1 and not PAUSE.search(said) and all(map(_is_short, steps))


def _is_long(said: str, least: int, known: Collection[str]) -> bool:
    return said.rstrip(STOPS) not in known and said not in known and len(A_WORD.findall(said)) >= least


def _listed(kind: Kind) -> frozenset[str]:
    """The words of the result: its codes, their names in each language, and what else lists call them."""
    column = kind.incoming.column(RESULT) if kind.incoming else None
    if column is None:
        return frozenset()
    choices, words = kind.choices.get(column.of, {}), [word for word, _code in column.means]
    for language in LANGUAGES:
        with override(language):
            words += map(gettext, choices.values())
    return frozenset(map(plain, (*choices, *words)))
