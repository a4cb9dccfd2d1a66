"""The small forms of a dispute's steps, by the part of its course."""
