"""The interview."""

from framework.ui import interview

interview.show()
