"""What of a list is to be looked at twice before it is taken in, though no row of it is wrong."""

from collections.abc import Collection, Iterable, Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.incoming import Column, Incoming
from linli.sheets.headings import PLACE, behind_a_person, may_be_home
from linli.sheets.mapping import Filled, Mapping, called
from linli.sheets.proposing import counts_lines, says_several, sounds_like
from linli.sheets.sentences import RESULT, free_text, told_of
from linli.sheets.weighing import Weight

ONLY_LINES = msg(
    "“{head}” only counts the lines of one list: the next list begins at 1 again, and its rows would change the "
    "matters of this one. Choose the column with the number given over there; where there is none, call each list by "
    "another name of a platform."
)
TWICE = msg(
    "{n} of the rows bear a number that an earlier row bears too, the first of them in row {row} ({number}). Each "
    "counts as news of the matter of the earlier row, as far as that can still be changed by "
    "then. Where they are matters of their own, choose another column for "
    "the number."
)
SEVERAL_THINGS = msg(
    "“{head}” says several things in one cell, so it is not read, and its rows come in without what it says. Split it "
    "in the list into columns of their own, such as name and telephone, and hand the list over again."
)
MAYBE_HOME = msg(
    "“{head}” may be where somebody lives. As “{place}” it is not sealed, and searches find it. Leave it so only where "
    "it says where the matter happened."
)
WORD_FOR_WORD = msg(
    "Below “{head}” stand sentences, no words of the list “{listed}”. It is proposed as “{text}”, where they are kept "
    "word for word. Where each is to stand for a word of the list after all, choose “{listed}” for it."
)
NO_RESULT = msg(
    "No column is “{listed}” then: a row that is over stands without any, or is given back where it has to say what "
    "came of it."
)
WOULD_BE_LOST = msg(
    "Below “{head}” stand sentences. As “{listed}” each becomes one word of that list, and the sentence is kept "
    "nowhere. To keep them word for word choose “{text}” for this column; that may be chosen for several columns."
)
IF_SENTENCES = msg(
    "If what stands below “{head}” are sentences, choose “{text}” for this column under Columns: then they are kept "
    "word for word, and none of them has to be told."
)
ELSEWHERE = msg(
    "{n} of the new rows have a number and a moment under which a matter is here already, as one of “{source}”; this "
    "list is read as one of “{own}”. If they are the same matters, they come in twice like this: say that the "
    "numbers are those of “{source}”."
)
ELSEWHERE_TYPED = msg(
    "{n} of the new rows have a number and a moment under which a matter is here already, as one of “{source}”; this "
    "list is read as one of “{own}”. If they are the same matters, they come in twice like this: "
    'say --source "{source}".'
)
IF_SENTENCES_TYPED = msg(
    "If what stands below “{head}” are sentences, put this heading under “{text}”: then they are kept word for word, "
    "and none of them has to be told."
)
IN_THE_MAPPING = msg(
    "To fill it otherwise, write the mapping down with --write-map MAP.toml, put the heading there under the column "
    "that is meant, and give it back with --map MAP.toml."
)


def of_columns(
    mapping: Mapping,
    incoming: Incoming,
    *,
    telling: Collection[str] = frozenset(),
    heads: Iterable[str] = (),
    typed: bool = False,
) -> Iterator[str]:
    """What the columns give to think, in the language of the reader; `telling`: those below which sentences stand,
    `heads`: all headings of the list, where it is at hand; `typed`: for whoever has the command line and no pages.
    """
    if head := counts_lines(mapping):
        yield _(ONLY_LINES).format(head=head)
    used = {head for filled in mapping.columns.values() for head in filled.heads}
    for head in heads:
        if head not in used and says_several(head, incoming):
            yield _(SEVERAL_THINGS).format(head=head)
    yield from _of_homes(mapping, incoming, heads)
    result, text = incoming.column(RESULT), free_text(incoming)
    if result is None or text is None:
        return
    words = {"listed": _named(result, typed), "text": _named(text, typed)}
    for head in mapping.columns.get(RESULT, Filled()).heads:
        if head in telling:
            yield _(WOULD_BE_LOST).format(head=head, **words)
    for head in mapping.columns.get(text.name, Filled()).heads:
        if head in telling and sounds_like(head, result) and not sounds_like(head, text):
            yield _(WORD_FOR_WORD).format(head=head, **words)
            if RESULT not in mapping.columns:
                yield _(NO_RESULT).format(**words)


def _of_homes(mapping: Mapping, incoming: Incoming, heads: Iterable[str]) -> Iterator[str]:
    place, hers = incoming.column(PLACE), behind_a_person(heads)
    for head in mapping.columns.get(PLACE, Filled()).heads:
        if place and (may_be_home(head) or head in hers):
            yield _(MAYBE_HOME).format(head=head, place=_(place.word))


def of_words(mapping: Mapping, incoming: Incoming, words: Collection[str], *, typed: bool = False) -> Iterator[str]:
    """The same of words of the result that stand for nothing, and are not known for sentences."""
    text, filled = free_text(incoming), mapping.columns.get(RESULT)
    if words and text and filled and not told_of(mapping, words):
        for head in filled.heads:
            yield _(IF_SENTENCES_TYPED if typed else IF_SENTENCES).format(head=head, text=_named(text, typed))


def of_rows(weight: Weight) -> Iterator[str]:
    """The same of the rows, when all were looked at."""
    if weight.again_first:
        row, number = weight.again_first
        yield _(TWICE).format(n=f"{weight.again:,}", row=row, number=number)


def of_sources(weight: Weight, *, own: str, typed: bool = False) -> Iterator[str]:
    """The same of whose numbers the rows bear; `own`: whose they are read to bear."""
    for source, count in weight.elsewhere.items():
        told = ELSEWHERE_TYPED if typed else ELSEWHERE
        yield _(told).format(n=f"{count:,}", source=source, own=own)


def _named(column: Column, typed: bool) -> str:
    return called(column) if typed else _(column.word)
