"""What the panel of a case shows: the state with its words put beside it, as plain values, card by card."""
