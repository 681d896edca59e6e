"""Files, folders and standard input to articles. One bad file never hides the others: see `find_files`."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ujar.errors import UnreadableArticle
from ujar.read.text import SIZE_LIMIT, clean_text, decode_bytes, is_markup
from ujar.read.wire import describe
from ujar.record import Appearance, Article

__all__ = ["ReadArticle", "find_files", "read_article", "read_articles", "read_bytes", "read_with_appearance"]

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "there is no such file",
    PermissionError: "permission denied",
    IsADirectoryError: "is a folder",
    NotADirectoryError: "a part of its path is no folder",
}


class ReadArticle(NamedTuple):
    """An article, and where its text was seen."""

    article: Article
    appearance: Appearance


def read_articles(
    path: str | Path | Iterable[str | Path], *, language: str = "id", published: str | date | None = None
) -> Iterator[Article]:
    """The articles of a file, of a folder's *.txt (sorted, with subfolders, without hidden ones), of "-" (standard
    input), or of several of these.

    Raises:
        UnreadableArticle: at the first that gives none. To go on after it, call `read_article` on each of `find_files`.
        RecordError: `published` is no ISO 8601 date.
    """
    several = [path] if isinstance(path, str | Path) else path
    for one in several:
        for file in find_files(one):
            yield read_article(file, language=language, published=published)


def find_files(path: str | Path, *, skip: Callable[[UnreadableArticle], object] | None = None) -> list[str]:
    """The files that `path` stands for: itself, or a folder's *.txt in sorted order; hidden ones are left out.

    `skip` is told of each folder in it that can't be listed; without it the first of them is raised.

    Raises:
        UnreadableArticle: there is no such path, it can't be listed, or the folder holds no .txt file.
    """
    origin = os.fspath(path)
    skipped: list[UnreadableArticle] = []
    try:
        if origin == "-" or not stat.S_ISDIR(os.stat(_checked(origin)).st_mode):
            return [origin]
        files = sorted(_walk(origin, skipped.append))
    except (OSError, ValueError) as error:
        raise UnreadableArticle(_printable(origin), _reason(error)) from None
    for unlisted in skipped:
        if skip is None:
            raise unlisted
        skip(unlisted)
    if not files and not skipped:
        raise UnreadableArticle(_printable(origin), "is a folder without .txt files")
    return files


def _walk(folder: str, skip: Callable[[UnreadableArticle], object]) -> Iterator[str]:
    def tell(error: OSError) -> None:
        skip(UnreadableArticle(_printable(os.fspath(error.filename or folder)), _reason(error)))

    for here, folders, names in os.walk(folder, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            place = os.path.join(here, name)
            if name.casefold().endswith(".txt") and not name.startswith(".") and not _is_endless(place):
                yield place


def _is_endless(place: str) -> bool:
    """Whether it is a pipe, a socket or a device. What can't be looked at is no such thing: reading it tells why."""
    try:
        return not stat.S_ISREG(os.stat(place).st_mode)
    except OSError:
        return False


def read_article(path: str | Path, *, language: str = "id", published: str | date | None = None) -> Article:
    """The article of one file, or of standard input for "-".

    Raises:
        UnreadableArticle: it can't be read, is empty, is longer than 20 MB, or holds no plain text.
        RecordError: `published` is no ISO 8601 date.
    """
    return read_with_appearance(path, language=language, published=published).article


def read_with_appearance(path: str | Path, *, language: str = "id", published: str | date | None = None) -> ReadArticle:
    """The article of one file or of "-", with its appearance: path, outlet, digest of the bytes.

    Raises:
        UnreadableArticle, RecordError: as `read_article`.
    """
    origin = os.fspath(path)
    try:
        data = _read(origin)
    except (OSError, ValueError) as error:
        raise UnreadableArticle(_printable(origin), _reason(error)) from None
    article = read_bytes(data, _printable(origin), language=language, published=published)
    outlet = article.dateline.outlet if article.dateline else None
    digest = hashlib.sha256(data).hexdigest()
    appearance = Appearance(article=article.id, origin=_printable(origin), outlet=outlet, digest=digest)
    return ReadArticle(article, appearance)


def read_bytes(data: bytes, origin: str = "-", *, language: str = "id", published: str | date | None = None) -> Article:
    """The article of the bytes of one text; `origin` names them in errors.

    Raises:
        UnreadableArticle: they are empty, longer than 20 MB, or no plain text.
        RecordError: `published` is no ISO 8601 date.
    """
    text = clean_text(decode_bytes(data, origin))
    if not text:
        raise UnreadableArticle(origin, "is empty")
    if is_markup(text):
        raise UnreadableArticle(origin, "looks like HTML or XML; ujar reads plain text")
    return describe(text, language, published=published)


def _read(origin: str) -> bytes:
    """The bytes of `origin`, at most one more than the limit: a device that never ends must not fill the memory."""
    if origin == "-":
        if sys.stdin is None:  # `ujar analyse - <&-`
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    with open(_checked(origin), "rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return _REASONS.get(type(error)) or (error.strerror or str(error)).lower()
    return "is no path"  # an empty one, or one with a NUL character


def _checked(origin: str) -> str:
    if not origin:
        raise ValueError("a path holds at least one character")
    return origin


def _printable(origin: str) -> str:
    """`origin` as text: file names that are no UTF-8 hold lone surrogates."""
    return os.fsencode(origin).decode("utf-8", "backslashreplace") or "''"
