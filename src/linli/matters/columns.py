"""The columns of lists, told shortly: those that every kind has, and how a kind says its own."""

from collections.abc import Mapping
from dataclasses import replace

from linli.ground.text import msg
from linli.matters.incoming import CATEGORIES, CELLS, UNITS, Column

LONG = 20_000
"""The most signs of a story or an answer."""
Words = Mapping[str, str]
"""A code -> other words that lists have for it, with | between them."""


def text(name: str, word: str, heads: str, *, most: int = LONG, history: bool = False) -> Column:
    """A column of words; `heads`: what it is called elsewhere, with | between."""
    return Column(name=name, word=word, synonyms=_parts(heads), most=most, history=history)


def code(
    name: str, word: str, heads: str, *, of: str = "", means: Words | None = None, history: bool = False
) -> Column:
    """A column of codes: of the list that is called like it, unless said otherwise."""
    meant = tuple((other, one) for one, others in (means or {}).items() for other in _parts(others))
    return Column(
        name=name, word=word, synonyms=_parts(heads), reads="code", of=of or name, means=meant, history=history
    )


def moment(name: str, word: str, heads: str, *, history: bool = True) -> Column:
    """A column of moments; most tell when it went on."""
    return Column(name=name, word=word, synonyms=_parts(heads), reads="moment", history=history)


def day(name: str, word: str, heads: str, *, history: bool = False) -> Column:
    return Column(name=name, word=word, synonyms=_parts(heads), reads="day", history=history)


def money(name: str, word: str, heads: str, *, history: bool = False) -> Column:
    """A column of amounts in yuan."""
    return Column(name=name, word=word, synonyms=_parts(heads), reads="money", history=history)


def yes(name: str, word: str, heads: str) -> Column:
    return Column(name=name, word=word, synonyms=_parts(heads), reads="yes")


def number(name: str, word: str, heads: str) -> Column:
    return Column(name=name, word=word, synonyms=_parts(heads), reads="number")


def opened(word: str, heads: str) -> Column:
    """When it began here: every row needs it."""
    return replace(moment("opened_at", word, heads, history=False), needed=True)


def story(word: str, heads: str) -> Column:
    return replace(text("story", word, heads), needed=True)


def category(heads: str, *, means: Words | None = None) -> Column:
    return replace(code("category", msg("Category"), heads, of=CATEGORIES, means=means), needed=True)


def unit(word: str, heads: str) -> Column:
    return code("unit", word, heads, of=UNITS)


def name_of(name: str, word: str, heads: str) -> Column:
    return replace(text(name, word, heads, most=60), personal=True)


def phone_of(name: str, word: str, heads: str) -> Column:
    return replace(text(name, word, heads, most=40), personal=True)


def _parts(heads: str) -> tuple[str, ...]:
    return tuple(heads.split("|"))


CELL = code(
    "cell",
    msg("Grid cell"),
    "网格|网格编号|网格编码|网格代码|网格名称|所属网格|所在网格|责任网格|单元网格|grid|grid cell code|cell",
    of=CELLS,
)
POINT = Column(
    name="point",
    word=msg("Point on the map"),
    synonyms=_parts("坐标|经纬度|地理坐标|位置坐标|point|coordinates|lon,lat"),
    reads="point",
)
