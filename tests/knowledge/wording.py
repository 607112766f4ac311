"""Words that belong to some briefs only."""

from __future__ import annotations

import re

TRAINED = re.compile(
    r"class weight|\bAUC\b|\bretrain|labels to|labelled data|acting on every case|by class\b", re.IGNORECASE
)
"""What only a brief for a model that somebody trains may speak of."""
