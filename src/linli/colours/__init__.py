"""The four colours, the rows that decide between them, and the moment they turn; pure."""
