"""`python -m bench.taking_short [MATTERS]`: the same as `bench.taking` with rows that tell less of their course."""

import sys

from bench import taking

if __name__ == "__main__":
    sys.exit(taking.main([*sys.argv[1:], "--short"]))
