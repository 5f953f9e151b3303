from __future__ import annotations

import json

import pytest

from sayso.dossier import DossierError, from_json, to_json
from sayso.model import AnchorError, Dossier


def test_there_and_back(dossier: Dossier) -> None:
    written = to_json(dossier)
    assert written.endswith("}\n")
    assert from_json(written) == dossier
    assert to_json(from_json(written.encode())) == written


def test_keys_stand_in_the_order_of_the_model(dossier: Dossier) -> None:
    assert list(json.loads(to_json(dossier))) == list(Dossier.model_fields)


def test_letters_stay_letters(dossier: Dossier) -> None:
    assert "“We counted 12 bodies before dawn,”" in to_json(dossier)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"versions": 1}', "not json"])
def test_what_is_no_dossier_is_refused(text: str) -> None:
    with pytest.raises(DossierError, match="not a dossier"):
        from_json(text)


def test_another_major_schema_is_refused(dossier: Dossier) -> None:
    later = dossier.model_copy(update={"versions": dossier.versions.model_copy(update={"schema_version": "2.0"})})
    with pytest.raises(DossierError, match=r"schema version 2\.0"):
        from_json(to_json(later))


def test_a_quote_that_does_not_fit_is_an_error(dossier: Dossier) -> None:
    figure = dossier.figures[0].model_copy(update={"start": 0})
    with pytest.raises(AnchorError):
        from_json(to_json(dossier.model_copy(update={"figures": (figure,)})))


def test_words_in_a_report_that_is_not_there_are_an_error(dossier: Dossier) -> None:
    with pytest.raises(DossierError, match="does not hold"):
        from_json(to_json(dossier.model_copy(update={"reports": dossier.reports[1:]})))
