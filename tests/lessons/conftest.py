"""The readers of sentences assert, so what fails in them is told as in a test."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.lessons.sentences")
