"""Organisations: their kind, the state they belong to, and the states that are in them. Facts of organisations.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

__all__ = ["Organisation", "OrganisationKind", "organisation", "organisations"]

OrganisationKind = Literal["igo", "government", "party", "armed_group", "media", "company", "other"]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Year = Annotated[int, Field(ge=2000, le=2025)]

FILE = Path(__file__).with_name("organisations.toml")


class Organisation(NamedTuple):
    """One organisation. `name` is English; `country` and `members` are ISO 3166 alpha-3, `members` those of 2025.

    `members` is empty where membership is not kept, and for what has none. `joined` and `left` give the first and the
    last year of a membership, for changes since 2000 only.
    """

    id: str
    name: str
    kind: OrganisationKind
    country: str | None
    members: tuple[str, ...] = ()
    wikidata: str | None = None
    joined: tuple[tuple[str, int], ...] = ()
    left: tuple[tuple[str, int], ...] = ()

    def members_in(self, year: int) -> frozenset[str]:
        """The states that were members at some time in `year`, 2000 or later. A state may leave within the year."""
        later = {state for state, joined in self.joined if joined > year}
        gone = {state for state, left in self.left if left >= year}
        return (frozenset(self.members) | gone) - later


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str = Field(min_length=1)
    country: Country | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = None


class _File(BaseModel):
    """`organisations.toml`, a table of `_Facts` for each kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    igo: dict[Id, _Facts]
    government: dict[Id, _Facts]
    party: dict[Id, _Facts]
    armed_group: dict[Id, _Facts]
    media: dict[Id, _Facts]
    company: dict[Id, _Facts]
    other: dict[Id, _Facts]
    members: dict[Id, tuple[Country, ...]]
    joined: dict[Id, dict[Country, Year]]
    left: dict[Id, dict[Country, Year]]

    def by_kind(self) -> tuple[tuple[OrganisationKind, dict[str, _Facts]], ...]:
        return (
            ("igo", self.igo),
            ("government", self.government),
            ("party", self.party),
            ("armed_group", self.armed_group),
            ("media", self.media),
            ("company", self.company),
            ("other", self.other),
        )

    @model_validator(mode="after")
    def _check(self) -> Self:
        ids = [identifier for _, facts in self.by_kind() for identifier in facts]
        for identifier in ids:
            if ids.count(identifier) > 1:
                raise ValueError(f"{identifier} is of two kinds")
        for identifier in (*self.members, *self.joined, *self.left):
            if identifier not in ids:
                raise ValueError(f"there is no organisation {identifier}")
        for identifier, states in self.members.items():
            self._check_members(identifier, states)
        return self

    def _check_members(self, identifier: str, states: tuple[str, ...]) -> None:
        """A state is in once; who joined is in; who left is out."""
        if len(set(states)) < len(states):
            raise ValueError(f"members.{identifier}: a state is listed twice")
        if strangers := set(self.joined.get(identifier, ())) - set(states):
            raise ValueError(f"joined.{identifier}: {min(strangers)} is no member")
        if staying := set(self.left.get(identifier, ())) & set(states):
            raise ValueError(f"left.{identifier}: {min(staying)} is still a member")


@cache
def organisations() -> Mapping[str, Organisation]:
    """Every organisation by its id, in the order of the file; read and checked once.

    Raises:
        pydantic.ValidationError: the file does not fit; names the key.
    """
    with FILE.open("rb") as stream:
        file = _File.model_validate(tomllib.load(stream))
    return MappingProxyType({one.id: one for one in _listed(file)})


def _listed(file: _File) -> list[Organisation]:
    return [
        Organisation(
            identifier,
            facts.name,
            kind,
            facts.country,
            file.members.get(identifier, ()),
            facts.wikidata,
            tuple(file.joined.get(identifier, {}).items()),
            tuple(file.left.get(identifier, {}).items()),
        )
        for kind, group in file.by_kind()
        for identifier, facts in group.items()
    ]


def organisation(identifier: str) -> Organisation:
    """The organisation of an id, such as "ASEAN".

    Raises:
        KeyError: there is none of that id.
    """
    return organisations()[identifier]
