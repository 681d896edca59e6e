"""Records as one page."""

from __future__ import annotations

import random
import re
import time
from html.parser import HTMLParser

import pytest

from tests.render.stories import MEETING, TEXT, harbour, meeting, record_of, span, statement
from ujar.record import Actor, Article, Record, Role, Span, Statement, Time
from ujar.render import render_page

VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page strictly: collects ids, links, starts and the story's text; `open` must be empty at the end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.starts: list[tuple[str, dict[str, str]]] = []
        self.story: list[str] = []
        self.in_story: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        assert tag != "a" or "a" not in [name for name, _ in self.open]
        self.starts.append((tag, known))
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known["href"]] if "href" in known else []
        self.in_story += [known.get("class", "")] if "story" in [name for _, name in self.open] else []
        if tag not in VOID:
            self.open.append((tag, known.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag
        if tag in ("p", "h1"):
            self.story.append("\n")

    def handle_data(self, words: str) -> None:
        classes = [name for _, name in self.open]
        if "story" in classes and "facts" not in classes:
            self.story.append(words)

    def paragraphs(self) -> list[str]:
        return [line for line in "".join(self.story).split("\n") if line.strip()]

    def marked(self, part: str) -> list[str]:
        return [look for look in self.in_story if look.split(" ")[0] == part]


def test_page_holds_the_text_unchanged() -> None:
    """With the tags taken out, the story's paragraphs are the lines of the text."""
    assert Reader(render_page([harbour()])).paragraphs() == [line for line in TEXT.split("\n") if line]


def test_page_needs_nothing_else() -> None:
    """No script, no image, no link that leaves the page, and a policy that forbids them."""
    page = render_page([harbour()])
    reader = Reader(page)
    assert all(link.startswith("#") for link in reader.links)
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in reader.starts}
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_links_and_anchors_fit() -> None:
    """Every link leads to an anchor that exists once, with several records too."""
    reader = Reader(render_page([harbour(), harbour()]))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links} <= set(reader.ids)
    rows = {f"r{story}-{place}" for story in (1, 2) for place in (1, 2, 3, 4)}
    assert rows | {f"{row}-t" for row in rows} <= set(reader.ids)


def test_several_records_have_an_index() -> None:
    """An index of the stories stands on a page of several, and on no page of one."""
    assert [tag for tag, _ in Reader(render_page([harbour(), harbour()])).starts].count("nav") == 1
    assert [tag for tag, _ in Reader(render_page([harbour()])).starts].count("nav") == 0


def test_each_part_is_marked() -> None:
    """Source, head, cue, addressee and content carry their part, speaker, depth and statement."""
    reader = Reader(render_page([harbour()]))
    assert reader.marked("source") == ["source k1 d0 m1", "source k0 d0 m3", "source k2 d1 m4"]
    assert reader.marked("cue") == ["cue k1 d0 m1", "cue k0 d0 m3", "cue k2 d1 m4"]
    assert reader.marked("addressee") == ["addressee k1 d0 m1"]
    assert reader.marked("clutter") == ["clutter"]
    assert reader.marked("dateline") == ["dateline"]
    assert [tag for tag, _ in reader.starts].count("h1") == 1


def test_continuation_has_the_colour_of_its_speaker() -> None:
    """A quotation without a source has the colour of the statement that it carries on."""
    assert "content k1 d0 m2" in Reader(render_page([harbour()])).marked("content")


def test_sources_of_one_actor_share_a_colour() -> None:
    """ "Rano Lubis" and "ia" have one colour when the record gives both one actor; without an actor "ia" has none."""
    text = "Rano Lubis berkata air surut. Ia berkata air pasang."
    for actor, look in (("a1", "source k1 d0 m2"), (None, "source k0 d0 m2")):
        first = statement(text, "s1", source="Rano Lubis", actor="a1", cue="berkata", content=["air surut"])
        second = statement(text, "s2", source="Ia", after="Ia", actor=actor, cue="berkata", content=["air pasang"])
        record = record_of(text, first, second, actors=(Actor(id="a1", name="Rano Lubis", kind="person"),))
        assert Reader(render_page([record])).marked("source") == ["source k1 d0 m1", look]


def test_legend_leads_to_the_actors() -> None:
    """Each speaker of the legend is a link to its place in the list of actors."""
    legend = re.findall(r'<li class="k(\d)"><a href="#([^"]*)">([^<]*)</a></li>', render_page([meeting()]))
    assert legend == [("1", "r1-a3", "Joe Biden (by office), Nurdin Baso"), ("2", "r1-a2", "Nurdin Baso")]


