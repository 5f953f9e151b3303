"""Who speaks, in six stories of our own: are the sources of one actor merged, and his name, kind, body and side right?

    python -m bench.actors [--part tuned|held] [--misses]

`actors/*.yaml` (described in actors/README.md) were written before the program was run on them; rules are worked out on
the tuned ones, of the held ones only the scores are read. *Merged* is B-cubed F1 (Bagga and Baldwin 1998) over the
statements found; name, kind, affiliation and side are shares of the statements found whose actor has the right one.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from sayso.language.read import annotate
from sayso.model import Annotations, Report
from sayso.reconcile.assemble import accusations
from sayso.reconcile.cast import Cast, Member, cast
from sayso.reconcile.cast.kinds import noun_kind
from sayso.reconcile.cast.sides import sides
from sayso.reconcile.of_annotations import namings, statements

FOLDER = Path(__file__).parent / "actors"
PARTS = ("tuned", "held")
SMALL = frozenset("the a an of in at his its their s".split())
STEM = 6  # letters by which a country and its people are one
ASPECTS = ("name", "kind", "affiliation", "side")

Found = list[tuple[dict[str, Any], Member]]


def stories() -> list[dict[str, Any]]:
    """The stories, as their files have them."""
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))]


def _reports(story: dict[str, Any]) -> list[Report]:
    return [
        Report(id=f"{story['story']}-{n}", text=r["text"], outlet=r["outlet"], published=r["published"].isoformat())
        for n, r in enumerate(story["reports"], 1)
    ]


def people_of(reports: Sequence[Report], annotations: Sequence[Annotations]) -> Cast:
    """The cast of one story with its sides, as the dossier has it."""
    found = cast(reports, namings(reports, annotations))
    said = statements(reports, annotations, found)
    sides(reports, found.members, accusations(said), [s.actor for s in said if s.actor and s.stance == "admits"])
    return found


def speakers(story: dict[str, Any], tell: bool) -> tuple[Found, int]:
    """For each statement of the gold that was found and credited, the gold's actor and the program's; and how many."""
    reports = _reports(story)
    annotations = [annotate(report) for report in reports]
    people = people_of(reports, annotations)
    found: Found = []
    wanted = 0
    for actor in story["actors"]:
        for number, words in actor["said"]:
            wanted += 1
            report, read = reports[number - 1], annotations[number - 1]
            at = report.text.find(words) if len(words) > len("this") else -1
            spots = [at] if at >= 0 else [m.start() for m in re.finditer(rf"\b{re.escape(words)}\b", report.text)]
            held = [
                a
                for a in read.attributions
                if a.source
                and any(p.start <= s < p.end and (at >= 0 or p.quote == words) for p in a.content for s in spots)
            ]
            member = people.of(report.id, held[0].source.name) if held and held[0].source else None
            if member is not None:
                found.append((actor, member))
            elif tell:
                print(f"  {actor['name']}: not found or not credited: {words!r}")
    return found, wanted


def _words(name: str) -> set[str]:
    found = set(re.findall(r"\w+", name.casefold().replace("’", "'"))) - SMALL
    return {w for w in found if noun_kind(w) is None} or found


def _same(wanted: str | None, given: str | None) -> bool:
    """Whether two names share a word, or the beginning of one ("Freedonia", "Freedonian")."""
    if not wanted or not given:
        return wanted is given
    return any(a[:STEM] == b[:STEM] for a in _words(wanted) for b in _words(given))


def right(actor: dict[str, Any], member: Member) -> dict[str, bool]:
    """Whether what the program has for an actor is what the gold has."""
    given = {
        "name": member.name,
        "kind": member.kind,
        "affiliation": member.affiliation,
        "side": member.side,
    }
    made = {}
    for aspect, value in given.items():
        wanted = actor[aspect] if isinstance(actor[aspect], list) else [actor[aspect]]
        made[aspect] = value in wanted if aspect == "kind" else any(_same(w, value) for w in wanted)
    return made


def merged(found: Found) -> float:
    """B-cubed F1 of the program's actors against the gold's, over the statements found."""
    wanted: dict[int, set[int]] = {}
    given: dict[int, set[int]] = {}
    for i, (actor, member) in enumerate(found):
        wanted.setdefault(id(actor), set()).add(i)
        given.setdefault(id(member), set()).add(i)
    both = [(len(wanted[id(a)] & given[id(m)]), len(wanted[id(a)]), len(given[id(m)])) for a, m in found]
    precision = sum(common / theirs for common, _, theirs in both) / len(both)
    recall = sum(common / mine for common, mine, _ in both) / len(both)
    return 2 * precision * recall / (precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", action="store_true", help="list what is not right (never for the held part)")
    options = parser.parse_args()
    for part in [options.part] if options.part else PARTS:
        tell = options.misses and part != "held"
        counts, total, wanted, clusters, said = dict.fromkeys(ASPECTS, 0), 0, 0, 0.0, 0
        for story in (s for s in stories() if s["part"] == part):
            found, asked = speakers(story, tell)
            wanted += asked
            said += len(found)
            clusters += merged(found) * len(found)
            for actor, member in found:
                judged = right(actor, member)
                total += 1
                for aspect in ASPECTS:
                    counts[aspect] += judged[aspect]
                if tell and not all(judged.values()):
                    wrong = ", ".join(aspect for aspect in ASPECTS if not judged[aspect])
                    print(
                        f"  {actor['name']}: {wrong}: {member.name!r} {member.kind}, "
                        f"of {member.affiliation}, side {member.side}"
                    )
        shares = ", ".join(f"{aspect} {counts[aspect] / total:.3f}" for aspect in ASPECTS)
        print(f"{part}: statements {wanted}, found {said / wanted:.3f}, merged {clusters / said:.3f}, {shares}")


if __name__ == "__main__":
    main()
