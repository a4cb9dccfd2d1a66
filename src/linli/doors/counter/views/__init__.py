"""What the counter answers, address by address."""
