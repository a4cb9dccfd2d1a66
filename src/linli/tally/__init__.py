"""Figures of matters: counted from entries that the timeline tells, never typed; each shows its rows."""
