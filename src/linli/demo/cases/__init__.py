"""The invented cases of the county's police stations: planned to the minute, and never who did it."""
