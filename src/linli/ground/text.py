"""Words: marked for translation, cleaned at the door, cut into bigrams to be compared, masked for lists."""

import re
import unicodedata

_RUNS = re.compile(r"[^\W_]+")
# A word of Latin letters or figures is whole; of every other script each character stands by itself.
_WORDS = re.compile(r"[a-z0-9]+|[^\W_]")
_NUMBERS = re.compile(r"\d(?:[ \-()]*\d){6,}")
# A mobile number, a fixed line with or without its area, an identity card of 18 or 15 figures: not a part of a longer
# number nor of one with letters in front, no day of eight figures, no sum.
_PERSONAL = re.compile(
    r"(?<!\d)(?<![A-Za-z0-9]-)(?:"
    r"(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}"
    r"|\(?0\d{2,3}\)?[ -]?\d{3,4}[ -]?\d{4}"
    r"|(?!(?:19|20)\d\d(?:-|[01]\d[0-3]\d(?!\d)))[2-8]\d{2,3}-?\d{4}(?!-\d|\s*[元万亿块平米])"
    r"|\d{6}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dXx]"
    r"|\d{6}\d{2}(?:0[1-9]|1[0-2])[0-3]\d\d{3}"
    r")(?!\d)",
    re.ASCII,
)
_PARAGRAPHS = re.compile("\r\n?|[\u2028\u2029]")
# Unseen characters that reorder, join or hide what a reader sees; with lone surrogates and what is no sign,
# which no file of XML can hold.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class TooLong(ValueError):
    """A text over its limit; both figures are kept for the sentence the reader gets."""

    def __init__(self, length: int, *, limit: int) -> None:
        super().__init__(f"The text has {length} characters; at most {limit} are allowed.")
        self.length = length
        self.limit = limit


def msg(msgid: str) -> str:
    """Mark a string for the catalogue; it is translated where it is shown."""
    return msgid


def tidy(text: str, *, limit: int = 20_000) -> str:
    """Composed (NFC), plain newlines, no control or bidi characters, nothing blank around it, within the limit."""
    # Length before composing: many thousand combining marks in a row take a normaliser minutes.
    if len(text) > limit:
        raise TooLong(len(text), limit=limit)
    tidied = unicodedata.normalize("NFC", without_unseen(text)).strip()
    if len(tidied) > limit:
        raise TooLong(len(tidied), limit=limit)
    return tidied


def without_unseen(text: str) -> str:
    """Plain newlines, and no control or bidi characters: nothing that a reader would not see."""
    return text if text.isprintable() else _UNSEEN.sub("", _PARAGRAPHS.sub("\n", text))


def bigrams(text: str) -> list[str]:
    """The pairs of neighbouring characters in every run of letters and digits, in order; what is searched is cut by
    `ground.searching`."""
    runs = _RUNS.findall(unicodedata.normalize("NFKC", text).casefold())
    return [gram for run in runs for gram in _grams(run)]


def names(text: str, *, name: str) -> bool:
    """Whether the whole name stands in the text, however it is spaced; a name of one character never does."""
    told, sought = (unicodedata.normalize("NFKC", one).casefold() for one in (text, name))
    parts = _WORDS.findall(sought)
    if len("".join(parts)) < 2 or not all(part in told for part in parts):
        return False
    return f" {' '.join(parts)} " in f" {' '.join(_WORDS.findall(told))} "


def dials(text: str, *, phone: str) -> bool:
    """Whether a number of seven figures or more in the text is this telephone number, or a part of it."""
    told = _numbers(text)
    return bool(told) and any(one in other or other in one for one in told for other in _numbers(phone))


def tells_number(text: str) -> bool:
    """Whether a telephone or an identity number stands in the text; the numbers of matters, days and sums are none."""
    return _PERSONAL.search(unicodedata.normalize("NFKC", text)) is not None


def without_numbers(text: str) -> str:
    """The text without any number of seven figures or more, so that nobody's telephone is a likeness."""
    return _NUMBERS.sub(" ", unicodedata.normalize("NFKC", text))


def mask_name(text: str) -> str:
    """The surname's first character and as many stars as follow; a single character is all star."""
    text = text.strip()
    return text[:1] + "*" * (len(text) - 1) if len(text) > 1 else "*" * len(text)


def mask_phone(text: str) -> str:
    """Three in front and four behind of a full number, two behind of a short one, otherwise stars."""
    text = text.strip()
    front, behind = (3, 4) if len(text) >= 11 else (0, 2) if len(text) >= 7 else (0, 0)
    return text[:front] + "*" * (len(text) - front - behind) + text[len(text) - behind :]


def mask_rest(text: str) -> str:
    """Nothing of the text, not even its length; only whether there is one."""
    return "****" if text.strip() else ""


def _numbers(text: str) -> list[str]:
    return [re.sub(r"\D", "", one) for one in _NUMBERS.findall(unicodedata.normalize("NFKC", text))]


def _grams(run: str) -> list[str]:
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]
