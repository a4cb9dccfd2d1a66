"""The codes of a return: on what ground a unit asks for it, and how the desk rules."""

from linli.ground.text import msg

RETURN_GROUNDS = {
    "not_our_duty": msg("Clearly not our duty"),
    "not_our_area": msg("Not our area"),
    "not_on_duty_list": msg("Not on the duty list of streets and towns"),
    "needs_other_lead": msg("Another unit has to lead"),
    "duplicate": msg("The same as another request"),
}
RULINGS = {
    "upheld": msg("Return upheld"),
    "re_dispatched": msg("Dispatched to another unit"),
    "designated": msg("Designated for good"),
}
