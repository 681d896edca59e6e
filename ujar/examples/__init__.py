"""The example story that ships with the package: invented people at an invented meeting."""

from pathlib import Path

__all__ = ["example_path"]


def example_path() -> Path:
    """The file of the example story, in UTF-8."""
    return Path(__file__).parent / "sekolah-apung.txt"
