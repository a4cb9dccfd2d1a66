"""The heads of a cell: the words above it and beside it, also of merged cells, and what is meant by them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from linli.paper.form.address import Address
from linli.paper.form.figures import figure
from linli.paper.form.worked import Worked

Head = tuple[Address, str]
"""Where it stands and what it says."""

MOST, REMEMBERED = 12, 4096
ENDINGS = ("件数", "起数", "人数", "次数", "总数", "数量", "数", "类", "情况", "纠纷", "案件", "诉求")
_FRONT = re.compile(r"^(?:其中[::]?|#|[-*·•]+|\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[).、:.]|\s+)\)?)+")
_UNIT = re.compile(r"\((?:件|起|人|次|户|个|宗|元|万元|天|日|小时|%)\)$")
_SPACE = re.compile(r"[\s\u3000]+")
TOTALS = re.compile(r"(?:^|\W|.{0,8}[^\W\d])?(?:合计|总计|小计|共计|总数|grandtotal|subtotal|total)\W*$")
OF_WHICH = re.compile(r"^(?:其中|#|ofwhich)")
OTHERS = ("其他", "其它", "other", "others")


def above(worked: Worked, at: Address) -> Iterator[Head]:
    """The words over a cell, the nearest first; a title over the whole table is none."""
    sheet = worked.sheet
    found = (one for one in reversed(sheet.words_by_column.get(at.column, [])) if sheet.block_at(one).last.row < at.row)
    yield from _said(worked, (one for one in found if not one.column == sheet.begins < at.column))


def beside(worked: Worked, at: Address) -> Iterator[Head]:
    """The words left of a cell, the nearest first."""
    sheet = worked.sheet
    found = (one for one in reversed(sheet.words_by_row.get(at.row, [])) if sheet.block_at(one).last.column < at.column)
    yield from _said(worked, found)


@lru_cache(maxsize=REMEMBERED)
def plain(text: str) -> str:
    """What a head says, without its number in front, the unit behind and the spaces between."""
    told = unicodedata.normalize("NFKC", text).casefold().strip()
    return _UNIT.sub("", _SPACE.sub("", _FRONT.sub("", told)))


def short(text: str) -> str:
    """The same without the endings that forms leave out or add, and without "already"."""
    told = plain(text).removeprefix("已")
    while ending := next((one for one in ENDINGS if told.endswith(one) and len(told) > len(one) + 1), ""):
        told = told.removesuffix(ending)
    return told


@lru_cache(maxsize=REMEMBERED)
def is_total(text: str) -> bool:
    return bool(TOTALS.search(plain(text)))


@lru_cache(maxsize=REMEMBERED)
def is_of_which(text: str) -> bool:
    """Whether it is told again a part of what stands before it."""
    return bool(OF_WHICH.search(_SPACE.sub("", unicodedata.normalize("NFKC", text).casefold())))


def _said(worked: Worked, cells: Iterable[Address]) -> Iterator[Head]:
    """Of those cells the nearest that say a word, as they read now."""
    words = ((at, worked.text(at).strip()) for at in cells)
    return islice((head for head in words if is_word(head[1])), MOST)


@lru_cache(maxsize=REMEMBERED)
def is_word(text: str) -> bool:
    return bool(text) and figure(text, "") is None and any(letter.isalnum() for letter in text)
