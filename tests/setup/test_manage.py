"""The commands behind ./linli: called as they are typed, and never over a folder in which nothing is."""

import argparse
import re

import pytest
from django.core.management import get_commands

from linli import bootstrap, manage, usage

OURS = sorted(name for name, room in get_commands().items() if str(room).startswith("linli."))


def test_every_verb_over_a_folder_refuses_one_in_which_linli_never_ran() -> None:
    commands = {bootstrap.CALLED.get(verb, verb.replace("-", "")) for verb in bootstrap.OF_A_FOLDER}
    assert commands <= manage.WITHIN_LINLI


@pytest.mark.parametrize(("command", "typed"), manage.CALLED.items())
def test_a_verb_is_explained_by_the_name_it_is_typed_by(
    command: str, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        manage.Verbs(["linli", command, "--help"]).execute()
    told = capsys.readouterr().out
    assert told.startswith(f"usage: linli {typed} ")
    assert "--pythonpath" not in told


def test_what_was_refused_is_told_as_a_sentence_without_the_name_of_an_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        manage.Verbs(["linli", "takein", "there-is-none.csv", "--kind", "case", "--skip-checks"]).execute()
    told = capsys.readouterr().err
    assert ended.value.code == 1
    assert "there-is-none.csv 无法读取" in told
    assert "CommandError" not in told


@pytest.mark.parametrize("command", [name for name in OURS if name not in ("kindpages", "startkind")])
def test_every_command_explains_itself_in_the_language_that_is_spoken(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LINLI_LANGUAGE", "zh-hans")
    monkeypatch.setattr(argparse, "_", argparse._)  # type: ignore[attr-defined]  # put back when the test is over
    usage.speak()
    with pytest.raises(SystemExit):
        manage.Verbs(["linli", command, "--help"]).execute()
    told = re.sub(r"\./linli \w+", "", capsys.readouterr().out)
    called, _blank, explained = told.partition("\n\n")
    assert called.startswith("用法：linli ")
    assert "显示本说明后退出" in explained
    assert re.findall(r"[A-Za-z]{3,} [a-z]{2,}", explained) == []
