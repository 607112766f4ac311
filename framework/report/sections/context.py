"""The data every section is built from, and shared helpers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from framework.assessment.framing import defaults, framing_template, ml_objective
from framework.assessment.words import Words
from framework.languages.catalogue import quoted, say
from framework.model.advice import Severity
from framework.model.assessment import Assessment, RaisedRequirement, RaisedRisk, Statement
from framework.model.condition import Condition
from framework.model.content import ConditionalText, Task
from framework.model.listing import cut, listed
from framework.model.printable import printable
from framework.model.rule_id import REMARKS, VERDICTS, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Alternative, Outcome, Rule, learned_from
from framework.reasoning.conclusions import facts_of, outcome_that_holds
from framework.reasoning.interpreter import Facts
from framework.reasoning.variants import Worded, alternative_in_words, task_in_words
from framework.report.blocks import Item

Raised = TypeVar("Raised", RaisedRequirement, RaisedRisk)

MAX_TITLE_CHARS = 300
"""Characters of a title; a longer one is cut."""

MAX_NAMED = 2
"""How many of the lines that matter less are named after a list."""

_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St)\.)(?<!\b(?:Mrs|e\.g|i\.e)\.)(?<!\bProf\.)\s+(?=[A-ZÀ-Ý0-9\"“'(])"
)
"""Not after a title or an initial, which people write before names."""


@dataclass(frozen=True)
class Context:
    """One assessment under its rule base."""

    rulebase: RuleBase
    assessment: Assessment

    @cached_property
    def words(self) -> Words:
        """The person's own words."""
        whole = self.worded.whole if self.worded else None
        return Words(self.rulebase, self.assessment.words, defaults(whole), self.facts)

    @cached_property
    def facts(self) -> Facts:
        """The answers with all conclusions, for conditions that are evaluated after the verdict."""
        return facts_of(self.rulebase, self.assessment)

    def remarks_under(self, section: str, *, before_a_model: bool = False) -> list[tuple[Statement, str]]:
        """The remarks that stand in one section of the brief, each with the lesson of its topic."""
        place = section, before_a_model
        remark = {
            rule_id(REMARKS, one.id): one for one in self.rulebase.remarks if (one.under, one.before_a_model) == place
        }
        return [(said, remark[said.rule].topic) for said in self.assessment.remarks if said.rule in remark]

    @property
    def title(self) -> str:
        """The name of the idea, or of the rule base."""
        return cut(printable(self.assessment.title), MAX_TITLE_CHARS) or self.rulebase.manifest.name

    @property
    def has_task(self) -> bool:
        """Whether the outcome, or any that is still possible, comes with a task type."""
        return self.rulebase.has_task(self.assessment.possible_outcomes)

    @cached_property
    def outcome(self) -> Outcome | None:
        """The outcome reached, or one whose reasons hold where only the verdict is settled."""
        return outcome_that_holds(self.facts, self.assessment.verdict, self.assessment.possible_outcomes)

    @cached_property
    def changes_if(self) -> tuple[Statement, ...]:
        """What would have to be different: as the rules that decide say, or else their outcome.

        Where nothing should be built, all of it has to be, and what would then still call for another question.
        """
        if self.outcome is None:
            return ()
        outcomes = [self.outcome]
        if self.outcome.builds_nothing:
            reframing = [verdict for verdict in self.rulebase.verdicts if verdict.needs_reframing]
            outcomes += [outcome for verdict in reframing for outcome in verdict.outcomes]
        told = [
            statement_of(self._place(outcome, rule.id), text)
            for outcome in outcomes
            for rule in outcome.rules
            if self.holds(rule.when)
            for text in rule.changes_if
        ]
        where = self._place(self.outcome, "changes_if")
        return tuple(told) or tuple(statement_of(where, text) for text in self.outcome.changes_if)

    def _place(self, outcome: Outcome, part: str) -> str:
        return rule_id(VERDICTS, self.rulebase.verdict_of[outcome.id].id, outcome.id, part)

    @property
    def needs_reframing(self) -> bool:
        """Whether the problem has to be reframed, so that the present framing is not developed."""
        verdict = self.rulebase.verdict.get(self.assessment.verdict or "")
        return verdict is not None and verdict.needs_reframing

    @property
    def keeps_question(self) -> bool:
        """Whether all rules that decided leave the question as it is put, and want something else to be different."""
        return bool(self._decided) and all(rule.keeps_question for rule in self._decided)

    @property
    def asks_as_answered(self) -> bool:
        """Whether the framing of the answers is what to ask instead of what was planned."""
        return bool(self.assessment.framing) and any(rule.asks_as_answered for rule in self._decided)

    @property
    def develops_framing(self) -> bool:
        """Whether the framing of the answers is one to build on: objectives, losses and other framings belong to it."""
        return self.has_task and (self.asks_as_answered or not self.needs_reframing)

    @property
    def _decided(self) -> list[Rule]:
        """The rules of the outcome that decided."""
        decided = {statement.rule for statement in self.assessment.verdict_rules}
        outcome = self.outcome
        return [rule for rule in outcome.rules if self._place(outcome, rule.id) in decided] if outcome else []

    @property
    def learns(self) -> bool:
        """Whether something is learned from past answers, as far as that is known."""
        rulebase = self.rulebase
        if self.assessment.verdict:
            return learned_from(rulebase.verdict[self.assessment.verdict], self.outcome)
        framed = (rulebase.verdict_of[id_] for id_ in self.assessment.possible_outcomes if rulebase.has_task([id_]))
        return any(verdict.learns and not verdict.needs_reframing for verdict in framed)

    @property
    def learns_from_answers(self) -> bool:
        """Whether recorded answers are learned from, and do not only judge the results of this task type."""
        return self.learns and self.worded is not None and not self.worded.whole.framing

    @property
    def instead(self) -> Alternative | None:
        """What to use instead; the fallback alternative does not count if there is a task type."""
        found = self.rulebase.alternative.get(self.assessment.alternative or "")
        return found if found and (found.rules or not self.has_task) else None

    @cached_property
    def instead_worded(self) -> Worded[Alternative] | None:
        """What to use instead, in the words of its kind."""
        return alternative_in_words(self.facts, self.instead) if self.instead else None

    @property
    def task(self) -> Task | None:
        """The task type, where the verdict comes with one."""
        return self.rulebase.task.get(self.assessment.task or "") if self.has_task else None

    @cached_property
    def worded(self) -> Worded[Task] | None:
        """The task type in the words that fit these answers."""
        return task_in_words(self.facts, self.task) if self.task else None

    @cached_property
    def ml_objective(self) -> tuple[str, str] | None:
        """The template of the ML objective and its rule; None without a task type."""
        value = self.rulebase.value.get(self.assessment.value or "")
        return ml_objective(self.worded, value) if self.worded else None

    @property
    def any_words(self) -> bool:
        """Whether the person said anything in their own words."""
        return bool(self.assessment.words)

    @property
    def framing_statement(self) -> Statement:
        """The framing sentence with the rule that words it."""
        verdict, worded = self.rulebase.verdict.get(self.assessment.verdict or ""), self.worded
        _, rule = framing_template(self.facts, worded, learns=learned_from(verdict, self.outcome))
        return statement_of(rule, self.assessment.framing or "", worded.sources("framing") if worded else ())

    def holds(self, condition: Condition | None) -> bool:
        """Whether a condition holds; always true for None."""
        return condition is None or self.facts.holds(condition) is True

    def verdict_titles(self, ids: Iterable[str]) -> str:
        """Verdicts in words: “A”, “B” or “C”."""
        language = self.rulebase.language
        titles = [quoted(language, self.rulebase.verdict[id_].title) for id_ in ids]
        return listed(titles, say(language, "or"))

    def named(self, questions: Iterable[str]) -> str:
        """Questions by their labels: “A”, “B” and “C”."""
        language = self.rulebase.language
        return listed([quoted(language, self.short(id_)) for id_ in questions], say(language, "and"))

    def short(self, question: str) -> str:
        """The label of a question."""
        return self.rulebase.questions[question].short


