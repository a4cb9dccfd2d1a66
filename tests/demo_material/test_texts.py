"""The texts of the invented disputes: short titles, no holes."""

import re
from dataclasses import astuple

from tests.demo_material.planned import TODAY, texts_in, told


def test_titles_are_short_and_each_is_used_once() -> None:
    titles = [each.title for each in told(TODAY)]
    assert max(map(len, titles)) <= 30
    assert len(set(titles)) == len(titles)


def test_no_text_has_a_hole_or_an_open_choice() -> None:
    for each in told(TODAY):
        for text in texts_in(astuple(each)):
            assert not re.search(r"[{}\[\]|]", text), text
            assert not re.search(r"。。|，，|None", text), text
