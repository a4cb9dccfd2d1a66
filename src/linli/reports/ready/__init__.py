"""The reports that are ready: one file each, found by being here."""
