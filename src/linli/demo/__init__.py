"""The synthetic county: invented places, posts and disputes; nothing in it is real."""
