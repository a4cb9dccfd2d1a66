"""Disputes between neighbours and others, from the first word to settled and followed up."""
