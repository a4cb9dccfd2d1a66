"""Makes a data folder and Django ready in a fresh process, then runs the named module of this folder."""

import os
import sys
from importlib import import_module
from pathlib import Path

import django

from linli.serve.folder import prepare

if __name__ == "__main__":
    prepare(Path(os.environ["LINLI_DATA"]))
    django.setup()
    import_module(f"tests.keeping.{sys.argv[1]}").main(*sys.argv[2:])
