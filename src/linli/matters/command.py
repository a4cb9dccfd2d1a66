"""What a command is: a verb said to a matter, its form, who may say it, where, and what it decides."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from linli.ground.text import msg
from linli.matters.facts import Fact
from linli.matters.rows import near_enough
from linli.matters.scene import Refused as Refused
from linli.matters.scene import Scene as Scene
from linli.matters.state import State
from linli.staff.posts import Held


@dataclass(frozen=True)
class Opening:
    """A second matter that a decision opens in the same transaction."""

    kind: str
    number: str
    told: Mapping[str, Any]


@dataclass(frozen=True)
class Beside:
    """A verb said to another matter in the same transaction; that matter was named by what was told."""

    number: str
    verb: str
    told: Mapping[str, Any]


@dataclass(frozen=True)
class Decision:
    """What a command decided: facts for this matter, perhaps another to open, and what is said to others beside it."""

    facts: tuple[Fact, ...]
    opening: Opening | None = None
    beside: tuple[Beside, ...] = ()
    by: Held | None = None
    """The post it is said from, where another of theirs fits better than the one they came with."""


class CommandForm(forms.Form):
    """The small form of a command: it checks the shape of what was told; the rules stay in the command."""

    folded: ClassVar[tuple[str, ...]] = ()
    """Fields that are seldom needed: the desk folds them away below the others."""
    photos: ClassVar[int] = 0
    """How many pictures may come with it at the counter; the command is told them as `photos`."""

    def __init__(self, *args: Any, scene: Scene, **more: Any) -> None:
        super().__init__(*args, **more)
        self.scene = scene
        for told in self.fields.values():
            if isinstance(told, forms.DateField | forms.DateTimeField):
                told.validators = [*told.validators, near_enough]
        self.prepare()

    def prepare(self) -> None:
        """Narrow choices to what the state allows. Nothing by default."""


class NothingToTell(CommandForm):
    """The form of a command that needs no words."""


Decide = Callable[[Scene], Decision | Iterable[Fact] | Fact]
Guard = Callable[[State], str]


def always(state: State) -> str:
    """The guard of what is lawful in every one of its stages."""
    return ""


@dataclass(frozen=True)
class Command:
    """A verb: `name` is the function, the URL and the template; `word` the button."""

    name: str
    word: str
    act: str
    decide: Decide
    form: type[CommandForm] = NothingToTell
    stages: frozenset[str] = frozenset()
    """The stages where it is lawful; empty: everywhere."""
    guard: Guard = always
    """A msgid saying why it is not lawful now; empty when it is."""
    hint: str = ""
    weight: str = "next"
    """How the desk shows it: next (a next step), aside (rarer), end (ends the matter)."""
    beside: tuple[str, ...] = ()
    """The fields of what is told that name another matter: it is locked together with this one."""
    settled: Callable[[State], bool] = lambda state: False
    """Whether it is done as far as the course asks for it now: still lawful, but no longer the next step."""
    of: str = ""
    """The duty from whose unit it is said; empty: from anywhere the act reaches."""
    along: Callable[[State], tuple[str, ...]] | None = None
    """The numbers of other matters that the state names: locked together with this one. None: nobody comes along."""
    only_beside: bool = False
    """Never said by itself: it follows a step in the matter this one goes with, by the right to that step."""
    public: bool = False
    """May be said at the counter by whoever holds the matter's code."""

    def named_in(self, told: Mapping[str, Any]) -> frozenset[str]:
        """The numbers of the other matters that what was told names."""
        return frozenset(str(number) for name in self.beside if (number := told.get(name)))

    def refusal(self, state: State) -> str:
        """Why the verb is not lawful in this state, as a msgid; empty when it is."""
        if self.stages and state.stage not in self.stages:
            return NOT_IN_THIS_STAGE
        return self.guard(state)

    def weight_in(self, state: State) -> str:
        """How the desk shows it there: what is settled steps aside."""
        return "aside" if self.weight == "next" and self.settled(state) else self.weight

    def decided(self, scene: Scene) -> Decision:
        decision = self.decide(scene)
        if isinstance(decision, Decision):
            return decision
        return Decision(facts=(decision,) if isinstance(decision, Fact) else tuple(decision))


def command(
    word: str,
    *,
    act: str,
    form: type[CommandForm] = NothingToTell,
    stages: Iterable[str] = (),
    guard: Guard = always,
    hint: str = "",
    weight: str = "next",
    beside: Iterable[str] = (),
    settled: Callable[[State], bool] = lambda state: False,
    **more: Any,
) -> Callable[[Decide], Command]:
    """Make a command of a function; the function's name becomes the verb. `more`: of, along, only_beside, public."""

    def made(decide: Decide) -> Command:
        name = getattr(decide, "__name__", "").rstrip("_")
        told = (name, word, act, decide, form, frozenset(stages), guard, hint, weight, tuple(beside), settled)
        return Command(*told, **more)

    return made


NOT_IN_THIS_STAGE = msg("This step is not open at the stage the matter has reached. Reload to see the next steps.")
