"""Words that can never be translated are found."""

import pytest

from linli.toolbox.bare_words import bare_words


def test_marked_words_pass() -> None:
    assert bare_words('<p class="a">{% trans %}Hello{% endtrans %} {{ _("You") }} &nbsp; 3</p>{# a note #}') == []
    assert bare_words("{% block body_class %}wide{% endblock %}<kbd>Ctrl</kbd> 3 KB") == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello there</p>", ["Hello there"]),
        ("<p>你好</p>", ["你好"]),
        ('<input placeholder="Search" aria-label="{{ _("Find") }}">', ["Search"]),
    ],
)
def test_words_that_can_never_be_translated_are_found(source: str, found: list[str]) -> None:
    assert bare_words(source) == found
