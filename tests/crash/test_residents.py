"""A resident's page, sent fifty times at once by an impatient telephone, makes one matter with its pictures once."""

import pytest

from tests.crash.test_writers import outcome_of

pytestmark = pytest.mark.slow


def test_fifty_equal_pages_at_once_make_one_matter_and_get_one_answer(environment: dict[str, str]) -> None:
    told = outcome_of("residents", environment, processes=10)
    assert told["times"] == 50
    assert [status for status, _place in told["answers"]] == [303]
    assert told["facts"] == ["Found", "Attached", "Attached"]
    assert told["shown"] == [True]
    assert (told["files"], told["drafts"]) == (2, 0)
    assert told["counted"] == [1, 1]
    assert told["differences"] == []
