"""Lists that come in: which column is which, what each row says, what it would do, and how far it got."""
