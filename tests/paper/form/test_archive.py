"""What cannot be a plain form is refused with the reason, before anything of it is unpacked."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from linli.paper.form import archive, book
from linli.paper.form.archive import Unfit
from tests.paper.form.made import form, packed, parts, sheet, unpacked

PLAIN = parts({"表一": sheet({"A1": 1})})
ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'


def bomb() -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("xl/worksheets/sheet1.xml", bytes(8_000_000))
    return written.getvalue()


def sealed() -> bytes:
    """With the mark of encryption at each part of the directory."""
    data = bytearray(packed(PLAIN))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 nothing more", archive.BROKEN),
        (b"%PDF-1.7", archive.NO_FORM),
        (archive.OLD + bytes(600), archive.OLD_FORM),
        (sealed(), archive.OLD_FORM),
        (bomb(), archive.TOO_LARGE),
        (bytes(archive.MOST + 1), archive.TOO_LARGE),
        (packed({"word/document.xml": "", archive.TYPES: ""}), archive.NO_FORM),
        (packed({**PLAIN, "xl/vbaProject.bin": ""}), archive.MACROS),
        (
            packed({**PLAIN, archive.TYPES: PLAIN[archive.TYPES].replace("sheet.main", "sheet.macroEnabled.main")}),
            archive.MACROS,
        ),
        (packed({**PLAIN, "XL/workbook.xml": ""}), archive.BROKEN),
        (packed({**PLAIN, "xl/worksheets/sheet1.xml": ENTITY + PLAIN["xl/worksheets/sheet1.xml"]}), archive.BROKEN),
        (packed({**PLAIN, "xl/worksheets/sheet1.xml": "<worksheet>"}), archive.BROKEN),
        (packed({**PLAIN, "xl/worksheets/sheet1.xml": "<a>" * 70 + "</a>" * 70}), archive.BROKEN),
        (packed({**PLAIN, "xl/worksheets/sheet1.xml": " " * 9_000_000 + "<a/>"}), archive.TOO_LARGE),
        (packed({**PLAIN, "xl/worksheets/sheet1.xml": sheet({"A1": "=1"}).replace("A1", "A0")}), archive.BROKEN),
    ],
)
def test_what_is_no_plain_form_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unfit) as told:
        book.opened(data)
    assert str(told.value) == reason


def test_parts_are_packed_again_in_their_order_and_of_their_date() -> None:
    opened = archive.opened(form({"A1": 1}))
    again = archive.packed(opened, changed={"xl/styles.xml": b"<a/>"})
    assert unpacked(again) == {**unpacked(form({"A1": 1})), "xl/styles.xml": b"<a/>"}
    told = [(one.filename, one.date_time, one.external_attr) for one in archive.opened(again).entries]
    assert told == [(one.filename, one.date_time, one.external_attr) for one in opened.entries]
