"""Everything in a rule base that has its own id, with its location: resolves and lists ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from framework.model import rule_id as ids
from framework.model.condition import Condition, Is, Not
from framework.model.content import Metric, Objective, Task
from framework.model.rule_id import parts_of, rule_id
from framework.model.rulebase import RuleBase
from framework.model.rules import Criterion, Rule, Status, Verdict
from framework.model.value import ValueModel

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class RuleEntry:
    """One addressable entry: a criterion, one of its clauses, a field of a task type that a brief cites, ..."""

    id: str
    kind: str
    """The label shown for it: "Criterion"."""
    title: str
    sentence: str
    file: str
    """Its file, relative to the folder of rules."""
    path: Path = ()
    """Keys and positions that lead to it inside the file."""
    when: Condition | None = None
    above: tuple[Condition, ...] = ()
    """Conditions of its parents; they must hold too."""
    sources: tuple[str, ...] = ()
    limits: str | None = None
    lesson: str | None = None
    advice: bool = False
    """Whether its condition is evaluated after the verdict."""
    parts: tuple[str, ...] = ()
    """Ids of the rules inside it."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that must hold, its own condition last."""
        return (*self.above, self.when) if self.when is not None else self.above


class RuleIndex(Mapping[str, RuleEntry]):
    """Every entry of a rule base by its id, in the order of the files."""

    def __init__(self, rulebase: RuleBase):
        self._entries: dict[str, RuleEntry] = {}
        self.duplicates: list[RuleEntry] = []
        """Entries whose id is already used by another entry."""
        for entry in _entries(rulebase):
            if entry.id in self._entries:
                self.duplicates.append(entry)
            self._entries.setdefault(entry.id, entry)
        self._replaced_by = {retired.id: retired.replaced_by for retired in rulebase.retired}

    def __getitem__(self, id_: str) -> RuleEntry:
        return self._entries[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def resolve(self, id_: str) -> RuleEntry | None:
        """The entry with this id, or with the id that replaced it; None if there is none."""
        current: str | None = rule_id(*parts) if (parts := parts_of(id_)) else None
        seen: set[str] = set()
        while current is not None and current not in self._entries and current not in seen:
            seen.add(current)
            current = self._replaced_by.get(current)
        return self._entries.get(current) if current is not None else None


_INDEXES: dict[int, tuple[RuleBase, RuleIndex]] = {}
_MOST_INDEXES = 8


def index_of(rulebase: RuleBase) -> RuleIndex:
    """The index of a rule base, built once."""
    found = _INDEXES.get(id(rulebase))
    if found is None or found[0] is not rulebase:
        if len(_INDEXES) >= _MOST_INDEXES:
            _INDEXES.pop(next(iter(_INDEXES)))
        found = _INDEXES[id(rulebase)] = (rulebase, RuleIndex(rulebase))
    return found[1]


def _entries(rulebase: RuleBase) -> Iterator[RuleEntry]:
    yield from _manifest(rulebase)
    yield from _questions(rulebase)
    for criterion in rulebase.criteria:
        yield from _criterion(criterion)
    for verdict in rulebase.verdicts:
        yield from _verdict(verdict)
    for item in rulebase.alternatives:
        where, file = rule_id(ids.ALTERNATIVES, item.id), f"{ids.ALTERNATIVES}/{item.id}.yaml"
        own = RuleEntry(where, "Alternative", item.title, item.what, file, sources=item.sources)
        yield from _with_parts(own, _rules(own, item.rules, ("rules",)))
        fields: dict[Path, str] = {
            ("what",): item.what,
            ("choose_when",): item.choose_when,
            ("first_step",): item.first_step,
            ("no_longer_enough_when",): item.no_longer_enough_when,
        }
        yield from _fields(own, fields)
        for number, other in enumerate(item.variants):
            id_, path = rule_id(*parts_of(where), ids.VARIANTS, other.id), (ids.VARIANTS, number)
            variant = replace(own, id=id_, sentence=other.what or item.what, path=path, sources=other.sources)
            yield replace(variant, when=other.when, advice=True)
            yield from _fields(variant, {path: getattr(other, str(path[0])) for path in fields})
    for task in rulebase.tasks:
        yield from _task(task)
        yield from _variants(task)
    for value in rulebase.values:
        yield from _value(value)
    for number, metric in enumerate(rulebase.metrics):
        yield from _metric(metric, number)
    for objective in rulebase.objectives:
        yield from _objective(objective)
    yield from _requirements(rulebase)
    yield from _plan(rulebase)
    for risk in rulebase.risks:
        where, file = rule_id(ids.RISKS, risk.id), f"{ids.RISKS}/{risk.id}.yaml"
        yield RuleEntry(where, "Risk", risk.title, risk.what, file, when=risk.when, sources=risk.sources, advice=True)
    for lesson in rulebase.lessons:
        where, file = rule_id(ids.LESSONS, lesson.id), f"{ids.LESSONS}/{lesson.id}.yaml"
        yield RuleEntry(where, "Lesson", lesson.title, lesson.summary, file, sources=lesson.sources)
    for case in rulebase.cases:
        where, file = rule_id(ids.CASES, case.id), f"{ids.CASES}/{case.id}.yaml"
        yield RuleEntry(where, "Worked case", case.title, case.description, file)
    yield from _lists(rulebase)


def _manifest(rulebase: RuleBase) -> Iterator[RuleEntry]:
    manifest, file = rulebase.manifest, f"{ids.MANIFEST}.yaml"
    for name, text in (
        ("framing", manifest.sentences.framing),
        ("no_task", manifest.sentences.no_task),
        ("fallback_business", manifest.sentences.fallback_business),
        ("fallback_ml", manifest.sentences.fallback_ml),
    ):
        if text:
            where = rule_id(ids.MANIFEST, "sentences", name)
            yield RuleEntry(where, "Rule base", manifest.name, text, file, ("sentences", name))
    for number, audience in enumerate(manifest.audiences):
        where, path = rule_id(ids.MANIFEST, "audiences", audience.id), ("audiences", number)
        yield RuleEntry(where, "Audience", audience.name, audience.opening, file, path, when=audience.when, advice=True)


def _questions(rulebase: RuleBase) -> Iterator[RuleEntry]:
    for number, section in enumerate(rulebase.sections, start=1):
        file = f"{ids.QUESTIONS}/{number:02d}_{section.id}.yaml"
        for place, question in enumerate(section.questions):
            path: Path = ("questions", place)
            where = rule_id(ids.QUESTIONS, question.id)
            own = RuleEntry(where, "Question", question.short, question.text, file, path, sources=question.sources)
            yield replace(own, when=question.asked_when)
            for position, option in enumerate(question.options):
                at = (*path, "options", position)
                yield RuleEntry(rule_id(*parts_of(where), option.id), "Answer", question.short, option.text, file, at)


def _criterion(criterion: Criterion) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.CRITERIA, criterion.id), f"{ids.CRITERIA}/{criterion.id}.yaml"
    own = RuleEntry(
        where,
        "Criterion",
        criterion.title,
        criterion.about,
        file,
        sources=criterion.sources,
        limits=criterion.limits,
        lesson=criterion.lesson,
    )
    clauses = [
        replace(
            own,
            id=rule_id(ids.CRITERIA, criterion.id, clause.id),
            sentence=clause.because,
            path=(status.value, number),
            when=clause.when,
            sources=clause.sources or criterion.sources,
            limits=clause.limits or criterion.limits,
        )
        for status in (Status.FAVOURABLE, Status.UNFAVOURABLE, Status.BLOCKING)
        for number, clause in enumerate(criterion.clauses(status))
    ]
    yield from _with_parts(own, clauses)


