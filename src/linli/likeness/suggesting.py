"""Suggests categories for what is being typed, from what the centre's own closed matters taught; keeps nothing."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Q
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.likeness.model import Guess, Model
from linli.likeness.models import FillRule, Learned
from linli.likeness.packing import unpacked
from linli.likeness.pieces import cleaned
from linli.matters.kind import Kind
from linli.policy.models import Category

SHOWN, LOOKED_AT = 3, 12
"""Three of the likeliest that are in force."""
ENOUGH = 6
"""Characters from which on words say something."""
SURELY, LIKELY, SHOWN_FROM = 0.9, 0.5, 0.1
KNOWN_ENOUGH = 0.5
"""Of a text of which less than this part is known, the likelihoods fall with it: the rest may say anything."""
NEEDED = 20
"""Of so many closed matters at least a category was learnt, where it was not kept of how many."""


@dataclass(frozen=True)
class Suggestion:
    """A category of the office, how likely it is, and of how many closed matters of it that was learnt."""

    category: Category
    share: float
    matters: int = 0

    @property
    def percent(self) -> int:
        """Nothing is certain, and what is shown is not nothing."""
        return min(99, max(1, round(self.share * 100)))

    @property
    def word(self) -> str:
        """The likelihood as a msgid."""
        if self.share >= SURELY:
            return msg("very likely")
        return msg("likely") if self.share >= LIKELY else msg("possibly")


@dataclass(frozen=True)
class Suggested:
    """The suggestions, from how many closed matters they were learnt, and which one may be filled in by itself."""

    suggestions: tuple[Suggestion, ...] = ()
    matters: int = 0
    fills: str = ""

    @property
    def learned_from(self) -> str:
        return _("from {count} closed matters").format(count=f"{self.matters:,}")


def suggested(title: str, story: str, *, kind: Kind, on: date) -> Suggested:
    """At most three categories in force on the day, the likeliest first; none while nothing was learnt, little told,
    or none is likely."""
    text = cleaned(title, story)
    newest = Learned.objects.filter(kind=kind.name).values_list("pk", "matters").first()
    if newest is None or len(text) < ENOUGH:
        return Suggested()
    pk, matters = newest
    found = _in_force(_borne_out(_model(pk), text), kind=kind, on=on)
    return Suggested(found, matters, _filled_in(found, on=on))


def _borne_out(model: Model, text: str) -> list[Guess]:
    """The guesses, none likelier than what is known bears out: the rule of three says that so many texts without an
    exception leave room for three in as many."""
    known = min(1.0, model.known(text) / KNOWN_ENOUGH)
    told = [(one, 1 - 3 / (one.of or NEEDED)) for one in model.guesses(text, most=LOOKED_AT)]
    return [one._replace(share=min(one.share * known, most)) for one, most in told]


def _in_force(guesses: list[Guess], *, kind: Kind, on: date) -> tuple[Suggestion, ...]:
    named = Q(kind=kind.name, code__in=[guess.label for guess in guesses], valid_from__lte=on)
    rows = Category.objects.filter(named, Q(valid_until=None) | Q(valid_until__gte=on))
    known = {row.code: row for row in rows}
    fit = [guess for guess in guesses if guess.label in known and guess.share >= SHOWN_FROM]
    ranked = sorted(fit, key=lambda guess: -guess.share)
    return tuple(Suggestion(known[guess.label], guess.share, guess.of) for guess in ranked[:SHOWN])


def _filled_in(found: tuple[Suggestion, ...], *, on: date) -> str:
    """The code of the first, where the office wants it and it is likely enough."""
    rules = FillRule.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on)
    percent = rules.values_list("percent", flat=True).first()
    if percent is None or not found or found[0].percent < percent:
        return ""
    return found[0].category.code


@lru_cache(maxsize=4)
def _model(pk: int) -> Model:
    """Read once a process and version."""
    return unpacked(bytes(Learned.objects.values_list("numbers", flat=True).get(pk=pk)))
