"""Every kind can be taken out: without its folder the house stands, and no address is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KINDS = sorted(folder.parent.name for folder in (ROOT / "src/linli/kinds").glob("*/kind.py"))
SETTINGS = """
import pathlib
found = pathlib.Path.glob
def without(self, pattern, **more):
    return [path for path in found(self, pattern, **more) if not (pattern == "*/kind.py" and {kind!r} in path.parts)]
pathlib.Path.glob = without
from linli.settings import *
pathlib.Path.glob = found
assert {kind!r} not in KINDS
"""
LOOK = """
import sys, django
django.setup()
from django.core.management import call_command
from django.urls import get_resolver, reverse
from linli.matters.kind import kinds
call_command("check", fail_level="WARNING")
assert get_resolver().url_patterns and reverse("today") == "/"
assert {kind!r} not in [kind.name for kind in kinds()]
assert not [name for name in sys.modules if name.startswith("linli.kinds." + {kind!r})]
"""


@pytest.mark.parametrize("kind", KINDS)
def test_the_house_stands_without_it(kind: str, tmp_path: Path) -> None:
    (tmp_path / "settings_without.py").write_text(SETTINGS.format(kind=kind), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(kind=kind)],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "settings_without", "PYTHONPATH": f"{ROOT / 'src'}:{tmp_path}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
