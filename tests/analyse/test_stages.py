"""The list of stages."""

from __future__ import annotations

from dataclasses import fields

from ujar.analyse.draft import Draft
from ujar.analyse.stages import AFTER, BEFORE, READING

ORDER = [*((stage.name, stage.needs, stage.makes) for stage in BEFORE), ("reading", *READING)]
ORDER += [(stage.name, stage.needs, stage.makes) for stage in AFTER]


def test_stages_find_what_they_need() -> None:
    """What a stage needs was made by one before it, or is the article."""
    made = {"article"}
    for name, needs, makes in ORDER:
        assert set(needs) <= made, f"{name} needs what nobody has made: {set(needs) - made}"
        made |= set(makes)


def test_stages_make_the_whole_draft() -> None:
    """Every field of the draft is made by a stage, and no stage makes what is no field."""
    made = {field for _, _, makes in ORDER for field in makes} | {"article"}
    assert made == {field.name for field in fields(Draft)}


def test_stages_have_names_of_their_own() -> None:
    """A stage can be named in a message."""
    names = [name for name, _, _ in ORDER]
    assert len(set(names)) == len(names)
