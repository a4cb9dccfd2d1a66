"""The county as it stands once told: a package, so that it is told once for all of them and gone after them."""
