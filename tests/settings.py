"""The suite's settings: the product's own, plus the pebble, the smallest kind there is."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

from linli.serve.folder import prepare


def make_data_folder() -> None:
    """A folder with keys that is gone with the run, where the run was not given one."""
    folder = tempfile.mkdtemp(prefix="linli-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    prepare(Path(folder))
    os.environ["LINLI_DATA"] = folder


if "LINLI_DATA" not in os.environ and "mypy" not in sys.modules:
    make_data_folder()

os.environ.setdefault("LINLI_LANGUAGE", "en")
"""What is said before Django is there, and by the commands that tests start, does not go by the machine's own LANG."""

from linli.settings import *  # noqa: E402, F403 only now is there a folder to read
from linli.settings import INSTALLED_APPS, TEMPLATES  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "tests.pebble"]
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "pebble/templates"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
