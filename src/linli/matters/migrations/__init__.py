"""Migrations of the heart: additive, named for what they do."""
