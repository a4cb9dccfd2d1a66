"""Small forms, written by hand so that a test sees every byte of them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from linli.paper.form.address import address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SORT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORMATS = ("General", "0", "0.0%", "yyyy-mm-dd", "0.00%")
"""By the number of the style."""

Cells = Mapping[str, object]


def form(cells: Cells, *, merged: Sequence[str] = (), styles: Mapping[str, int] | None = None) -> bytes:
    """A form of one sheet, 表一: text, numbers, and formulas where a text begins with "="."""
    return packed(parts({"表一": sheet(cells, merged=merged, styles=styles or {})}))


def parts(sheets: Mapping[str, str]) -> dict[str, str]:
    numbered = list(enumerate(sheets, 1))
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in numbered)
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    own = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(FORMATS))
    used = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(FORMATS)))
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="x"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SORT}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets><extLst/></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="rS" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs>{used}</cellXfs></styleSheet>',
        **{f"xl/worksheets/sheet{at}.xml": sheets[name] for at, name in numbered},
    }


def sheet(cells: Cells, *, merged: Sequence[str] = (), styles: Mapping[str, int] | None = None) -> str:
    rows: dict[int, list[str]] = {}
    for name in sorted(cells, key=address):
        rows.setdefault(address(name).row, []).append(_cell(name, cells[name], (styles or {}).get(name, 0)))
    data = "".join(f'<row r="{row}" spans="1:3">{"".join(told)}</row>' for row, told in rows.items())
    blocks = "".join(f'<mergeCell ref="{one}"/>' for one in merged)
    told = f"<mergeCells>{blocks}</mergeCells>" if blocks else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{told}<pageMargins left="0.7"/></worksheet>'


def _cell(name: str, value: object, style: int) -> str:
    head = f'<c r="{name}" s="{style}"'
    if value is None:
        return f"{head}/>"
    if isinstance(value, str) and value.startswith("="):
        return f"{head}><f>{value[1:]}</f><v>0</v></c>"
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is><t>{value}</t></is></c>'
    return f"{head}><v>{value}</v></c>"


def packed(content: Mapping[str, str | bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as file:
        for name, told in content.items():
            file.writestr(name, told)
    return written.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
