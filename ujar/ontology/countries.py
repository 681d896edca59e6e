"""The states and territories of ISO 3166-1, and Kosovo. Codes only: what they are called is a matter of languages.

Source: ISO 3166-1 as pycountry ships it. Kosovo has no code there; XKX and XK, from the part left to users, are what
the EU, the IMF and CLDR give it.
"""

from __future__ import annotations

from functools import cache

__all__ = ["KOSOVO", "alpha_2", "alpha_3", "country_codes", "is_country"]

KOSOVO = ("XKX", "XK")


@cache
def _table() -> dict[str, str]:
    # Reading a story without a country in it should not pay for the import, which takes longer than the reading.
    import pycountry

    codes = {country.alpha_3: country.alpha_2 for country in pycountry.countries}
    codes.setdefault(*KOSOVO)
    return dict(sorted(codes.items()))


@cache
def _by_alpha_2() -> dict[str, str]:
    return {two: three for three, two in _table().items()}


def country_codes() -> tuple[str, ...]:
    """Every alpha-3 code, in the order of the alphabet, XKX among them."""
    return tuple(_table())


def is_country(code: str) -> bool:
    """Whether `code` is one of `country_codes()`."""
    return code in _table()


def alpha_2(code: str) -> str:
    """The alpha-2 code of an alpha-3 code: "IDN" is "ID".

    Raises:
        KeyError: no state or territory has that code.
    """
    return _table()[code]


def alpha_3(code: str) -> str | None:
    """The alpha-3 code of an alpha-2 code; None where it names no state, as "EU" and the "ZZ" of CLDR."""
    return _by_alpha_2().get(code)
