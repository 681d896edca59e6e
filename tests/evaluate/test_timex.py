"""The reader of TimeML, the scorer of times, and `ujar evaluate times`."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ujar.commands.evaluate_times import times as times_command
from ujar.errors import GoldError
from ujar.evaluate import times_evaluation as evaluation
from ujar.evaluate.times_evaluation import evaluate_times
from ujar.evaluate.timex import TimexText, read_timeml
from ujar.evaluate.timex_scores import TimeScores, score_times
from ujar.evaluate.timex_values import same_value
from ujar.record import MadeBy, Record, Span, Time

DCT = '<DCT><TIMEX3 tid="t0" type="TIME" value="2024-05-15" functionInDocument="CREATION_TIME">Rabu</TIMEX3></DCT>'
BODY = (
    'PALU - Kapal & "awak" tiba <TIMEX3 tid="t1" type="TIME" value="2024-05-14TNI"> Selasa malam</TIMEX3>,'
    ' berlabuh <TIMEX3 tid="t2" type="DURATION" value="P2D">dua\nhari</TIMEX3>.'
).replace("&", "&amp;")


def timeml(text: str = BODY, title: str = "Kapal Tiba", dct: str = DCT, head: str = "") -> str:
    """A TimeML file."""
    return (
        f'<?xml version="1.0" ?>\n{head}<TimeML>\n<DOCID>x</DOCID>\n{dct}\n'
        f"<TITLE>{title}</TITLE>\n<TEXT>\n{text}\n</TEXT>\n</TimeML>"
    )


def write(folder: Path, content: str | bytes, name: str = "kapal.tml") -> Path:
    """A file of that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(folder: Path, **parts: str) -> TimexText:
    """The only story of a file."""
    [text] = read_timeml(write(folder, timeml(**parts)))
    return text


def test_timeml_offsets_hold_in_the_text(tmp_path: Path) -> None:
    """Tags are gone, references are characters, spaces at the ends of a tag are outside it."""
    text = read(tmp_path)
    assert text.article.text == 'Kapal Tiba\n\nPALU - Kapal & "awak" tiba  Selasa malam, berlabuh dua\nhari.'
    assert [(time.text, time.type, time.value) for time in text.times] == [
        ("Selasa malam", "TIME", "2024-05-14TNI"),
        ("dua\nhari", "DURATION", "P2D"),
    ]
    for time in text.times:
        assert text.article.text[time.start : time.end] == time.text


def test_timeml_dates_and_titles_the_article(tmp_path: Path) -> None:
    """The creation time is the article's date, its title the headline."""
    article = read(tmp_path).article
    assert article.published is not None
    assert (article.published.value, article.title) == ("2024-05-15", "Kapal Tiba")
    assert article.headline == Span.of(article.text, 0, 10)
    assert article.text[article.body.start :].startswith("PALU")


def test_timeml_keeps_what_events_and_signals_hold(tmp_path: Path) -> None:
    """Other tags of TimeML are passed over, their characters stay; a time without words is none."""
    text = read(
        tmp_path,
        text='<EVENT eid="e1">Tiba</EVENT> <SIGNAL>pada</SIGNAL> <TIMEX3 type="DATE" value="2020">2020</TIMEX3>'
        '<TIMEX3 tid="t9" type="DURATION" value="P1D"/>.',
    )
    assert text.article.text.endswith("Tiba pada 2020.")
    assert [time.text for time in text.times] == ["2020"]


def test_timeml_titles_are_judged_where_any_is_annotated(tmp_path: Path) -> None:
    """A folder whose titles hold no TIMEX3 was annotated without titles."""
    write(tmp_path, timeml(), "a.tml")
    assert [len(text.judged) for text in read_timeml(tmp_path)] == [1]
    write(tmp_path, timeml(title='Natal <TIMEX3 type="DATE" value="2014">2014</TIMEX3>'), "b.tml")
    assert [len(text.judged) for text in read_timeml(tmp_path)] == [2, 2]
    assert [time.text for time in read_timeml(tmp_path)[1].times] == ["2014", "Selasa malam", "dua\nhari"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (timeml(dct=""), "no <DCT>"),
        (timeml(dct="<DCT>Rabu</DCT>"), "no <DCT>"),
        (timeml(dct=DCT.replace("2024-05-15", "2024-02-31")), "2024-02-31"),
        (timeml(text=" "), "no <TEXT>"),
        (timeml(text="Hujan."), "no TIMEX3"),
        (timeml(text='Tiba\n<TIMEX3 type="DATE">kini</TIMEX3>'), ":8: a TIMEX3 without a value"),
        (timeml(text='<TIMEX3 type="DAY" value="2024">kini</TIMEX3>'), "type 'DAY'"),
        (timeml(text="<TIMEX3>kini"), "mismatched tag"),
        (timeml(text="Timur & barat"), "is no XML"),
        (timeml(text="Timur&nbsp;barat"), "undefined entity"),
        (timeml(text=f"Timur&nbsp;barat{BODY}", head='<!DOCTYPE TimeML SYSTEM "TimeML.dtd">'), "undefined entity"),
        ("<html><body/></html>", "is no TimeML"),
        ("", "is no XML"),
        (b'<?xml version="1.0" encoding="utf-8"?><TimeML>\xff</TimeML>', "is no XML"),
        ('<?xml version="1.0" encoding="klingon"?><TimeML/>', "encoding"),
    ],
)
def test_timeml_that_is_wrong_is_told(tmp_path: Path, content: str | bytes, reason: str) -> None:
    """What can't be read is an error that names the file and says why."""
    path = write(tmp_path, content)
    with pytest.raises(GoldError, match=r"kapal\.tml") as caught:
        read_timeml(path)
    assert reason in str(caught.value)


