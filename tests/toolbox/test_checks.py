"""Every check of ./linli check is fed a breach once, so that a green line means something."""

import subprocess
import sys
from pathlib import Path

import pytest

from linli.toolbox.bare_words import bare_words
from linli.toolbox.check import CHECKS, Check, run
from linli.toolbox.migrations import UNNAMED
from linli.toolbox.sizes import Measure, defects, measure
from linli.toolbox.traces import traces

ROOT = Path(__file__).resolve().parents[2]
SHORT = Measure("short.py", 10, 0, (("say", 3),))


def test_short_files_and_functions_pass() -> None:
    assert defects([SHORT]) == []


@pytest.mark.parametrize(
    ("breach", "sentence"),
    [
        (Measure("long.py", 301, 0, ()), "long.py has 301 lines"),
        (Measure("page.html", 301, 0, ()), "page.html has 301 lines"),
        (Measure("linli/settings.py", 251, 0, ()), "251 lines; 250 are allowed"),
        (Measure("long.py", 60, 0, (("talk", 41),)), "talk has 41 lines"),
        (Measure("talky.py", 20, 3, ()), "% of the lines are comments"),
    ],
)
def test_what_is_too_long_or_too_talkative_is_found(breach: Measure, sentence: str) -> None:
    assert sentence in "\n".join(defects([SHORT, SHORT, breach]))


def test_medians_are_laws_too() -> None:
    middling = [Measure(f"{number}.py", 61, 0, (("say", 9),)) for number in range(3)]
    assert defects(middling) == [
        "The median file has 61 lines; 60 are allowed.",
        "The median function has 9 lines; 8 are allowed.",
    ]


def test_lines_functions_and_comments_are_counted() -> None:
    source = 'def say() -> str:\n    # why\n    return "# no comment"  # noqa: X\n'
    assert measure(source, file="one.py") == Measure("one.py", 3, 1, (("say", 3),))


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


@pytest.mark.parametrize(
    "source",
    [
        "see https://py" + "pi.org/simple",
        "--index" + "-url x",
        '"resolved"' + ': "x"',
        "cp /ho" + "me/mei/x .",
        'open("/t' + 'mp/x")',
    ],
)
def test_traces_of_a_place_are_found(source: str) -> None:
    assert len(traces(f"first\n{source}\n")) == 1


def test_ordinary_paths_are_no_traces() -> None:
    assert traces("src/work/x static/home/x ./tmp https://linli.example/home/x") == []


@pytest.mark.parametrize("name", ["0002_auto_20260101_0000", "0001_initial", "0003_unit_auto_x"])
def test_a_migration_without_a_name_is_found(name: str) -> None:
    assert UNNAMED.match(name)
    assert not UNNAMED.match("0001_units_and_cells")


def test_a_program_that_refuses_breaks_its_check() -> None:
    assert not run(Check("never", ("linli.toolbox.nothing",), "")).passed


@pytest.mark.parametrize(
    ("program", "source"),
    [
        (["ruff", "check", "--stdin-filename", "src/linli/x.py", "-"], "def say():\n    import os\n    return os\n"),
        (["ruff", "format", "--check", "--stdin-filename", "src/linli/x.py", "-"], "x  =  1\n"),
        (["djlint", "--lint", "--quiet", "-"], '<img src="{{ x }}"><div style="a:b"></p>'),
    ],
)
def test_the_linters_refuse_a_breach(program: list[str], source: str) -> None:
    done = subprocess.run([sys.executable, "-m", *program], input=source, text=True, capture_output=True, cwd=ROOT)
    assert done.returncode == 1, done.stdout + done.stderr


def test_every_check_tells_the_way_out() -> None:
    assert all(check.way_out for check in CHECKS)
