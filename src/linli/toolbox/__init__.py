"""Development and set-up tools; outside the floors, imported by no room."""
