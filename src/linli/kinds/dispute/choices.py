"""Every list of codes in a dispute, each code with its word."""

from linli.ground.text import msg

CLASSES = {
    "not_police_led": msg("Not police-led"),
    "police_led": msg("Police-led"),
    "urgent_call": msg("Important call for help"),
}
ORIGINS = {
    "application": msg("Application by a party"),
    "own_round": msg("Found on our own round"),
    "police": msg("Passed on by the police"),
    "court": msg("Commissioned by a court"),
    "transfer": msg("Passed on by another body"),
}
CHANNELS = {
    "window": msg("Window"),
    "phone": msg("Telephone"),
    "round": msg("Grid round"),
    "hotline": msg("12345 hotline"),
    "police": msg("Police"),
    "court": msg("Court"),
    "handed_over": msg("Handed over inside the centre"),
}
COURT_STAGES = {
    "before_filing": msg("Before filing"),
    "after_ordinary": msg("After filing, ordinary procedure"),
    "after_simplified": msg("After filing, simplified procedure"),
}
SIDES = {
    "a": msg("Side A"),
    "b": msg("Side B"),
    "c": msg("Side C"),
    "d": msg("Side D"),
    "e": msg("Side E"),
    "f": msg("Side F"),
}
SORTS = {"person": msg("Person"), "organisation": msg("Organisation")}
ROLES = {"party": msg("Party"), "agent": msg("Agent"), "representative": msg("Elected representative")}
POWERS = {"general": msg("General powers"), "special": msg("Special powers: may settle")}
DANGERS = {
    "violence_threatened": msg("Violence threatened"),
    "weapon_at_hand": msg("Weapon or dangerous thing at hand"),
    "came_to_blows": msg("Came to blows or somebody hurt"),
    "self_harm_spoken": msg("Self-harm spoken of"),
    "weak_at_risk": msg("Children, old or sick people at risk"),
    "crowd_gathering": msg("People being gathered"),
    "police_called_again": msg("Police called again"),
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
DECLINE_REASONS = {
    "in_court": msg("Already before a court or arbitration"),
    "administrative": msg("For an administrative body to decide"),
    "one_refuses": msg("One side clearly refuses mediation"),
    "criminal": msg("Suspected crime: passed to the police"),
    "not_ours": msg("Not a dispute that mediation may take on"),
}
MEMBER_KINDS = {
    "people": msg("People's mediation"),
    "administrative": msg("Administrative mediation"),
    "judicial": msg("Judicial mediation"),
    "police": msg("Police"),
    "court": msg("Court"),
    "department": msg("Department"),
    "society": msg("Social organisation"),
}
SESSION_OUTCOMES = {
    "continued": msg("To be continued"),
    "agreed": msg("Agreement reached"),
    "failed": msg("No agreement"),
}
PAUSE_REASONS = {
    "appraisal": msg("Expert appraisal or inspection"),
    "other_result": msg("Waiting for the result of another procedure"),
}
AGREEMENT_FORMS = {"written": msg("Written agreement"), "oral": msg("Oral agreement")}
INSTALMENT_STATES = {"due": msg("To be performed"), "kept": msg("Performed"), "failed": msg("Not performed in time")}
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
TERMINATION_REASONS = {
    "agreed": msg("Ended by consent of all sides"),
    "withdrawn": msg("Reconciled and withdrawn"),
    "unreachable": msg("A side could not be reached in time"),
    "unwilling": msg("One side is no longer willing"),
    "too_far_apart": msg("The positions are too far apart"),
    "term_over": msg("The limit is over and there is no extension"),
    "refuses_to_sign": msg("A side refuses to sign"),
    "lawful_bar": msg("A rule of law stands against it"),
    "moved": msg("Moved to a case, arbitration or a court"),
    "not_performed": msg("The agreement was not performed"),
}
WAYS = {
    "arbitration": msg("Arbitration"),
    "labour_arbitration": msg("Labour arbitration"),
    "administrative": msg("Application to an administrative body"),
    "court": msg("Action in a people's court"),
    "police": msg("Report to the police"),
    "other": msg("Other lawful way"),
}
FOUND = {"yes": msg("Performed"), "partly": msg("Performed in part"), "no": msg("Not performed")}
SATISFACTION = {
    "very_satisfied": msg("Very satisfied"),
    "satisfied": msg("Satisfied"),
    "basically_satisfied": msg("Basically satisfied"),
    "dissatisfied": msg("Dissatisfied"),
    "very_dissatisfied": msg("Very dissatisfied"),
}
OUTCOMES = {
    "settled": msg("Settled"),
    "terminated": msg("Ended without a settlement"),
    "declined": msg("Not taken on"),
    "converted": msg("Handed over as another matter"),
}

CHOICES = {
    "dispute_class": CLASSES,
    "origin": ORIGINS,
    "channel": CHANNELS,
    "court_stage": COURT_STAGES,
    "side": SIDES,
    "by_side": SIDES,
    "party_sort": SORTS,
    "party_role": ROLES,
    "powers": POWERS,
    "danger": DANGERS,
    "decline_reason": DECLINE_REASONS,
    "member_kind": MEMBER_KINDS,
    "session_outcome": SESSION_OUTCOMES,
    "pause_reason": PAUSE_REASONS,
    "agreement_form": AGREEMENT_FORMS,
    "instalment_state": INSTALMENT_STATES,
    "bar": BARS,
    "paper": PAPERS,
    "confirmation_result": CONFIRMATION_RESULTS,
    "termination_reason": TERMINATION_REASONS,
    "way": WAYS,
    "performance_found": FOUND,
    "satisfaction": SATISFACTION,
    "outcome": OUTCOMES,
}
