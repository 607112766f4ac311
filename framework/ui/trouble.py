"""Errors in words: inside a page or a part of it that runs alone, and in callbacks, which run before either.

Streamlit shows what a callback or a fragment raises as it is, without a word on what to do: the frame of the page does
not catch it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import streamlit as st
from markupsafe import Markup

from framework.errors import RuleBaseError, StoreError, UserError
from framework.reasoning.nodes import DiagramTooLarge
from framework.ui import escaping, trials
from framework.ui.components import problem_list
from framework.ui.components.frame import trial_line
from framework.ui.notices import ERROR, notify, notify_of
from framework.ui.speech import explained, say, say_count

_LOG = logging.getLogger(__name__)

Given = ParamSpec("Given")


@contextmanager
def in_words() -> Iterator[None]:
    """Show what goes wrong inside as a message that says what to do next. Also a decorator, below `st.fragment`."""
    try:
        yield
    except RuleBaseError as error:
        _broken_rules(error)
    except trials.TrialOver as error:
        _message(say("These rules are gone"), *explained(error))
        trial_line.stop()
    except DiagramTooLarge as error:
        _message(say("These rules are too large"), str(error))
    except StoreError as error:
        _LOG.error("store: %s", error)
        _message(say("Saved work cannot be reached"), *explained(error), retry=True)
    except UserError as error:
        _message(say("This did not work"), *explained(error))
    except Exception:
        _LOG.exception("a page failed")
        _message(
            say("Something went wrong on this page"),
            say("This is our mistake, not yours. Your answers are saved under the address of this page."),
            say("Reload the page. If it happens again, try another page."),
        )


def guarded(act: Callable[Given, object]) -> Callable[Given, None]:
    """A callback that tells in a notice what goes wrong in it; the page that follows tells what goes wrong there."""

    @wraps(act)
    def safely(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except UserError as error:
            notify_of(error)
        except Exception:
            _LOG.exception("a callback failed")
            notify(say("This did not work. It is our mistake, not yours: reload the page and try again."), ERROR)

    return safely


def _broken_rules(error: RuleBaseError) -> None:
    _LOG.error("the rules cannot be used:\n%s", error)
    st.title(say("The rules cannot be used as they are"), anchor=False)
    st.write(
        say_count(
            len(error.problems),
            "The application cannot give advice until they are corrected. Saved answers are safe. Each line below "
            "names a file, a line and a column ({number} problem). Correct them and reload this page.",
            "The application cannot give advice until they are corrected. Saved answers are safe. Each line below "
            "names a file, a line and a column ({number} problems). Correct them and reload this page.",
        )
    )
    problem_list.show(error.problems)


def _message(heading: str, message: str, hint: str = "", *, retry: bool = False) -> None:
    """`retry`: whether the page is run again every few seconds (`reconnect.js` looks for the last sentence)."""
    with st.container(border=True, key="trouble"):
        st.header(heading, anchor=False)
        st.markdown(escaping.md(message))
        if hint:
            st.markdown(escaping.md(hint))
        if retry:
            st.html(Markup('<p class="retry">{}</p>').format(say("This page tries again every few seconds.")))
