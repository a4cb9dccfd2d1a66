"""The import law, kept by import-linter after the contracts in pyproject.toml."""

import sys

from importlinter.cli import lint_imports

if __name__ == "__main__":
    sys.exit(lint_imports(is_debug_mode=False, show_timings=False, verbose=False))
