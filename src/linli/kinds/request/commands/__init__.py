"""What can be said to a request, by the part of its course."""

from linli.kinds.request.commands.beyond import BEYOND
from linli.kinds.request.commands.clock import ask_extension, grant_extension, refuse_extension, resume, suspend
from linli.kinds.request.commands.converting import convert
from linli.kinds.request.commands.describing import correct_place, keep_confidential, reclassify
from linli.kinds.request.commands.handling import contact, progress, reply, sign
from linli.kinds.request.commands.intake import accept, answer_now, not_accept
from linli.kinds.request.commands.joining_in import join_in
from linli.kinds.request.commands.opening import hand_in, take_in
from linli.kinds.request.commands.routing import designate, dispatch, re_dispatch, send_back, uphold_return
from linli.kinds.request.commands.takeover import take_over
from linli.matters.command import Command

OPENING, HAND_IN, TAKING_OVER, JOINING = take_in, hand_in, take_over, join_in
# The first that is lawful is the desk's foremost next step, so what somebody waits for stands highest.
PART_A: tuple[Command, ...] = (
    grant_extension,
    refuse_extension,
    uphold_return,
    re_dispatch,
    designate,
    resume,
    accept,
    dispatch,
    sign,
    contact,
    progress,
    reply,
    answer_now,
    not_accept,
    send_back,
    ask_extension,
    suspend,
    reclassify,
    correct_place,
    keep_confidential,
    convert,
)
COMMANDS: tuple[Command, ...] = (*PART_A, join_in, *BEYOND)
