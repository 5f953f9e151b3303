"""Pages that an earlier run left in the folder."""

from __future__ import annotations

from pathlib import Path

from sayso.cli.dossiers import written
from sayso.model import Dossier, Report, ReportEntry, Story, Versions


def of(stories: int) -> Dossier:
    """A dossier with so many stories of one report each."""
    reports = tuple(
        ReportEntry.of(Report(id=f"r{n}", text=f"Bridge {n} closed\nIt is closed.")) for n in range(stories)
    )
    return Dossier(
        versions=Versions(sayso="0.0", model="none", knowledge="none"),
        reports=reports,
        stories=tuple(Story(id=f"s{r.id}", name=f"Bridge {r.id}", reports=(r.id,)) for r in reports),
    )


def test_pages_of_stories_that_are_no_more_are_removed_and_nothing_else(tmp_path: Path) -> None:
    written(of(4), tmp_path)
    assert {path.name for path in tmp_path.glob("story-*")} == {f"story-{n}.html" for n in range(1, 5)}
    theirs = {
        "story-9.html": "<!doctype html><title>My own story</title>",
        "story-draft.html": (tmp_path / "story-4.html").read_text(encoding="utf-8"),
        "story-7.html": "Not a page at all: " + (tmp_path / "story-4.html").read_text(encoding="utf-8"),
        "notes.txt": "keep",
    }
    for name, text in theirs.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "story-8.html").symlink_to(tmp_path / "story-1.html")
    written(of(2), tmp_path)
    kept = {"dossier.json", "index.html", "story-1.html", "story-2.html", "story-8.html", *theirs}
    assert {path.name for path in tmp_path.iterdir()} == kept
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in theirs} == theirs
