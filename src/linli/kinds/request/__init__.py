"""What residents ask for: from the first word, by whatever way it came, to closed and confirmed by who asked."""
