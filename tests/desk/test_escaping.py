"""What a page says is escaped as ever, whatever it is and however it comes into the page."""

import pytest
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from linli.doors.desk.escaping import escaped
from linli.doors.desk.jinja import environment

TEMPLATE = """
{% macro shown(value) %}<b title="{{ value }}">{{ value }}</b>{% endmacro %}
{% set kept %}{{ value }}{% endset %}
{{ value }}|{{ shown(value) }}|{{ kept }}|{{ value ~ "&" }}|{% filter upper %}{{ value }}{% endfilter %}
"""


class Named:
    def __str__(self) -> str:
        return "<named>"


@pytest.mark.parametrize(
    "value",
    ["", "QS-2026-000042", "求<br>", "a & b", "it's", 'say "no"', "a > b", 7, 7.5, None, True, ["<i>"], Named(),
     Markup("<i>ready</i>"), mark_safe("<i>ready</i>"), gettext_lazy("Matters")],
)  # fmt: skip
def test_every_value_is_put_out_as_the_library_escapes_it(value: object) -> None:
    assert escaped(value) == escape(value)


@given(st.text())
def test_every_text_is(text: str) -> None:
    assert escaped(text) == escape(text)


def test_what_somebody_typed_stays_text_wherever_it_is_put() -> None:
    said = environment().from_string(TEMPLATE).render(value="<script>\"'&")
    plain = "&lt;script&gt;&#34;&#39;&amp;"
    shown = [part.strip() for part in said.split("|")[:4]]
    assert shown == [plain, f'<b title="{plain}">{plain}</b>', plain, f"{plain}&amp;"]
    assert "<script>" not in said.lower()
