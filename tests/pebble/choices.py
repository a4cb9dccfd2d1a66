"""The lists a pebble's forms, sentences and filters choose from."""

from linli.ground.text import msg

SIZES = {"small": msg("small"), "large": msg("large")}
