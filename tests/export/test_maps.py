"""GeoJSON, opened by GeoPandas."""

from __future__ import annotations

import io
import json

import geopandas
import pytest

from sayso.export import export
from sayso.model import Dossier, Place
from tests.export.telling import dossier, event

TEXT = "Fighting at Ambel"


def frame(content: bytes) -> geopandas.GeoDataFrame:
    return geopandas.read_file(io.BytesIO(content))


def at(**fields: object) -> Dossier:
    place = Place.of(TEXT, 12, 17, id="p1", report="r1", name="Ambel", **fields)
    return dossier(TEXT, events=(event(place="Ambel"),), places=(place,))


@pytest.mark.parametrize(
    ("precision", "extent"), [(1, "a settlement"), (4, "a region of the first order"), (6, "a state"), (None, None)]
)
def test_a_point_says_how_exact_it_is(precision: int | None, extent: str | None) -> None:
    for content in export(at(latitude=10.5, longitude=-20.25, precision=precision, country="FR"), "geojson").values():
        found = frame(content)
        assert (found.geometry[0].x, found.geometry[0].y) == (-20.25, 10.5)
        properties = json.loads(content)["features"][0]["properties"]
        assert (properties["precision"], properties["extent"]) == (precision, extent)
        assert found.crs == "EPSG:4326"


def test_what_is_not_known_has_no_point() -> None:
    for content in export(at(), "geojson").values():
        found = frame(content)
        assert found.geometry.isna().all()
        assert json.loads(content)["features"][0]["geometry"] is None


def test_the_sample_opens_with_all_of_its_places(sample: Dossier) -> None:
    files = export(sample, "geojson")
    places, events = frame(files["places.geojson"]), frame(files["events.geojson"])
    assert places["quote"].tolist() == [place.quote for place in sample.places]
    assert events["name"].tolist() == [one.name for one in sample.events]
    assert places.geometry.notna().tolist() == [place.latitude is not None for place in sample.places]
