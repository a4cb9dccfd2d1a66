"""The fonts and styles of an official paper, row by row, and the parts of the file that carry them."""

from dataclasses import dataclass, replace

from linli.paper.layout import PLAIN, Layout
from linli.paper.page import BODY, CLOSER, LINE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

TITLE_FONT, BODY_FONT, BLACK, KAI, SONG = "方正小标宋简体", "仿宋", "黑体", "楷体", "宋体"
LATIN = "Times New Roman"
RED = "FF0000"

# Each font, and what an office machine without it is to take instead.
FONTS = (
    (TITLE_FONT, "小标宋", "roman"),
    (BODY_FONT, "仿宋_GB2312", "modern"),
    (BLACK, "SimHei", "modern"),
    (KAI, "楷体_GB2312", "modern"),
    (SONG, "SimSun", "roman"),
)


@dataclass(frozen=True)
class Style:
    """One row: its name in Word, its font and size in points, and how its paragraphs lie."""

    key: str
    name: str
    layout: Layout = PLAIN
    font: str = ""
    latin: str = ""
    size: float = 0
    colour: str = ""
    bold: bool = False
    off_grid: bool = False

    def xml(self) -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.key}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/>{self.layout.xml()}{self.look()}</w:style>'
        )

    def look(self) -> str:
        latin = f' w:ascii="{self.latin}" w:hAnsi="{self.latin}"' if self.latin else ""
        font = f'<w:rFonts{latin} w:eastAsia="{self.font}"/>' if self.font else ""
        bold = "<w:b/><w:bCs/>" if self.bold else ""
        grid = '<w:snapToGrid w:val="0"/>' if self.off_grid else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        size = f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>' if self.size else ""
        return f"<w:rPr>{font}{bold}{grid}{colour}{size}</w:rPr>"


def _heading(level: int, *, font: str, bold: bool = False) -> Style:
    layout = Layout(keep=True, first=2, outline=level - 1)
    return Style(f"Heading{level}", f"heading {level}", layout, font=font, bold=bold)


HEADLINE = Layout(keep=True, off_grid=True, after=LINE, line=LINE, align="center")
CELL = Layout(off_grid=True, align="left")
MIDDLE = Layout(off_grid=True, align="center")
TEXT = 400
LOWEST = 260
TIGHT = 240
"""Twelve points: two lines of a long list in the height of one line of running text."""

STYLES = (
    Style("Organ", "Organ", Layout(align="center"), font=TITLE_FONT, colour=RED),
    Style("Number", "Number", Layout(align="center")),
    Style("Title", "Title", HEADLINE, font=TITLE_FONT, size=22),
    Style("Recipients", "Recipients", Layout()),
    Style("Body", "Body Text", Layout(first=2)),
    _heading(1, font=BLACK),
    _heading(2, font=KAI),
    _heading(3, font=BODY_FONT, bold=True),
    _heading(4, font=BODY_FONT),
    Style("Listed", "Listed"),
    Style("Signed", "Signature", Layout(align="right")),
    Style("Caption", "caption", Layout(keep=True, align="center"), font=BLACK, size=14),
    Style("Head", "Table Head", MIDDLE, font=BLACK, size=12, off_grid=True),
    Style("Cell", "Table Cell", CELL, size=12, off_grid=True),
    Style("Middle", "Table Cell Centred", MIDDLE, size=12, off_grid=True),
    Style("HeadSmall", "Table Head Small", replace(MIDDLE, line=TIGHT), font=BLACK, size=9, off_grid=True),
    Style("CellSmall", "Table Cell Small", replace(CELL, line=TIGHT), size=9, off_grid=True),
    Style("MiddleSmall", "Table Cell Centred Small", replace(MIDDLE, line=TIGHT), size=9, off_grid=True),
    Style("HeadTiny", "Table Head Tiny", replace(MIDDLE, line=LOWEST), font=BLACK, size=9, off_grid=True),
    Style("CellTiny", "Table Cell Tiny", replace(CELL, line=LOWEST), size=9, off_grid=True),
    Style("MiddleTiny", "Table Cell Centred Tiny", replace(MIDDLE, line=LOWEST), size=9, off_grid=True),
    Style("SpreadTitle", "Spread Title", replace(MIDDLE, line=560), font=TITLE_FONT, size=20, off_grid=True),
    Style("SpreadTold", "Spread Below", replace(MIDDLE, line=320), size=10.5, off_grid=True),
    Style("SpreadText", "Spread Text", Layout(off_grid=True, line=320), size=10.5, off_grid=True),
    Style("SpreadHead", "Spread Heading", replace(CELL, before=80, line=320), font=BLACK, size=12, off_grid=True),
    Style("Label", "Form Label", MIDDLE, font=SONG, size=12, off_grid=True),
    Style("Filled", "Form Filled", replace(CELL, line=420), size=14, off_grid=True),
    Style("Text", "Form Text", Layout(first=2, off_grid=True, line=TEXT), size=14, off_grid=True),
    Style("TextLead", "Form Lead", Layout(first=2, off_grid=True, line=TEXT), font=BLACK, size=14, off_grid=True),
    Style("CoverBody", "Cover Body", MIDDLE, font=TITLE_FONT, size=26, off_grid=True),
    Style("CoverTitle", "Cover Title", MIDDLE, font=TITLE_FONT, size=52, off_grid=True),
    Style("CoverLabel", "Cover Label", Layout(off_grid=True, align="distribute"), font=SONG, size=16, off_grid=True),
    Style("CoverFilled", "Cover Filled", CELL, size=16, off_grid=True),
    Style("After", "After Table", Layout(off_grid=True, line=200)),
    Style("Footer", "footer", Layout(off_grid=True, line=280), font=SONG, latin=SONG, size=14, off_grid=True),
)

# No widow control and no spacing between scripts: both would take the page off its 22 lines by 28 characters.
NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
    '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr>'
    f'<w:rPr><w:spacing w:val="{CLOSER}"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    f'<w:rPr><w:rFonts w:eastAsia="{BLACK}"/></w:rPr></w:style>'
)


def styles() -> str:
    """The part of the file that holds the styles."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}"'
        f' w:eastAsia="{BODY_FONT}"/><w:sz w:val="{round(BODY * 2)}"/><w:szCs w:val="{round(BODY * 2)}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"<w:styles {W}>{defaults}{NORMAL}{''.join(style.xml() for style in STYLES)}</w:styles>"


def fonts() -> str:
    """The part that tells another machine which font to take where one is missing."""
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, instead, family in FONTS
    )
    return f"<w:fonts {W}>{rows}</w:fonts>"
