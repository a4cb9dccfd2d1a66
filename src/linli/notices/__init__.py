"""Notices: residents and units are told of events by message; read from the timeline, never pushed from a command."""
