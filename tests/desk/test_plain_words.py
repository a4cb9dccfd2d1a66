"""What Django says in our forms is said in the office's words."""

import pytest
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from linli.staff.models import User


class Anything(forms.Form):
    name = forms.CharField()
    title = forms.CharField(max_length=2)
    number = forms.IntegerField()


def test_a_form_asks_briefly_for_what_is_missing_or_wrong() -> None:
    wrong = Anything({"title": "三个字", "number": "三"}).errors
    assert [wrong[name] for name in wrong] == [["请填写。"], ["最多 2 个字，现有 3 个，请缩短。"], ["请填写整数。"]]


@pytest.mark.parametrize("password", ["short", "meilan123456", "password1234", "123456789012345"])
def test_a_weak_password_is_refused_in_one_language(password: str) -> None:
    with pytest.raises(ValidationError) as refused:
        validate_password(password, User(username="meilan12345", name="梅兰"))
    said = "".join(refused.value.messages)
    assert not [letter for letter in said if letter.isascii() and letter.isalpha()]
