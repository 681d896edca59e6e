"""Headline, dateline, byline, body, clutter."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.read.samples import ANTARA, DETIK, ENGLISH, KOMPAS
from ujar.read import describe, read_article
from ujar.record import Article, Published

STORY = "Menteri Luar Negeri Sari Utami mengatakan perundingan berlanjut."


def body(article: Article) -> str:
    return article.text[article.body.start : article.body.end]


def clutter(article: Article) -> list[str]:
    return [article.text[region.start : region.end] for region in article.clutter]


@pytest.mark.parametrize(
    ("dateline", "place", "date", "outlet", "agencies"),
    [
        ("Palu (ANTARA) - ", "Palu", None, "ANTARA", ("ANTARA",)),
        ("Palu (ANTARA News) - ", "Palu", None, "ANTARA", ("ANTARA",)),
        ("Palu, 22/2 (ANTARA) - ", "Palu", "22/2", "ANTARA", ("ANTARA",)),
        ("London, (ANTARA/Reuters) - ", "London", None, "ANTARA", ("Reuters", "ANTARA")),
        ("Washington DC (ANTARA/AFP) ", "Washington DC", None, "ANTARA", ("AFP", "ANTARA")),
        ("Rio de Janeiro (ANTARA) -- ", "Rio de Janeiro", None, "ANTARA", ("ANTARA",)),
        ("PALU, KOMPAS.com - ", "PALU", None, "KOMPAS.com", ()),
        ("PALU, KOMPAS. com – ", "PALU", None, "KOMPAS.com", ()),
        ("NEW YORK, KOMPAS.com — ", "NEW YORK", None, "KOMPAS.com", ()),
        ("KOMPAS.com - ", None, None, "KOMPAS.com", ()),
        ("TEMPO.CO, Palu - ", "Palu", None, "TEMPO.CO", ()),
        ("Beijing, 12/3 (Xinhua) -- ", "Beijing", "12/3", "Xinhua", ("Xinhua",)),
        ("Palu, CNN Indonesia -- ", "Palu", None, "CNN Indonesia", ()),
        ("Liputan6.com, Palu - ", "Palu", None, "Liputan6.com", ()),
        ("REPUBLIKA.CO.ID, PALU -- ", "PALU", None, "REPUBLIKA.CO.ID", ()),
        ("Palu, Kabarpalu.com - ", "Palu", None, "Kabarpalu.com", ()),
        ("Metrotvnews.com, Palu: ", "Palu", None, "Metrotvnews.com", ()),
        ("Jakarta - ", "Jakarta", None, None, ()),
        ("Jakarta (Kabar Kita) - ", "Jakarta", None, "Kabar Kita", ()),
        ("Jakarta, (Kabar)\n", "Jakarta", None, "Kabar", ()),
    ],
)
def test_dateline_is_taken_apart(
    dateline: str, place: str | None, date: str | None, outlet: str | None, agencies: tuple[str, ...]
) -> None:
    """Place, date and sender are found in every order, and the body begins at the first word of the story."""
    article = describe(dateline + STORY)
    assert article.dateline is not None
    found = (article.dateline.span.text, article.dateline.place, article.dateline.date, article.dateline.outlet)
    assert found == (dateline.rstrip("\n"), place, date, outlet)
    assert (article.agencies, body(article)) == (agencies, STORY)


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("BEIJING, March 12 (Xinhua) -- ", "BEIJING", "March 12"),
        ("GENEVA (Reuters) - ", "GENEVA", None),
        ("Paris, June 3, 2024 (AFP) - ", "Paris", "June 3, 2024"),
        ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C.", None),
    ],
)
def test_dateline_is_read_in_english(dateline: str, place: str, date: str | None) -> None:
    """Month names and commas inside a place are the words of the language."""
    article = describe(dateline + "The envoys met on Monday.", "en")
    assert article.dateline is not None
    assert (article.dateline.span.text, article.dateline.place, article.dateline.date) == (dateline, place, date)


@pytest.mark.parametrize(
    "sentence",
    [
        "China - Rusia sepakat melanjutkan perundingan tentang perbatasan bersama.",
        "Organisasi Kesehatan Palu (OKP) - badan baru itu - dibuka pada Senin oleh Sari Utami.",
        "Kantor berita China (Xinhua) melaporkan bahwa utusan itu telah tiba di Palu.",
        "Sari Utami - Rudi Hartawan bertemu di Palu pada Senin malam untuk berunding.",
        "Menteri Sari Utami (45) mengatakan perundingan berlanjut.",
    ],
)
def test_dateline_is_not_seen_in_a_sentence(sentence: str) -> None:
    """Dashes and brackets in the first sentence make no dateline."""
    article = describe(sentence)
    assert article.dateline is None
    assert body(article) == sentence


def test_antara_story_is_read_whole() -> None:
    """Dateline, people, chain, clutter and the day that dateline and copyright line give together."""
    article = describe(ANTARA.strip())
    assert article.agencies == ("AFP", "ANTARA")
    assert article.byline.reporters == ("Tika Ayu Prameswari",)
    assert article.byline.translators == ("Rudi Hartawan",)
    assert article.byline.editors == ("Budi Santika",)
    assert article.published == Published(value="2024-03-12", by="dateline")
    assert clutter(article) == ["Baca juga: Sari Utami bertemu utusan khusus"]
    assert body(article).startswith("Menteri Luar Negeri")
    assert body(article).endswith("telah tiba.")


def test_kompas_story_is_read_whole() -> None:
    """Headline, date line with its clock, a name over its label, and clutter below the last paragraph."""
    article = describe(KOMPAS.strip())
    assert article.title == "Dua Menteri Bertemu di Palu, Bahas Perbatasan"
    assert article.headline is not None
    assert article.headline.text == article.title
    assert article.published == Published(value="2024-03-12T10:05+07:00", by="text")
    assert article.byline.reporters == ("Tika Ayu Prameswari",)
    assert article.agencies == ("Reuters",)
    assert clutter(article) == ["Dapatkan update berita pilihan setiap hari dari kami."]
    assert body(article).startswith("Dua menteri bertemu di Palu, Selasa")
    assert body(article).endswith("Rabu.")


def test_detik_story_is_read_whole() -> None:
    """A short headline with no blank line, lines of clutter, and initials that are nobody's name."""
    article = describe(DETIK.strip())
    assert article.title == "Utusan Khusus Tiba di Wina"
    assert clutter(article) == ["SCROLL TO CONTINUE WITH CONTENT", "[Gambas:Video 20detik]"]
    assert article.byline.reporters == ()
    assert body(article).endswith("Selasa pagi.")


