"""The signs of danger, and the questions that ask for them."""

from linli.ground.text import msg

DANGERS = {
    "violence_threatened": msg("Violence threatened"),
    "weapon_at_hand": msg("Weapon or dangerous thing at hand"),
    "came_to_blows": msg("Came to blows or somebody hurt"),
    "self_harm_spoken": msg("Self-harm spoken of"),
    "weak_at_risk": msg("Children, old or sick people at risk"),
    "crowd_gathering": msg("People being gathered"),
    "police_called_again": msg("Police called again"),
}
DANGER_ASKED = {
    "none": msg("Asked: none of them"),
    "some": msg("Asked: those ticked below"),
    "not_yet": msg("Not asked yet"),
}
QUESTIONS = {
    "violence_threatened": msg("Has anyone threatened violence, or set a deadline with a threat?"),
    "weapon_at_hand": msg("Is a weapon or a dangerous thing at hand?"),
    "came_to_blows": msg("Has it come to blows, or is somebody hurt?"),
    "self_harm_spoken": msg("Has anyone spoken of harming himself or herself?"),
    "weak_at_risk": msg("Are children, old or sick people in harm's way?"),
    "crowd_gathering": msg("Are people being gathered to confront the other side?"),
    "police_called_again": msg("Have the police been called again in this matter?"),
}
