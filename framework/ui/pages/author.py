"""For authors: try a rule base of one's own, or files laid over these, and see what differs."""

from __future__ import annotations

import io
import zipfile

import streamlit as st

from framework import deployment
from framework.errors import RuleBaseError
from framework.model.rulebase import RuleBase
from framework.rulebase import load_rules
from framework.rulebase.layers import Folder
from framework.rulebase.uploads import MAX_FILES, MAX_UPLOAD
from framework.settings import TEMPLATE_RULES, Settings
from framework.ui import address, links, resources, trials
from framework.ui.components import differences, document, problem_list
from framework.ui.components.interview import top_of_page
from framework.ui.escaping import md
from framework.ui.speech import language, say, say_count

WHOLE, OVER = say("A whole rule base"), say("Files that are laid over the rules in use")
_TIME = (2020, 1, 1, 0, 0, 0)
"""Of every file in the template, so that it is the same bytes each time."""


def trying(trial: trials.Trial) -> None:
    """What can be done with rules that are being tried."""
    st.header(say("These rules can be used"), anchor="trying")
    st.markdown(_counts(trial.rulebase))
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(say("Answer their questions"), type="primary", icon=":material/edit_note:", key="try_questions"):
            links.begin()
        links.link_elsewhere("start", say("Their start page"), icon=":material/home:")
        links.link_elsewhere("proofs", say("What is proved about them"), icon=":material/verified:")
    if trial.overlay:
        st.header(say("What differs from the rules below"), anchor="differs")
        differences.show(resources.own_rules(), trial.rulebase)


def upload() -> None:
    """Choose files, check them, and go on with them."""
    st.header(say("Upload and check"), anchor="upload")
    st.markdown(
        say(
            "Choose a folder as a zip, or its YAML files. They are checked first, and every mistake is listed with "
            "file, line and column. Nothing in them is executed, and nobody else sees them."
        )
    )
    kind = st.radio(say("What do you upload?"), (WHOLE, OVER), key="upload_kind")
    files = st.file_uploader(
        say("A zip, or YAML files"),
        type=["zip", "yaml"],
        accept_multiple_files=True,
        max_upload_size=MAX_UPLOAD // 1_000_000,
        key="upload_files",
    )
    st.caption(say("At most {number} MB and {max_files} files.", number=MAX_UPLOAD // 1_000_000, max_files=MAX_FILES))
    if st.button(say("Check and try"), icon=":material/fact_check:", key="check_upload"):
        found = {file.name: file.getvalue() for file in files}
        if not files:
            st.warning(say("Choose a zip or some YAML files first."), icon=":material/info:")
        elif len(found) < len(files):
            st.warning(say("Two of these files have the same name. Put them into their folders, in a zip."))
        else:
            _check(found, over=kind == OVER)


def _check(files: dict[str, bytes], *, over: bool) -> None:
    settings = Settings.from_environment()
    below = tuple(map(Folder, (settings.rules, *settings.overlays))) if over else ()
    try:
        with st.spinner(say("Checking …")):
            trial = trials.examined(files, below)
    except RuleBaseError as error:
        count = say_count(len(error.problems), "{number} problem", "{number} problems")
        st.error(say("These rules cannot be used yet: {count}. Correct the files and upload them again.", count=count))
        problem_list.show(error.problems)
    else:
        links.leave("author", **{address.RULES: trials.trials().add(trial)})


def template() -> None:
    """A small rule base to start from."""
    st.header(say("Start from a small one"), anchor="template")
    st.markdown(
        say(
            "A few short files about another subject, with comments that explain each field. Change one file after the "
            "other, and check it with `should-i-use-ml check`."
        )
    )
    st.download_button(
        say("Download the template"),
        _template,
        file_name="rules.zip",
        mime="application/zip",
        icon=":material/download:",
        key="template",
        on_click="ignore",
    )


def in_use() -> None:
    """The rules of this process, and what an overlay changes in them."""
    settings, rulebase = Settings.from_environment(), resources.own_rules()
    st.header(say("The rules in use"), anchor="in_use")
    manifest = resources.own_rules(language()).manifest
    st.markdown(
        say(
            "**{name}**, version {version}. {counts}",
            name=md(manifest.name),
            version=md(manifest.version),
            counts=_counts(rulebase),
        )
    )
    if settings.overlays:
        names = ", ".join(md(folder.name) for folder in settings.overlays)
        st.markdown(say("Laid over them: {names}.", names=names))
        differences.show(load_rules(settings.rules), rulebase)


def _counts(rulebase: RuleBase) -> str:
    parts = (
        say_count(len(rulebase.questions), "{number} question", "{number} questions"),
        say_count(len(rulebase.verdicts), "{number} verdict", "{number} verdicts"),
        say_count(len(rulebase.cases), "{number} worked case", "{number} worked cases"),
        say_count(len(rulebase.lessons), "{number} lesson", "{number} lessons"),
    )
    return f"{', '.join(parts)}."


def _template() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in TEMPLATE_RULES.rglob("*") if path.is_file()):
            name = f"rules/{path.relative_to(TEMPLATE_RULES).as_posix()}"
            archive.writestr(zipfile.ZipInfo(name, _TIME), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


document.style()
with st.container(key="read_author"):
    st.title(say("Rules of your own"), anchor=False)
    st.markdown(
        say(
            "Everything that this application asks and says is in a folder of text files: its rules. You can write "
            "others, about any subject, or lay a few files over these: your own questions, wording, cases or lessons."
        )
    )
    found = trials.current()
    top_of_page.go_to(address.param(address.RULES) or "author")
    if found:
        trying(found)
    if deployment.allows_trials():
        upload()
    else:
        st.info(
            say(
                "Rules cannot be tried on this server: whoever runs it has switched that off. On your own machine, "
                "`should-i-use-ml check` checks them; set `SHOULD_I_USE_ML_RULES` to their folder."
            ),
            icon=":material/science:",
        )
    template()
    if not found:
        in_use()
