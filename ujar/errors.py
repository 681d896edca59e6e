"""The errors of ujar. Everything ujar raises on purpose is below `UjarError`.

    UjarError
    ├── UnreadableArticle      a file, page or stream that gives no article
    ├── LanguageDataError      a word list (TOML) that is missing or malformed
    ├── ModelError             a model folder that is missing, damaged or of another version
    ├── RecordError            a record whose spans do not match its text, or a date that is none
    ├── FactsError             a table of facts, such as office holders, that has an impossible row
    └── GoldError              a gold file that an evaluation can't read
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "FactsError",
    "GoldError",
    "LanguageDataError",
    "ModelError",
    "RecordError",
    "UjarError",
    "UnreadableArticle",
]


class UjarError(Exception):
    """The root of every error that ujar raises on purpose."""


class UnreadableArticle(UjarError):
    """Raised by `ujar.read` when `origin` (a path, "-" or a URL) gives no article, for `reason`."""

    def __init__(self, origin: str | Path, reason: str) -> None:
        self.origin = str(origin)
        self.reason = reason
        super().__init__(f"{self.origin}: {reason}")


class LanguageDataError(UjarError):
    """Raised when a word list does not fit its schema; names the file and the key."""

    def __init__(self, path: str | Path, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{self.path}: {reason}")


class ModelError(UjarError):
    """Raised when the model folder `path` can't be used, for `reason`."""

    def __init__(self, path: str | Path, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{self.path}: {reason}")


class RecordError(UjarError):  # no ValueError: pydantic would turn that into an error of its own
    """Raised when a part of a record is built, or read from JSON, whose spans, ids or dates do not fit."""


class FactsError(UjarError):
    """Raised when a table of facts `path` can't be used, at `line` (1-based, 0 = the whole file), for `reason`."""

    def __init__(self, path: str | Path, line: int, reason: str) -> None:
        self.path = str(path)
        self.line = line
        self.reason = reason
        where = f"{self.path}:{line}" if line else self.path
        super().__init__(f"{where}: {reason}")


class GoldError(UjarError):
    """Raised when a gold file `path` can't be read, at `line` (1-based, 0 = the whole file), for `reason`."""

    def __init__(self, path: str | Path, line: int, reason: str) -> None:
        self.path = str(path)
        self.line = line
        self.reason = reason
        where = f"{self.path}:{line}" if line else self.path
        super().__init__(f"{where}: {reason}")
