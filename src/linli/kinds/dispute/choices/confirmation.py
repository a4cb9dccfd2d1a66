"""The codes of judicial confirmation."""

from linli.ground.text import msg

BARS = {
    "out_of_scope": msg("Outside the scope of civil cases or of this court"),
    "status": msg("About the validity of a marriage, parentage or adoption"),
    "special_procedure": msg("Belongs to another special procedure or to bankruptcy"),
    "title": msg("Asks to confirm a title to property or intellectual property"),
    "breaks_law": msg("Breaks a mandatory rule of law"),
    "harms_others": msg("Harms the state, the public or others"),
    "against_morals": msg("Goes against public order and good morals"),
    "not_voluntary": msg("Not entered into of free will"),
    "unclear": msg("The content is unclear and cannot be enforced"),
}
PAPERS = {
    "agreement": msg("The agreement"),
    "body": msg("Proof that the committee mediated"),
    "identity": msg("Proof of identity of all sides"),
    "contact": msg("Addresses and telephone numbers of all sides"),
    "property": msg("Papers of the property concerned"),
}
CONFIRMATION_RESULTS = {
    "confirmed": msg("Confirmed by the court"),
    "refused": msg("Not confirmed by the court"),
    "withdrawn": msg("Application withdrawn"),
}
