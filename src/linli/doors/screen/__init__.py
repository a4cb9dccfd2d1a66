"""The screen on a wall: one picture of a unit, opened by a token, without anybody's name."""
