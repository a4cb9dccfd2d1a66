"""The steps up to the consent of the sides."""

from dataclasses import dataclass

from linli.demo.material.step import Step

DANGERS = ("violence_threatened", "weapon_at_hand", "came_to_blows", "self_harm_spoken", "police_called_again")


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
