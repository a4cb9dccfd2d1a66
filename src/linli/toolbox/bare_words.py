"""Finds words in our templates that would be shown but can never be translated."""

import re
import sys
from pathlib import Path

SPOKEN = re.compile(r"\{%-?\s*(?:trans|blocktranslate).*?end(?:trans|blocktranslate)\s*-?%\}", re.DOTALL)
HIDDEN = re.compile(
    r"\{#.*?#\}|<!--.*?-->|<(script|style|code|kbd)\b.*?</\1>|\{% block \w+_class %\}.*?\{% endblock %\}", re.DOTALL
)
CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
ATTRIBUTE = re.compile(r"""\b(?:title|alt|placeholder|aria-label|aria-description)=(["'])(.*?)\1""", re.DOTALL)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
ENTITY = re.compile(r"&[a-z]+;|&#\d+;")
WORD = re.compile(r"[A-Za-z]{2,}[A-Za-z ]*|[\u4e00-\u9fff]+")
SAME_EVERYWHERE = frozenset({"Linli", "CSV", "Excel", "KB", "MB"})


def main() -> int:
    wrong = [
        f"{file}: {word!r} is not marked for translation"
        for file in sorted(Path("src").rglob("templates/**/*.html"))
        for word in bare_words(file.read_text(encoding="utf-8"))
    ]
    print("\n".join(wrong) or "no bare words in templates")
    return 1 if wrong else 0


def bare_words(source: str) -> list[str]:
    """The words a reader sees that stand outside every {% trans %} and {{ _() }}."""
    source = CODE.sub("", HIDDEN.sub("", SPOKEN.sub("", source)))
    shown = [match[2] for match in ATTRIBUTE.finditer(source)] + [ENTITY.sub(" ", TAG.sub("\n", source))]
    found = (match.group().strip() for text in shown for match in WORD.finditer(text))
    return [word for word in found if word not in SAME_EVERYWHERE]


if __name__ == "__main__":
    sys.exit(main())
