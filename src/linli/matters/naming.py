"""A title says what a matter is about, never who: titles can be searched, and nobody may be found by their name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import dials, msg, names
from linli.matters.command import Refused
from linli.matters.converting import CAME_FROM, GOES_ON_AS
from linli.matters.facts import Fact, privacy_of
from linli.matters.kind import kind_named
from linli.matters.models import Matter, Tie, Words
from linli.matters.words import bound, keyring

NAMED = msg("The title holds the name or telephone number of a party. Write what it is about, not who.")
RENAME_FIRST = msg(
    "The name or telephone number told here stands in the title of the matter. "
    "Rename the matter first: write what it is about, not who."
)
Personal = tuple[str, str]
"""How a personal word is masked, which says what it is, and the word."""


def keep_people_out(facts: Sequence[Fact], *, before: Sequence[Fact] = (), of: Matter | None = None) -> None:
    """Refuse a title that names somebody of the matter, and somebody whose name stands in its title.

    The matter is what facts not yet written (`before`) and its row (`of`) say. Raises Refused.
    """
    told = list(people_in(facts))
    if given := title_in(facts):
        if any(_stands_in(given, one) for one in chain(told, people_in(before), people_of(of))):
            raise Refused(_(NAMED))
    elif told and any(_stands_in(title_in(before) or (of.title if of else ""), one) for one in told):
        raise Refused(_(RENAME_FIRST))


def namer(matter: Matter) -> Callable[[str], bool]:
    """Whether a text names a party of the matter, for places where nobody's name is to be read."""
    people = list(people_of(matter))
    return lambda text: any(_stands_in(text, one) for one in people)


def title_in(facts: Sequence[Fact]) -> str:
    """The title that these facts give, the last of them if there are several; empty when they give none."""
    titled = (fact for fact in reversed(facts) if "title" in privacy_of(type(fact)))
    return next((title for fact in titled if (title := fact.__dict__["title"])), "")


def people_in(facts: Iterable[Fact]) -> Iterator[Personal]:
    """The names and telephone numbers that facts carry."""
    for fact in facts:
        for name, mask in fact.masked.items():
            if said := fact.__dict__[name]:
                yield mask, said


def people_of(matter: Matter | None) -> Iterator[Personal]:
    """Those of a stored matter and of the one it came from or goes on as: opened in memory only to compare them, and
    shown to nobody.
    """
    for one in [matter, *_handed(matter)] if matter else []:
        yield from _people_in(one)


def _handed(matter: Matter) -> QuerySet[Matter]:
    """What it came from and what it goes on as, whichever of the two says so."""
    ties = Tie.objects.filter(sort__in=(CAME_FROM, GOES_ON_AS), until_at=None)
    named = Q(number__in=ties.filter(matter=matter).values("number"))
    naming = Q(pk__in=ties.filter(number=matter.number).values("matter_id"))
    return Matter.objects.filter(named | naming)


def _people_in(matter: Matter) -> Iterator[Personal]:
    masks = kind_named(matter.kind).masks
    for row in Words.objects.filter(matter=matter, field__in=masks, sealed__isnull=False, erased_at=None):
        place = bound(matter.number, row.seq, row.field)
        yield masks[row.field], keyring().open(bytes(row.sealed or b""), bound=place)


def _stands_in(title: str, personal: Personal) -> bool:
    mask, word = personal
    if mask == "name":
        return names(title, name=word)
    return mask == "phone" and dials(title, phone=word)
