"""Schema steps of this room, in order."""
