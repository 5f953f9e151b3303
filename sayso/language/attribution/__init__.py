"""Who said what: attributions found by the trained encoder, mended by rules, resolved and judged by rules."""

from __future__ import annotations

from sayso.language.attribution.ahead import begin
from sayso.language.attribution.encoder import version as model_version
from sayso.language.attribution.finding import find_attributions, running_text

__all__ = ["begin", "find_attributions", "model_version", "running_text"]
