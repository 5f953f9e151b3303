"""Exports a trained encoder to ONNX, its weights in int8. Usage: python -m training.export MODEL.pt -o FOLDER

Writes FOLDER/encoder.onnx and FOLDER/tokenizer.json, which are all that the package needs at run time.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from training.model import Encoder
from training.train import tokenizer

HEADS, HIDDEN = 12, 384


def export(weights: Path, folder: Path) -> None:
    """Writes the network, its attention fused and its weights in int8, and the tokenizer."""
    model = Encoder(attention="eager")
    model.load_state_dict(torch.load(weights, weights_only=True))
    model.eval()
    ids = torch.randint(1000, 20000, (2, 100))
    folder.mkdir(parents=True, exist_ok=True)
    names = ("ids", "mask", "types", "tags", "queries", "keys")
    with tempfile.TemporaryDirectory() as made:
        whole, fused = Path(made) / "whole.onnx", Path(made) / "fused.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(whole),
            input_names=list(names[:3]),
            output_names=list(names[3:]),
            dynamic_axes={name: {0: "batch", 1: "length"} for name in names},
            opset_version=17,
            dynamo=False,
        )
        # Attention in one step is fast; a sum and its normalising in one step is slow on processors.
        wanted = FusionOptions("bert")
        wanted.enable_skip_layer_norm = wanted.enable_bias_skip_layer_norm = False
        optimizer.optimize_model(
            str(whole), model_type="bert", num_heads=HEADS, hidden_size=HIDDEN, optimization_options=wanted
        ).save_model_to_file(str(fused))
        # Half-range weights give the same scores and are safe on processors without VNNI.
        quantize_dynamic(
            str(fused),
            str(folder / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": 1},
        )
    tokenizer().save(str(folder / "tokenizer.json"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("weights", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    export(options.weights, options.out)


if __name__ == "__main__":
    main()
