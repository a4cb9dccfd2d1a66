"""At the foot of a paper stands by what it can be checked: a picture to scan, and the same in signs."""

from dataclasses import replace

from linli.paper.bundle import Leaf, bound
from linli.paper.document import docx
from linli.paper.letter import Letter, Paragraph, Proof
from linli.paper.safe import unpacked
from tests.paper.reading import opened

PROOF = Proof("K7PM-4XQ2-9HTD-W", "https://x.cn/paper/K7PM/?a&b", "https://x.cn/paper/", b"PNG")
LETTER = Letter("受理回执", body=(Paragraph("正文"),), signed="柳树街道", proof=PROOF)


def test_the_picture_and_the_code_stand_last_in_one_piece() -> None:
    document, parts = opened(LETTER), unpacked(docx(LETTER))
    cell = document.tables[-1].rows[0].cells[1].text
    assert (PROOF.code in cell, PROOF.page in cell) == (True, True)
    assert parts["word/media/proof.png"] == PROOF.picture
    assert len(document.inline_shapes) == 1
    assert "cantSplit" in parts["word/document.xml"].decode()


def test_papers_bound_together_keep_their_own_pictures() -> None:
    second = Letter("答复函", proof=replace(PROOF, code="Z", picture=b"PNG 2"))
    parts = unpacked(bound([Leaf(LETTER), Leaf(Letter("题")), Leaf(second)], title="卷"))
    assert {name: content for name, content in parts.items() if "media" in name} == {
        "word/media/proof.png": b"PNG",
        "word/media/2proof.png": b"PNG 2",
    }
    document, relations = parts["word/document.xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    assert [(document.count(f'r:embed="{key}"'), relations.count(f'Id="{key}"')) for key in ("proof", "proof2")] == [
        (1, 1),
        (1, 1),
    ]


def test_without_a_proof_nothing_of_it_is_in_the_file() -> None:
    assert not [name for name in unpacked(docx(Letter("题"))) if "media" in name]
