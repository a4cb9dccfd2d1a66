"""Puts the steps of an invented dispute into the verbs of the dispute kind, with what each verb is told."""
