"""The paths a dispute can take; each function tells one, from the opening to where it stands."""
