"""The commands behind ./linli: called as they are typed, and never over a folder in which nothing is."""

import argparse
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.db import connection

from linli import bootstrap, manage, usage
from linli.configuration import database_of
from linli.serve import doctor
from linli.serve.begun import TABLE, begun

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


def test_a_command_that_is_stopped_says_so_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(self: manage.Verbs) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv("LINLI_LANGUAGE", "zh-hans")
    monkeypatch.setattr(sys, "argv", ["linli", "due"])
    monkeypatch.setattr(argparse, "_", argparse._)  # type: ignore[attr-defined]  # put back when the test is over
    monkeypatch.setattr(manage.Verbs, "execute", stopped)
    assert manage.main() == 130
    assert capsys.readouterr().err == "\n已中止，未做完。同一命令可以再次执行。\n"


@pytest.mark.parametrize("command", OURS)
def test_the_help_of_every_command_over_a_folder_names_the_option_that_says_which(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        manage.Verbs(["linli", command, "--help"]).execute()
    told = capsys.readouterr().out
    assert ("--data DIR" in told) == (command not in ("due", "kindpages", "startkind"))
    assert ("the data folder (default ./data)" in told) == (command not in ("due", "kindpages", "startkind"))


@pytest.mark.parametrize(
    "words",
    [("report", "--data", "elsewhere", "month"), ("report", "month", "--data=elsewhere")],
    ids=["before the words", "behind them"],
)
def test_the_folder_is_taken_wherever_it_is_said(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINLI_DATA", "another")
    monkeypatch.setattr(sys, "argv", ["linli", *words])
    monkeypatch.chdir(tmp_path)
    manage.take_the_folder()
    assert sys.argv == ["linli", "report", "month"]
    assert os.environ["LINLI_DATA"] == str(tmp_path / "elsewhere")


def test_a_folder_that_was_left_out_is_asked_for_in_a_sentence(tmp_path: Path) -> None:
    told = linli("verify", "--data", data=tmp_path / "data")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "--data 后面须写数据文件夹，即 ./linli run 启动时所用的那一个。\n"
    assert not list(tmp_path.iterdir())


def test_which_reports_there_are_is_listed_without_a_ledger_but_none_is_made(tmp_path: Path) -> None:
    told = linli("report", data=tmp_path / "data")
    assert (told.returncode, told.stderr) == (0, "")
    assert "month" in told.stdout
    assert not list(tmp_path.iterdir())
    told = linli("report", "month", data=tmp_path / "data")
    assert (told.returncode, told.stdout) == (1, "")
    assert "中还没有邻里" in told.stderr


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_the_doctor_explains_itself_and_examines_nothing(
    asked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LINLI_LANGUAGE", "en")
    monkeypatch.setattr(argparse, "_", argparse._)  # type: ignore[attr-defined]  # put back when the test is over
    with pytest.raises(SystemExit) as ended:
        doctor.main([asked])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert told.startswith("usage: ./linli doctor [-h] [--data DATA]")
    assert "database" not in told


def linli(*words: str, data: Path) -> "subprocess.CompletedProcess[str]":
    """As it is typed, over a folder of its own."""
    variables = {"LINLI_DATA": str(data), "LINLI_DATABASE": "", "LINLI_LANGUAGE": "zh-hans", "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "linli.manage", *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables}, check=False)


@pytest.mark.parametrize(
    "words",
    [
        ("takein", "--help"),
        ("createadmin", "-h"),
        ("restore", "--help"),
        ("help", "migrate"),
        (),
        ("due", "2026-09-24T10:00", "1wd"),
    ],
)
@pytest.mark.parametrize("there", [False, True], ids=["without a folder", "in an empty folder"])
def test_help_and_a_moment_write_nothing(words: tuple[str, ...], there: bool, tmp_path: Path) -> None:
    data = tmp_path / "data"
    if there:
        data.mkdir()
    told = linli(*words, data=data)
    assert "Traceback" not in told.stderr
    assert told.stdout
    assert list(tmp_path.rglob("*")) == [data] * there


@pytest.mark.parametrize("command", OURS)
def test_no_explanation_is_taken_for_the_start_of_a_ledger(command: str) -> None:
    assert not manage.over_data(command, ["--help"])
    assert not manage.over_data("help", [command])


def test_an_examination_of_the_categories_needs_no_ledger_but_a_name_does() -> None:
    assert not manage.over_data("likeness", ["evaluate", "--train", "told.csv"])
    assert manage.over_data("createadmin", ["evaluate"])


@pytest.mark.parametrize("command", sorted(set(OURS) - {"due", "kindpages", "restore", "startkind"}))
def test_every_command_over_a_ledger_needs_one_that_was_begun(command: str) -> None:
    assert command in manage.WITHIN_LINLI


@pytest.mark.parametrize("empty", [None, b""], ids=["without a file", "with an empty file"])
def test_a_folder_in_which_nothing_was_begun_is_refused_and_left_as_it_is(empty: bytes | None, tmp_path: Path) -> None:
    database = tmp_path / "linli.sqlite3"
    if empty is not None:
        database.write_bytes(empty)
    before = [(file, file.stat().st_size) for file in tmp_path.rglob("*")]
    told = linli("verify", data=tmp_path)
    assert told.returncode == 1
    assert told.stderr.startswith(f"{tmp_path} 中还没有邻里，也没有新建任何内容。")
    assert [(file, file.stat().st_size) for file in tmp_path.rglob("*")] == before


def test_a_database_without_the_tables_of_a_ledger_was_not_begun(tmp_path: Path) -> None:
    file = tmp_path / "linli.sqlite3"
    with closing(sqlite3.connect(file)) as opened:
        opened.execute("PRAGMA journal_mode=WAL")
    database = database_of(str(file), data=tmp_path)
    assert not begun(database)
    with closing(sqlite3.connect(file)) as opened:
        opened.execute(f"CREATE TABLE {TABLE} (id)")
    assert begun(database)


def test_a_file_that_is_no_database_is_left_to_whoever_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "linli.sqlite3"
    file.write_text("no database at all, but long enough to be read as one" * 9, encoding="ascii")
    assert begun(database_of(str(file), data=tmp_path))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the suite's SQLite has no file")
@pytest.mark.django_db
def test_a_ledger_on_a_server_was_begun_where_it_has_its_tables() -> None:
    assert begun(connection.settings_dict)
    assert not begun({**connection.settings_dict, "NAME": "template1"})
