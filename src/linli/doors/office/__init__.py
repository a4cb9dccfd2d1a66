"""The set-up door: administrators keep units, posts, terms and calendar here."""
