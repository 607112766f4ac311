"""Small random rule bases and sheets, for comparing the diagram with brute force."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from itertools import product

from framework.model.answers import Answer
from framework.model.condition import All, AnyOf, AtLeast, Condition, Is, Not
from framework.model.manifest import Headings, Manifest, Sentences, Step
from framework.model.question import Change, Option, Question, Section
from framework.model.rulebase import RuleBase
from framework.model.rules import Clause, Criterion, Example, NextStep, Outcome, Rule, Verdict


def random_rulebase(seed: int, questions: int = 4) -> RuleBase:
    """A rule base with a conditional question, one with several answers, two criteria and three verdicts."""
    rng = random.Random(seed)
    asked: list[Question] = []
    for index in range(questions):
        several = index == 1
        options = tuple(
            Option(id=f"o{number}", text="text", change=rng.choice([None, *Change]), exclusive=several and number == 2)
            for number in range(rng.choice((2, 3)) if not several else 3)
        )
        names = [question.id for question in asked]
        asked_when = random_condition(rng, asked, (), 1) if names and rng.random() < 0.5 else None
        asked.append(
            Question(
                id=f"q{index}",
                kind="many" if several else "one",
                text="text",
                short="short",
                why="why",
                sources=("s",),
                asked_when=asked_when,
                change=rng.choice(list(Change)),
                options=options,
            )
        )
    examples = (Example(answers={}, gives="open"), Example(answers={}, gives="open"))
    criteria: list[Criterion] = []
    for index in range(2):
        clauses = [
            (Clause(id=f"clause{number}", when=random_condition(rng, asked, criteria, 2), because="because"),)
            for number in range(3)
        ]
        favourable, unfavourable, blocking = clauses
        criteria.append(
            Criterion(
                id=f"c{index}",
                title="title",
                about="about",
                sources=("s",),
                favourable=favourable,
                unfavourable=unfavourable,
                blocking=blocking,
                limits="limits",
                examples=examples,
            )
        )
    outcomes = [f"out{index}" for index in range(4)]
    verdicts = [f"v{index}" for index in range(3)]
    under: dict[str, list[Outcome]] = {verdict: [] for verdict in verdicts}
    for index, outcome in enumerate(outcomes):
        rules = tuple(
            Rule(
                id=f"r{number}",
                when=random_condition(rng, asked, criteria, 2),
                because="because",
                sources=("s",),
                limits="limits",
            )
            for number in range(rng.choice((1, 2)))
        )
        rules = () if index == len(outcomes) - 1 else rules
        under[verdicts[index % 3]].append(
            Outcome(
                id=outcome,
                title="title",
                sentence="sentence",
                rules=rules,
                next_steps=(NextStep(id="step", text="text"),),
            )
        )
    manifest = Manifest(
        id="random",
        name="Random",
        version="1",
        tagline="tagline",
        promise="promise",
        steps=(Step(title="title", text="text"),),
        not_sure="Not sure",
        sections=("only",),
        verdicts=tuple(verdicts),
        outcomes=tuple(outcomes),
        sentences=Sentences(fallback_business="business", fallback_ml="ml"),
        headings=Headings(
            business_objective="business", ml_objective="ml", ml_proxies="proxies", label="label", losses="losses"
        ),
    )
    return RuleBase(
        manifest=manifest,
        digest=f"random-{seed}-{questions}",
        sections=(Section(id="only", title="title", intro="intro", questions=tuple(asked)),),
        criteria=tuple(criteria),
        verdicts=tuple(
            Verdict(
                id=verdict,
                title="title",
                short="short",
                meaning="meaning",
                icon="icon",
                colour="slate",
                has_task=False,
                has_alternative=False,
                sources=("s",),
                outcomes=tuple(under[verdict]),
            )
            for verdict in verdicts
        ),
    )


def complete_sheets(rulebase: RuleBase) -> Iterator[dict[str, Answer]]:
    """Every complete sheet."""
    names = list(rulebase.closed_questions)
    for values in product(*(question.complete_answers for question in rulebase.closed_questions.values())):
        yield dict(zip(names, values, strict=True))


def random_sheet(rulebase: RuleBase, rng: random.Random, share: float) -> dict[str, Answer]:
    """A sheet on which each question is answered with this probability."""
    chance, sheet = rng.random, {}
    for id_, question in rulebase.closed_questions.items():
        if chance() < share:
            complete = question.complete_answers
            sheet[id_] = complete[int(chance() * len(complete))]  # `choice` takes three times as long
    return sheet


def random_partial_sheet(rulebase: RuleBase, rng: random.Random, share: float) -> dict[str, Answer]:
    """A sheet on which each question is answered with this probability, every second one-choice question in part."""
    sheet = random_sheet(rulebase, rng, share)
    for id_ in sheet:
        question = rulebase.closed_questions[id_]
        if question.kind == "one" and len(question.options) > 2 and rng.random() < 0.5:
            sheet[id_] = partial_answer(question, rng)
    return sheet


def partial_answer(question: Question, rng: random.Random) -> tuple[str, ...]:
    """Some options of a question that takes one of at least three."""
    options = [option.id for option in question.options]
    chosen = rng.sample(options, k=rng.randint(2, len(options) - 1))
    return tuple(option for option in options if option in chosen)


def agrees(sheet: Mapping[str, Answer], known: Mapping[str, Answer]) -> bool:
    """Whether a complete sheet is a completion of some answers."""
    return all(
        sheet[id_] == value or (isinstance(sheet[id_], str) and isinstance(value, tuple) and sheet[id_] in value)
        for id_, value in known.items()
    )


def random_condition(
    rng: random.Random, questions: list[Question], criteria: list[Criterion] | tuple[()], depth: int
) -> Condition:
    """A condition over some questions and criteria, nested at most `depth` deep."""
    if depth == 0 or rng.random() < 0.4:
        if criteria and rng.random() < 0.3:
            statuses = rng.sample(["favourable", "unfavourable", "blocking"], k=rng.choice((1, 2)))
            return Is(rng.choice(list(criteria)).id, tuple(statuses))
        question = rng.choice(questions)
        ids = [option.id for option in question.options]
        return Is(question.id, tuple(rng.sample(ids, k=rng.randint(1, len(ids)))))
    parts = tuple(random_condition(rng, questions, criteria, depth - 1) for _ in range(rng.randint(1, 3)))
    match rng.choice(("all", "any", "not", "at_least")):
        case "all":
            return All(parts)
        case "any":
            return AnyOf(parts)
        case "not":
            return Not(parts[0])
        case _:
            return AtLeast(rng.randint(1, len(parts)), parts)
