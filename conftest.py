"""Lends the town to every test of the house, also to those that lie in a kind's own folder."""

pytest_plugins = ("tests.fixtures", "tests.side_by_side")
