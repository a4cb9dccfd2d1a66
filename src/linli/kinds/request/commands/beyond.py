"""What can be said to a request beyond its straight course: confirming, supervision, whistles, others, data."""

from linli.kinds.request.commands.calling_back import call_back, not_reached, waive_call_back
from linli.kinds.request.commands.closing import archive, close, park, reopen, take_up
from linli.kinds.request.commands.confirming import ask_redo, order_redo, rate, take_back, withdraw
from linli.kinds.request.commands.data_asks import answer_data, ask_data
from linli.kinds.request.commands.describing import keep_along
from linli.kinds.request.commands.merging import absorb, answer_along, go_alone, merge, release, unmerge
from linli.kinds.request.commands.splitting import lapse, part_answered, part_dropped, split
from linli.kinds.request.commands.supervision import explain_delay, lift_supervision, supervise, urge
from linli.kinds.request.commands.whistle import arrive, blow, contact_whistle, rate_whistle, sign_whistle
from linli.matters.command import Command

BEYOND: tuple[Command, ...] = (
    call_back,
    close,
    explain_delay,
    sign_whistle,
    contact_whistle,
    arrive,
    take_up,
    answer_data,
    not_reached,
    waive_call_back,
    rate_whistle,
    urge,
    supervise,
    lift_supervision,
    blow,
    merge,
    unmerge,
    split,
    order_redo,
    park,
    withdraw,
    archive,
    reopen,
    rate,
    ask_redo,
    ask_data,
    take_back,
    absorb,
    release,
    go_alone,
    answer_along,
    part_answered,
    part_dropped,
    lapse,
    keep_along,
)
