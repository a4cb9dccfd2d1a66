"""The file of a matter on the desk: what is missing, who gets it in full, who masked, and that it was taken out."""

import zipfile
from io import BytesIO

import docx
import pytest

from linli.matters import files
from linli.matters.everyday import erase
from linli.matters.models import Look, Matter
from linli.staff.models import User
from tests.desk.conftest import Desk, page
from tests.desk.uploads import attach, picture
from tests.kinds.dispute.in_town import in_mediation
from tests.kinds.dispute.told import agreement, say, session
from tests.town import MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def settled(town: Town) -> Matter:
    matter = in_mediation(town)
    matter = said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY, others="楼长赵淑芬"))
    return said(say.agree, matter, by=town.wang, at=MONDAY, **agreement(MONDAY, 5))


def taken(desk: Desk, user: User, matter: Matter, sort: str = "docx") -> bytes:
    response = desk(user).get(f"/m/{matter.number}/dossier/{sort}/")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    return bytes(response.getvalue())


def text_of(content: bytes) -> str:
    file = docx.Document(BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


def test_the_page_says_what_is_missing_and_where_the_file_is_taken_out(town: Town, desk: Desk, settled: Matter) -> None:
    html = page(desk(town.wang), f"/m/{settled.number}/")
    assert "已签字的协议：应有1份，已附0份。" in html
    assert f"/m/{settled.number}/dossier/zip/" in html
    assert "添加已签字的材料" in html


def test_who_may_open_names_gets_them_in_full_and_every_look_is_logged(town: Town, desk: Desk, settled: Matter) -> None:
    text = text_of(taken(desk, town.wang, settled))
    assert {"周桂兰", "13800000012", "楼长赵淑芬"} <= set(text.split("\n"))
    looks = Look.objects.filter(matter=settled, user=town.wang)
    assert set(looks.values_list("purpose", flat=True)) == {"dossier"}
    assert looks.count() == 3


def test_an_attachment_is_looked_at_by_who_takes_it_out_and_by_nobody_else(
    town: Town, desk: Desk, settled: Matter
) -> None:
    attach(desk, town, settled, "照片.jpg", picture())
    looks = Look.objects.filter(matter=settled, user=town.wang, seq=state_of(settled).files[0].seq)
    taken(desk, town.wang, settled)
    assert not looks.exists()
    taken(desk, town.wang, settled, "zip")
    assert looks.get().purpose == "dossier"


def test_who_may_not_gets_it_masked_without_attachments_and_that_is_logged_too(
    town: Town, desk: Desk, settled: Matter
) -> None:
    attach(desk, town, settled, "协议.jpg", picture())
    content = taken(desk, town.tan, settled, "zip")
    with zipfile.ZipFile(BytesIO(content)) as file:
        text = "\n".join(text_of(file.read(name)) for name in file.namelist())
        assert not [name for name in file.namelist() if not name.endswith(".docx")]
    assert "周**" in text
    assert not [name for name in ("周桂兰", "孙大勇", "13800000012", "赵淑芬") if name in text]
    assert list(Look.objects.filter(user=town.tan).values_list("seq", "purpose")) == [(0, "record")]


def test_the_archive_holds_each_document_in_order_with_what_belongs_to_it(
    town: Town, desk: Desk, settled: Matter
) -> None:
    attach(desk, town, settled, "照片.jpg", picture())
    with zipfile.ZipFile(BytesIO(taken(desk, town.wang, settled, "zip"))) as file:
        names = file.namelist()
        assert file.testzip() is None
        pictures = [file.read(name)[:3] for name in names if name.endswith(".jpg")]
    assert names[:2] == ["00 人民调解卷宗.docx", "01 人民调解申请书.docx"]
    assert [name for name in names if name.startswith("06")] == [
        "06 人民调解证据材料.docx",
        "06 证据材料/01 照片.jpg",
    ]
    assert [name for name in names if name.startswith(("07", "08"))] == [
        "07 人民调解记录.docx",
        "08 人民调解协议书.docx",
    ]
    assert pictures == [b"\xff\xd8\xff"]


@pytest.mark.usefixtures("spoilt")
@pytest.mark.parametrize(("harm", "said_"), [(b"", "已不在"), (b"linli", "已被改动")])
def test_an_attachment_that_is_lost_or_altered_is_told_of_and_takes_nothing_with_it(
    town: Town, desk: Desk, settled: Matter, harm: bytes, said_: str
) -> None:
    attach(desk, town, settled, "照片.jpg", picture())
    place = files.place_of(state_of(settled).files[0].stored)
    place.chmod(0o600)
    if harm:
        place.write_bytes(place.read_bytes()[:-5] + harm)
    else:
        place.unlink()
    with zipfile.ZipFile(BytesIO(taken(desk, town.wang, settled, "zip"))) as file:
        names = [name for name in file.namelist() if name.startswith("06 证据材料/")]
    assert len(names) == 1
    assert said_ in names[0]


def test_erased_words_are_told_as_erased(town: Town, desk: Desk, settled: Matter) -> None:
    seq = next(row["seqs"][0] for row in state_of(settled).data["parties"])
    words = {"of": seq, "fields": ("name", "phone"), "ground": "asked"}
    settled = said(erase, settled, by=town.chen, at=TUESDAY, **words)
    text = text_of(taken(desk, town.wang, settled))
    assert ("周桂兰" in text, "（已删除）" in text, "孙大勇" in text) == (False, True, True)
    assert "依规删除卷内部分文字" in text


def test_who_was_recused_gets_nothing(town: Town, desk: Desk) -> None:
    matter = said(say.recuse, in_mediation(town), by=town.wang, at=MONDAY, user=town.wang, why="亲属")
    assert desk(town.wang).get(f"/m/{matter.number}/dossier/docx/").status_code == 403
    assert f"/m/{matter.number}/dossier/" not in page(desk(town.wang), f"/m/{matter.number}/")
