"""Files, folders and standard input."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.read.samples import ANTARA, KOMPAS
from ujar.errors import RecordError, UnreadableArticle
from ujar.read import find_files, read_article, read_articles, read_bytes, read_with_appearance


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two stories, one of them in a subfolder, among files that are none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b.txt").write_text(ANTARA, encoding="utf-8")
    (tmp_path / "sub/a.TXT").write_text(KOMPAS, encoding="utf-8")
    for other in ("notes.md", ".c.txt", ".hidden/d.txt"):
        (tmp_path / other).write_text("Bukan berita.", encoding="utf-8")
    return tmp_path


def test_find_files_lists_a_folder_sorted_without_hidden_files(folder: Path) -> None:
    """Subfolders are walked; hidden files, hidden folders and other kinds are left out."""
    assert find_files(folder) == [str(folder / "b.txt"), str(folder / "sub/a.TXT")]


def test_read_articles_takes_a_folder_or_several_paths(folder: Path) -> None:
    """One path or many give the same articles, in order."""
    articles = list(read_articles(folder))
    assert [article.title for article in articles] == [None, "Dua Menteri Bertemu di Palu, Bahas Perbatasan"]
    assert list(read_articles([folder / "b.txt", str(folder / "sub")])) == articles


def test_read_articles_takes_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" reads the bytes of standard input."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(ANTARA.encode("cp1252"))))
    assert [article.agencies for article in read_articles("-")] == [("AFP", "ANTARA")]


def test_read_with_appearance_digests_the_bytes(folder: Path) -> None:
    """The article's id is that of its clean text, the appearance's digest that of the file."""
    article, appearance = read_with_appearance(folder / "b.txt")
    assert appearance.digest == hashlib.sha256((folder / "b.txt").read_bytes()).hexdigest()
    assert (appearance.article, appearance.outlet, appearance.origin) == (article.id, "ANTARA", str(folder / "b.txt"))


def test_same_story_in_other_bytes_is_the_same_article() -> None:
    """Encoding, line ends and blank edges do not make a second article."""
    other = ("\r\n" + ANTARA.replace("\n", "\r\n")).encode("utf-16")
    assert read_bytes(other) == read_bytes(ANTARA.encode())


@pytest.mark.parametrize(
    ("name", "reason"),
    [("none.txt", "there is no such file"), ("nul\x00.txt", "is no path"), ("empty", "is a folder without .txt files")],
)
def test_find_files_says_why_there_are_none(tmp_path: Path, name: str, reason: str) -> None:
    """A missing path, an impossible one and a folder without stories each have their reason."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableArticle) as caught:
        find_files(f"{tmp_path}/{name}")
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (OSError(5, "Input/output error"), "input/output error"),
    ],
)
def test_read_article_names_the_system_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    """What the system refuses is an unreadable article, in plain words."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UnreadableArticle) as caught:
        read_article(folder / "b.txt")
    assert caught.value.reason == reason


def test_read_article_refuses_a_folder(folder: Path) -> None:
    """One file gives one article; a folder is for `read_articles`."""
    with pytest.raises(UnreadableArticle, match="is a folder"):
        read_article(folder)


def test_read_goes_on_after_a_bad_file(folder: Path) -> None:
    """With `find_files` a caller reads every good file beside a bad one."""
    (folder / "a.txt").write_bytes(b"\x00\x01")
    read, refused = [], []
    for path in find_files(folder):
        try:
            read.append(read_article(path))
        except UnreadableArticle as error:
            refused.append(error.origin)
    assert (len(read), refused) == (2, [str(folder / "a.txt")])


def test_find_files_raises_at_a_folder_that_can_not_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A subfolder that is shut is named; with `skip` the files beside it are found all the same."""
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    with pytest.raises(UnreadableArticle, match=r"sub: permission denied"):
        find_files(folder)
    told: list[UnreadableArticle] = []
    assert find_files(folder, skip=told.append) == [str(folder / "b.txt")]
    assert [error.origin for error in told] == [str(folder / "sub")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_find_files_leaves_pipes_of_a_folder_alone(folder: Path) -> None:
    """A named pipe would be waited for without end; one that is named itself is read, a broken link is told."""
    os.mkfifo(folder / "pipe.txt")
    (folder / "lost.txt").symlink_to(folder / "none")
    assert find_files(folder) == [str(folder / name) for name in ("b.txt", "lost.txt", "sub/a.TXT")]
    assert find_files(folder / "pipe.txt") == [str(folder / "pipe.txt")]


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (date(2024, 5, 14), "2024-05-14"),
        (datetime(2024, 5, 14, 10, 5, 0, 7), "2024-05-14T10:05:00"),
        ("2024-05", "2024-05"),
    ],
)
def test_published_may_be_a_date(folder: Path, published: str | date, value: str) -> None:
    """A date of Python is as good as its ISO 8601 text."""
    known = read_article(folder / "b.txt", published=published).published
    assert known
    assert (known.value, known.by) == (value, "given")


def test_published_that_is_no_date_is_refused(folder: Path) -> None:
    """The thirteenth month is an error of ours."""
    with pytest.raises(RecordError, match="'2024-13-45' is no ISO 8601 date"):
        read_article(folder / "b.txt", published="2024-13-45")


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<title>Palu</title>",
        "\ufeff <html lang='id'>Palu",
        "<?xml version='1.0'?><rss/>",
        "<p>Kata Sari Utami, <b>dua utusan</b> tiba.</p>\n<p>Palu tenang.</p>",
    ],
)
def test_page_is_no_story(page: str) -> None:
    """What begins as HTML or XML, or is full of tags, is not analysed as text."""
    with pytest.raises(UnreadableArticle, match="looks like HTML or XML; ujar reads plain text"):
        read_bytes(page.encode())


def test_story_may_hold_a_tag() -> None:
    """A stray tag and signs of comparison make no page."""
    text = 'Di Palu <br> suhu turun, 3 < 5 > 2.\n\n"Tulis <html> di baris pertama," kata Rudi Hartawan kepada murid.'
    assert read_bytes(text.encode()).text == text
