"""`./linli due`: what cannot be meant is told in the language that is spoken."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "span", "sentence"),
    [
        ("2026-13-45", "1wd", "“2026-13-45”不是有效的时刻。请写 2026-09-24"),
        ("昨天", "1wd", "“昨天”不是有效的时刻"),
        ("2026-09-24T10:00", "1zz", "“1zz”不是有效的时限。请写 15wd"),
        ("9999-12-31T23:59", "5d", "时间太远，无法推算"),
    ],
)
def test_what_cannot_be_meant_is_told_in_one_sentence(start: str, span: str, sentence: str) -> None:
    with override("zh-hans"), pytest.raises(CommandError, match=sentence):
        call_command("due", start, span)


def test_a_moment_is_told_in_the_zone_of_the_centre(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("due", "2026-09-24T10:00", "1wd")
    assert capsys.readouterr().out == "2026-09-28 17:30\n"
