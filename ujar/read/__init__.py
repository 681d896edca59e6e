"""Bytes to `Article`: files, folders and standard input; encoding, header, dateline, byline, body and clutter."""

from ujar.read.files import ReadArticle, find_files, read_article, read_articles, read_bytes, read_with_appearance
from ujar.read.wire import describe

__all__ = [
    "ReadArticle",
    "describe",
    "find_files",
    "read_article",
    "read_articles",
    "read_bytes",
    "read_with_appearance",
]
