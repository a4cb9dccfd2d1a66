"""What the panel of a dispute shows: the state with its words put beside it, as plain values, card by card."""
