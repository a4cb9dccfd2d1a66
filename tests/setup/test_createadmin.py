"""The first administrator of an empty installation, and what is refused."""

import getpass
import io
import warnings
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


@pytest.mark.django_db
@pytest.mark.parametrize(("told", "arguments"), [("", ()), ("", ("mei",)), ("柳条\n", ("mei",))])
def test_an_input_that_ends_is_told_how_nothing_is_asked(
    told: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(told))
    monkeypatch.setattr(getpass, "getpass", not_hidden)
    with override("zh-hans"), pytest.raises(CommandError, match=r"输入在答完之前结束.*--password-stdin"):
        call_command("createadmin", *arguments, verbosity=0)
    assert not User.objects.exists()
    assert not recwarn.list


def test_a_password_is_read_from_an_input_that_is_no_terminal(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(GOOD * 2))
    monkeypatch.setattr(getpass, "getpass", not_hidden)
    call_command("createadmin", "mei", "--county", "柳县", verbosity=0)
    assert User.objects.get().check_password(GOOD.strip())


def not_hidden(question: str) -> str:
    """As it goes where there is no terminal at all."""
    warnings.warn("Can not control echo on the terminal.", getpass.GetPassWarning, stacklevel=2)
    raise AssertionError("warned, and shown what is typed")
