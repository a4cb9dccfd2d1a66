"""The small forms of a case's steps, by the part of its course."""
