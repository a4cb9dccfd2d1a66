"""What the panel of a request shows: the state with its words put beside it, as plain values, card by card."""
