"""Every step of a dispute with the way it is said."""

from collections.abc import Iterator, Mapping

from linli.demo import material
from linli.demo.saying.agreement import agree, default, perform
from linli.demo.saying.court import apply_for_confirmation, confirmed
from linli.demo.saying.ending import close, convert, note, reopen, terminate, visit
from linli.demo.saying.intake import accept, assess, consent, decline
from linli.demo.saying.mediators import appoint, charge, join, opine, recuse
from linli.demo.saying.said import Known, Said, Saying
from linli.demo.saying.table import extend, meet, pause, resume
from linli.matters.state import State


def say(step: material.Step, plan: material.Plan, state: State, known: Known) -> Iterator[Said]:
    """The commands of one step; a list of joining bodies is said one by one."""
    for verb, told in SAYINGS[type(step)](step, plan, state, known):
        yield Said(verb, step.by, told)


SAYINGS: Mapping[type[material.Step], Saying] = {
    material.Assess: assess,
    material.Accept: accept,
    material.Decline: decline,
    material.Consent: consent,
    material.Appoint: appoint,
    material.Charge: charge,
    material.Recuse: recuse,
    material.Join: join,
    material.Opine: opine,
    material.Meet: meet,
    material.Pause: pause,
    material.Resume: resume,
    material.Extend: extend,
    material.Agree: agree,
    material.Perform: perform,
    material.Default: default,
    material.ApplyForConfirmation: apply_for_confirmation,
    material.Confirmed: confirmed,
    material.Terminate: terminate,
    material.Visit: visit,
    material.Close: close,
    material.Reopen: reopen,
    material.Convert: convert,
    material.Note: note,
}