def test_timeml_entities_are_refused(tmp_path: Path) -> None:
    """A file can't make its text grow by entities of its own."""
    bomb = '<!DOCTYPE TimeML [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with pytest.raises(GoldError, match="declares the entity 'a'"):
        read(tmp_path, text="&b;", head=bomb)


def test_timeml_missing_file_and_empty_folder_are_told(tmp_path: Path) -> None:
    """Nothing to read is an error, not a score."""
    with pytest.raises(GoldError, match=r"tiada\.tml"):
        read_timeml(tmp_path / "tiada.tml")
    with pytest.raises(GoldError, match="no TIMEX3"):
        read_timeml(tmp_path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014-12-28T06:12", "2014-12-28T06:12:00"),
        ("2014-12-28T06:12", "2014-12-28T06:12:00+07:00"),
        ("2014-12-28T09", "2014-12-28T09:00"),
        ("20141228", "2014-12-28"),
        ("2014-W52-7", "2014-12-28"),
        ("194", "194X"),
        ("19", "19XX"),
        ("P1W", "P7D"),
        ("PT48H", "P2D"),
        ("P2DE", "P20Y"),
        ("P0.5D", "PT12H"),
        ("2024-03-03/2024-03-05", "20240303/20240305"),
    ],
)
def test_value_written_otherwise_is_the_same(one: str, other: str) -> None:
    """The same day, hour or length counts however it is written."""
    assert same_value(one, other)
    assert same_value(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014-12-28T06:12", "2014-12-28T06:13"),
        ("2014-12-28T06:12", "2014-12-28T06:12:30"),
        ("2014-12-28T06:12+07:00", "2014-12-28T06:12+08:00"),
        ("2014-12", "2014-12-28"),
        ("P1M", "P30D"),
        ("P1M", "PT1M"),
        ("PXD", "PXY"),
        ("P", "PT"),
        ("XXXX", "XX"),
        ("2014-W60-1", "2014-W60-2"),
        ("PRESENT_REF", "PAST_REF"),
        ("2014-12-28TNI", "2014-12-28"),
    ],
)
def test_value_that_means_something_else_is_not_the_same(one: str, other: str) -> None:
    """Nothing is the same that a reader would tell apart."""
    assert not same_value(one, other)
    assert not same_value(other, one)


def found(text: TimexText, *said: tuple[str, str, str]) -> list[Time]:
    """Times of a record: their words, type and value."""
    whole = text.article.text
    return [
        Time.model_validate(
            {
                "id": f"t{number}",
                "span": Span.of(whole, whole.index(words), whole.index(words) + len(words)),
                "type": kind,
                "value": value,
                "granularity": "day",
            }
        )
        for number, (words, kind, value) in enumerate(said, start=1)
    ]


def score(text: TimexText, *said: tuple[str, str, str]) -> TimeScores:
    """The scores of one text."""
    return score_times([text], [found(text, *said)])


def test_times_that_agree_score_a_hundred(tmp_path: Path) -> None:
    """The gold against itself is without fault."""
    text = read(tmp_path)
    scores = score(text, ("Selasa malam", "TIME", "2024-05-14TNI"), ("dua\nhari", "DURATION", "P2D"))
    assert {rate.f1 for rate in scores.rates().values()} == {100.0}
    assert (scores.type, scores.value, scores.mismatches) == (100.0, 100.0, ())


