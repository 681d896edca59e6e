"""Time expressions: where they stand, what they mean, and that nothing is invented. Without the model."""

from __future__ import annotations

import pytest

from ujar.analyse.draft import PERSON, Draft, Entity, Stretch
from ujar.analyse.sentences import find_sentences
from ujar.analyse.times import find_times
from ujar.analyse.tokens import tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.languages.times import TimeWords
from ujar.record import Article, Dateline, Published, Region, Span, check_date

PUBLISHED = "2024-05-14"  # a Tuesday


def read(text: str, published: str | None = PUBLISHED, language: str = "id", dateline: str | None = None) -> Draft:
    """The draft of a text with its times."""
    draft = Draft(
        Article.of(
            text,
            language=language,
            published=Published(value=published, by="given") if published else None,
            dateline=Dateline(span=Span.of(text, 0, 0), date=dateline) if dateline else None,
        )
    )
    cut_sentences(draft)
    find_times(draft, load_words(language, TimeWords))
    return draft


def cut_sentences(draft: Draft) -> None:
    words = load_words(draft.article.language, TokenWords)
    tokenise(draft, words)
    find_sentences(draft, words)


def times(text: str, published: str | None = PUBLISHED, **known: str) -> list[tuple[str, str]]:
    """The words and the value of each time in a text."""
    return values(read(text, published, **known))


def values(draft: Draft) -> list[tuple[str, str]]:
    tokens, text = draft.tokens, draft.article.text
    return [
        (text[tokens[found.tokens.first].start : tokens[found.tokens.last - 1].end], found.value)
        for found in draft.times
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Ia tiba pada Rabu (8/5).", "Rabu (8/5)", "2024-05-08"),
        ("Ia tiba pada 6 Nop 2019.", "6 Nop 2019", "2019-11-06"),
        ("Ia tiba pada 6 Nop. 2019.", "6 Nop. 2019", "2019-11-06"),
        ("Surat bertanggal 22-2-2023 itu hilang.", "22-2-2023", "2023-02-22"),
        ("Pada Minggu ia tiba.", "Minggu", "2024-05-12"),
        ("Ia tiba minggu lalu.", "minggu lalu", "2024-W19"),
        ("Minggu lalu ia tiba.", "Minggu lalu", "2024-W19"),
        ("Ia tiba Jumat pekan lalu.", "Jumat pekan lalu", "2024-05-10"),
        ("Ia tiba Desember lalu.", "Desember lalu", "2023-12"),
        ("Ia akan tiba pada Kamis.", "Kamis", "2024-05-16"),
        ("Ekspor ditutup sejak Juni tahun lalu.", "Juni tahun lalu", "2023-06"),
        ("Ia tiba dua hari lalu.", "dua hari lalu", "2024-05-12"),
        (
            "Rapat digelar Selasa (14/5/2024) pukul 16.30 WITA.",
            "Selasa (14/5/2024) pukul 16.30 WITA",
            "2024-05-14T16:30",
        ),
        ("Rapat digelar pukul 7 malam.", "pukul 7 malam", "2024-05-14T19"),
        ("Rapat digelar Senin dini hari.", "Senin dini hari", "2024-05-13TNI"),
        ("Pameran itu dari era 40-an.", "era 40-an", "194"),
        ("Benteng itu dari abad ke-20.", "abad ke-20", "19"),
        ("Laba naik pada triwulan III/2023.", "triwulan III/2023", "2023-Q3"),
        ("Gedung itu dibangun lima puluh dua tahun.", "lima puluh dua tahun", "P52Y"),
        ("Mereka menunggu setengah hari.", "setengah hari", "PT12H"),
        ("Ia dihukum dua tahun tiga bulan.", "dua tahun tiga bulan", "P2Y3M"),
        ("Feri itu berlayar dua kali sepekan.", "dua kali sepekan", "P1W"),
        ("Puasa dimulai 1 Ramadan 1445 H.", "1 Ramadan 1445 H", "2024-03-11"),
        ("Libur itu jatuh pada Natal 2014.", "Natal 2014", "2014-12-25"),
    ],
)
def test_time_has_its_value(text: str, words: str, value: str) -> None:
    """One expression is found, with the words that belong to it and no others, and means that day, month or length."""
    assert times(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Rancangan itu merujuk UU Nomor 12 Tahun 2011.",
        "Resolusi Dewan Keamanan PBB 1973 dibacakan.",
        "Sebanyak 2014 orang mengungsi ke Jalan 17 Agustus.",
        "Mei Lestari dan Penyair Mei Arimbi membaca sajak.",
        "Bantuan Rp2.014 miliar diangkut 30-an truk ke Pasar Minggu.",
        "Ia lebih dulu tiba, lalu bekerja sehari-hari di ruang 2010.",
        "Harga minyak di level 60-an dolar, skor 2-1, nomor 021-2014-1998.",
        "Tidak ada tanggal 31/2/2023.",
    ],
)
def test_number_or_name_that_is_no_time_is_left(text: str) -> None:
    """Laws, resolutions, amounts, streets, names, scores, telephone numbers and impossible days are no times."""
    assert times(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Rabu (22/2)", "XXXX-02-22"),
        ("Rabu", "XXXX-WXX-3"),
        ("tahun lalu", "XXXX"),
        ("kemarin", "XXXX-XX-XX"),
        ("pukul 10.00 WIB", "XXXX-XX-XXT10:00"),
        ("Mei lalu", "XXXX-05"),
        ("dua hari kemudian", "P2D"),
        ("hari itu", "XXXX-XX-XX"),
    ],
)
def test_nothing_is_invented_where_the_day_of_the_story_is_unknown(words: str, value: str) -> None:
    """What has nothing to count from keeps its X: no date is made up."""
    assert times(f"Utusan itu tiba {words}.", None) == [(words, value)]


