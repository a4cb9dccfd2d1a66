"""The ground the invented county stands on."""
