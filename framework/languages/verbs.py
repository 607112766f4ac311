"""English verbs with which people begin to say what somebody does, each as "can" takes it.

A list, because nothing else tells "phone the customer" from "phone call" and "manual review". What begins with a verb
that is missing here still reads, only in brackets.
"""

from __future__ import annotations

_ONLY_VERBS = """
accept act add adjust admit adopt advise agree allocate allow analyse analyze announce apologise apologize apply
appoint approve arrange ask assess assign assist attend authorise authorize avoid ban be become begin bring build
buy calculate calibrate cancel carry categorise categorize celebrate certify choose clarify classify collect combine
come communicate compare compensate complain compute confirm connect consider consult continue convert convince
coordinate create cross-check deactivate deal decide decline deduct defer define delegate delete deliver deny deploy
describe destroy detain detect determine develop diagnose disable disconnect discuss dismiss distribute divert
divide donate double-check draw drive eliminate employ enable encourage enforce enrol enroll ensure enter escalate
evacuate evaluate examine exclude execute expand expect explain extend extract fetch fill find finish follow forbid
forgive gather generate get give go handle hide hire identify ignore implement improve include inform initiate
insert inspect install instruct insure introduce invest investigate invite involve isolate keep know learn leave
lend let listen look maintain make manage meet merge minimise minimize modify monitor move negotiate notify obtain
operate optimise optimize organise organize participate pass pay perform persuade pick postpone predict prefer
prepare prescribe prevent prioritise prioritize proceed produce promote propose protect prove provide publish pull
put re-engage react read reassign rebook receive recheck recognise recognize recommend reconsider recruit redirect
reduce refer refuse register reject relocate rely remind remove renegotiate renew renovate reorder repay replace
replan reply reprint reroute reschedule resend reset resolve respond restart restock restore restrict retain retest
retrain retry revise revoke rework rewrite ring-fence route save schedule see seek select sell send serve set settle
ship shorten show shut speak spend spot-check start stay steer stop strengthen submit subscribe suggest suspend swap
switch tackle take talk teach tell terminate think throw tidy translate treat try turn unblock understand unlock
upload use vaccinate validate verify wait warn withdraw withhold write
"""
_ALSO_NOUNS = """
address advance aid alarm alert answer appeal approach approximate archive audit award balance bid bill block book
boost brief bundle call cap care catch challenge change charge chase chat check claim clean clear close coach
command comment complete contact control cook cool copy correct count cover credit cross cure cut debit delay demand
deposit design direct discharge discount dispatch display dispute do document double draft drop dry duplicate e-mail
edit email empty end estimate exchange exercise exit experiment export face fast-track feed file filter finance fine
fix flag fly focus force forecast forward free freeze grade grant group guarantee guard guide hand harvest have help
hold hunt import increase interview invoice issue join judge label lead lift limit link list load loan lock log
lower mail mark match measure message name need note notice nurse offer open order pack park patch pause permit
phone place plan plant play post practise present press price print process promise purchase push quarantine
question queue quiz quote raise rank rate reach recall recharge record recycle refund release rent repair repeat
report request rescue research reserve return review reward ring risk run sample sanction scan score screen seal
search secure separate service shop shortlist sign slow sort split spot spray staff stamp step stock store study
supply support survey tag target tax team test text time tow trace track trade train transfer transport trap triage
trigger trim triple tune update upgrade value view visit vote warm wash watch water weigh welcome work wrap
"""

VERBS = frozenset(_ONLY_VERBS.split())
"""Words that hardly ever name what is done: "accept", but also "ship", "route", "schedule" and "stop"."""
NOUNS_TOO = frozenset(_ALSO_NOUNS.split())
"""Verbs that are nouns or adjectives just as often: "call", "check", "visit", "review", "block", "open"."""


def third_person(verb: str) -> str:
    """The form after "she": "calls", "pushes", "applies"; "has" for "have"."""
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeou" else f"{verb}s"