def test_mention_leads_to_its_actor_and_back() -> None:
    """A mention links to its actor, with a tooltip where its words are not the name, and the actor's lines to it."""
    page = render_page([meeting()])
    start = MEETING.index("Ia berkata")
    assert f'href="#r1-a2" title="Nurdin Baso" id="r1-a2-{start}"' in page
    assert f'<a href="#r1-a2-{start}">5</a>' in page
    assert 'title="Toru Hamano (by office)"' in page
    assert page.count('title="Nurdin Baso"') == 2  # "Nurdin" and "Ia", not "Nurdin Baso"


def test_links_hold_no_links() -> None:
    """A mention inside another, and a statement's number inside a mention, are no links: HTML has no links in links."""
    Reader(render_page([meeting()]))
    page = render_page([meeting()])
    assert re.search(r'<span class="w w5"[^>]*>Jepang</span>', page)
    text = "Kata ketua dewan Ana Roe, ya."
    long = Actor(id="a1", name="Ana Roe", kind="person", mentions=(span(text, "ketua dewan Ana Roe"),))
    said = statement(text, "s1", source="Ana Roe", actor="a1", content=["ya"])
    page = render_page([record_of(text, said, actors=(long,))])
    assert '<span class="no k1" id="r1-1-t" data-no="s1"></span>' in page
    Reader(page)


def test_mention_of_no_speaker_has_no_colour() -> None:
    """Only who speaks has a colour: "Jepang" of the foreign minister says nothing here."""
    looks = [look for look in Reader(render_page([meeting()])).in_story if look.startswith("w ")]
    assert {look for look in looks if look.split()[1] == "w5"} == {"w w5"}
    assert {look for look in looks if look.split()[1] == "w2"} == {"w w2 k2"}


def test_times_have_their_values() -> None:
    """A time tells its value in the text and in the list; one that says nothing is in no list."""
    page = render_page([meeting()])
    assert 'class="time" title="start of 2021-04" id="r1-t2"' in page
    assert '<b>awal April</b> start of 2021-04 <span class="at">line <a href="#r1-t2">5</a></span>' in page
    assert "<b>hari ini</b>" not in page


def test_actors_named_once_can_be_opened() -> None:
    """Who neither speaks nor is told anything nor is named twice stands in a list of its own, closed at first."""
    closed = render_page([meeting()]).partition("<details>")[2].partition("</details>")[0]
    assert "2 more actors, named once" in closed
    assert "Joe Biden (by office)" in closed
    assert "Jepang" in closed


@pytest.mark.parametrize(("count", "digits"), [(1, 2), (11, 3), (101, 4)])
def test_list_leaves_room_for_its_longest_number(count: int, digits: int) -> None:
    """The words of "s11" begin where those of "s1" do: the column of numbers is as wide as the longest."""
    statements = [statement("Ana Roe berkata ya.", f"s{number}", content=["ya"]) for number in range(1, count + 1)]
    page = render_page([record_of("Ana Roe berkata ya.", *statements)])
    assert f'<ol style="--digits:{digits}">' in page
    assert "min-width: calc(var(--digits, 2) * 1ch)" in page


def test_stacked_accents_end_with_their_paragraph() -> None:
    """200 marks above one letter stay in the text, and are cut where their paragraph ends."""
    text = "Air surut.\nKata A" + "\u0301" * 200 + "na."
    page = render_page([record_of(text)])
    assert Reader(page).paragraphs()[-1] == text.split("\n")[1]
    assert re.search(r"\.story p, [^{]*\{[^}]*overflow-y: clip", page)


def test_shared_source_is_marked_once() -> None:
    """Two statements with one source share its mark, and both have their number there."""
    actor = Actor(id="a1", name="Ana Roe", kind="person")
    text = "Ana Roe menyambut rencana itu dan berharap hujan."
    first = statement(
        text, "s1", source="Ana Roe", actor="a1", cue="menyambut", content=["rencana itu"], mode="attitude"
    )
    second = statement(text, "s2", source="Ana Roe", actor="a1", cue="berharap", content=["hujan"], mode="thought")
    reader = Reader(render_page([record_of(text, first, second, actors=(actor,))]))
    assert reader.marked("source") == ["source k1 d0 m1 m2"]
    assert {"r1-1-t", "r1-2-t"} <= set(reader.ids)


