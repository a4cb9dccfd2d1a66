"""No form answers a question of fact by itself: what stands in a record was chosen by somebody."""

import pytest
from django import forms

from linli.matters.choosing import Chooser
from linli.matters.command import Command
from linli.matters.kind import Kind, kinds
from tests.answered import BEFOREHAND, answered

OPENINGS = [(kind, kind.opening) for kind in kinds()]
COMMANDS = [*OPENINGS, *((kind, command) for kind in kinds() for command in kind.commands)]
SAID = [pytest.param(kind, command, id=f"{kind.name}-{command.name}") for kind, command in COMMANDS]


@pytest.mark.parametrize(("kind", "command"), SAID)
def test_every_choice_starts_empty_and_every_box_unticked(kind: Kind, command: Command) -> None:
    for name, field in command.form.base_fields.items():
        if (
            isinstance(field, forms.BooleanField | forms.ChoiceField)
            and (kind.name, command.name, name) not in BEFOREHAND
        ):
            assert not field.initial, name
        if isinstance(field, forms.ChoiceField) and field.required and isinstance(field.widget, forms.Select):
            assert isinstance(field.widget, Chooser | forms.SelectMultiple | forms.RadioSelect), name


def test_the_reader_tells_an_answer_from_none() -> None:
    page = '<form class="form step-form"><input type="checkbox" name="told" checked><input type="radio" name="asked">'
    lists = '<select name="side"><option value="a">A</option><option value="b">B</option></select>'
    empty = '<select name="way"><option value="" selected>?</option><option value="b">B</option></select>'
    assert answered(f"{page}{lists}{empty}</form>") == {"told", "side"}
    assert answered(lists) == set()
