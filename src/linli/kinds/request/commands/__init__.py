"""What can be said to a request, by the part of its course."""

from linli.kinds.request.commands.handling import reply, sign
from linli.kinds.request.commands.intake import accept
from linli.kinds.request.commands.opening import hand_in, take_in
from linli.kinds.request.commands.routing import dispatch
from linli.kinds.request.commands.takeover import take_over
from linli.matters.command import Command

OPENING, HAND_IN, TAKING_OVER = take_in, hand_in, take_over
# The first that is lawful is the desk's foremost next step, so what somebody waits for stands highest.
PART_A: tuple[Command, ...] = (accept, dispatch, sign, reply)
# Part B: confirming, calling_back, supervision, whistle, merging, splitting, data_asks.
PART_B: tuple[Command, ...] = ()
COMMANDS: tuple[Command, ...] = (*PART_A, *PART_B)