def test_text_is_escaped() -> None:
    """Tags, entities, control characters and lone surrogates of a story are text."""
    text = '<script>alert(1)</script> &amp; "a" \x00\x1b\ud800 kata </style>Ana<b>.'
    name = '"><script>x</script></style>'
    role = Role(title="</style>Ana<b>", span=span(text, "</style>Ana<b>"))
    actor = Actor(id='a"><i>', name=name, kind="person", roles=(role,), mentions=(role.span,))
    when = Time(id='t"><i>', span=role.span, type="DATE", value="2<script>", granularity="day", doubt='"<script>')
    said = statement(text, "s1", source="</style>Ana<b>", actor=actor.id, cue="kata", time=when.id)
    page = render_page([record_of(text, said, actors=(actor,), times=(when,), title="<b>&", language='id"><i>')])
    page.encode("utf-8")
    reader = Reader(page)
    assert reader.paragraphs() == ["<b>&", re.sub("[\x00\x1b\ud800]", "\ufffd", text)]
    assert "script" not in {tag for tag, _ in reader.starts}
    assert page.count("</style>") == 1


@pytest.mark.parametrize("seed", range(200))
def test_spans_that_cross_keep_the_text(seed: int) -> None:
    """Whatever the spans, the page is well formed, its text is the story's, and no anchor stands twice."""
    text = "abcde fghij\nklmno pqrst\n uvwxyz"
    chance = random.Random(seed)
    statements: list[Statement] = []
    mentions: list[Span] = []
    for number in range(chance.randint(0, 8)):
        start, end = sorted(chance.choices(range(len(text) + 1), k=2))
        parent = f"s{number - 1}" if number and chance.random() < 0.4 else None
        pieces = (Span.of(text, start, end),)
        mentions.append(Span.of(text, *sorted(chance.choices(range(len(text) + 1), k=2))))
        statements.append(
            Statement(id=f"s{number}", content=pieces, form="indirect", mode="speech", parent=parent, rule="r")
        )
    actors = tuple(
        Actor(id=f"a{place}", name="x", kind="other", mentions=(mention,))
        for place, mention in enumerate(dict.fromkeys(mentions))  # no two actors have one mention
    )
    reader = Reader(render_page([record_of(text, *statements, actors=actors)]))
    assert reader.paragraphs() == ["Untitled", *text.split("\n")]
    assert len(reader.ids) == len(set(reader.ids))


def test_origin_names_a_story_without_a_title() -> None:
    """A story without a title goes by its origin; one with a title keeps it."""
    page = render_page([record_of(TEXT), harbour()], origins=["cerita/satu.txt", "cerita/dua.txt"])
    assert "<h1>cerita/satu.txt</h1>" in page
    assert "dua.txt" not in page


def test_record_without_statements_has_a_page() -> None:
    """A story in which nobody says anything is shown all the same."""
    assert "No statements" in render_page([record_of(TEXT)])
    Reader(render_page([]))


def _long(sentences: int) -> Record:
    line = 'Ana Roe mengatakan bahwa sungai itu surut lagi, dan "air akan kembali pada musim hujan".\n'
    text = line * sentences
    parts = [span(line, words) for words in ("Ana Roe", "mengatakan", "bahwa sungai itu surut lagi")]
    statements = []
    for number in range(sentences):
        source, cue, content = (
            {"start": part.start + number * len(line), "end": part.end + number * len(line), "text": part.text}
            for part in parts
        )
        statements.append(
            Statement.model_validate(
                {
                    **{"id": f"s{number}", "form": "indirect", "mode": "speech", "rule": "r", "content": [content]},
                    **{"cue": {"span": cue}, "source": {"span": source, "head": source}},
                    "continues": f"s{number - 1}" if number else None,
                }
            )
        )
    mentions = tuple(
        Span.of(text, number * len(line), number * len(line) + len("Ana Roe")) for number in range(sentences)
    )
    actor = Actor(id="a1", name="Ana Roe", kind="person", mentions=mentions)
    return Record.model_construct(article=Article.of(text), statements=tuple(statements), actors=(actor,))


@pytest.mark.parametrize("joined", [False, True])
def test_long_story_takes_linear_time(joined: bool) -> None:
    """Four times the text takes about four times as long, on many lines and on one."""
    seconds = []
    for sentences in (500, 2000):
        record = _long(sentences)
        if joined:
            article = Article.of(record.article.text.replace("\n", " "))
            record = record.model_copy(update={"article": article})
        start = time.process_time()
        page = render_page([record])
        seconds.append(time.process_time() - start)
        assert len(re.findall("<li id=", page)) == sentences
    assert seconds[1] < 10 * seconds[0] + 0.1
