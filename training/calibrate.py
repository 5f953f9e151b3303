"""Fits the confidence curve and shows its reliability. Usage: python -m training.calibrate

Fits on every other text of PolNeAR dev and prints the table for the texts between, which the fit has not seen.
An attribution counts as right where people have one whose content shares half of the words (Jaccard).
"""

from __future__ import annotations

import math

from bench.shared import module, need
from sayso.language.attribution.confidence import calibrated
from sayso.language.attribution.finding import by_encoder

Pairs = list[tuple[float, bool]]


def judged() -> list[Pairs]:
    """For each text, the raw confidence of every attribution that the encoder finds, and whether it is right."""
    evaluation = module("data", "polnear", "attribution_eval.py")
    folder = need("data", "polnear", "dev")
    gold = evaluation.load_gold(str(folder / "text"), str(folder / "attributions"))
    found = []
    for raw, attributions in (gold[name] for name in sorted(gold)):
        text = evaluation.Text(raw)

        def words(spans: list[list[int]], text: object = text) -> dict[str, set[int]]:
            return {"content": text.words(spans), "source": set(), "cue": set()}  # type: ignore[attr-defined]

        theirs = [words(a["content"]) for a in attributions if a["content"]]
        candidates = by_encoder(raw, raw=True)
        mine = [words([list(s) for s in c.content]) for c in candidates]
        right = {j for _, j, jaccard in evaluation.match(theirs, mine) if jaccard >= 0.5}
        found.append([(c.confidence, j in right) for j, c in enumerate(candidates)])
    return found


def fit(pairs: Pairs, rounds: int = 3000, rate: float = 0.5) -> tuple[float, float]:
    """Slope and shift of the logistic curve, by gradient descent on the log loss."""
    slope, shift = 1.0, 0.0
    logits = [math.log(max(p, 1e-3) / (1 - min(p, 1 - 1e-3))) for p, _ in pairs]
    for _ in range(rounds):
        errors = [1 / (1 + math.exp(-(slope * x + shift))) - y for x, (_, y) in zip(logits, pairs, strict=True)]
        slope -= rate * sum(e * x for e, x in zip(errors, logits, strict=True)) / len(pairs)
        shift -= rate * sum(errors) / len(pairs)
    return slope, shift


def main() -> None:
    texts = judged()
    slope, shift = fit([pair for text in texts[::2] for pair in text])
    print(f"SLOPE, SHIFT = {slope:.3f}, {shift:.3f}")
    rest = [(calibrated(p, slope, shift), y) for text in texts[1::2] for p, y in text]
    print("confidence   attributions   right   mean confidence")
    for low in range(10):
        inside = [(p, y) for p, y in rest if low / 10 <= p < (low + 1) / 10]
        if inside:
            share, mean = sum(y for _, y in inside) / len(inside), sum(p for p, _ in inside) / len(inside)
            print(f"{low / 10:.1f}–{(low + 1) / 10:.1f}   {len(inside):12}   {share:5.2f}   {mean:15.2f}")
    gap = sum(abs(sum(y - p for p, y in part)) for part in _bins(rest)) / len(rest)
    print(f"expected calibration error {gap:.3f}")


def _bins(pairs: Pairs) -> list[Pairs]:
    return [[(p, y) for p, y in pairs if low / 10 <= p < (low + 1) / 10] for low in range(10)]


if __name__ == "__main__":
    main()
