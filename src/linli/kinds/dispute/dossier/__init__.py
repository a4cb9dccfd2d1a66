"""The file of a mediation in the Ministry's order of December 2010, from the facts of one dispute."""
