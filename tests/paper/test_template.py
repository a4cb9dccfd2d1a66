"""The office's own .docx: fields are filled wherever Word has cut them, all else stays byte for byte."""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper.document import docx
from linli.paper.letter import Letter, Paragraph
from linli.paper.package import zipped
from linli.paper.safe import Unfit, unpacked
from linli.paper.template import FIELD, blocks, fields_of, fill, filled, require_known

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMES = st.sampled_from(["文号", "主送", "正文", "日期"])
SAID = st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=12).filter(
    lambda text: "{" not in text and "}" not in text
)


def runs(*texts: str) -> str:
    told = (text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in texts)
    return "<w:p>" + "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in told) + "</w:p>"


def paper(body: str, **more: str) -> bytes:
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    return zipped({**parts, **more})


def texts(part: str) -> list[str]:
    return [block.text for block in blocks(part)]


def cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted({place for place in places if place < len(text)}), len(text)]
    return [text[left:right] for left, right in pairwise(edges)]


@given(
    st.lists(st.one_of(NAMES.map(lambda name: "{{" + name + "}}"), SAID), max_size=5),
    st.lists(st.integers(0, 40)),
    st.dictionaries(NAMES, SAID),
)
def test_however_word_cuts_a_paragraph_it_reads_as_if_it_were_whole(
    told: list[str], places: list[int], values: dict[str, str]
) -> None:
    whole = "".join(told)
    said = filled(runs(*cut(whole, places)), values, pictures={})
    assert texts(said) == [re.sub(r"\{\{(.*?)\}\}", lambda field: values.get(field[1], field[0]), whole)]
    assert said.count("<w:rPr><w:b/></w:rPr>") == len(cut(whole, places))


def test_a_field_alone_in_its_paragraph_becomes_a_paragraph_for_each_line() -> None:
    part = '<w:p w14:paraId="1A"><w:pPr><w:ind/></w:pPr><w:r><w:t>{{正</w:t></w:r><w:r><w:t>文}}</w:t></w:r></w:p>'
    said = filled(part, {"正文": "一\n二"}, pictures={})
    assert texts(said) == ["一", "二"]
    assert said.count("<w:ind/>") == 2
    assert said.count("w14:paraId") == 1
    assert texts(filled(runs("见：{{正文}}"), {"正文": "一\n二"}, pictures={})) == ["见：一二"]


def test_the_words_of_a_text_box_are_not_those_of_the_paragraph_around_it() -> None:
    box = f"<w:txbxContent>{runs('{{日期}}')}</w:txbxContent>"
    part = f"<w:p><w:r><w:t>{{{{文</w:t></w:r>{box}<w:r><w:t>号}}}}</w:t></w:r></w:p>"
    assert texts(filled(part, {"文号": "1号", "日期": "今天"}, pictures={})) == ["今天", "1号"]


def test_what_is_not_filled_stays_as_it_was() -> None:
    before = docx(Letter("告知", body=(Paragraph("编号{{文号}}"),)))
    after = unpacked(fill(before, {"文号": "<1&2>"}))
    assert {name for name, part in unpacked(before).items() if part != after[name]} == {"word/document.xml"}
    assert "编号&lt;1&amp;2&gt;".encode() in after["word/document.xml"]


def test_what_stands_above_everything_comes_first_and_moves_nothing_else() -> None:
    own = paper(runs("{{文号}}"), **{"word/header1.xml": f"<w:hdr {W}>{runs('页眉')}</w:hdr>"})
    before, after = unpacked(own), unpacked(fill(own, {}, above="【草稿】<"))
    document = after["word/document.xml"].decode()
    assert texts(document) == ["【草稿】<", "{{文号}}"]
    line = document[document.index("<w:p>") : document.index("</w:p>") + 6]
    assert {**after, "word/document.xml": document.replace(line, "", 1).encode()} == before


def test_a_picture_is_known_to_the_file_it_is_put_into() -> None:
    parts = unpacked(fill(docx(Letter("告知", body=(Paragraph("{{二维码}}"),))), {}, pictures={"二维码": b"PNG"}))
    assert parts["word/media/proof.png"] == b"PNG"
    assert b'Target="media/proof.png"' in parts["word/_rels/document.xml.rels"]
    assert b'r:embed="proof"' in parts["word/document.xml"]


