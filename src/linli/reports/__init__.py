"""Questions over the matters: the meetings' lists, their minutes, and who holds what for how long."""
