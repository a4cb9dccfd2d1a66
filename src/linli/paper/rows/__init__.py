"""Lists that others made: read row by row, whatever they are encoded in and however they are laid out."""
