"""How a tab of a workbook is set up, whoever writes its rows: its name, its page, and what stands at the foot of it."""

from collections.abc import Collection

from xlsxwriter.worksheet import Worksheet

from linli.paper.text import lawful

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""No more than one row is held at a time, and no text is ever taken for a formula or a link."""
A4, SIDES, ENDS = 9, 0.6, 0.75
PALE = "808080"
MOST_OF_A_NAME, MOST_OF_A_MARGIN = 28, 220
NAMELESS = str.maketrans(dict.fromkeys("[]:*?/\\'", "·"))


def tab_name(name: str, *, taken: Collection[str] = ()) -> str:
    """A name that a tab may have: short, without the signs that a formula needs, and not one that is taken."""
    plain = lawful(name).translate(NAMELESS).strip()[:MOST_OF_A_NAME] or "·"
    lower = {one.lower() for one in taken}
    return next(one for one in (plain, *(f"{plain} {place}" for place in range(2, 100))) if one.lower() not in lower)


def set_up(tab: Worksheet, *, heads: tuple[int, int], mark: str, across: bool, frozen: int = 0) -> None:
    """A4, as wide as the page; the rows of heads (first, last) stay on the screen and stand on every page.

    `frozen`: so many columns stay too; `mark` is the pale line on each printed page.
    """
    tab.set_paper(A4)
    if across:
        tab.set_landscape()
    tab.set_margins(left=SIDES, right=SIDES, top=ENDS, bottom=ENDS)
    tab.fit_to_pages(1, 0)
    tab.repeat_rows(*heads)
    tab.freeze_panes(heads[1] + 1, frozen)
    pale = f"&C&8&K{PALE}{lawful(mark).replace('&', '＆')[:MOST_OF_A_MARGIN]}" if mark else ""
    tab.set_header(pale)
    tab.set_footer(f"{pale}&R&8&P / &N")
