"""What one invented dispute is made of: plain data that a loader tells to the commands, step by step."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Agent:
    """Who speaks for a party, and what the paper allows."""

    name: str
    phone: str
    relation: str
    powers: str


@dataclass(frozen=True)
class Party:
    """One party of one dispute; side a asked, side b answers; sort is person or organisation."""

    side: str
    sort: str
    name: str
    phone: str
    address: str
    agent: Agent | None = None


@dataclass(frozen=True)
class Court:
    """A court's commission: before_filing, after_ordinary or after_simplified."""

    stage: str
    number: str


@dataclass(frozen=True)
class Instalment:
    """One thing to be done by a day; amount in yuan, 0 when it is an act."""

    number: int
    amount: int
    due_on: date
    what: str


@dataclass(frozen=True)
class Step:
    """Something said to the matter at a moment (UTC) by a username."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Assess(Step):
    """The danger check; the keys are those of DANGERS."""

    answers: tuple[tuple[str, bool], ...]
    text: str

    @property
    def danger(self) -> bool:
        """Whether any answer is yes."""
        return any(yes for _, yes in self.answers)


@dataclass(frozen=True)
class Accept(Step):
    text: str


@dataclass(frozen=True)
class Decline(Step):
    """Reason: in_court, administrative, one_refuses or criminal."""

    reason: str
    text: str


@dataclass(frozen=True)
class Consent(Step):
    """One side's yes or no to mediation."""

    side: str
    agrees: bool
    text: str


@dataclass(frozen=True)
class Appoint(Step):
    """Name the mediators (usernames), or change them."""

    mediators: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Charge(Step):
    """The leader in charge and the head of the team (usernames)."""

    leader: str
    head: str


@dataclass(frozen=True)
class Recuse(Step):
    mediator: str
    text: str


@dataclass(frozen=True)
class Join(Step):
    """Call units (codes) into joint mediation."""

    units: tuple[str, ...]


@dataclass(frozen=True)
class Opine(Step):
    """A joint member's opinion."""

    unit: str
    text: str


@dataclass(frozen=True)
class Meet(Step):
    """A session; outcome: continued, agreed or failed. Undisputed facts and concessions are kept apart."""

    ends_at: datetime
    place: str
    present: str
    record: str
    outcome: str
    undisputed: str
    concession: str


@dataclass(frozen=True)
class Pause(Step):
    """The clock stops for an expert appraisal."""

    text: str


@dataclass(frozen=True)
class Resume(Step):
    """The appraisal is there; the clock goes on."""

    text: str


@dataclass(frozen=True)
class Extend(Step):
    """More time, both sides agreeing."""

    days: int
    text: str


@dataclass(frozen=True)
class Agree(Step):
    """Form: written or oral."""

    form: str
    terms: tuple[str, ...]
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True)
class Perform(Step):
    """An instalment, by its number, was kept."""

    number: int
    text: str


@dataclass(frozen=True)
class Default(Step):
    """An instalment, by its number, was not kept."""

    number: int
    text: str


@dataclass(frozen=True)
class ApplyForConfirmation(Step):
    """Both sides ask the court to confirm the agreement."""

    text: str


@dataclass(frozen=True)
class Confirmed(Step):
    """The court confirmed."""

    text: str


@dataclass(frozen=True)
class Terminate(Step):
    """One of nine reasons; the other lawful ways told."""

    reason: str
    text: str
    ways: str


@dataclass(frozen=True)
class Visit(Step):
    """Satisfaction: very_satisfied, satisfied, basically_satisfied, dissatisfied or very_dissatisfied."""

    satisfaction: str
    findings: str


@dataclass(frozen=True)
class Close(Step):
    text: str


@dataclass(frozen=True)
class Reopen(Step):
    text: str


@dataclass(frozen=True)
class Note(Step):
    text: str


DANGERS = ("violence_threatened", "weapon_at_hand", "came_to_blows", "self_harm_spoken", "police_called_again")


@dataclass(frozen=True)
class Plan:
    """One dispute from its first word to where it stands today; lead is its class, course the path it takes."""

    title: str
    facts: str
    category: str
    lead: str
    origin: str
    channel: str
    court: Court | None
    unit_code: str
    community_code: str
    grid_code: str
    opened_at: datetime
    opened_by: str
    parties: tuple[Party, ...]
    households: int
    course: str
    steps: tuple[Step, ...]

    @property
    def accepted(self) -> bool:
        """Taken on for mediation."""
        return any(isinstance(step, Accept) for step in self.steps)

    @property
    def settled(self) -> bool:
        """An agreement was reached, and it stands: the matter was neither opened again nor ended without one."""
        stands = False
        for step in self.steps:
            stands = isinstance(step, Agree) or (stands and not isinstance(step, Reopen | Terminate))
        return stands

    @property
    def dangerous(self) -> bool:
        """The last danger check said yes."""
        checks = [step.danger for step in self.steps if isinstance(step, Assess)]
        return bool(checks) and checks[-1]
