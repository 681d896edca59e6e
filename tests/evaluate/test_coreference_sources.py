"""Whom the sources of statements are, the scores of records, and the command."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.evaluate.chained import chained, recorded
from tests.evaluate.marked import said
from ujar.commands.evaluate_coreference import coreference
from ujar.errors import GoldError, RecordError
from ujar.evaluate.chains import ChainText
from ujar.evaluate.coreference import evaluate_coreference, score_coreference
from ujar.evaluate.resolved import ResolvedSources, map_actors, score_sources
from ujar.record import Record, Source, Span, Statement

STORY = "[a Rasi] dan [b Lemba] pulang. [a Ia] mengatakan ombak tinggi. [b Lemba] menyebut angin kencang."
PLAIN = chained(STORY).text
SAID = (("mengatakan", "ombak tinggi"), ("menyebut", "angin kencang"))


def stated(number: int, source: str | None, actor: str | None, **known: object) -> Statement:
    """A found statement, its source known as `actor`."""
    _, content = SAID[number]
    at = PLAIN.index(source) if source else 0
    span = Span.of(PLAIN, at, at + len(source or ""))
    start = PLAIN.index(content)
    return Statement.model_validate(
        {
            "id": f"s{number}",
            "source": Source(span=span, head=span, actor=actor) if source else None,
            "content": (Span.of(PLAIN, start, start + len(content)),),
            "form": "indirect",
            "mode": "speech",
            "rule": "by hand",
        }
        | known
    )


def gold(*entities: str | None) -> ChainText:
    """The story with its two statements, the sources being these entities."""
    parts = zip(SAID, ("Ia", "Lemba"), entities, strict=True)
    statements = [
        replace(said(PLAIN, content, cue=cue, source=source, id=f"s{number}"), source_entity=entity)
        for number, ((cue, content), source, entity) in enumerate(parts)
    ]
    return chained(STORY, statements=tuple(statements))


def found(*actors: str | None, story: str = STORY.replace("[a ", "[x ").replace("[b ", "[y ")) -> Record:
    """The record with both statements; its actors are called x and y where the gold has a and b."""
    statements = (
        stated(number, source, actor)
        for number, (source, actor) in enumerate(zip(("Ia", "Lemba"), actors, strict=True))
    )
    return recorded(story, *statements)


@pytest.mark.parametrize(
    ("entities", "actors", "right"),
    [
        (("a", "b"), ("x", "y"), 2),
        (("a", "b"), ("y", "y"), 1),
        (("a", "b"), (None, "y"), 1),
        ((None, "b"), (None, "y"), 2),
        ((None, "b"), ("x", "y"), 1),
        (("somebody else", "b"), ("x", "y"), 1),
    ],
)
def test_source_is_right_when_its_actor_is_the_entity(
    entities: tuple[str | None, ...], actors: tuple[str | None, ...], right: int
) -> None:
    """Nobody is right where the gold knows nobody, and wrong where it knows somebody."""
    assert score_sources(gold(*entities), found(*actors)) == ResolvedSources(gold=2, aligned=2, right=right)


def test_actors_stand_for_entities_one_to_one() -> None:
    """One actor for everybody stands for the entity it has most of, and is wrong about the other."""
    everybody = STORY.replace("[a ", "[x ").replace("[b ", "[x ")
    record = found("x", "x", story=everybody)
    assert list(map_actors(gold("a", "b"), record)) == ["x"]
    assert score_sources(gold("a", "b"), record).right == 1


def test_missed_statement_counts_end_to_end() -> None:
    """A statement that was not found lowers the one share and not the other."""
    whole = found("x", "y")
    scores = score_sources(gold("a", "b"), whole.model_copy(update={"statements": whole.statements[:1]}))
    assert (scores.accuracy, scores.end_to_end) == (100, 50)


def test_statement_without_a_source_has_that_of_the_one_it_continues() -> None:
    """A floating quotation is the same speaker's."""
    record = recorded(
        STORY.replace("[a ", "[x ").replace("[b ", "[y "), stated(0, "Ia", "x"), stated(1, None, None, continues="s0")
    )
    text = gold("a", None)
    floating = replace(text.statements[1], source=None, source_head=None, continues="s0")
    assert score_sources(replace(text, statements=(text.statements[0], floating)), record).right == 2


