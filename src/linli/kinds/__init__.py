"""One folder per kind of matter; no kind knows another."""