def test_time_is_never_finer_than_the_text() -> None:
    """Four months ago is a month, the end of last year a year, dawn no hour."""
    draft = read("Ia tiba 4 bulan lalu, pulang akhir tahun lalu, dan kembali Senin pagi pukul 7.", "2025-10-07")
    found = [(each.value, each.granularity, each.mod) for each in draft.times]
    assert found == [("2025-06", "month", None), ("2024", "year", "END"), ("2025-10-06T07", "hour", None)]


def test_weekday_that_contradicts_its_date_is_doubted() -> None:
    """22 February 2023 was a Wednesday: the date stands, and the doubt is told."""
    [wrong] = read("Surat itu diteken Kamis (22/2/2023).").times
    [right] = read("Surat itu diteken Rabu (22/2/2023).").times
    assert (wrong.value, wrong.doubt) == ("2023-02-22", "weekday and date disagree")
    assert right.doubt is None


def test_year_of_publication_is_enough_for_a_written_day() -> None:
    """Of the year alone "Rabu (22/2)" is a day, "Kamis (29/12)" that of the year before, "kemarin" unknown."""
    assert times("Ia tiba Rabu (22/2).", "2023") == [("Rabu (22/2)", "2023-02-22")]
    assert times("Ia tiba Kamis (29/12).", "2023") == [("Kamis (29/12)", "2022-12-29")]
    assert times("Ia tiba kemarin.", "2023") == [("kemarin", "XXXX-XX-XX")]


def test_turn_of_the_year_decides_the_year() -> None:
    """In January a day of December is of the year before, in December a day of January of the year to come."""
    assert times("Ia tiba Rabu (28/12).", "2023-01-02") == [("Rabu (28/12)", "2022-12-28")]
    assert times("Ia akan tiba Selasa (3/1).", "2022-12-30") == [("Selasa (3/1)", "2023-01-03")]


def test_dateline_tells_the_day_of_the_story() -> None:
    """With a year of publication and a dateline of 12/3, yesterday is the eleventh of March."""
    assert times("Ia tiba kemarin.", "2023", dateline="12/3") == [("kemarin", "2023-03-11")]
    assert times("Ia tiba kemarin.", None, dateline="12/3") == [("kemarin", "XXXX-XX-XX")]


def test_first_weekday_with_its_date_tells_the_day_of_the_story() -> None:
    """ "Jumat (17/5/2024)" opens the news, so that "Rabu" is two days before, and "Jumat" that day."""
    found = times("Utusan itu tiba Jumat (17/5/2024). Rapat digelar Rabu, dan Jumat ia pulang.", None)
    assert [value for _, value in found] == ["2024-05-17", "2024-05-15", "2024-05-17"]


