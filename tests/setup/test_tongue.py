"""The commands speak the language of the installation: Chinese, or English where that was said."""

import ast
import os
import subprocess
from pathlib import Path

import pytest

from linli import bootstrap, first_words
from linli.configuration import Refused, load
from linli.serve.ready import state
from linli.tongue import tongue
from tests.setup.test_bootstrap import ROOT, linli


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "zh-hans"),
        ({"LANG": "C.UTF-8"}, "zh-hans"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "en_US.UTF-8", "LINLI_LANGUAGE": "zh-hans"}, "zh-hans"),
        ({"LANG": "zh_CN.UTF-8", "LINLI_LANGUAGE": "en"}, "en"),
    ],
)
def test_what_was_said_to_linli_goes_before_what_the_system_says(environment: dict[str, str], spoken: str) -> None:
    assert tongue(environment) == spoken


def test_a_language_that_is_not_known_is_refused() -> None:
    with pytest.raises(Refused, match="LINLI_LANGUAGE must be zh-hans or en"):
        load({"LINLI_LANGUAGE": "fr"})


@pytest.mark.parametrize(
    ("spoken", "refused", "taken", "missing", "told"),
    [
        (
            "zh-hans",
            "“rnu”不是邻里的命令。",
            "LINLI_PORT 须为",
            "中还没有邻里，也没有新建任何内容。",
            "节假日安排尚未公布",
        ),
        (
            "en",
            "'rnu' is not a verb of Linli.",
            "LINLI_PORT must be",
            "yet, and nothing was made.",
            "the holidays of that year are not published",
        ),
    ],
)
def test_every_stage_of_a_start_speaks_it(
    tmp_path: Path, spoken: str, refused: str, taken: str, missing: str, told: str
) -> None:
    """Before anything is installed, before there is a database, over a folder, and by a command."""
    assert refused in linli("rnu", LINLI_LANGUAGE=spoken).stdout
    assert taken in linli("run", "--data", str(tmp_path / "one"), "--port", "0", LINLI_LANGUAGE=spoken).stdout
    slip = linli("verify", "--data", str(tmp_path / "slip"), LINLI_DATABASE="", LINLI_LANGUAGE=spoken)
    assert missing in slip.stderr
    assert told in linli("due", "2031-12-30T10:00", "15wd", LINLI_LANGUAGE=spoken).stdout


@pytest.mark.parametrize("spoken", ["", "zh-hans"])
@pytest.mark.parametrize("signs", ["latin-1", "ascii"])
def test_where_no_chinese_can_be_written_english_is_spoken_and_no_sign_lost(spoken: str, signs: str) -> None:
    there = {"PYTHONIOENCODING": signs, "LINLI_LANGUAGE": spoken, "LANG": "", "LC_ALL": "", "LC_MESSAGES": ""}
    assert linli("help", **there).stdout.startswith("Linli, the closed-loop ledger")
    assert r"'\u8dd1' is not a verb of Linli." in linli("跑", **there).stdout
    explained = linli("report", "--help", **there)
    assert explained.stdout.startswith("usage: linli report")
    assert r"2026-05-31 \u2026" in explained.stdout
    assert explained.stderr == ""


@pytest.mark.parametrize("signs", ["utf-8", "gb18030"])
def test_chinese_is_spoken_in_every_encoding_that_has_it(signs: str) -> None:
    there = {"PYTHONIOENCODING": signs, "LINLI_LANGUAGE": "zh-hans"}
    told = subprocess.run([ROOT / "linli", "help"], capture_output=True, env={**os.environ, **there})
    assert told.stdout.decode(signs).startswith("邻里（Linli）")


@pytest.mark.parametrize(
    ("spoken", "called", "refused"),
    [("zh-hans", "用法：", "缺少参数：span"), ("en", "usage: ", "the following arguments are required: span")],
)
def test_how_a_command_is_called_is_told_in_it(spoken: str, called: str, refused: str) -> None:
    """By the start itself, by a verb within a command, and to whoever called one wrongly."""
    for typed in (("run", "--help"), ("likeness", "hot", "--help")):
        assert linli(*typed, LINLI_LANGUAGE=spoken).stdout.startswith(called)
    assert refused in linli("due", "2026-09-24T10:00", LINLI_LANGUAGE=spoken).stderr


def test_every_sentence_of_the_first_stage_has_its_chinese() -> None:
    source = ast.parse(Path(bootstrap.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    sentences = {ast.literal_eval(call.args[0]) for call in calls if getattr(call.func, "id", "") == "said"}
    assert sentences == set(first_words.CHINESE_OF)
    assert len(sentences) > 8


@pytest.mark.parametrize("told", [first_words.CHINESE_HELP, first_words.ENGLISH_HELP])
def test_every_verb_is_explained_in_both(told: str) -> None:
    verbs = {*bootstrap.MODULE_OF, *bootstrap.PASSED_ON}
    assert not [verb for verb in verbs if f"./linli {verb} " not in told]


def test_the_sign_ins_that_were_remembered_in_one_language_are_not_told_in_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = state(load())
    monkeypatch.setenv("LINLI_LANGUAGE", "zh-hans")
    assert state(load()) != before
