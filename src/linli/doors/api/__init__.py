"""The door of other systems: the same matters, rights and steps as at the desk, in JSON."""
