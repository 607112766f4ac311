"""One search over everything that a rule base says."""

from framework.search.documents import Document, documents_of
from framework.search.index import SearchIndex

__all__ = ["Document", "SearchIndex", "documents_of"]
