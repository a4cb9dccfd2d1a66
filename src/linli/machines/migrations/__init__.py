"""Migrations of the machines."""