def _verdict(verdict: Verdict) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.VERDICTS, verdict.id), f"{ids.VERDICTS}/{verdict.id}.yaml"
    own = RuleEntry(where, "Verdict", verdict.title, verdict.meaning, file, sources=verdict.sources)
    below: list[RuleEntry] = []
    for number, outcome in enumerate(verdict.outcomes):
        at: Path = ("outcomes", number)
        id_ = rule_id(ids.VERDICTS, verdict.id, outcome.id)
        found = replace(own, id=id_, title=outcome.title, sentence=outcome.sentence, path=at)
        rules = [*_rules(found, outcome.rules, (*at, "rules"))]
        rules += [
            replace(
                found,
                id=rule_id(ids.VERDICTS, verdict.id, outcome.id, "next_steps", step.id),
                sentence=step.text,
                path=(*at, "next_steps", place),
                when=step.when,
                sources=step.sources or found.sources,
                advice=True,
            )
            for place, step in enumerate(outcome.next_steps)
        ]
        below += _with_parts(found, rules)
        if outcome.changes_if:
            id_ = rule_id(ids.VERDICTS, verdict.id, outcome.id, "changes_if")
            below.append(replace(found, id=id_, sentence=" ".join(outcome.changes_if), path=(*at, "changes_if")))
    yield from _with_parts(own, below)


