"""The codes of a first contact."""

from linli.ground.text import msg

CONTACT_WAYS = {
    "phone": msg("By telephone"),
    "visit": msg("In person, at the place"),
    "message": msg("By message"),
    "not_reached": msg("Tried, and not reached"),
}
