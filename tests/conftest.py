"""What several tests share: the example story with a record of it built by hand, and the shipped analyser."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import drafts
from ujar.analyse import Analyser, load_analyser
from ujar.analyse.draft import Draft
from ujar.examples import example_path
from ujar.read import read_article
from ujar.record import Actor, Addressee, Article, Cue, MadeBy, Record, Source, Span, Statement

MADE_BY = MadeBy(ujar="test", model="by hand", language_data="none")


@dataclass
class RecordWriter:
    """Writes a record by quoting the story. Each quoted text is looked for behind `at`, the start of the statement."""

    article: Article
    statements: list[Statement] = field(default_factory=list)

    def span(self, text: str, at: int) -> Span:
        start = self.article.text.index(text, at)
        return Span.of(self.article.text, start, start + len(text))

    def add(
        self,
        begins: str,
        *content: str,
        source: str | None = None,
        head: str | None = None,
        actor: str | None = None,
        cue: str | None = None,
        to: tuple[str, ...] = (),
        form: str = "indirect",
        **known: object,
    ) -> None:
        at = self.article.text.index(begins)
        whole = self.span(source, at) if source else None
        known |= {
            "id": f"s{len(self.statements) + 1}",
            "source": whole and Source(span=whole, head=self.span(head or whole.text, whole.start), actor=actor),
            "cue": Cue(span=self.span(cue, at)) if cue else None,
            "content": tuple(self.span(piece, at) for piece in content),
            "addressees": tuple(Addressee(span=self.span(text, at)) for text in to),
            "form": form,
        }
        self.statements.append(Statement.model_validate({"mode": "speech", "rule": "by hand"} | known))

    def record(self, *actors: Actor) -> Record:
        return Record(article=self.article, actors=actors, statements=tuple(self.statements), made_by=MADE_BY)


@pytest.fixture(scope="session")
def story() -> Article:
    """The example story, read."""
    return read_article(example_path())


@pytest.fixture(scope="session")
def story_record(story: Article) -> Record:
    """The example story's record as a person would write it: every form, nesting, a pointer, a floating quotation."""
    writer = RecordWriter(story)
    sekar = Actor(id="a1", name="Sekar Ayuwangi", kind="person")
    writer.add(
        "Menteri Kelautan:",
        "Sekolah Apung Dibuka Tahun Depan",
        source="Menteri Kelautan",
        head="Menteri",
        actor="a1",
        cue=":",
        unit="headline",
    )
    writer.add(
        "Indonesia dan",
        "Indonesia dan Selandia Baru akan membuka sekolah apung bagi pelaut muda mulai tahun depan",
        source="Menteri Kelautan Indonesia Sekar Ayuwangi",
        head="Sekar Ayuwangi",
        actor="a1",
        cue="kata",
    )
    writer.add(
        '"Kapal',
        '"Kapal latihnya sudah siap berlayar, dan kelas pertamanya diisi empat puluh taruna dari kedua negara,"',
        source="nya kepada",
        head="nya",
        actor="a1",
        cue="ujar",
        to=("wartawan",),
        form="direct",
    )
    last = writer.statements.pop()
    clitic = writer.span("nya kepada", story.text.index("ujarnya"))
    nya = Span.of(story.text, clitic.start, clitic.start + 3)
    writer.statements.append(last.model_copy(update={"source": Source(span=nya, head=nya, actor="a1")}))
    writer.add(
        "Pernyataan itu", "Pernyataan itu", source="Sekar", actor="a1", cue="disampaikan", refers_to=("s2", "s3")
    )
    writer.add(
        "Menurut Sekar",
        "biaya pelatihan ditanggung bersama selama tiga tahun, sedangkan kurikulumnya disusun oleh enam akademi",
        source="Sekar",
        actor="a1",
        cue="Menurut",
    )
    add_the_other_minister(writer)
    add_the_others(writer)
    return writer.record(sekar)


def add_the_other_minister(writer: RecordWriter) -> None:
    writer.add(
        "Menteri Urusan",
        'bahwa negaranya menyediakan dua kapal riset dan "semua peta arus yang kami punya"',
        source="Menteri Urusan Samudra Selandia Baru Hemi Tawharau",
        head="Hemi Tawharau",
        cue="mengatakan",
        form="mixed",
    )
    writer.add(
        '"Laut',
        '"Laut tidak mengenal papan nama kantor kita,"',
        '"Yang dikenalnya hanya orang yang mau belajar."',
        source="Tawharau",
        cue="kata",
        form="direct",
    )
    writer.add('"Karena', '"Karena itu kami datang membawa guru, bukan pidato."', form="direct", continues="s7")
    writer.add(
        "Tawharau juga",
        "agar membuka pendaftaran sebelum Agustus",
        source="Tawharau",
        cue="meminta",
        to=("semua akademi di kedua negara",),
        mode="directive",
    )
    inner = "arus di Laut Tasman menghangat lebih cepat daripada perkiraan"
    writer.add(
        "Ia menambahkan", f"bahwa ahli kelautan Moana Terrick melaporkan {inner}", source="Ia", cue="menambahkan"
    )
    writer.add(
        "ahli kelautan",
        inner,
        source="ahli kelautan Moana Terrick",
        head="Moana Terrick",
        cue="melaporkan",
        parent="s10",
    )


def add_the_others(writer: RecordWriter) -> None:
    writer.add(
        "juru bicara",
        "bahwa kapal latih itu akan dipakai untuk menangkap ikan",
        source="juru bicara Kementerian Kelautan Bima Saluang",
        head="Bima Saluang",
        cue="membantah",
        polarity="denied",
    )
    writer.add('"Tidak ada', '"Tidak ada jala di kapal itu,"', source="nya.", cue="tegas", form="direct")
    last = writer.statements.pop()
    at = writer.article.text.index("tegasnya") + 5
    nya = Span.of(writer.article.text, at, at + 3)
    writer.statements.append(last.model_copy(update={"source": Source(span=nya, head=nya)}))
    nelayan = "Asosiasi Nelayan Teluk Wangi"
    writer.add(nelayan, "rencana tersebut", source=nelayan, cue="menyambut baik", mode="attitude")
    writer.add(
        nelayan, "anak-anak nelayan mendapat tempat di kelas pertama", source=nelayan, cue="berharap", mode="thought"
    )
    writer.add(
        "Ketua asosiasi",
        "bahwa ombak adalah guru yang paling sabar",
        source="Ketua asosiasi itu, Nyoman Wetu",
        head="Nyoman Wetu",
        cue="mengatakan",
        to=("kedua menteri",),
    )
    writer.add("Demikian", source="kedua menteri", head="menteri", cue="disampaikan", refers_to=("s16",))


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    """The analyser with the shipped model."""
    return load_analyser()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared data, which is never part of the project: `UJAR_SHARED`, else beside the repository."""
    folder = Path(os.environ.get("UJAR_SHARED") or Path(__file__).parent.parent.parent / "shared")
    if not (folder / "data").is_dir():
        pytest.skip(f"no shared data in {folder}; name its folder in UJAR_SHARED")
    return folder


@pytest.fixture(scope="session")
def make_draft() -> Callable[..., Draft]:
    """Builds a draft from `form TAG relation head | ...`: see tests/drafts.py."""
    return drafts.make_draft