def test_english_story_is_read_whole() -> None:
    """The same frame in English words."""
    article = describe(ENGLISH.strip(), "en")
    assert article.title == "Envoys to meet in Vienna"
    assert article.agencies == ("Xinhua",)
    assert article.byline.reporters == ("Jon Vale", "Ida Moss")
    assert article.byline.editors == ("Tom Reed",)
    assert article.published == Published(value="2024-03-12", by="dateline")
    assert clutter(article) == ["Read also: Ana Roe to visit Palu"]
    assert body(article).endswith("she added.")


@pytest.mark.parametrize(
    ("ending", "agencies", "reporters"),
    [
        ("\n\nPewarta: Xinhua\nEditor: Budi Santika", ("Xinhua", "ANTARA"), ("Xinhua",)),
        ("\n\nSumber: Reuters", ("Reuters", "ANTARA"), ()),
        (" (Reuters/Ant)", ("Reuters", "ANTARA"), ()),
        (" (Sari Utami)", ("ANTARA",), ("Sari Utami",)),
        ("\n\n[Gambas:Video Palu]\n\n(tik/bud)", ("ANTARA",), ()),
        (" Pewarta: Tika Ayu Editor: Budi Copyright © ANTARA 2024", ("ANTARA",), ("Tika Ayu",)),
        ("\n\nPenulis: Tika Ayu, Rudi Hartawan | Editor: Budi", ("ANTARA",), ("Tika Ayu", "Rudi Hartawan")),
        ("\n\nOleh Tika Ayu", ("ANTARA",), ("Tika Ayu",)),
        ("\n\nTika Ayu berkontribusi dalam tulisan ini", ("ANTARA",), ("Tika Ayu",)),
    ],
)
def test_ending_gives_people_and_chain(ending: str, agencies: tuple[str, ...], reporters: tuple[str, ...]) -> None:
    """Origin first: whoever is named below wrote it, the sender of the dateline passed it on."""
    article = describe(f"Palu (ANTARA) - {STORY}{ending}")
    assert (article.agencies, article.byline.reporters, body(article)) == (agencies, reporters, STORY)


@pytest.mark.parametrize(
    "ending",
    [
        "Penulis itu tinggal di Wina.",
        "Hak cipta lagu itu milik negara, kata Rudi Hartawan.",
        "Kata Rudi (Menteri Muda).",
    ],
)
def test_ending_that_is_a_sentence_stays_in_the_body(ending: str) -> None:
    """A label's word or a bracket in the last sentence is no byline."""
    assert body(describe(f"{STORY}\n\n{ending}")).endswith(ending)


def test_relay_names_an_agency_by_its_own_spelling() -> None:
    """ "dikutip antara lain" is no ANTARA; "dilansir Antara" is."""
    assert describe("Hal itu dikutip antara lain oleh Rudi Hartawan.").agencies == ()
    assert describe("Hal itu benar, kata Rudi, dilansir Antara, Rabu.").agencies == ("ANTARA",)


