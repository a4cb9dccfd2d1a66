"""Taking a whole ledger out of one installation and putting it back into an empty one."""
