"""Commands of the machines."""
