"""The parts of a .docx file, packed so that equal parts give equal bytes."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from linli.paper.layout import Layout
from linli.paper.styles import W, fonts, styles
from linli.paper.text import escaped

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORMATS = "http://schemas.openxmlformats.org"
RELATIONS = f"{FORMATS}/officeDocument/2006/relationships"
R = f'xmlns:r="{RELATIONS}"'
EARLIEST = (1980, 1, 1, 0, 0, 0)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
# Each part of the paper: its name in the file, how the document calls it, and what it is.
PARTS = (
    ("styles", "styles", "styles"),
    ("settings", "settings", "settings"),
    ("fontTable", "fonts", "fontTable"),
    ("odd", "odd", "footer"),
    ("even", "even", "footer"),
    ("none", "none", "footer"),
)

SETTINGS = (
    '<w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:doNotExpandShiftReturn/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)


def pack(
    content: str,
    *,
    title: str,
    creator: str,
    on: date | None,
    pictures: Mapping[str, tuple[str, bytes]] | None = None,
    fields: bool = False,
) -> bytes:
    """A file around the content of the document; its only date is the letter's own.

    `pictures`: by the key under which the content calls each, its name and what is in it (PNG).
    `fields`: numbers of pages stand in it, which the program that opens it has to count.
    """
    settings = SETTINGS.replace("<w:compat>", '<w:updateFields w:val="true"/><w:compat>') if fields else SETTINGS
    pictures = pictures or {}
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _entrance(),
        "docProps/core.xml": _core(title=title, creator=creator, on=on),
        "word/document.xml": f"<w:document {W} {R}><w:body>{content}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(pictures),
        "word/styles.xml": styles(),
        "word/settings.xml": f"<w:settings {W}>{settings}</w:settings>",
        "word/fontTable.xml": fonts(),
        "word/odd.xml": _footer(Layout(align="right", right=1)),
        "word/even.xml": _footer(Layout(align="left", left=1)),
        "word/none.xml": f"<w:ftr {W}><w:p>{Layout().xml(style='Footer')}</w:p></w:ftr>",
    }
    return zipped(parts, pictures={f"word/media/{name}": inside for name, inside in pictures.values()})


def zipped(parts: Mapping[str, str], *, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """In the order given, all of one date and from one system."""
    content = {name: (DECLARATION + text).encode() for name, text in parts.items()}
    return zipped_bytes({**content, **(pictures or {})})


def zipped_bytes(parts: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for name, content in parts.items():
            entry = ZipInfo(name, EARLIEST)
            entry.create_system, entry.compress_type = 3, ZIP_DEFLATED
            file.writestr(entry, content)
    return written.getvalue()


def _types() -> str:
    parts = [("word/document", f"{WORD}.document.main+xml"), ("docProps/core", CORE)]
    parts += [(f"word/{name}", f"{WORD}.{sort}+xml") for name, _, sort in PARTS]
    told = "".join(f'<Override PartName="/{name}.xml" ContentType="{sort}"/>' for name, sort in parts)
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    relations += '<Default Extension="png" ContentType="image/png"/>'
    return f'<Types xmlns="{FORMATS}/package/2006/content-types">{relations}{told}</Types>'


def _entrance() -> str:
    core = f"{FORMATS}/package/2006/relationships/metadata/core-properties"
    return _related(
        ("document", f"{RELATIONS}/officeDocument", "word/document.xml"), ("core", core, "docProps/core.xml")
    )


def _relations(pictures: Mapping[str, tuple[str, bytes]]) -> str:
    shown = ((key, f"{RELATIONS}/image", f"media/{name}") for key, (name, _inside) in pictures.items())
    return _related(*((key, f"{RELATIONS}/{sort}", f"{name}.xml") for name, key, sort in PARTS), *shown)


def _related(*rows: tuple[str, str, str]) -> str:
    told = "".join(f'<Relationship Id="{key}" Type="{sort}" Target="{name}"/>' for key, sort, name in rows)
    return f'<Relationships xmlns="{FORMATS}/package/2006/relationships">{told}</Relationships>'


def _core(*, title: str, creator: str, on: date | None) -> str:
    moment = f'<dcterms:created xsi:type="dcterms:W3CDTF">{on.isoformat()}T00:00:00Z</dcterms:created>' if on else ""
    return (
        f'<cp:coreProperties xmlns:cp="{FORMATS}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(creator)}</dc:creator>{moment}</cp:coreProperties>"
    )


def _footer(layout: Layout) -> str:
    """The page number between two dashes."""
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    before, after = (f'<w:r>{hint}<w:t xml:space="preserve">{dash}</w:t></w:r>' for dash in ("— ", " —"))
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return f"<w:ftr {W}><w:p>{layout.xml(style='Footer')}{before}{number}{after}</w:p></w:ftr>"
