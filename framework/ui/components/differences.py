"""What an overlay changes: every rule that is new or reads differently, with a link to it."""

from __future__ import annotations

from itertools import groupby

import streamlit as st
from markupsafe import Markup

from framework.assessment.words import in_brackets
from framework.model.rule_id import CASES, LESSONS, rule_id
from framework.model.rule_index import index_of
from framework.model.rulebase import RuleBase
from framework.reasoning.releases import changed_entries
from framework.ui.components.rule.kinds import word
from framework.ui.components.statement import href
from framework.ui.speech import say, say_count, to_say

MAX_SHOWN = 200


def show(below: RuleBase, whole: RuleBase) -> None:
    """Both lists; a sentence if there is nothing in them."""
    added, changed = differing(below, whole)
    if not added and not changed:
        st.markdown(say("Nothing differs: every entry reads as it does in the rules below."))
    for ids, one, many in (
        (added, to_say("{number} entry is new"), to_say("{number} entries are new")),
        (changed, to_say("{number} entry is changed"), to_say("{number} entries are changed")),
    ):
        if ids:
            st.markdown(f"**{say_count(len(ids), one, many)}**")
            st.html(_list(whole, ids[:MAX_SHOWN]))
            if len(ids) > MAX_SHOWN:
                st.caption(say("and {number} more", number=len(ids) - MAX_SHOWN))


def differing(below: RuleBase, whole: RuleBase) -> tuple[list[str], list[str]]:
    """Ids of new and of changed entries; of lessons and cases whatever is in them counts."""
    found = changed_entries(below, whole)
    parts = ((LESSONS, below.lesson, whole.lesson), (CASES, below.case, whole.case))
    inside = [
        rule_id(folder, id_) for folder, old, new in parts for id_ in new if id_ in old and dict(old)[id_] != new[id_]
    ]
    return list(found.added), list(dict.fromkeys((*found.changed, *inside)))


def _list(whole: RuleBase, ids: list[str]) -> Markup:
    index = index_of(whole)
    lines = Markup()
    for kind, entries in groupby((index[id_] for id_ in ids), key=lambda entry: entry.kind):
        lines += Markup("<li><strong>{}</strong><ul>").format(word(kind))
        for entry in entries:
            lines += Markup('<li><a href="{}">{}</a> <span class="soft">{}</span></li>').format(
                href("rule", rule=entry.id), entry.id, in_brackets(whole, entry.sentence)
            )
        lines += Markup("</ul></li>")
    return Markup('<div class="doc"><ul class="lines">{}</ul></div>').format(lines)
