"""What one invented dispute is made of: plain data that a loader tells to the commands, step by step."""

from linli.demo.material.agreement import Agree, ApplyForConfirmation, Confirmed, Default, Instalment, Perform
from linli.demo.material.ending import Close, Convert, Note, Reopen, Terminate, Visit
from linli.demo.material.intake import DANGERS, Accept, Assess, Consent, Decline
from linli.demo.material.mediators import Appoint, Charge, Join, Opine, Recuse
from linli.demo.material.parties import Agent, Court, Party
from linli.demo.material.plan import Plan
from linli.demo.material.step import Step
from linli.demo.material.table import Extend, Meet, Pause, Resume

__all__ = [
    "DANGERS",
    "Accept",
    "Agent",
    "Agree",
    "ApplyForConfirmation",
    "Appoint",
    "Assess",
    "Charge",
    "Close",
    "Confirmed",
    "Consent",
    "Convert",
    "Court",
    "Decline",
    "Default",
    "Extend",
    "Instalment",
    "Join",
    "Meet",
    "Note",
    "Opine",
    "Party",
    "Pause",
    "Perform",
    "Plan",
    "Recuse",
    "Reopen",
    "Resume",
    "Step",
    "Terminate",
    "Visit",
]
