"""The steps that end a dispute, and those that may come at any time."""

from dataclasses import dataclass

from linli.demo.material.step import Step


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
class Convert(Step):
    """It goes on as a case: what the police need to know, and why."""

    sign: str
    title: str
    text: str
    why: str


@dataclass(frozen=True)
class Note(Step):
    text: str