def test_that_day_is_the_last_one_named() -> None:
    """ "hari itu", "sehari kemudian" and "setahun kemudian" count from the date that the text named last."""
    text = "Traktat diteken 24 Februari 1976. Hari itu juga bendera dikibarkan. Sehari kemudian ia pulang."
    assert [value for _, value in times(text)] == ["1976-02-24", "1976-02-24", "1976-02-25"]
    assert times("Traktat diteken pada 1976. Setahun kemudian ia pulang.")[1] == ("Setahun kemudian", "1977")


def test_new_year_follows_the_year_named_last() -> None:
    """ "tahun yang baru" behind "akhir tahun lalu" is the year that follows."""
    found = times("Mereka berunding akhir tahun lalu tentang tahun yang baru.", "2023")
    assert [value for _, value in found] == ["2022", "2023"]


def test_clock_takes_the_day_of_its_sentence() -> None:
    """A day behind the clock in its sentence counts, else one of the news before it, never one of history."""
    assert times("Pada pukul 05.36 WIB pesawat itu terbang, Minggu (12/5).")[0][1] == "2024-05-12T05:36"
    assert times("Kapal tiba Senin (13/5).\n\nPada pukul 09.00 ia berlabuh.")[1][1] == "2024-05-13T09:00"
    assert times("Kota itu jatuh 3 Mei 1945.\n\nPada pukul 09.00 rapat dibuka.")[1][1] == "2024-05-14T09:00"


def test_weekday_is_the_one_that_the_story_has_dated() -> None:
    """ "Kamis (16/5)" is to come, so "pertemuan Kamis" after it is not that of last week."""
    assert times("Rapat digelar Kamis (16/5). Harapan pada pertemuan Kamis itu besar.")[1] == ("Kamis", "2024-05-16")


def test_end_of_a_range_lends_what_its_start_leaves_out() -> None:
    """ "3-5 Maret 2024" is two days, "2-3 menit" two lengths, "Rabu dan Kamis pekan lalu" two days of that week."""
    assert times("Rapat pada 3-5 Maret 2024.") == [("3", "2024-03-03"), ("5 Maret 2024", "2024-03-05")]
    assert times("Butuh 2-3 menit.") == [("2", "PT2M"), ("3 menit", "PT3M")]
    found = times("Rapat pada Rabu dan Kamis pekan lalu.")
    assert [value for _, value in found] == ["2024-05-08", "2024-05-09"]


def test_name_of_a_person_is_no_month() -> None:
    """What the model read as a person's name is none of our times: "sejak Mei menolak"."""
    draft = Draft(Article.of("Rapat ricuh sejak Mei menolak usul itu."))
    cut_sentences(draft)
    words = load_words("id", TimeWords)
    find_times(draft, words)
    assert values(draft) == [("Mei", "XXXX-05")]
    draft.times, draft.entities = [], [Entity(Stretch(3, 4), PERSON)]
    find_times(draft, words)
    assert draft.times == []


def test_dulu_behind_a_verb_is_no_time() -> None:
    """ "memastikan dulu sistem itu" is first, "itu dulu bertetangga" is once."""
    draft = Draft(Article.of("Kami memastikan dulu sistem itu. Keluarga itu dulu bertetangga."))
    cut_sentences(draft)
    draft.tokens[1].tag = "VERB"
    find_times(draft, load_words("id", TimeWords))
    assert [(found.tokens.first, found.value) for found in draft.times] == [(8, "PAST_REF")]


def test_clutter_has_no_times() -> None:
    """What is not analysed yields nothing."""
    text = "Ia tiba kemarin.\n\nBaca juga: Banjir Kemarin\n\nIa pulang."
    start = text.index("Baca")
    draft = Draft(Article.of(text, clutter=(Region(start=start, end=text.index("\n\nIa pulang")),)))
    cut_sentences(draft)
    find_times(draft, load_words("id", TimeWords))
    assert [words for words, _ in values(draft)] == ["kemarin"]


