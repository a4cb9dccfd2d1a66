"""The codes of what residents may ask of what is kept about them."""

from linli.ground.text import msg

DATA_ASKS = {
    "copy": msg("A copy of what is kept about me"),
    "correct": msg("Put right what is wrong about me"),
    "delete": msg("Delete what is kept about me"),
}
DATA_RULINGS = {"granted": msg("Granted"), "refused": msg("Refused")}
