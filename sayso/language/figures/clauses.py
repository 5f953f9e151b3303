"""The words of a report, sentence by sentence, as the figure rules walk them.

Quotation marks and line breaks are left out, so that `a toll of "at least nine"` reads like the same words
without marks. Sentences end at a full stop or line break: the parser's own sentences are less steady.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

MARKS = frozenset("“”„«»‹›‘\"'`") | {"``", "''", "’"}
FULL_STOPS = frozenset({".", "!", "?", "…", "...", "!!", "!!!", "??", "???"})
DASHES = frozenset({"–", "—", "--"})
HEADLINE = 4  # words in capitals that make a headline
# What no rule walks across.
BARRIERS = frozenset({";", ":"})


@dataclass(frozen=True, slots=True)
class Word:
    """One token. `start` and `end` are offsets into the report's text; `at` is its index in the spaCy Doc."""

    text: str
    low: str
    tag: str
    start: int
    end: int
    at: int

    @property
    def is_alpha(self) -> bool:
        return self.text[:1].isalpha()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words in order. `index` counts sentences of the report, `paragraph` its lines."""

    words: tuple[Word, ...]
    index: int
    paragraph: int

    def __len__(self) -> int:
        return len(self.words)

    def low(self, i: int) -> str:
        """The lower-case word at `i`, or an empty string outside the sentence."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def tag(self, i: int) -> str:
        """The part-of-speech tag at `i`, or an empty string outside the sentence."""
        return self.words[i].tag if 0 <= i < len(self.words) else ""

    def has(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether `words` stand at `i`."""
        return len(words) <= len(self.words) - i and all(self.words[i + k].low == w for k, w in enumerate(words))


def _word(token: Token) -> Word:
    return Word(
        text=token.text,
        low=token.lower_.replace("’", "'"),
        tag=token.tag_,
        start=token.idx,
        end=token.idx + len(token.text),
        at=token.i,
    )


def _ends_headline(words: list[Word], token: Token) -> bool:
    """Whether a sentence in small letters begins after a headline in capitals, as in a digest of news."""
    if not (token.is_title and len(words) >= HEADLINE and words[-1].text.isupper()):
        return False
    return all(word.text.isupper() for word in words if word.is_alpha)


def sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of `doc`, in order; none is empty."""
    words: list[Word] = []
    index = paragraph = 0
    for token in doc:
        over = False
        if _ends_headline(words, token):
            yield Sentence(tuple(words), index, paragraph)
            index += 1
            words = []
        if token.is_space:
            over = "\n" in token.text
        elif token.text in FULL_STOPS:
            over = not (words and words[-1].low == "no" and token.i + 1 < len(doc) and doc[token.i + 1].is_digit)
            words.append(_word(token))
        elif token.text not in MARKS:
            words.append(_word(token))
        if over:
            if words:
                yield Sentence(tuple(words), index, paragraph)
                index += 1
                words = []
            paragraph += token.is_space
    if words:
        yield Sentence(tuple(words), index, paragraph)
