"""What is too long or too talkative is found."""

import pytest

from linli.toolbox.sizes import Measure, defects, measure

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
