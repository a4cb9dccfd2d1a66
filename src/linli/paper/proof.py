"""What stands at the foot of a paper for whoever wants to check that it is genuine: a picture to scan and a code."""

from linli.paper.layout import Layout
from linli.paper.letter import Proof
from linli.paper.page import TEXT_WIDTH, twips
from linli.paper.text import escaped, lawful, run

PICTURE = "proof.png"
KEY = "proof"
SIZE = 18
"""Millimetres: large enough for a telephone, small enough for a foot."""
EMU = 36_000
SMALL = 9
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
BESIDE = Layout(off_grid=True, line=260, align="left")
CODE, CHECKED, PRINTED = (
    "验真码：",
    "扫描左侧二维码，或在下列网址输入验真码，可核对本件真伪：",
    "本页仅显示文书名称、文号、出具单位、日期及是否作废。",
)


def named(number: int) -> tuple[str, str]:
    """The key and the name of the picture; those of the first are what a file with one of them has."""
    return (KEY, PICTURE) if number == 1 else (f"{KEY}{number}", f"{number}{PICTURE}")


def proof_xml(proof: Proof, *, number: int = 1) -> str:
    """A row without lines, in one piece: the picture, and beside it what it is for."""
    left = twips(SIZE + 3)
    told = (CODE + proof.code, CHECKED, proof.page, PRINTED)
    words = "".join(f"<w:p>{BESIDE.xml(style='CellSmall')}{run(lawful(line), size=SMALL)}</w:p>" for line in told)
    shown = drawing(proof.address, number=number, key=named(number)[0])
    picture = f"<w:p>{Layout(off_grid=True, align='left').xml(style='Cell')}<w:r>{shown}</w:r></w:p>"
    cells = _cell(picture, room=left) + _cell(words, room=TEXT_WIDTH - left)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{TEXT_WIDTH - left}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _cell(content: str, *, room: int) -> str:
    lies = f'<w:tcPr><w:tcW w:w="{room}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{lies}{content}</w:tc>"


def drawing(told: str, *, number: int, key: str = KEY) -> str:
    """The picture in the line; `told` is what a reader hears who does not see it."""
    side = SIZE * EMU
    picture = (
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{PICTURE}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R}" r:embed="{key}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{side}" cy="{side}"/><wp:docPr id="{number}" name="{PICTURE}" descr="{escaped(told)}"/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">{picture}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
