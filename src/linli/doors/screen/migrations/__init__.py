"""Migrations of the screen."""
