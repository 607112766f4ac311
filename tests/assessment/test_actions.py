"""What somebody does stands after "can" only where it surely begins with a verb; anything else stands in brackets."""

from __future__ import annotations

import pytest

from framework import load_rules
from framework.assessment.words import Words
from framework.languages.verbs import NOUNS_TOO, VERBS, third_person

VERB_PHRASES = """
call the customer
call customers back
call in a second driver
call back
hold the parcel back
offer a discount
offer discounts
offer extra lessons to forty pupils
review by hand
review the file again
ring up
rebook
double-check
email them
text them
phone the patient
book a visit
ship
schedule maintenance
route to the right team
order 20 boxes
order spare parts
check whether it is ripe
check it carefully
check, repair or replace it
call or email them
quickly reply to them
set up a meeting
stop production
warn the driver
do nothing
do a check
have it repaired
be sent to the ward
"""

NO_VERB_PHRASES = """
manual review
phone call
phone calls
second driver
priority shipping
automatic block
manual check
extra check
second opinion
call centre
call and manual check
check of the tyres
visit by a nurse
visits
refund of the fare
discount on the next order
email reminder
stock check
offer of a discount
plan of action
help desk
daily report
weekly visit
early warning
escalation to the team lead
treatment
calling the customer
letters to parents
no action
do not send it
is blocked
a human looks at it
"""

SAID_OF_ONE = """
calls the customer
calls in the patients who need care first
offers discounts
books, changes or claims a refund
reads, corrects and signs the note
goes to the right place in time
automatically sends an email
applies the policy
has it repaired
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.fixture(scope="module")
def filled():
    shipped = load_rules()

    def fill(action: str) -> str:
        return Words(shipped, {"actor": "the dispatcher", "action": action}).fill("{actor} {action:can}")

    return fill


@pytest.mark.parametrize("action", _lines(VERB_PHRASES))
def test_what_begins_with_a_verb_follows_can(filled, action):
    assert filled(action) == filled(action.capitalize()) == f"The dispatcher can {action}"


@pytest.mark.parametrize("action", _lines(NO_VERB_PHRASES))
def test_what_may_be_a_noun_stands_in_brackets(filled, action):
    """Cases from a reader: "the dispatcher can manual review"."""
    assert filled(action) == f"The dispatcher can act ({action})"


@pytest.mark.parametrize("action", _lines(SAID_OF_ONE))
def test_what_is_told_of_one_person_stands_without_can(filled, action):
    assert filled(action) == f"The dispatcher {action}"


@pytest.mark.parametrize("word", ["call", "check", "visit", "review", "block", "Refund"])
def test_a_word_that_is_also_a_noun_is_a_verb_alone(filled, word):
    assert filled(word) == f"The dispatcher can {word.lower()}"


@pytest.mark.parametrize(
    ("action", "reads"),
    [
        ("to prune the trees", "can prune the trees"),
        ("should renegotiate the lease", "can renegotiate the lease"),
        ("prune the trees", "can act (prune the trees)"),
        ("to the manager", "can act (the manager)"),
        ("to manual review", "can act (manual review)"),
        ("to have it repaired", "can have it repaired"),
        ("then a check", "can act (a check)"),
        ("they are told", "can act (are told)"),
    ],
)
def test_a_word_before_it_shows_that_an_unlisted_word_is_a_verb(filled, action, reads):
    assert filled(action) == f"The dispatcher {reads}"


def test_no_verb_is_listed_twice():
    assert not VERBS & NOUNS_TOO


@pytest.mark.parametrize(
    ("verb", "form"), [("call", "calls"), ("push", "pushes"), ("apply", "applies"), ("pay", "pays"), ("have", "has")]
)
def test_the_form_after_she(verb, form):
    assert third_person(verb) == form
