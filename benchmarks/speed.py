"""Words a CPU second, start-up and peak memory of `ujar analyse`, each as a whole process of its own.

    python benchmarks/speed.py FOLDER            # a folder of stories (.txt), 200 of about 400 words
    python benchmarks/speed.py --tml FOLDER      # the same from TimeML files, joined to about 400 words each

CPU seconds are user and system time of the child process, so other work on the machine disturbs them little.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

WORDS = 400
STORIES = 200


def main() -> None:
    """Measure and print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tml", action="store_true")
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        stories = options.folder if not options.tml else stories_of_tml(options.folder, Path(scratch) / "stories")
        files = sorted(stories.rglob("*.txt"))
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in files)
        runs = [analyse([str(stories)], Path(scratch)) for _ in range(options.repeats)]
        short = Path(scratch) / "short.txt"
        short.write_text('"Kami siap," kata Menteri Rano Lubis di Palu, Senin.\n', encoding="utf-8")
        starts = [analyse([str(short)], Path(scratch)) for _ in range(options.repeats)]
    cpu = statistics.median(run[1] for run in runs)
    print(f"stories {len(files)}, words {words}")
    print(f"words a CPU second {words / cpu:.0f} (median of {options.repeats}, {cpu:.2f} CPU s)")
    print(f"peak memory {max(run[2] for run in runs):.0f} MB")
    print(f"one short story {statistics.median(run[0] for run in starts):.2f} s wall, ", end="")
    print(f"{statistics.median(run[1] for run in starts):.2f} CPU s, {max(run[2] for run in starts):.0f} MB")


def analyse(arguments: Sequence[str], scratch: Path) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak MB of one `ujar analyse`."""
    command = [sys.executable, "-m", "ujar", "analyse", *arguments, "--format", "jsonl", "--out", str(scratch / "out")]
    started = time.monotonic()
    with subprocess.Popen(command) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"ujar analyse failed with exit code {process.returncode}")
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def stories_of_tml(source: Path, target: Path) -> Path:
    """Stories of about `WORDS` words from the texts of TimeML files, paragraphs in their order."""
    target.mkdir()
    paragraphs = [
        paragraph
        for path in sorted(source.glob("*.tml"))
        for paragraph in re.findall(r"<TEXT>(.*?)</TEXT>", path.read_bytes().decode("cp1252", "replace"), re.S)[
            0
        ].split("\n\n")
    ]
    clean = [re.sub(r"<[^>]+>", "", paragraph).strip() for paragraph in paragraphs]
    place = 0
    for number in range(STORIES):
        story: list[str] = []
        while sum(len(paragraph.split()) for paragraph in story) < WORDS:
            story.append(clean[place % len(clean)])
            place += 1
        (target / f"{number:03}.txt").write_text("\n\n".join(story), encoding="utf-8")
    return target


if __name__ == "__main__":
    main()
