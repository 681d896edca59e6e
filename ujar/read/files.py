"""Files, folders and standard input to articles. One bad file never hides the others: see `find_files`."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ujar.errors import UnreadableArticle
from ujar.read.text import SIZE_LIMIT, clean_text, decode_bytes
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
    path: str | Path | Iterable[str | Path], *, language: str = "id", published: str | None = None
) -> Iterator[Article]:
    """The articles of a file, of a folder's *.txt (sorted, with subfolders, without hidden ones), of "-" (standard
    input), or of several of these.

    Raises:
        UnreadableArticle: at the first that gives none. To go on after it, call `read_article` on each of `find_files`.
    """
    several = [path] if isinstance(path, str | Path) else path
    for one in several:
        for file in find_files(one):
            yield read_article(file, language=language, published=published)


def find_files(path: str | Path) -> list[str]:
    """The files that `path` stands for: itself, or a folder's *.txt in sorted order; hidden ones are left out.

    Raises:
        UnreadableArticle: there is no such path, it can't be listed, or the folder holds no .txt file.
    """
    origin = os.fspath(path)
    try:
        if origin == "-":
            return [origin]
        if not stat.S_ISDIR(os.stat(origin).st_mode):
            return [origin]
        files = [os.path.join(folder, name) for folder, name in _walk(origin)]
    except (OSError, ValueError) as error:
        raise UnreadableArticle(_printable(origin), _reason(error)) from None
    if not files:
        raise UnreadableArticle(_printable(origin), "is a folder without .txt files")
    return sorted(files)


def _walk(folder: str) -> Iterator[tuple[str, str]]:
    def fail(error: OSError) -> None:
        raise error

    for here, folders, names in os.walk(folder, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from ((here, name) for name in names if name.casefold().endswith(".txt") and not name.startswith("."))


def read_article(path: str | Path, *, language: str = "id", published: str | None = None) -> Article:
    """The article of one file, or of standard input for "-".

    Raises:
        UnreadableArticle: it can't be read, is empty, is longer than 20 MB, or holds no text.
    """
    return read_with_appearance(path, language=language, published=published).article


def read_with_appearance(path: str | Path, *, language: str = "id", published: str | None = None) -> ReadArticle:
    """The article of one file or of "-", with its appearance: path, outlet, digest of the bytes.

    Raises:
        UnreadableArticle: as `read_article`.
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


def read_bytes(data: bytes, origin: str = "-", *, language: str = "id", published: str | None = None) -> Article:
    """The article of the bytes of one text; `origin` names them in errors.

    Raises:
        UnreadableArticle: they are empty, longer than 20 MB, or no text.
    """
    text = clean_text(decode_bytes(data, origin))
    if not text:
        raise UnreadableArticle(origin, "is empty")
    return describe(text, language, published=published)


def _read(origin: str) -> bytes:
    """The bytes of `origin`, at most one more than the limit: a device that never ends must not fill the memory."""
    if origin == "-":
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    with open(origin, "rb") as stream:
        return stream.read(SIZE_LIMIT + 1)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return _REASONS.get(type(error)) or (error.strerror or str(error)).lower()
    return "is no path"  # a path with a NUL character


def _printable(origin: str) -> str:
    """`origin` as text: file names that are no UTF-8 hold lone surrogates."""
    return os.fsencode(origin).decode("utf-8", "backslashreplace")
