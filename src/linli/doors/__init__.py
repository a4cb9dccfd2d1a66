"""The ways in; no door knows another."""
