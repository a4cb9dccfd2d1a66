"""`./linli import` as the tests of it type it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command


def run(file: Path, capsys: pytest.CaptureFixture[str], **more: Any) -> str:
    told = {"kind": "request", "who": "qin", "source": "12345", "hands": 0, **more}
    call_command("takein", str(file), **told)
    return capsys.readouterr().out