EXTERNAL = (
    '<Relationships><Relationship Id="1" Type="x/attachedTemplate" Target="http://x" TargetMode="External"/>'
    "</Relationships>"
)


PAGE_INSIDE = '<Relationships><Relationship Id="1" Type="x/aFChunk" Target="a.htm"/></Relationships>'
DOES = '<w:r><w:fldChar w:t="{}"/><w:instrText>{}</w:instrText><w:instrText>{}</w:instrText></w:r>'


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (b"PK", "not_word"),
        (zipped({"word/document.xml": "<a/>"}), "not_word"),
        (paper(runs("{{文号}}")) + b" " * 2_000_000, "too_large"),
        (paper(runs("{{文号}}") + " " * 40_000_000), "too_large"),
        (paper(runs("{{文号}}") + "<a/>" * 200_000), "too_large"),
        (paper(runs("{{文号}}"), **{"word/vbaProject.bin": ""}), "macros"),
        (
            paper(runs("{{文号}}"), **{"[Content_Types].xml": f"<Types>{' ' * 30_000}<a t='x.macroEnabled'/></Types>"}),
            "macros",
        ),
        (paper(runs("{{文号}}"), **{"word/_rels/settings.xml.rels": EXTERNAL}), "outside"),
        (paper(runs("{{文号}}"), **{"word/_rels/document.xml.rels": PAGE_INSIDE}), "outside"),
        (paper(runs("{{文号}}") + '<w:fldSimple w:instr=" IncludePicture &quot;http://x&quot; "/>'), "outside"),
        (paper(runs("{{文号}}") + DOES.format("begin", "DDE", "AUTO cmd")), "outside"),
        (paper("<w:p>"), "broken"),
        (paper(runs("{{文号}")), "open"),
        (paper(runs("文号")), "none"),
        (paper(runs("{{文号}}{{姓 名}}{{7*7}}")), "unknown"),
    ],
)
def test_a_file_that_cannot_be_filled_says_why(file: bytes, why: str) -> None:
    with pytest.raises(Unfit) as refused:
        require_known(file, frozenset({"文号"}))
    assert refused.value.why == why


def test_fields_that_fetch_nothing_may_stay() -> None:
    linked = '<w:hyperlink><w:fldSimple w:instr="HYPERLINK &quot;http://x&quot;"/></w:hyperlink>'
    assert fields_of(paper(runs("{{文号}}") + linked + DOES.format("begin", "PAGE", " link"))) == ("文号",)


@pytest.mark.parametrize("slow", ["<!-- " + "<w:p " * 60_000 + "/>-->", runs("{{" + " " * 60_000)])
def test_a_file_made_to_be_slow_is_read_at_once(slow: str) -> None:
    assert [name for block in blocks(slow) for name in FIELD.findall(block.text)] == []


@pytest.mark.parametrize("relations", [{}, {"word/_rels/document.xml.rels": '<Relationships xmlns="x"/>'}])
def test_a_picture_comes_into_a_file_that_had_no_relations(relations: dict[str, str]) -> None:
    parts = unpacked(fill(paper(runs("{{二维码}}"), **relations), {}, pictures={"二维码": b"PNG"}))
    assert b'Target="media/proof.png"' in parts["word/_rels/document.xml.rels"]


def test_every_unknown_field_is_named() -> None:
    with pytest.raises(Unfit) as refused:
        require_known(paper(runs("{{文号}}{{姓 名}}{{7*7}}")), frozenset({"文号"}))
    assert refused.value.fields == ("姓 名", "7*7")
    assert fields_of(paper(runs("{{ 文号 }}"))) == ("文号",)


def test_a_document_type_is_refused_before_it_is_read() -> None:
    file = zipped({"[Content_Types].xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><Types/>", "word/document.xml": "<a/>"})
    with pytest.raises(Unfit, match="broken"):
        unpacked(file)
    with ZipFile(BytesIO(file)) as inside:
        assert inside.testzip() is None
