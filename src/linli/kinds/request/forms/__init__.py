"""The small forms of a request's steps, by the part of its course."""
