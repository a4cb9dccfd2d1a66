"""What can be said to a dispute, by the part of its course."""

from linli.kinds.dispute.commands.agreement import (
    agree,
    apply_confirmation,
    confirmation_result,
    default,
    perform,
    urge_performance,
)
from linli.kinds.dispute.commands.ending import close, convert, decline, reopen, terminate, visit
from linli.kinds.dispute.commands.mediators import (
    change_mediator,
    join,
    leave_joint,
    name_mediator,
    opine,
    recuse,
)
from linli.kinds.dispute.commands.opening import classify, count_households, open_, take_over
from linli.kinds.dispute.commands.parties import add_party, consent, correct_party, remove_party
from linli.kinds.dispute.commands.routing import accept, assess, assign, hand_to
from linli.kinds.dispute.commands.sessions import (
    extend,
    hold_session,
    note_concession,
    note_undisputed,
    pause,
    resume,
)

OPENING, TAKING_OVER = open_, take_over
# The first that is lawful is the desk's foremost next step, so what comes later in the course stands higher.
COMMANDS = (
    accept,
    agree,
    hold_session,
    perform,
    resume,
    name_mediator,
    visit,
    consent,
    assess,
    apply_confirmation,
    confirmation_result,
    close,
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
