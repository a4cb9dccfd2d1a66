"""What this room adds to the command line."""
