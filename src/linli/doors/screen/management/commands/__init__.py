"""What the screen adds to the command line."""
