"""Commands of the heart: tick, verify."""
