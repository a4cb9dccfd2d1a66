"""Dockets of accepted incidents, from the first word to closed: what happened, never who may have done it."""
