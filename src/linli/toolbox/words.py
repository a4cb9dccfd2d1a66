"""Keeps the catalogues equal to the words that are shown: new ones are added, unused ones go, all are compiled."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from io import SEEK_END, BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from linli.toolbox.compiling import compile_catalogue
from linli.toolbox.gathering import HOUSE, LANGUAGE, Word, gather

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: zh_Hans\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)
PLACEHOLDER = re.compile(r"\{[a-z_]*[^{}]*\}|%\([a-z_]+\)[a-z]|%[sdr]")


def main(arguments: Sequence[str]) -> int:
    """`./linli words [ROOM ...]` mends, `./linli words --check` only tells."""
    if "--check" in arguments:
        wrong = defects(HOUSE)
        print("\n".join(wrong) or "Every shown word is translated.")
        return 1 if wrong else 0
    rooms = [Path(room).resolve() for room in arguments]
    for file, words in with_silent_catalogues(HOUSE).items():
        if not rooms or any(file.is_relative_to(room) for room in rooms):
            print(mend(file, words))
    return 0


def mend(file: Path, words: Mapping[Word, str]) -> str:
    """Write one catalogue anew and compile it."""
    old = read(file)
    fresh = made_anew(old, words)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".po.new")
    draft.write_bytes(written(fresh))
    draft.replace(file)
    compile_catalogue(file)
    empty = sum(1 for message in real(fresh) if not translations(message))
    gone = len(list(real(old))) - sum(1 for word in words if find(old, word))
    return f"{file.relative_to(HOUSE)}: {len(words)} words, {empty} without Chinese, {gone} removed"


def made_anew(old: Catalog, words: Iterable[Word]) -> Catalog:
    """These words and no others, with the Chinese they had."""
    fresh = Catalog(locale=LANGUAGE)
    for word in sorted(words, key=lambda one: (one.text, one.plural or "", one.context or "")):
        known = find(old, word)
        string = known.string if known and not known.fuzzy else ""
        fresh.add((word.text, word.plural) if word.plural else word.text, string, context=word.context)
    return fresh


def written(catalogue: Catalog) -> bytes:
    into = BytesIO(HEAD.encode())
    into.seek(0, SEEK_END)
    write_po(into, catalogue, width=0, omit_header=True, no_location=True, sort_output=True)
    return into.getvalue()


def defects(house: Path) -> list[str]:
    """What `check` refuses: a word without Chinese, one nobody says, doubtful ones, unequal placeholders, and what
    `./linli words` would write otherwise: it would stand among the changes of whoever next calls it."""
    said: dict[Word, tuple[str, ...]] = {}
    wrong: list[str] = []
    for file, words in with_silent_catalogues(house).items():
        catalogue, name, before = read(file), str(file.relative_to(house)), len(wrong)
        for word, place in words.items():
            strings = translations(find(catalogue, word))
            wrong.extend(f"{place}: {sentence}" for sentence in faults(word, strings))
            if said.setdefault(word, strings) != strings:
                wrong.append(f"{name}: {word.text!r} is said in another way elsewhere.")
        wrong.extend(f"{name}: nobody says {message.id!r}." for message in real(catalogue) if of(message) not in words)
        wrong.extend(f"{name}: {message.id!r} is doubtful (fuzzy)." for message in real(catalogue) if message.fuzzy)
        if len(wrong) == before and file.read_bytes() != written(made_anew(catalogue, words)):
            wrong.append(f"{name}: is not as ./linli words writes it.")
    return wrong


def faults(word: Word, strings: tuple[str, ...]) -> list[str]:
    if not strings:
        return [f"{word.text!r} has no Chinese."]
    wanted = set(PLACEHOLDER.findall(word.text)) | set(PLACEHOLDER.findall(word.plural or ""))
    return [
        f"{word.text!r} has the placeholders {sorted(wanted)}, its Chinese {sorted(PLACEHOLDER.findall(string))}."
        for string in strings
        if set(PLACEHOLDER.findall(string)) != wanted
    ]


def with_silent_catalogues(house: Path) -> dict[Path, dict[Word, str]]:
    """What was gathered, and the catalogues for which nothing was."""
    found = gather(house)
    for file in house.rglob(f"locale/{LANGUAGE}/LC_MESSAGES/django.po"):
        found.setdefault(file, {})
    return found


def read(file: Path) -> Catalog:
    if not file.exists():
        return Catalog(locale=LANGUAGE)
    with file.open("rb") as source:
        return read_po(source, locale=LANGUAGE)


def real(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def of(message: Message) -> Word:
    if isinstance(message.id, str):
        return Word(message.id, None, message.context)
    return Word(message.id[0], message.id[1], message.context)


def find(catalogue: Catalog, word: Word) -> Message | None:
    return catalogue.get((word.text, word.plural) if word.plural else word.text, context=word.context)


def translations(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ()
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    return strings if all(strings) else ()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
