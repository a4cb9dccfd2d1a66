"""The heart: matters, their timelines, and the one gate through which they change."""
