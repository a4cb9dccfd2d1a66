"""Keyrings for the tests of sealing, and what they shut."""

from linli.ground.seal import Keyring

RING = Keyring({1: bytes(range(32))}, current=1)
RENEWED = Keyring({1: bytes(range(32)), 2: bytes(32)}, current=2)
STRANGE = Keyring({1: bytes(32)}, current=1)
PLACE = "matters_word|phone|42"
PHONE = "13812340013"
