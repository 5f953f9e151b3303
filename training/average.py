"""The mean of several runs' weights, which reads better than each. Usage: python -m training.average MODEL... -o OUT

Runs may be averaged where they began with the same weights, as train.py's do whatever their seed
(Wortsman et al., "Model soups", ICML 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def average(models: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights in some files, each file counting the same."""
    runs = [torch.load(path, weights_only=True) for path in models]
    return {name: torch.stack([run[name] for run in runs]).mean(dim=0) for name in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    torch.save(average(options.models), options.out)


if __name__ == "__main__":
    main()
