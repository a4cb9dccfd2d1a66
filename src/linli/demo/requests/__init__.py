"""The invented requests of the county's residents: planned to the minute, and told with nobody's name in a title."""
