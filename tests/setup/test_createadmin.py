"""The first administrator of an empty installation, and what is refused."""

import io
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from linli.place.models import Unit
from linli.staff.models import User

Say = Callable[..., None]
GOOD = "willow street 12 lanterns\n"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, db: None) -> Say:
    def make(password: str, *arguments: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(password))
        call_command("createadmin", "mei", *arguments, "--password-stdin", verbosity=0)

    return make


def test_the_first_administrator_comes_with_the_county(say: Say) -> None:
    say(GOOD, "--county", "柳县")
    mei = User.objects.get(username="mei")
    assert mei.is_staff
    assert mei.check_password(GOOD.strip())
    assert Unit.objects.get().name == "柳县"


@pytest.mark.parametrize(
    ("password", "arguments", "sentence"),
    [(GOOD, (), "There is no county yet"), ("short\n", ("--county", "柳县"), "12")],
)
@override("en")
def test_what_is_missing_is_refused_and_nothing_is_kept(
    say: Say, password: str, arguments: tuple[str, ...], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        say(password, *arguments)
    assert not User.objects.exists()


@override("en")
def test_a_name_is_taken_once(say: Say) -> None:
    say(GOOD, "--county", "柳县")
    with pytest.raises(CommandError, match="already a user named mei"):
        say(GOOD)
