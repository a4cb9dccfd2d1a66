"""Production starts when all is said, and refuses what is unsafe."""

import pytest

from linli.configuration import NO_SECRET, Refused, load

SAFE = {
    "LINLI_MODE": "production",
    "LINLI_SECRET_KEY": "x" * 50,
    "LINLI_BACKUP": "backups",
    "LINLI_HOSTS": "linli.example",
}


def test_production_starts_when_all_is_said() -> None:
    assert load(SAFE).production


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"LINLI_DEBUG": "1"}, "LINLI_DEBUG"),
        ({"LINLI_SECRET_KEY": "short"}, "secret"),
        ({"LINLI_SECRET_KEY": NO_SECRET}, "secret"),
        ({"LINLI_BACKUP": ""}, "LINLI_BACKUP"),
        ({"LINLI_HOSTS": "*"}, "LINLI_HOSTS"),
        ({"LINLI_PACE": "60"}, "LINLI_PACE"),
    ],
)
def test_production_refuses_what_is_unsafe(change: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        load(SAFE | change)