def test_record_that_is_the_gold_scores_full() -> None:
    """The same chains under other names."""
    scores = score_coreference([gold("a", "b")], [found("x", "y")])
    assert scores.systems["ujar"].chains.conll == pytest.approx(100)
    assert scores.systems["ujar"].anaphors.percent == 100
    assert scores.sources == ResolvedSources(2, 2, 2)


def test_baselines_are_scored_over_the_mentions_of_the_record_and_of_the_gold() -> None:
    """A record that finds nothing has bad baselines of its own, and good ones over the gold's mentions."""
    scores = score_coreference([gold("a", "b")], [recorded(PLAIN)])
    assert scores.systems["heads"].chains.conll == 0
    assert scores.systems["gold heads"].chains.mentions.f1 == 100
    # Rasi | Lemba, Lemba | Ia: of the two links the gold has, one.
    assert scores.systems["gold heads"].chains.muc.recall == 50


def test_singletons_and_mentions_of_one_side_can_be_left_out() -> None:
    """The record's "ombak" is nobody in the gold: a singleton of one side."""
    record = recorded(STORY.replace("ombak", "[c ombak]"))
    assert score_coreference([gold("a", "b")], [record]).systems["ujar"].chains.mentions.f1 < 100
    for option in ({"singletons": False}, {"common": True}):
        assert score_coreference([gold("a", "b")], [record], **option).systems["ujar"].chains.mentions.f1 == 100


def test_record_of_another_text_is_refused() -> None:
    """Offsets of another text mean nothing."""
    with pytest.raises(RecordError, match="another text"):
        score_coreference([gold("a", "b")], [recorded("[a Rasi] pergi.")])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A story whose one actor is a chain, and the record that has it."""
    record = recorded("[a Rasi] pulang. [a Ia] lelah.")
    kinds = ("name", "pronoun")
    mentions = [s.model_dump() | {"type": k} for s, k in zip(record.actors[0].mentions, kinds, strict=True)]
    text = {"id": "t", "text": record.article.text, "statements": [], "actors": [{"name": "R", "mentions": mentions}]}
    (tmp_path / "t.json").write_text(json.dumps(text), encoding="utf-8")
    (tmp_path / "records.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    return tmp_path / "t.json", tmp_path / "records.jsonl"


def run(*arguments: object):
    """The command's outcome."""
    app = typer.Typer()
    app.command()(coreference)
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_evaluate_coreference_reads_records(files: tuple[Path, Path]) -> None:
    """The record is found by its text."""
    scores = evaluate_coreference(*files)
    assert (scores.texts, scores.gold, scores.predicted, scores.sources) == (1, 2, 2, None)
    assert scores.systems["ujar"].chains.conll == pytest.approx(100)


def test_evaluate_coreference_wants_a_record_of_each_text(files: tuple[Path, Path]) -> None:
    """A text without a record is no text without actors."""
    files[1].write_text(recorded("[a Rasi] pergi.").model_dump_json() + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match="no record of the text 't'"):
        evaluate_coreference(*files)


def test_evaluate_coreference_of_no_held_out_text_is_an_error(files: tuple[Path, Path]) -> None:
    """ "t" is not among the fifth."""
    with pytest.raises(GoldError, match="held out"):
        evaluate_coreference(*files, held_out=True)


def test_evaluate_coreference_prints_json_and_tables(files: tuple[Path, Path]) -> None:
    """Both name the systems and the pronouns; no word is cut at 80 columns."""
    figures = json.loads(run(*files, "--format", "json").stdout)
    assert figures["ujar"]["conll"] == 100
    assert figures["heads"]["anaphors"] == 0
    shown = run(*files).stdout
    assert "gold heads, no pronouns" in shown
    assert "anaphors" in shown
    assert "…" not in shown


def test_evaluate_coreference_says_which_file_is_wrong(files: tuple[Path, Path]) -> None:
    """One line and status 1."""
    files[0].write_text("nonsense")
    outcome = run(*files)
    assert outcome.exit_code == 1
    assert "t.json" in outcome.stderr
    assert "Traceback" not in outcome.output