def test_half_of_a_decimal_is_kept() -> None:
    """ "2,5 jam" is two hours and a half, "2.500 tahun" two and a half thousand years."""
    assert times("Ia bicara 2,5 jam tentang 2.500 tahun.") == [("2,5 jam", "PT2.5H"), ("2.500 tahun", "P2500Y")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came on Tuesday, May 14, 2024.", [("Tuesday, May 14, 2024", "2024-05-14")]),
        ("Talks will resume next week.", [("next week", "2024-W21")]),
        ("They met three days ago.", [("three days ago", "2024-05-11")]),
        ("May met her in May 2020.", [("May 2020", "2020-05")]),
        ("He spoke for two hours on Monday night.", [("two hours", "PT2H"), ("Monday night", "2024-05-13TNI")]),
    ],
)
def test_english_times_are_read_by_the_same_readers(text: str, expected: list[tuple[str, str]]) -> None:
    """English has words and forms of its own and no code."""
    assert times(text, language="en") == expected


def test_every_day_is_one_of_the_calendar() -> None:
    """Whatever day and month are written, a full date among the values exists, and no other is kept."""
    for month in range(1, 13):
        for day in (1, 28, 29, 30, 31):
            for _, value in times(f"Ia tiba pada {day}/{month}/2023 lalu."):
                check_date(value)


def test_form_that_names_no_slot_of_its_list_is_refused() -> None:
    """A slot or part that does not exist is an error when the list is loaded, not a form that never matches."""
    words = load_words("id", TimeWords).model_dump()
    words["parts"] = words["parts"] | {"mark": "{ / | WEEKADY }"}
    with pytest.raises(ValueError, match="WEEKADY"):
        TimeWords.model_validate(words)


@pytest.mark.parametrize("words", ["999999999 hari lalu", "999999999 tahun lalu", "25.000 bulan lalu"])
def test_amount_beyond_every_calendar_is_no_date(words: str) -> None:
    """So many days back lies before the first year: the length is kept, and nothing fails."""
    [(found, value)] = times(f"Batu itu jatuh {words}.")
    assert found == words
    assert value.startswith("P")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ekspor naik pada kuartal pertama dan kedua 2015.",
            [("kuartal pertama", "2015-Q1"), ("2015", "2015")],
        ),
        ("Laba turun pada semester pertama hingga kedua 2015.", [("semester pertama", "2015-H1"), ("2015", "2015")]),
    ],
)
def test_part_of_a_year_that_opens_a_range_is_no_day(text: str, expected: list[tuple[str, str]]) -> None:
    """ "kuartal pertama dan kedua 2015" opens with a quarter of that year, not with the day of the story."""
    assert times(text) == expected


def test_yesterday_beside_another_day_does_not_move_the_sentence() -> None:
    """In "pada Selasa, setelah kemarin turun, ... pukul 10" it was ten o'clock on Tuesday."""
    found = times("Harga naik pada Selasa (14/5), setelah kemarin turun, dan pukul 10.00 sudah tinggi.")
    assert found == [("Selasa (14/5)", "2024-05-14"), ("kemarin", "2024-05-13"), ("pukul 10.00", "2024-05-14T10:00")]


def test_yesterday_alone_is_the_day_of_its_clock() -> None:
    """ "kemarin ... pukul 10": nothing else is named, so the hour is of yesterday."""
    assert times("Kemarin harga turun dan pukul 10.00 naik lagi.")[1] == ("pukul 10.00", "2024-05-13T10:00")


@pytest.mark.parametrize(("words", "value"), [("abad ke-20", "19"), ("abad ke-xix", "18"), ("abad ke-ix", "08")])
def test_century_is_read_from_figures_and_roman_numbers(words: str, value: str) -> None:
    """The letters before the number are those of the shape in `times.toml`, whatever the language."""
    assert times(f"Benteng itu dari {words}.") == [(words, value)]


def test_what_is_to_come_is_of_its_own_clause() -> None:
    """ "akan" behind a comma says nothing of the Thursday before it; in its clause it makes it the next one."""
    assert times("Ia tiba Kamis, lalu akan pulang.") == [("Kamis", "2024-05-09")]
    assert times("Ia akan pulang, dan tiba Kamis.") == [("Kamis", "2024-05-09")]
    assert times("Ia akan pulang Kamis.") == [("Kamis", "2024-05-16")]


def test_sentence_without_end_gives_all_its_times() -> None:
    """Four thousand clocks in one sentence without a comma are four thousand times."""
    draft = read("utusan itu datang pukul 10.00 dan " * 4000, published=None)
    draft.times = []
    find_times(draft, load_words("id", TimeWords))
    assert len(draft.times) == 4000