def _task(task: Task) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.TASKS, task.id), f"{ids.TASKS}/{task.id}.yaml"
    own = RuleEntry(where, "Task type", task.name, task.plain, file, sources=task.sources)
    rules = [*_rules(own, task.rules, ("rules",))]
    rules += [replace(entry, advice=True) for entry in _rules(own, task.also_fits, ("also_fits",))]
    for name, choices in (
        ("metrics", [(choice.id or choice.metric, choice.why, choice.when, ()) for choice in task.metrics]),
        ("baselines", [(choice.id, choice.text, choice.when, ()) for choice in task.baselines]),
        ("reframings", [(way.id, f"{way.title}. {way.choose_when}", way.when, way.sources) for way in task.reframings]),
    ):
        rules += [
            replace(
                own,
                id=rule_id(ids.TASKS, task.id, name, id_),
                sentence=text,
                path=(name, number),
                when=when,
                sources=sources or task.sources,
                advice=True,
            )
            for number, (id_, text, when, sources) in enumerate(choices)
        ]
    yield from _with_parts(own, rules)
    fields: dict[Path, str] = {
        ("name",): task.name,
        ("discriminator",): task.discriminator,
        ("unit",): task.unit,
        ("output",): task.output,
        ("output_form",): task.output_form,
        ("inputs",): task.inputs,
        ("never_inputs",): task.never_inputs,
        ("label", "definition"): task.label.definition,
        ("label", "source"): task.label.source,
        ("label", "delay"): task.label.delay,
        ("losses",): " ".join(f"{loss.name}: {loss.choose_when}" for loss in task.losses),
        ("misleading",): " ".join(f"{wrong.name}: {wrong.why}" for wrong in task.misleading),
        ("pitfalls",): " ".join(task.pitfalls),
        ("example",): task.example.text,
        ("ml_objective",): task.ml_objective,
        ("framing",): task.framing or "",
    }
    yield from _fields(own, fields)


def _value(value: ValueModel) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.VALUES, value.id), f"{ids.VALUES}/{value.id}.yaml"
    own = RuleEntry(where, "Value model", value.title, value.about, file, sources=value.sources, limits=value.limits)
    yield from _with_parts(own, (replace(entry, advice=True) for entry in _rules(own, value.rules, ("rules",))))
    fields: dict[Path, str] = {
        ("process", "assumption"): value.process.assumption,
        ("policy", "assumption"): value.policy.assumption,
        ("simple_ways",): " ".join(value.simple_ways),
    }
    yield from _fields(own, fields)
    for number, known in enumerate(value.published):
        id_ = rule_id(ids.VALUES, value.id, "published", known.id)
        yield replace(
            own,
            id=id_,
            sentence=f"{known.what}: {known.figure}",
            path=("published", number),
            when=known.when,
            advice=True,
        )


