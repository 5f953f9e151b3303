"""Times in real news against a reader's. Usage: python -m bench.real_times [--half first|second] [--misses]

Passages of `bench.real` in which a reader wrote down every time with its value, by docs/times.md. A time is right as in
`bench.times`: one time is found at its words, and its value is the same. Those marked `open` count neither way. As with
the figures, of the second half only the scores are shown.
"""

from __future__ import annotations

from typing import Any

from bench.real import options_of, passages, report
from sayso.language.parsing import parse
from sayso.language.times import find_times


def scores(half: str | None = None) -> tuple[dict[str, Any], list[str]]:
    """Times wanted, found and right, precision and recall, and what went wrong."""
    wanted = found = right = 0
    wrong = []
    for passage in passages(half):
        if passage.times is None:
            continue
        read = report(passage)
        times = [(passage.start + t.start, passage.start + t.end, t) for t in find_times(read, parse(read.text))]
        taken = set()
        for want in passage.times:
            over = [i for i, (start, end, _) in enumerate(times) if start < want["end"] and want["start"] < end]
            taken.update(over)
            if want.get("open"):
                continue
            wanted += 1
            hit = len(over) == 1 and times[over[0]][2].value == want["value"]
            right += hit
            found += len(over)
            if not hit:
                given = [(times[i][2].quote, times[i][2].value) for i in over]
                words = read.text[want["start"] - passage.start : want["end"] - passage.start]
                wrong.append(f"{words!r} {want['value']}: found {given} [{passage.text}]")
        needless = [t for i, (_, _, t) in enumerate(times) if i not in taken]
        found += len(needless)
        wrong += [f"needless {t.quote!r} {t.value} [{passage.text}]" for t in needless]
    shares = {"precision": round(right / found, 4) if found else 0.0, "recall": round(right / wanted, 4)}
    return {"times": wanted, "found": found, "right": right} | shares, wrong


def main() -> None:
    options = options_of(__doc__)
    shares, wrong = scores(options.half)
    print("  ".join(f"{key} {value}" for key, value in shares.items()))
    if options.misses:
        print(*(f"  - {line}" for line in wrong), sep="\n")


if __name__ == "__main__":
    main()
