"""What everybody may know: the counts of a month, without the small ones."""
