"""What can be said to a dispute, by the part of its course."""

from linli.kinds.dispute.commands.agreement import agree
from linli.kinds.dispute.commands.classing import classify, count_households
from linli.kinds.dispute.commands.clock import pause, resume
from linli.kinds.dispute.commands.closing import close, reopen
from linli.kinds.dispute.commands.confirmation import apply_confirmation, confirmation_result
from linli.kinds.dispute.commands.consent import consent
from linli.kinds.dispute.commands.converting import convert
from linli.kinds.dispute.commands.corrections import correct_party, remove_party
from linli.kinds.dispute.commands.danger import assess
from linli.kinds.dispute.commands.default import default, urge_performance
from linli.kinds.dispute.commands.ending import terminate
from linli.kinds.dispute.commands.extension import extend
from linli.kinds.dispute.commands.joint import join, leave_joint
from linli.kinds.dispute.commands.mediators import change_mediator, name_mediator
from linli.kinds.dispute.commands.noted import note_concession, note_undisputed
from linli.kinds.dispute.commands.opening import open_
from linli.kinds.dispute.commands.opinions import opine
from linli.kinds.dispute.commands.papers import return_papers
from linli.kinds.dispute.commands.parties import add_party
from linli.kinds.dispute.commands.performance import perform
from linli.kinds.dispute.commands.recusal import recuse
from linli.kinds.dispute.commands.routing import assign, hand_to
from linli.kinds.dispute.commands.sessions import hold_session
from linli.kinds.dispute.commands.takeover import take_over
from linli.kinds.dispute.commands.taking_on import accept, decline
from linli.kinds.dispute.commands.visits import visit

OPENING, TAKING_OVER = open_, take_over
# The first that is lawful is the desk's foremost next step, so what comes later in the course stands higher.
COMMANDS = (
    accept,
    agree,
    hold_session,
    perform,
    resume,
    return_papers,
    name_mediator,
    close,
    visit,
    consent,
    assess,
    apply_confirmation,
    confirmation_result,
    extend,
    pause,
    join,
    opine,
    leave_joint,
    change_mediator,
    recuse,
    default,
    urge_performance,
    note_undisputed,
    note_concession,
    add_party,
    correct_party,
    remove_party,
    classify,
    count_households,
    assign,
    hand_to,
    decline,
    terminate,
    convert,
    reopen,
)
