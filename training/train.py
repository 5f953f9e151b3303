"""Trains the attribution encoder. Usage: python -m training.train CORPUS -o OUT [--epochs 5] [--seed 1]

CORPUS is a folder of training texts (see corpus.py). Writes OUT/model.pt after every epoch: the moving average of
the weights.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor

from sayso.language.attribution.encoder import LABELS, POINTERS, SIZE
from sayso.language.attribution.pieces import cuts, inputs
from training.augment import Grammar, names, rename
from training.corpus import ABSENT, OUTSIDE, Annotated, Example, example, read_corpus
from training.model import WIDTH, Encoder, base_weights

MASK = 103
HEADS = 1  # seed of the heads' first weights
RENAMED = 0.35  # share of texts whose names are exchanged, anew in every epoch
SYNTHETIC = 150  # texts made by the grammar for each epoch
Window = tuple[Example, int, int]


def tokenizer() -> Tokenizer:
    """The base model's tokenizer, without truncation or padding."""
    made = Tokenizer.from_file(str(base_weights() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def targets(windows: list[Window], length: int) -> tuple[Tensor, Tensor, Tensor]:
    """Labels [batch, length], pointer targets [batch, pointers, length, length], their weights without the last."""
    labels = np.full((len(windows), length), -100, dtype=np.int64)
    points = np.zeros((len(windows), len(POINTERS), length, length), dtype=bool)
    weights = np.zeros((len(windows), len(POINTERS), length), dtype=np.float32)
    for row, (ex, start, end) in enumerate(windows):
        labels[row, 1 : end - start + 1] = ex.labels[start:end]
        for j in range(start, end):
            at = j - start + 1
            for p, target in enumerate((ex.source[j], ex.cue[j], ex.own[j])):
                if target == OUTSIDE or (target >= 0 and not start <= target < end):
                    continue
                points[row, p, at, 0 if target == ABSENT else target - start + 1] = True
                weights[row, p, at] = 1
            inside = [t - start + 1 for t in ex.back.get(j, ()) if start <= t < end]
            if inside:
                points[row, 3, at, inside] = True
                weights[row, 3, at] = 1
    return torch.from_numpy(labels), torch.from_numpy(points), torch.from_numpy(weights)


def padded(windows: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and types [windows, longest + 2] of windows of several texts."""
    rows = [inputs(ex.pieces, start, end) for ex, start, end in windows]
    length = max(ids.shape[1] for ids, _, _ in rows)
    out = [np.zeros((len(rows), length), dtype=np.int64) for _ in range(3)]
    for i, row in enumerate(rows):
        for whole, part in zip(out, row, strict=True):
            whole[i, : part.shape[1]] = part[0]
    return tuple(torch.from_numpy(x) for x in out)  # type: ignore[return-value]


def pointer_loss(queries: Tensor, keys: Tensor, mask: Tensor, points: Tensor, weights: Tensor) -> Tensor:
    """Cross-entropy of each pointer; where several targets are right, their probabilities add up."""
    b, n, _ = queries.shape
    q = queries.float().view(b, n, len(POINTERS), WIDTH).transpose(1, 2)
    k = keys.float().view(b, n, len(POINTERS), WIDTH).transpose(1, 2)
    scores = (q @ k.transpose(-1, -2)).masked_fill(mask[:, None, None, :] == 0, -1e4)
    right = scores.masked_fill(~points, -1e4).logsumexp(-1) - scores.logsumexp(-1)
    return -(right * weights).sum() / weights.sum().clamp(min=1)


def epoch(
    corpus: list[Annotated], known: set[str], grammar: Grammar, pieces: Tokenizer, rng: random.Random
) -> list[Window]:
    """The windows of one epoch, cut anew: annotated texts, some of them renamed, and texts of the grammar."""
    texts = [rename(a, known, rng) if rng.random() < RENAMED else a for a in corpus]
    texts += [grammar.document(rng) for _ in range(SYNTHETIC)]
    examples = [example(a, pieces) for a in texts]
    return [(ex, s, e) for ex in examples for s, e in cuts(ex.pieces, SIZE, rng.randint(40, SIZE))]


def train(
    corpus: list[Annotated], epochs: float, seed: int, rate: float, out: Path, size: int = 8, log: int = 50
) -> Encoder:
    """The moving average of the weights over training with AdamW, linear warm-up and decay; saved after each epoch.

    The heads begin alike whatever the seed, so that the weights of several runs can be averaged (average.py).
    """
    torch.manual_seed(HEADS)
    model = Encoder()
    torch.manual_seed(seed)
    rng = random.Random(seed)
    average = copy.deepcopy(model)
    head = [p for n, p in model.named_parameters() if not n.startswith("bert")]
    body = [p for n, p in model.named_parameters() if n.startswith("bert")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": head, "lr": 1e-3}], weight_decay=0.01, fused=True
    )
    half = torch.backends.cpu.get_cpu_capability() != "AVX2"  # where it must be emulated, bfloat16 is slower
    pieces, grammar, known = tokenizer(), Grammar(), names([a.text for a in corpus])
    windows = epoch(corpus, known, grammar, pieces, rng)
    per_epoch = len(windows) // size
    total = int(per_epoch * epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.06 * total), max(0.02, (total - s) / (0.94 * total)))
    )
    step, began, losses = 0, time.time(), []
    while step < total:
        if step:
            windows = epoch(corpus, known, grammar, pieces, rng)
        rng.shuffle(windows)
        batches = []
        for c in range(0, len(windows), size * 32):  # windows of like length together, to pad little
            near = sorted(windows[c : c + size * 32], key=lambda w: w[2] - w[1])
            batches += [near[i : i + size] for i in range(0, len(near), size)]
        rng.shuffle(batches)
        model.train()
        for chosen in batches:
            if step >= total:
                break
            ids, mask, types = padded(chosen)
            hide = (torch.rand(ids.shape) < 0.04) & (ids > 999)
            ids = ids.masked_fill(hide, MASK)
            labels, points, weights = targets(chosen, ids.shape[1])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                tags, queries, keys = model(ids, mask, types)
            loss = F.cross_entropy(tags.float().reshape(-1, len(LABELS)), labels.reshape(-1), ignore_index=-100)
            loss = loss + 0.4 * pointer_loss(queries, keys, mask, points, weights)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            step += 1
            decay = min(0.998, (1 + step) / (10 + step))
            with torch.no_grad():
                for kept, new in zip(average.parameters(), model.parameters(), strict=True):
                    kept.lerp_(new, 1 - decay)
            losses.append(float(loss.detach()))
            if step % log == 0:
                print(
                    f"step {step}/{total} loss {np.mean(losses[-log:]):.4f} {(time.time() - began) / step:.2f} s/step",
                    flush=True,
                )
        torch.save(average.state_dict(), out / "model.pt")
    return average.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    corpus = [annotated for folder in options.corpus for annotated in read_corpus(folder)]
    print(f"{len(corpus)} annotated texts", flush=True)
    options.out.mkdir(parents=True, exist_ok=True)
    train(corpus, options.epochs, options.seed, options.rate, options.out)


if __name__ == "__main__":
    main()
