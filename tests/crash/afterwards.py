"""Says what is in a ledger after all: the notes of every matter, and what verify finds."""

import json
import sys

from linli.matters.models import Words
from linli.matters.verify import verify


def main() -> None:
    notes = Words.objects.filter(field="text").order_by("pk").values_list("matter__number", "text")
    told = {
        "notes": [f"{number} {text}" for number, text in notes],
        "differences": [str(difference) for difference in verify().differences],
    }
    json.dump(told, sys.stdout)
