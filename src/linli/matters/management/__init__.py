"""Commands of the heart."""
