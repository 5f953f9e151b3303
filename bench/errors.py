"""Where attributions are missed: recall on PolNeAR dev by kind of attribution. Usage: python -m bench.errors

Counts a person's attribution as found where the tool has one whose content shares half of the words (Jaccard).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bench.polnear import by_sayso
from bench.shared import module, need
from sayso.language.attribution.cues import cues
from sayso.language.attribution.pieces import SENTENCE
from sayso.language.parsing import parser


def kinds(text: str, attribution: dict[str, list[list[int]]], words: int) -> Iterator[str]:
    """The kinds that one attribution belongs to."""
    cue = " ".join(text[s:e] for s, e in attribution["cue"])
    known = cues()
    listed = any(t.lemma_.lower() in known.speech or known.kind_of(t.lemma_.lower()) for t in parser()(cue))
    yield "cue: listed" if listed else "cue: not listed"
    yield "length: up to 8 words" if words <= 8 else "length: 9 to 20" if words <= 20 else "length: over 20"
    start, end = attribution["content"][0][0], attribution["content"][-1][1]
    place = start / max(len(text), 1)
    yield "position: first tenth" if place < 0.1 else "position: later"
    yield "parts: one" if len(attribution["content"]) == 1 else "parts: several"
    span = text[start:end].strip()
    crosses = "paragraphs" if "\n" in span else "sentences" if SENTENCE.search(span) else "nothing"
    yield f"crosses: {crosses}"
    yield "source: named" if attribution["source"] else "source: none"


def main() -> None:
    evaluation = module("data", "polnear", "attribution_eval.py")
    folder = need("data", "polnear", "dev")
    total, found = Counter[str](), Counter[str]()
    for raw, attributions in evaluation.load_gold(str(folder / "text"), str(folder / "attributions")).values():
        text = evaluation.Text(raw)
        sides = [
            [{role: text.words(a[role]) for role in ("source", "cue", "content")} for a in side]
            for side in ([a for a in attributions if a["content"]], by_sayso(raw))
        ]
        hit = {i for i, _, jaccard in evaluation.match(*sides) if jaccard >= 0.5}
        for i, attribution in enumerate(a for a in attributions if a["content"]):
            for kind in kinds(raw, attribution, len(sides[0][i]["content"])):
                total[kind] += 1
                found[kind] += i in hit
    for kind in sorted(total):
        print(f"{kind:26} {total[kind]:5}   recall {found[kind] / total[kind]:.2f}")


if __name__ == "__main__":
    main()
