"""What can be said to a case, by the part of its course."""

from linli.kinds.case.commands.assessing import assess, progress
from linli.kinds.case.commands.complainants import add_complainant
from linli.kinds.case.commands.converting import convert
from linli.kinds.case.commands.describing import classify, correct_occurrence, describe_method
from linli.kinds.case.commands.extension import approve_extension, ask_extension, refuse_extension
from linli.kinds.case.commands.filing import decline_filing, file_
from linli.kinds.case.commands.opening import accept_
from linli.kinds.case.commands.results import approve_result, report_result, send_back
from linli.kinds.case.commands.returning import reopen, resume
from linli.kinds.case.commands.routing import assign, hand_to
from linli.kinds.case.commands.series import link_series, unlink_series
from linli.kinds.case.commands.takeover import take_over
from linli.kinds.case.commands.taking_on import take_on

OPENING, TAKING_OVER = accept_, take_over
# The first that is lawful is the desk's foremost next step, so what somebody waits for stands highest.
COMMANDS = (
    approve_extension,
    refuse_extension,
    approve_result,
    send_back,
    resume,
    take_on,
    file_,
    assess,
    progress,
    report_result,
    ask_extension,
    hand_to,
    assign,
    link_series,
    unlink_series,
    describe_method,
    correct_occurrence,
    classify,
    add_complainant,
    decline_filing,
    convert,
    reopen,
)
