"""Any text can stand in a paper, and comes out as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper.letter import Heading, Letter, Listed, Paragraph, Table
from linli.paper.text import lawful
from tests.paper.reading import body_texts, letter_of, opened

ANY = st.text(st.characters(exclude_categories=()), max_size=80)


@given(ANY)
def test_any_paragraph_comes_back(text: str) -> None:
    assert "\n".join(body_texts(Paragraph(text))) == lawful(text)


@given(ANY, ANY, ANY)
def test_any_heading_and_list_come_back(text: str, label: str, item: str) -> None:
    told = body_texts(Heading(2, text), Listed(label, (item, text)))
    assert told == [lawful(text), f"{lawful(label)}：{lawful(item)}", lawful(text)]


@given(ANY, ANY)
def test_any_cell_comes_back(head: str, text: str) -> None:
    table = opened(letter_of(Table((head, text), ((text, head),)))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [lawful(head), lawful(text)],
        [lawful(text), lawful(head)],
    ]


@given(ANY, ANY)
def test_any_title_organ_number_and_signature_come_back(text: str, other: str) -> None:
    read = opened(
        Letter(text, organ=f"甲{other}", number=f"乙{text}", to=f"丙{other}", signed=f"丁{text}", notes=(other,))
    )
    told = [f"甲{other}", f"乙{text}", text, f"丙{other}", f"丁{text}", f"（{other}）"]
    assert [paragraph.text for paragraph in read.paragraphs] == [lawful(one) for one in told]
    assert read.core_properties.title == lawful(text)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\x00\x08\x0e\x1b\x7fb", "ab"),
        ("\ud800\ufffe\uffff\ufdd0", ""),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("<w:p/>&amp; {{ x }} =1+1 {% y %} \\n", "<w:p/>&amp; {{ x }} =1+1 {% y %} \\n"),
        ("𠮷 \t  两端空格 ", "𠮷 \t  两端空格 "),
    ],
)
def test_what_a_file_cannot_hold_is_dropped_and_the_rest_is_only_text(given: str, kept: str) -> None:
    assert lawful(given) == kept
    assert "\n".join(body_texts(Paragraph(given))) == kept
