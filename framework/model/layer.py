"""What a rule base is read from: layers of files. Where these are, only `rulebase.layers` knows."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable  # as a field of a model must be
class Layer(Protocol):
    """Files under the names that they have in a folder of rules: `criteria/distance.yaml`."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every YAML file of rules, in the order of names."""

    @property
    def translations(self) -> tuple[str, ...]:
        """Every YAML file with texts in another language, in the order of names: `languages/fr/questions.yaml`."""

    @property
    def misnamed(self) -> tuple[str, ...]:
        """Every file that is YAML by its name and would not be read: `criteria/distance.yml`."""

    @property
    def missing(self) -> bool:
        """Whether there is no such place at all."""

    def read(self, name: str) -> bytes:
        """The content of a file, up to just over what is read at all.

        Raises:
            OSError: it cannot be read.
        """

    def shown(self, name: str = "") -> str:
        """How a message names the file, or the whole layer."""
