"""Texts as they are searched: folded, without people in them, cut into bigrams; and what is asked of them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add

KEPT = "，！？：；（）～"
"""Punctuation of Chinese text: its narrow forms mean the same and look wrong in an excerpt."""
AROUND = 12
MUCH = 3
"""A last run longer than this is enough to ask the index for: of numbers, those before are alike in all."""
Piece = tuple[str, bool]
"""A stretch of a text, and whether it is what was asked for."""

_RUNS = re.compile(r"[^\W_]+")
# What stands between the figures of a telephone, an identity card or a bank card: never a comma or a new line.
_NUMBERS = re.compile(r"\d(?:[^\w\n，,。；、]{0,2}\d){6,}")
# A word of Latin letters or figures is whole; of every other script each character stands by itself.
_PARTS = re.compile(r"[a-z0-9]+|[^\W_]")
_ASKED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|([^\s，。、；！？\"“”]+)")


# What stays as it is: the text of most matters holds nothing else, and is looked at a hundred times as fast.
_FOLDED = re.compile(r"[一-鿿\n -@\[-~、。，！？：；（）～]*")


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = char if char in KEPT else unicodedata.normalize("NFKC", char).casefold()
        self[code] = folded
        return folded


_FOLDING = _Folding()


@dataclass(frozen=True)
class Sought:
    """One word or phrase: the text itself, the bigrams it needs, and single characters that bigrams begin with."""

    text: str
    grams: tuple[str, ...]
    starts: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether its bigrams alone say that it stands there."""
        return self.text in self.grams or self.text in self.starts


def folded(text: str) -> str:
    """One form for all ways to write the same: wide and narrow, capital and small; character by character."""
    return text if _FOLDED.fullmatch(text) else text.translate(_FOLDING)


def grams(text: str) -> set[str]:
    """The bigrams of a folded text, and the last character of every run, so that each begins a gram."""
    found: list[str] = []
    for run in _RUNS.findall(text):
        found += map(add, run, run[1:])
        found.append(run[-1])
    return set(found)


def without_people(text: str, *, people: Iterable[str]) -> str:
    """A folded text without long numbers and without these names, however they are spaced; its lines stay lines."""
    text = _NUMBERS.sub(" ", text)
    for name in people:
        parts = _PARTS.findall(folded(name))
        if len("".join(parts)) > 1 and all(part in text for part in parts):
            inner = r"[^\w\n]*_*".join(map(re.escape, parts))
            text = re.sub(rf"(?<![a-z0-9]){inner}(?![a-z0-9])" if parts[0].isascii() else inner, " ", text)
    return text


def sought(asked: str) -> tuple[Sought, ...]:
    """What is asked for: words with blanks between them, phrases in quotation marks; nothing of mere punctuation."""
    words = dict.fromkeys(folded(next(filter(None, found))).strip() for found in _ASKED.findall(asked))
    return tuple(one for word in words if (one := _sought(word)).grams or one.starts)


def pieces(text: str, *, words: Iterable[Sought]) -> list[Piece]:
    """A text in stretches: those that were asked for, and those between them."""
    found: list[Piece] = []
    last = 0
    for begins, ends in _joined(_places(text, words)):
        found += [(text[last:begins], False), (text[begins:ends], True)]
        last = ends
    return [piece for piece in [*found, (text[last:], False)] if piece[0]]


def excerpt(text: str, *, words: Iterable[Sought]) -> list[Piece]:
    """What stands around the first place that was asked for; nothing where nothing was."""
    first = min(_places(text, words := tuple(words)), default=None)
    if first is None:
        return []
    begins, ends = max(0, first[0] - AROUND), min(len(text), first[1] + 3 * AROUND)
    shown = pieces(text[begins:ends].strip(), words=words)
    return [*([("…", False)] if begins else []), *shown, *([("…", False)] if ends < len(text) else [])]


def _sought(word: str) -> Sought:
    runs = _RUNS.findall(word)
    if len(runs) > 1 and len(runs[-1]) > MUCH:
        runs = runs[-1:]
    pairs = dict.fromkeys(pair for run in runs for pair in map(add, run, run[1:]))
    return Sought(word, tuple(pairs), tuple(dict.fromkeys(run for run in runs if len(run) == 1)))


def _places(text: str, words: Iterable[Sought]) -> Iterator[tuple[int, int]]:
    """Where they stand in the text as it was written: a character may be folded into several."""
    told = folded(text)
    hits = [hit.span() for word in words for hit in re.finditer(re.escape(word.text), told)]
    if not hits or len(told) == len(text):
        yield from hits
        return
    origin = [place for place, char in enumerate(text) for _one in folded(char)]
    for begins, ends in hits:
        yield origin[begins], origin[ends - 1] + 1


def _joined(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those that touch or overlap are one."""
    held: tuple[int, int] | None = None
    for begins, ends in sorted(places):
        if held and begins <= held[1]:
            held = held[0], max(held[1], ends)
        else:
            if held:
                yield held
            held = begins, ends
    if held:
        yield held
