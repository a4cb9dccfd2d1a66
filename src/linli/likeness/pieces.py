"""A text cut into the pieces by which its category is told: stretches of one to three characters. Pure."""

import re
import unicodedata

from linli.ground.text import without_numbers

LONGEST, READ = 3, 1500
"""Characters of a piece, and of the words of a matter: what it is about stands in its beginning."""
_BLANK = re.compile(r"\s+")


def cleaned(title: str, body: str) -> str:
    """One line in one case, without anybody's telephone number; the title twice, as it says most."""
    told = unicodedata.normalize("NFKC", f"{title}\n{title}\n{body[:READ]}").casefold()
    return _BLANK.sub(" ", without_numbers(told)).strip()


def pieces(text: str) -> list[str]:
    """Every stretch of one to three characters of a cleaned text, as often as it stands there."""
    return [text[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(text) - size + 1)]
