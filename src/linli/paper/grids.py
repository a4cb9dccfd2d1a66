"""A form as the table of Word that prints it: each box with the lines it has, and nothing between them."""

from linli.paper.grid import Box, Grid, Row
from linli.paper.layout import Layout
from linli.paper.page import TEXT_WIDTH, twips
from linli.paper.tables import columns
from linli.paper.text import run

PADDING, ABOVE = 60, 20
SIDES = ("top", "left", "bottom", "right")
DRAWN = {"all": SIDES, "below": ("bottom",), "none": ()}
MERGED = {"": "", "begins": '<w:vMerge w:val="restart"/>', "goes on": "<w:vMerge/>"}
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGEREF {name} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def grid(block: Grid) -> str:
    across = columns(block.widths)
    last = len(block.rows) - 1
    rows = "".join(_row(row, across, keep=block.together and place < last) for place, row in enumerate(block.rows))
    told = "".join(f'<w:gridCol w:w="{one}"/>' for one in across)
    return f"<w:tbl>{_properties()}<w:tblGrid>{told}</w:tblGrid>{rows}</w:tbl>"


def mark_name(mark: int) -> str:
    """The name of the bookmark at which a part begins."""
    return f"part{mark}"


def _properties() -> str:
    sides = (("top", ABOVE), ("left", PADDING), ("bottom", ABOVE), ("right", PADDING))
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    return (
        f'<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )


def _row(row: Row, across: list[int], *, keep: bool) -> str:
    whole = "<w:cantSplit/>" if row.whole else ""
    height = f'<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>'
    told, place = "", 0
    for box in row.boxes:
        told += _box(box, room=sum(across[place : place + box.span]), keep=keep)
        place += box.span
    return f"<w:tr><w:trPr>{whole}{height}</w:trPr>{told}</w:tr>"


def _box(box: Box, *, room: int, keep: bool) -> str:
    drawn = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES if side in DRAWN[box.edge]
    )
    across = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    edges = f"<w:tcBorders>{drawn}</w:tcBorders>" if drawn else ""
    lies = f'<w:vAlign w:val="{_upright(box)}"/>'
    inside = "".join(_paragraph(box, text, keep=keep) for text in box.text.split("\n"))
    told = f'<w:tcW w:w="{room}" w:type="dxa"/>{across}{MERGED[box.down]}{edges}{lies}'
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{inside}</w:tc>"


def _upright(box: Box) -> str:
    if box.edge == "all":
        return "top" if box.top else "center"
    return "bottom"


def _paragraph(box: Box, text: str, *, keep: bool) -> str:
    said = FIELD.format(name=mark_name(box.page_of)) if box.page_of else run(text)
    return f"<w:p>{Layout(align=box.align, keep=keep).xml(style=box.style)}{said}</w:p>"
