"""All quality figures in one table, and the floors under them. Usage: python -m bench.gate

The floors stand in `floors.yaml` with a digest of the data that they were measured on: they hold for that data and
no other, and CI fails when a figure falls below its floor.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

import yaml

from bench import cases, maverick, polnear, real, real_times, stories
from bench.shared import need

FLOORS = Path(__file__).with_name("floors.yaml")
CLUSTERS = Path(__file__).with_name("clusters")


def digest(folder: Path, pattern: str) -> str:
    """A short SHA-256 over the names and bytes of a folder's files."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def data() -> dict[str, str]:
    """Digests of the data that the figures are measured on."""
    return {
        "cases": digest(need("cases"), "*.json"),
        "maverick": digest(need("data", "maverick"), "*.csv"),
        "polnear-dev": digest(need("data", "polnear", "dev", "attributions"), "*.ann"),
        "polnear-train": digest(need("data", "polnear", "train", "text"), "*.txt"),
        "places": digest(need("data", "places"), "*.xml"),
    }


def measure() -> dict[str, float]:
    """Every gated figure by name."""
    results = cases.scores()
    founding = results[cases.FOUNDING]
    found = {f"others: {name}": value for name, value in cases.means(results).items()}
    found |= {
        "founding: attributions f1": founding["attributions"]["f1"],
        "founding: source": founding["attributions"]["right"]["source"],
        "founding: chain": founding["attributions"]["right"]["chain"],
        "founding: stance": founding["attributions"]["right"]["stance"],
        "founding: quotation": founding["attributions"]["right"]["quotation"],
        "founding: figures f1": founding["figures"]["f1"],
        "founding: credited": founding["figures"]["right"]["said_by"] or 0.0,
        "founding: claims found": founding["claims"]["found"],
        "founding: standings": founding["claims"]["standings_right"] or 0.0,
    }
    clusters = cases.scores(folder=CLUSTERS)
    for held, what in ((False, "clusters"), (True, "held clusters")):
        part = {name: row for name, row in clusters.items() if cases.is_held(CLUSTERS / name) == held}
        found |= {f"{what}: {name}": value for name, value in cases.means(part).items()}
    dev: dict[str, Any] = polnear.scores("sayso")
    found |= {f"polnear: {role} words": dev["word"][role]["f1"] for role in ("source", "cue", "content")}
    found |= {
        "polnear: content": dev["relation"]["content_j50"]["f1"],
        "polnear: content and source": dev["relation"]["+source_overlap"]["f1"],
    }
    found |= {f"polnear: {kind} recall": v["content_j50"] for kind, v in dev["recall_by_kind"].items()}
    found |= maverick.figures()
    told = {name: row for name, row in stories.scores().items() if not row["held"]}
    found |= {f"stories: {name}": value for name, value in stories.means(told).items()}
    for half in real.HALVES:
        shares = real.scores(half)[0]["all"]
        found |= {f"real, {half} half: {name}": shares[name] for name in ("f1", "precision", "credited")}
        times = real_times.scores(half)[0]
        found |= {f"real, {half} half: times {name}": times[name] for name in ("precision", "recall")}
    return found


def below(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What is under its floor, in words."""
    return [
        f"{name}: {found[name]:.3f} is below its floor of {floor}"
        for name, floor in floors.items()
        if found[name] < floor
    ]


def main() -> int:
    pinned = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    found = measure()
    for name, value in found.items():
        print(f"{name:34} {value:8.3f}   floor {pinned['floors'].get(name, '–')}")
    if data() != pinned["data"]:
        print(f"The data is not that of the floors: {data()}", file=sys.stderr)
        return 1
    for line in below(found, pinned["floors"]):
        print(line, file=sys.stderr)
    return 1 if below(found, pinned["floors"]) else 0


if __name__ == "__main__":
    sys.exit(main())