@pytest.mark.parametrize(
    ("text", "value", "by"),
    [
        (f"{STORY}\n\nCopyright © ANTARA 2024", "2024", "copyright line"),
        (f"{STORY}\n\n© 2019-2024 Kabar Kita", None, None),
        (f"Palu, 31/12 (ANTARA) - {STORY}\n\nCopyright © ANTARA 2024", "2024", "copyright line"),
        (f"Palu, 31/2 (ANTARA) - {STORY}\n\nCopyright © ANTARA 2024", "2024", "copyright line"),
        (f"Palu, 5 Mei 2024 (ANTARA) - {STORY}", "2024-05-05", "dateline"),
        (f"Palu, 12/3 (ANTARA) - {STORY}", None, None),
        (f"Menteri Bertemu\nPalu, 22/2/2024 (ANTARA) -\n{STORY}", "2024-02-22", "dateline"),
        (f"Menteri Ditahan\n\nRabu, 22 Februari 2024 10.05\n\n{STORY}", "2024-02-22", "text"),
        (f"Kronologi Serangan 7 Oktober 2023\n\n{STORY}", None, None),
    ],
)
def test_publication_is_never_finer_than_the_text(text: str, value: str | None, by: str | None) -> None:
    """A year gives a year; a day needs a year from somewhere; a date in a headline is not the story's own."""
    published = describe(text).published
    assert (published and published.value, published and published.by) == (value, by)


def test_publication_that_is_given_wins() -> None:
    """What the caller knows stands above what the text says."""
    assert describe(ANTARA, published="2024-03-13").published == Published(value="2024-03-13", by="given")


def test_headline_needs_more_than_a_first_paragraph() -> None:
    """A first paragraph that ends in a full stop, or a text of one line, has no headline."""
    assert describe(f"{STORY}\n\n{STORY}").headline is None
    assert describe("Menteri Bertemu di Palu").headline is None
    assert describe(f"Menteri Bertemu di Palu\n\n{STORY}").title == "Menteri Bertemu di Palu"
    assert describe(f"Editor Majalah Palu Ditahan\n\n{STORY}").title == "Editor Majalah Palu Ditahan"


def test_clutter_inside_a_line_ends_with_it() -> None:
    """ "Baca juga:" takes the rest of a line, its own brackets, or the next sentence of a story that lost its lines."""
    assert clutter(describe("Ia pergi. Baca juga: Dua utusan tiba\nIa tiba.")) == ["Baca juga: Dua utusan tiba"]
    assert clutter(describe("Ia pergi (Baca juga: Dua utusan) lalu tiba.")) == ["(Baca juga: Dua utusan)"]
    long_line = "Ia pergi. Baca juga: Dua utusan tiba. " + STORY * 9
    assert clutter(describe(long_line)) == ["Baca juga: Dua utusan tiba."]


def test_clutter_words_in_a_sentence_stay() -> None:
    """ "Iklan" is clutter alone on a line, not as the first word of a paragraph."""
    assert clutter(describe("Iklan rokok dilarang di Palu.\n\nIa membaca juga buku itu.")) == []


def test_text_of_small_lines_has_an_empty_body() -> None:
    """Nothing is called a story that is none."""
    article = describe("Editor: Budi Santika")
    assert (body(article), article.byline.editors) == ("", ("Budi Santika",))


@pytest.mark.parametrize("year", ["20²³", "20٢٣", "20232"])
def test_year_of_odd_digits_is_no_year(year: str) -> None:
    """What looks like a year and is none dates no story, and stops none from being read."""
    for story in (ANTARA.strip(), "Hujan turun di Palu sejak pagi."):
        above = story.partition("Copyright")[0].rstrip()
        assert describe(f"{above}\n\nCopyright © ANTARA {year}").published is None


def test_clock_of_odd_digits_is_written_plainly() -> None:
    """A time in other scripts' digits becomes ISO 8601, as its date does."""
    article = describe("Dua Menteri Bertemu\nKompas.com - 12/03/2024, 10:3٠ WIB\n\nHujan turun di Palu sejak pagi.")
    assert article.published == Published(value="2024-03-12T10:30+07:00", by="text")


def test_real_story_matches_its_gold() -> None:
    """The ANTARA story gives the article block of its gold file."""
    shared = Path(os.environ.get("UJAR_SHARED", Path(__file__).parents[3] / "shared"))
    story = shared / "data/news/antara-2023-02-22-wang-yi-putin.txt"
    if not story.exists():
        pytest.skip("the shared data is not here")
    gold = json.loads((shared / "data/gold" / f"{story.stem}.json").read_text(encoding="utf-8"))["article"]
    article = read_article(story)
    assert article.dateline is not None
    assert article.published is not None
    assert {
        "language": article.language,
        "agencies": list(article.agencies),
        "dateline": {"place": article.dateline.place, "outlet": article.dateline.outlet},
        "byline": {"reporters": list(article.byline.reporters), "editors": list(article.byline.editors)},
        "published": {"year": int(article.published.value), "by": article.published.by},
        "body": article.body.model_dump(),
    } == gold