def _variants(task: Task) -> Iterator[RuleEntry]:
    """The variants of a task type, each with the fields that differ; a variant is used if none before it holds."""
    file = f"{ids.TASKS}/{task.id}.yaml"
    before: tuple[Condition, ...] = (Is("task", (task.id,)),)
    for number, variant in enumerate(task.variants):
        at: Path = (ids.VARIANTS, number)
        where = rule_id(ids.TASKS, task.id, ids.VARIANTS, variant.id)
        own = RuleEntry(where, "Kind of wish", variant.name, variant.cheaper.text, file, at, sources=variant.sources)
        own = replace(own, advice=True, above=before)
        inside = [
            replace(
                own,
                id=rule_id(*parts_of(where), name, id_),
                sentence=text,
                path=(*at, name, place),
                when=when,
                above=(*before, variant.when),
            )
            for name, choices in (
                ("metrics", [(item.id or item.metric, item.why, item.when) for item in variant.metrics or ()]),
                ("baselines", [(item.id, item.text, item.when) for item in variant.baselines or ()]),
            )
            for place, (id_, text, when) in enumerate(choices)
        ]
        yield from _with_parts(replace(own, when=variant.when), inside)
        label = variant.label
        fields: dict[Path, str] = {
            ("name",): variant.name,
            ("unit",): variant.unit or "",
            ("output",): variant.output or "",
            ("output_form",): variant.output_form or "",
            ("inputs",): variant.inputs or "",
            ("never_inputs",): variant.never_inputs or "",
            ("label", "definition"): label.definition if label else "",
            ("label", "source"): label.source if label else "",
            ("label", "delay"): label.delay if label else "",
            ("losses",): " ".join(f"{loss.name}: {loss.choose_when}" for loss in variant.losses or ()),
            ("misleading",): " ".join(f"{wrong.name}: {wrong.why}" for wrong in variant.misleading or ()),
            ("pitfalls",): " ".join(variant.pitfalls or ()),
            ("framing",): variant.framing or "",
            ("example",): variant.example.text if variant.example else "",
            ("cheaper", "text"): variant.cheaper.text,
            ("cheaper", "model_when"): variant.cheaper.model_when,
            ("evidence",): " ".join(fact.text for fact in variant.evidence),
        }
        yield from _fields(replace(own, above=(*before, variant.when)), fields)
        before = (*before, Not(variant.when))


def _metric(metric: Metric, number: int) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.METRICS, metric.id), f"{ids.METRICS}.yaml"
    own = RuleEntry(where, "Metric", metric.name, metric.plain, file, (number,), sources=metric.sources)
    yield own
    yield from _fields(own, {("formula",): metric.formula or "", ("misleads_when",): metric.misleads_when})


def _objective(objective: Objective) -> Iterator[RuleEntry]:
    where, file = rule_id(ids.OBJECTIVES, objective.id), f"{ids.OBJECTIVES}/{objective.id}.yaml"
    own = RuleEntry(where, "Objective", objective.name, objective.business_objective, file, sources=objective.sources)
    yield replace(own, when=objective.when, advice=True)
    fields: dict[Path, str] = {
        ("business_objective",): objective.business_objective,
        ("link",): objective.link,
        ("business_metrics",): " ".join(objective.business_metrics),
        ("ml_proxies",): " ".join(objective.ml_proxies),
        ("chain",): " ".join(link.assumption for link in objective.chain),
        ("stakeholders",): " ".join(f"{who.who}: {who.wants}" for who in objective.stakeholders),
        ("conflicts",): " ".join(objective.conflicts),
        ("guardrails",): " ".join(objective.guardrails),
        ("misalignments",): " ".join(objective.misalignments),
    }
    yield from _fields(own, fields)


def _requirements(rulebase: RuleBase) -> Iterator[RuleEntry]:
    for family in rulebase.requirements:
        where, file = rule_id(ids.REQUIREMENTS, family.id), f"{ids.REQUIREMENTS}/{family.id}.yaml"
        own = RuleEntry(where, "Requirement", family.name, family.about, file)
        required = [
            replace(
                own,
                id=rule_id(ids.REQUIREMENTS, family.id, item.id),
                title=item.title,
                sentence=item.statement,
                path=("requirements", number),
                when=item.when,
                sources=item.sources,
                advice=True,
            )
            for number, item in enumerate(family.requirements)
        ]
        yield from _with_parts(own, required)


