"""What stands behind a name and describes it: "Emeka Strand, a baker,", "Oluchi Tamber, 43,", "Ana Karsh, who …"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from sayso.language.parsing import tokens_of

# How a description begins: an article, a possessive, an age, a participle, a relative pronoun.
BEGINS = {"DT", "PRP$", "CD", "VBN", "VBG", "WP", "WP$", "WDT"}
SPEAKING = {"nsubj", "nsubjpass"}
TIMES = {"DATE", "TIME"}
AGES = range(5, 111)


def name_before(words: list[Token]) -> list[Token]:
    """A source's words without the description or the time behind its name; all of them where there is none, or where
    further sources follow.
    """
    words = _without_time(words)
    for place, comma in enumerate(words[1:-1], 1):
        if comma.text == "," and words[place - 1].text[0].isupper() and words[place + 1].tag_ in BEGINS:
            name = words[:place]
            further = (t.head for t in words[place:] if t.dep_ == "conj" and t.text[0].isupper())
            return words if any(one in name or one.dep_ == "appos" for one in further) else name
    return words


def _without_time(words: list[Token]) -> list[Token]:
    """ "The ministry on Friday": when it was said, not who says it."""
    for place, token in enumerate(words[1:-1], 1):
        if token.dep_ == "prep" and token.lower_ != "of" and all(t.ent_type_ in TIMES for t in words[place + 1 :]):
            return words[:place]
    return words


def described_persons(doc: Doc, bodies: Collection[str]) -> list[tuple[int, int]]:
    """Token spans of speaking persons' names of several words that an age, "who" or a noun describes, so that it needs
    no tagger to know them for persons; `bodies` are the nouns that tell a body instead ("a monitoring group").
    """
    found = []
    for comma in tokens_of(doc)[2:-1]:
        if comma.text != ",":
            continue
        first = comma.i
        while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].text[0].isupper():
            first -= 1
        several = comma.i - first > 1 and (first == 0 or doc[first - 1].tag_ != "DT")
        if several and _speaks(doc[comma.i - 1]) and _tells_a_person(doc[comma.i + 1], bodies):
            found.append((first, comma.i))
    return found


def _speaks(name: Token) -> bool:
    after_to = name.dep_ == "pobj" and name.head.lower_ == "to" and name.head.head.lower_ == "according"
    return name.dep_ in SPEAKING or after_to


def _tells_a_person(begin: Token, bodies: Collection[str]) -> bool:
    """Whether a description, by its first word, is that of a person."""
    if begin.lower_ in ("who", "whose"):
        return True
    if begin.text.isdigit():
        return int(begin.text) in AGES and begin.nbor().text in (",", ".") if begin.i + 1 < len(begin.doc) else False
    if begin.tag_ not in ("DT", "PRP$"):
        return False
    noun = begin.head
    return noun.tag_ == "NN" and noun.i > begin.i and not {noun.lemma_.lower(), noun.lower_} & set(bodies)
