"""The codes of states, against what is known of ISO 3166-1."""

from __future__ import annotations

import pytest

from ujar.ontology.countries import KOSOVO, alpha_2, alpha_3, country_codes, is_country


def test_country_codes_are_every_iso_state_and_kosovo() -> None:
    """ISO 3166-1 has 249 entries; Kosovo is added under the code that the EU and CLDR use."""
    codes = country_codes()
    assert len(codes) == len(set(codes)) == 250
    assert list(codes) == sorted(codes)
    assert {"IDN", "PSE", "TWN", "VAT", "TLS", "XKX"} <= set(codes)
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_alpha_2_and_alpha_3_undo_each_other() -> None:
    """No two states share a code of either kind."""
    assert all(alpha_3(alpha_2(code)) == code for code in country_codes())
    assert alpha_2("IDN") == "ID"
    assert (alpha_3(KOSOVO[1]), alpha_2(KOSOVO[0])) == KOSOVO


def test_unknown_codes_are_no_country() -> None:
    """EU and ZZ stand in CLDR's list of territories and are no state; a wrong alpha-3 code is an error."""
    assert alpha_3("EU") is None
    assert alpha_3("ZZ") is None
    assert not is_country("EUR")
    with pytest.raises(KeyError):
        alpha_2("EUR")
