"""Which column of a list is which of a kind, what its words stand for and how its dates are written; kept as TOML."""

import json
import tomllib
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.incoming import Column, Incoming
from linli.paper.rows.moments import FORMATS
from linli.paper.rows.table import Layout

NO_TOML = msg("The mapping cannot be read: {why}. Mend that line, or export a mapping anew and change that.")
UNKNOWN = msg("There is no column “{column}” in this kind. It has: {columns}.")
NO_FORMAT = msg("“{format}” is no way to write dates. Choose one of {formats}, or a pattern such as %d.%m.%Y.")
NO_ZONE = msg("“{zone}” is no time zone. Write one such as Asia/Shanghai, or leave it out: then it is the centre's.")
ASIDE = msg("{word} ({more})")
LARGEST = 200_000


class BadMapping(ValueError):
    """Why a mapping cannot be used, as a sentence of the catalogue with what fills it."""

    def __init__(self, sentence: str, **words: object) -> None:
        super().__init__(sentence.format(**words))
        self.sentence, self.words = sentence, words


class Filled(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """From where one column of the kind is filled; of several headings the cells are told one behind the other."""

    heads: tuple[str, ...] = msgspec.field(default=(), name="from")
    words: dict[str, str] = {}
    """What a word of the list stands for: a code or name of ours; blank for one that is no value."""
    form: str = msgspec.field(default="", name="format")
    fixed: str = ""
    """Said of every row whose cell is blank or that has no such column."""

    def saying(self, word: str, code: str) -> "Filled":
        """With what one more word of the list stands for, or what was said of every row and stood for nothing."""
        fixed = code if self.fixed == word else self.fixed
        return msgspec.structs.replace(self, words={**self.words, word: code}, fixed=fixed)


class Mapping(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How a list of one source is read."""

    name: str = ""
    """Under which it is kept, where it is."""
    kind: str = ""
    source: str = ""
    zone: str = ""
    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    head: int = 0
    left: tuple[str, ...] = ()
    """Headings that were left unread: nothing is proposed for them again."""
    columns: dict[str, Filled] = {}

    @property
    def layout(self) -> Layout:
        return Layout(self.encoding, self.separator, self.sheet, self.head)


def without_words(mapping: Mapping) -> Mapping:
    """What is filled from where, and nothing that a cell of the list said."""
    read = {name: Filled(one.heads, {}, one.form, one.fixed) for name, one in mapping.columns.items()}
    return msgspec.structs.replace(mapping, columns=read)


def from_json(told: str) -> Mapping:
    """As it is kept with a list."""
    return msgspec.json.decode(told, type=Mapping)


def to_json(mapping: Mapping) -> str:
    return msgspec.json.encode(mapping).decode()


def from_toml(text: str, *, incoming: Incoming | None = None) -> Mapping:
    """Raises BadMapping. A single heading may stand there without brackets."""
    try:
        told = tomllib.loads(text[:LARGEST])
        for filled in told.get("columns", {}).values():
            if isinstance(filled, dict) and isinstance(filled.get("from"), str):
                filled["from"] = [filled["from"]]
        mapping = msgspec.convert(told, Mapping)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError) as error:
        raise BadMapping(NO_TOML, why=error) from error
    if incoming:
        refuse_unknown(mapping, incoming)
    return mapping


def refuse_unknown(mapping: Mapping, incoming: Incoming) -> None:
    """Raises BadMapping for a zone nobody knows, a column that the kind has not, a way to write dates that is none."""
    if mapping.zone and not _is_zone(mapping.zone):
        raise BadMapping(NO_ZONE, zone=mapping.zone)
    for name, filled in mapping.columns.items():
        if incoming.column(name) is None:
            raise BadMapping(UNKNOWN, column=name, columns=", ".join(one.name for one in incoming.columns))
        if filled.form and filled.form not in FORMATS and "%" not in filled.form:
            raise BadMapping(NO_FORMAT, format=filled.form, formats=", ".join(FORMATS))


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def to_toml(mapping: Mapping) -> str:
    """As it is kept: what is said and nothing else."""
    lines = [*said_of_file(mapping)]
    for name, filled in mapping.columns.items():
        lines += ["", *column_lines(name, filled)]
    return "\n".join(lines) + "\n"


def said_of_file(mapping: Mapping) -> Iterator[str]:
    """The lines that are of no column."""
    for name, value in msgspec.to_builtins(mapping).items():
        if name != "columns":
            yield f"{name} = {quoted(value)}"


def column_lines(name: str, filled: Filled) -> Iterator[str]:
    yield f"[columns.{name}]"
    yield from (f"{key} = {quoted(value)}" for key, value in msgspec.to_builtins(filled).items() if key != "words")
    if filled.words:
        yield f"[columns.{name}.words]"
        yield from (f"{quoted(word)} = {quoted(code)}" for word, code in filled.words.items())


def quoted(value: object) -> str:
    """A string of JSON is one of TOML, but for a sign that only TOML has escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def called(column: Column) -> str:
    """By its word, and by its name in a mapping that is written down."""
    return _(ASIDE).format(word=_(column.word), more=column.name)