def test_times_are_scored_by_hand(tmp_path: Path) -> None:
    """One of two gold times is found, cut short, as a date; one is missed, one is made up: the figures by hand."""
    text = read(tmp_path)
    scores = score(text, ("Kapal &", "DATE", "2024"), ("Selasa", "DATE", "2024-05-14"))
    assert (scores.strict.f1, scores.relaxed.f1) == (0.0, 50.0)
    assert (scores.type, scores.value, scores.value_f1.f1) == (0.0, 0.0, 0.0)
    assert [(wrong.wrong, wrong.gold and wrong.gold.text) for wrong in scores.mismatches] == [
        ("spurious", None),
        ("span", "Selasa malam"),
        ("type", "Selasa malam"),
        ("value", "Selasa malam"),
        ("missed", "dua\nhari"),
    ]
    assert scores.types["TIME"].recall == 100.0
    assert (scores.types["DATE"].precision, scores.types["DATE"].recall) == (50.0, None)


def test_times_pair_one_to_one(tmp_path: Path) -> None:
    """Two halves of one gold time are one hit and one too many; the same characters go before more of them."""
    text = read(tmp_path)
    scores = score(
        text,
        ("Selasa", "DATE", "2024-05-14"),
        ("Selasa malam, berlabuh", "TIME", "2024-05-14"),
        ("Selasa malam", "TIME", "2024-05-14TNI"),
    )
    assert (scores.predicted, scores.strict.recall, scores.relaxed.recall) == (3, 50.0, 50.0)
    assert scores.value == 100.0
    assert [wrong.wrong for wrong in scores.mismatches] == ["spurious", "spurious", "missed"]


def test_times_outside_the_judged_text_do_not_count(tmp_path: Path) -> None:
    """What is found in a title that nobody annotated is neither right nor wrong."""
    text = read(tmp_path, title="Kapal 2014 Tiba")
    assert score(text, ("2014", "DATE", "2014")).predicted == 0


class Listener:
    """Stands in for the analyser: finds in every text what a single value says."""

    def __init__(self, value: str) -> None:
        self.value = value

    def analyse_many(self, articles):
        made_by = MadeBy(ujar="0", model="0", language_data="0")
        for article in articles:
            start = article.text.index("Selasa malam")
            span = Span.of(article.text, start, start + len("Selasa malam"))
            time = Time(id="t1", span=span, type="TIME", value=self.value, granularity="other")
            yield Record(article=article, times=(time,), made_by=made_by)


def run(*arguments: object):
    """The command's outcome."""
    app = typer.Typer()
    app.command()(times_command)
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold file, and an analyser that finds the first of its two times, of the wrong day."""
    monkeypatch.setattr(evaluation, "load_analyser", lambda model: Listener("2024-05-07TNI"))
    return write(tmp_path, timeml())


def test_evaluate_times_prints_tables(gold: Path) -> None:
    """The tables name every figure; mistakes are listed when they are asked for."""
    plain, listed = run(gold), run(gold, "--errors")
    assert plain.exit_code == listed.exit_code == 0, plain.output + listed.output
    assert "1 texts, 2 gold times, 1 found" in plain.stdout
    assert "66.7" in plain.stdout
    assert "…" not in plain.stdout
    assert "kapal: value" not in plain.stdout
    assert 'kapal: value: "Selasa malam" TIME 2024-05-14TNI, found "Selasa malam" TIME 2024-05-07TNI' in listed.stdout
    assert 'kapal: missed: "dua hari" DURATION P2D' in listed.stdout


def test_evaluate_times_prints_json(gold: Path) -> None:
    """JSON holds the figures by name, and the mistakes when they are asked for."""
    figures = json.loads(run(gold, "--format", "json").stdout)
    assert (figures["span, strict"], figures["value accuracy"], figures["type accuracy"]) == (66.67, 0.0, 100.0)
    assert "errors" not in figures
    assert (figures["types"]["TIME"]["recall"], figures["types"]["DURATION"]["value"]) == (100.0, None)
    errors = json.loads(run(gold, "--format", "json", "--errors").stdout)["errors"]
    assert [(error["wrong"], error["found"] is None) for error in errors] == [("value", False), ("missed", True)]


def test_evaluate_times_says_which_file_is_wrong(tmp_path: Path) -> None:
    """A malformed file ends with status 1 and one line that names it."""
    outcome = run(write(tmp_path, "bukan XML"))
    assert outcome.exit_code == 1
    assert "kapal.tml:1" in outcome.stderr
    assert "Traceback" not in outcome.output


def test_evaluate_times_command_and_function_have_the_same_options() -> None:
    """An option is a keyword: all but how it is printed."""
    command, function = (set(inspect.signature(each).parameters) for each in (times_command, evaluate_times))
    assert command - function == {"format", "errors"}
    assert not function - command


def test_shared_gold_is_read(shared: Path) -> None:
    """The Kompas stories are read whole: every time's characters are those of the text."""
    texts = read_timeml(shared / "data" / "timex" / "kompas-gold-dev")
    assert (len(texts), sum(len(text.times) for text in texts)) == (13, 109)
    for text in texts:
        assert all(text.article.text[time.start : time.end] == time.text for time in text.times)
