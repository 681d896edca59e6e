"""How the time of each stage grows with the story, and how fast the tables load and answer.

    python benchmarks/stages.py            # on our own stories (training/annotation/chains), their marks taken out

A stage whose share doubles from one size to the next looks at everything for each thing that it finds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import cycle

from training.chains import CHAINS, read_marked
from ujar.analyse.analyser import load_analyser
from ujar.analyse.prepare import prepare
from ujar.analyse.read_model import read_draft
from ujar.analyse.stages import AFTER, load_tools
from ujar.ontology.officeholders import TABLE, load_holders, read_holdings
from ujar.ontology.places import load_places
from ujar.record import Article

SIZES = (60_000, 240_000)  # characters
LOOK_UPS = 10_000


def main() -> None:
    """Print one line a stage and one a table."""
    analyser = load_analyser()
    tools = load_tools("id", analyser.model, analyser.holders)
    seconds: dict[str, list[float]] = {}
    for size in SIZES:
        draft = prepare(Article.of(story_of(size)))
        seconds.setdefault("model", []).append(spent(lambda draft=draft: read_draft(draft, analyser.model)))
        for stage in AFTER:
            seconds.setdefault(stage.name, []).append(spent(lambda s=stage, d=draft: s.run(d, tools)))
    print(f"CPU seconds at {SIZES[0]:,} and {SIZES[1]:,} characters, and how many times as much")
    for name, (small, large) in seconds.items():
        print(f"{name:24} {small:7.3f} {large:7.3f} {large / max(small, 1e-3):6.1f}")
    print(f"office holders load in {1e3 * spent(lambda: read_holdings(TABLE)):.0f} ms, ", end="")
    holders, places = load_holders(), load_places()
    print(f"answer in {each(lambda: holders.on('president', 'USA', date(2019, 5, 1))):.1f} us; ", end="")
    print(f"places answer in {each(lambda: places.named('Tojo Una-Una')):.1f} us")


def story_of(size: int) -> str:
    """Our stories, one behind the other, until they are `size` characters."""
    text = ""
    stories = [story.text for path in sorted(CHAINS.glob("*.txt")) for story in read_marked(path)]
    for story in cycle(stories):
        if len(text) >= size:
            return text
        text += story + "\n\n"
    return text


def spent(run: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def each(ask: Callable[[], object]) -> float:
    """Microseconds of one look-up, of many."""
    return 1e6 * spent(lambda: [ask() for _ in range(LOOK_UPS)]) / LOOK_UPS


if __name__ == "__main__":
    main()