def statement_of(rule: str, text: str, sources: Sequence[str] = ()) -> Statement:
    """A statement of the rule base without its own condition."""
    return Statement(rule=rule, text=text, sources=tuple(sources))


def item(statement: Statement, label: str | None = None, text: str | None = None, *, sentences: int = 9) -> Item:
    """A line for a statement; `text` replaces its own sentence. Only so many `sentences` of it are told.

    The rest of them is on the page of its rule.
    """
    return Item(first_sentences(text or statement.text, sentences), statement, statement.answers, label)


def capital(text: str) -> str:
    """The text with its first letter capitalised."""
    return text[:1].upper() + text[1:]


def clause(text: str) -> str:
    """A title inside a sentence: its first letter small, unless the first word is an abbreviation or a name."""
    first = text.split(" ", 1)[0]
    return text if first[1:2].isupper() or first == "I" else text[:1].lower() + text[1:]


def first_sentences(text: str, number: int) -> str:
    """The first sentences of a text of the rule base."""
    return " ".join(_SENTENCE_END.split(text)[:number])


def shortened(lines: Sequence[Item], most: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The first lines, and a few of the others by their labels only: those that were not named before."""
    named = {line.label for line in lines[:most]}
    others: dict[str, Item] = {}
    for line in lines[most:]:
        if line.label and line.statement and line.label not in named:
            others.setdefault(line.label, line)
    return tuple(lines[:most]), tuple(others.values())[:MAX_NAMED]


def by_gravity(raised: Sequence[Raised]) -> list[Raised]:
    """Risks or requirements, the gravest first; the order of the rule base otherwise."""
    order = list(Severity)
    return sorted(raised, key=lambda each: -order.index(each.gravity))


def said_of(ctx: Context, texts: Iterable[str | ConditionalText]) -> list[str]:
    """The texts that hold, in their order."""
    said = (text if isinstance(text, str) else text.text if ctx.holds(text.when) else "" for text in texts)
    return [text for text in said if text]
