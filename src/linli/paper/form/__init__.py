"""A form of somebody else: an .xlsx that is read, and filled without touching anything but the cells that are meant."""
