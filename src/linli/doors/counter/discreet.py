"""Log lines without the codes of matters that residents follow and of papers they check, and the tokens of screens."""

import logging
import re

CODE_IN_ADDRESS = re.compile(r"(/(?:t|paper|screen)/)[^/\s?\"']+")


class Discreet(logging.Formatter):
    """Leaves out whatever stands in an address where a code does, also in a trace."""

    def format(self, record: logging.LogRecord) -> str:
        return CODE_IN_ADDRESS.sub(r"\1…", super().format(record))