def _plan(rulebase: RuleBase) -> Iterator[RuleEntry]:
    for step in rulebase.plan:
        where, file = rule_id(ids.PLAN, step.id), f"{ids.PLAN}/{step.id}.yaml"
        own = RuleEntry(where, "Plan step", step.title, step.deliverable, file, sources=step.sources)
        details = [
            replace(
                own,
                id=rule_id(ids.PLAN, step.id, "details", detail.id),
                sentence=detail.text,
                path=("details", number),
                when=detail.when,
                above=(step.when,) if step.when is not None else (),
                advice=True,
            )
            for number, detail in enumerate(step.details)
        ]
        yield from _with_parts(replace(own, when=step.when, advice=True), details)
        fields: dict[Path, str] = {
            ("deliverable",): step.deliverable,
            ("done_when",): step.done_when,
            ("go_back_when",): step.go_back_when,
            ("why",): step.why,
        }
        yield from _fields(own, fields)


def _lists(rulebase: RuleBase) -> Iterator[RuleEntry]:
    """The entries of the files that hold a list."""
    for number, step in enumerate(rulebase.ladder):
        where, file = rule_id(ids.LADDER, step.id), f"{ids.LADDER}.yaml"
        own = RuleEntry(where, "Step", step.title, step.what, file, (number,), sources=step.sources, limits=step.limits)
        yield replace(own, when=step.start_when, advice=True)
        fields: dict[Path, str | None] = {
            ("because",): step.because,
            ("measure",): step.measure,
            ("go_up_when",): step.go_up_when,
            ("come_down_when",): step.come_down_when,
            ("cost",): step.cost,
            ("limits",): step.limits,
        }
        yield from _fields(own, fields)

    def entry(kind: str, called: str, number: int, id_: str, title: str, sentence: str) -> RuleEntry:
        return RuleEntry(rule_id(kind, id_), called, title, sentence, f"{kind}.yaml", (number,))

    for number, item in enumerate(rulebase.contradictions):
        own = entry(ids.CONTRADICTIONS, "Contradiction", number, item.id, "Contradiction", item.message)
        yield replace(own, when=item.when, sources=item.sources, advice=True)
    for number, fault in enumerate(rulebase.faults):
        own = entry(ids.FAULTS, "Framing fault", number, fault.id, "Framing fault", fault.message)
        yield replace(own, when=fault.when, sources=fault.sources, advice=True)
    for number, split in enumerate(rulebase.decouplings):
        own = entry(ids.DECOUPLINGS, "Split objective", number, split.id, "Split objective", split.message)
        yield replace(own, when=split.when, sources=split.sources, advice=True)
    for number, remark in enumerate(rulebase.remarks):
        own = entry(ids.REMARKS, "Remark", number, remark.id, "Remark", remark.text)
        yield replace(own, when=remark.when, sources=remark.sources, lesson=remark.topic, advice=True)
    for number, said in enumerate(rulebase.money):
        own = entry(ids.MONEY, "Money", number, said.id, "What the numbers say", said.text)
        yield replace(own, when=said.when, sources=said.sources, advice=True)
    for number, promise in enumerate(rulebase.monotonicities):
        own = entry(ids.MONOTONICITIES, "Promise", number, promise.id, "Promise", promise.text)
        yield replace(own, sources=promise.sources)


def _rules(owner: RuleEntry, rules: Iterable[Rule], path: Path) -> Iterator[RuleEntry]:
    """The rules of an outcome, an alternative or a task type."""
    for number, rule in enumerate(rules):
        yield replace(
            owner,
            id=rule_id(*parts_of(owner.id), rule.id),
            sentence=rule.because,
            path=(*path, number),
            when=rule.when,
            sources=rule.sources,
            limits=rule.limits,
        )


def _fields(owner: RuleEntry, fields: Mapping[Path, str | None]) -> Iterator[RuleEntry]:
    """Texts of an entry that a brief cites by field name."""
    for path, text in fields.items():
        if text:
            id_ = rule_id(*parts_of(owner.id), *map(str, path))
            yield replace(owner, id=id_, sentence=text, path=(*owner.path, *path))


def _with_parts(owner: RuleEntry, below: Iterable[RuleEntry]) -> Iterator[RuleEntry]:
    """An entry that lists its parts with a condition, followed by all its parts."""
    inside = tuple(below)
    yield replace(owner, parts=tuple(entry.id for entry in inside if entry.when is not None))
    yield from inside
