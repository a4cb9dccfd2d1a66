"""Sentences that Django says in forms of ours: named here so that our catalogue says them in the office's words.

Our rooms stand before Django's, and of two Chinese words for one English one the earlier room's is shown.
"""

from django.utils.translation import ngettext_lazy

from linli.ground.text import msg

OF_FORMS = (
    msg("This field is required."),
    msg("Enter a whole number."),
    msg("Enter a number."),
    msg("Enter a valid date."),
    msg("Enter a valid date/time."),
    msg("Select a valid choice. %(value)s is not one of the available choices."),
    msg("Select a valid choice. That choice is not one of the available choices."),
    msg("Ensure this value is less than or equal to %(limit_value)s."),
    msg("Ensure this value is greater than or equal to %(limit_value)s."),
)
OF_LENGTHS = ngettext_lazy(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
)
OF_PASSWORDS = (
    msg("The password is too similar to the %(verbose_name)s."),
    msg("This password is too common."),
    msg("This password is entirely numeric."),
)
OF_SHORT_PASSWORDS = ngettext_lazy(
    "This password is too short. It must contain at least %d character.",
    "This password is too short. It must contain at least %d characters.",
)
