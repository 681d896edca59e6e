"""ujar reads newswire, Indonesian first, and keeps who said what to whom.

    for article in ujar.read_articles("story.txt"):
        record = ujar.load_analyser().analyse(article)

The names below are the public surface. Each is imported when it is first used, so that `import ujar` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ujar.analyse import Analyser, load_analyser
    from ujar.errors import (
        FactsError,
        GoldError,
        LanguageDataError,
        ModelError,
        RecordError,
        UjarError,
        UnreadableArticle,
    )
    from ujar.read import find_files, read_article, read_articles, read_with_appearance
    from ujar.record import (
        Actor,
        Addressee,
        Appearance,
        Article,
        Byline,
        Cue,
        Dateline,
        Event,
        MadeBy,
        Place,
        Published,
        Record,
        Region,
        Role,
        Source,
        Span,
        Statement,
        Time,
    )

    __version__: str

__all__ = [
    "Actor",
    "Addressee",
    "Analyser",
    "Appearance",
    "Article",
    "Byline",
    "Cue",
    "Dateline",
    "Event",
    "FactsError",
    "GoldError",
    "LanguageDataError",
    "MadeBy",
    "ModelError",
    "Place",
    "Published",
    "Record",
    "RecordError",
    "Region",
    "Role",
    "Source",
    "Span",
    "Statement",
    "Time",
    "UjarError",
    "UnreadableArticle",
    "__version__",
    "find_files",
    "load_analyser",
    "read_article",
    "read_articles",
    "read_with_appearance",
]

_HOMES = {
    "ujar.read": ("find_files", "read_article", "read_articles", "read_with_appearance"),
    "ujar.analyse": ("Analyser", "load_analyser"),
    "ujar.errors": (
        "FactsError",
        "GoldError",
        "LanguageDataError",
        "ModelError",
        "RecordError",
        "UjarError",
        "UnreadableArticle",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return _version()
    if name not in __all__:
        raise AttributeError(f"module 'ujar' has no attribute {name!r}")
    found: object = getattr(import_module(_HOME.get(name, "ujar.record")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("ujar")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
