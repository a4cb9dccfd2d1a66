"""Which paths are told how often, and which stories suit them."""
