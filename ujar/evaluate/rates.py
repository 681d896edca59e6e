"""Precision, recall and F1."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Percent", "Rate", "percent", "rounded", "shown"]

Percent = float | None  # None = of nothing


@dataclass(frozen=True)
class Rate:
    """Precision, recall and F1, in percent; None where there is nothing to count."""

    precision: Percent
    recall: Percent
    f1: Percent

    @classmethod
    def of(cls, right: int, predicted: int, gold: int) -> Rate:
        """The rate of `right` hits among `predicted` and `gold`."""
        return cls(percent(right, predicted), percent(right, gold), percent(2 * right, predicted + gold))


def percent(part: int, whole: int) -> Percent:
    """100 * part / whole, None of nothing."""
    return 100 * part / whole if whole else None


def shown(figure: Percent) -> str:
    """The figure with one place, "-" for none."""
    return "-" if figure is None else f"{figure:.1f}"


def rounded(figure: Percent) -> Percent:
    """The figure with two places."""
    return None if figure is None else round(figure, 2)
