"""Whether a sentence looks ahead at the point where it names a time."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.times.words import words

PAST = {"had", "'d", "’d", "was", "were"}
WILL = {"will", "shall", "'ll", "’ll", "wo", "would"}


def looks_ahead(doc: Doc, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` (offsets of characters) depend on something that is still to come."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    token: Token = span.root
    via = ""  # how the word below hangs on this one
    for _step in range(12):
        if token.pos_ in ("VERB", "AUX"):
            verdict = _verb(token, via)
            if verdict is not None:
                return verdict
        elif token.pos_ in ("NOUN", "PROPN"):
            if token.lemma_.lower() in words().future_nouns and not span.start <= token.i < span.end:
                return True
        elif token.pos_ == "ADJ" and token.lemma_ in words().future_verbs:
            return True
        if token.head.i == token.i:
            break
        if (
            token.dep_ == "prep"
            and token.lower_ == "of"
            and token.head.pos_ in ("NOUN", "NUM")
            and not _part(token.head)
        ):
            return token.head.lemma_.lower() in words().future_nouns  # "the ambush of 12 March"
        if via not in ("nsubj", "nsubjpass"):
            via = "date" if token == span.root and token.dep_ == "attr" else token.dep_
        if token.dep_ == "prep" and token.lower_ == "for":
            via = "for"
        token = token.head
    return False


def looks_back(doc: Doc, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` hang on a verb that tells what had happened ("by Friday they had left")."""
    span = doc.char_span(start, end, alignment_mode="expand")
    verb = next((t for t in span.root.ancestors if t.pos_ in ("VERB", "AUX")), None) if span is not None else None
    if verb is None:
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WILL or "to" in helpers:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & PAST))


def _part(noun: Token) -> bool:
    """Whether the noun only cuts a piece from the time behind it: "the end of May", "the week of 8 June"."""
    known, low = words(), noun.lower_
    return noun.ent_type_ in ("DATE", "TIME") or low in known.units or low in known.parts_of_day


def _may_be(token: Token, helpers: set[str]) -> bool:
    """Whether the verb tells what is possible: "may meet on Friday", "could be shut by Friday" (no "could be seen")."""
    if "have" in helpers or token.lemma_ in ("see", "hear", "feel", "have"):
        return False
    might = any(child.tag_ == "MD" and child.lower_ in ("may", "might") for child in token.children)  # not the month
    return might or ("could" in helpers and "be" in helpers and token.tag_ == "VBN")


def _verb(token: Token, via: str) -> bool | None:
    """What a verb says of its time: ahead, past, or nothing by itself; `via` is how the date hangs on it."""
    helpers = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
    if helpers & WILL or (via not in ("nsubj", "nsubjpass") and _may_be(token, helpers)):
        return True
    if "to" in helpers:
        head = token.head
        return True if head.lemma_ == "be" and token.dep_ == "xcomp" and head.i != token.i else None
    if token.lemma_ in words().future_verbs and "had" not in helpers:
        # "plans to meet on Thursday", "was planned for Thursday" look ahead; "planned the raid on Thursday" does not.
        passive = token.dep_ == "acl" or any(child.dep_ == "auxpass" for child in token.children)
        if via in ("xcomp", "ccomp") or (passive and (via == "for" or token.lemma_ in words().scheduling_verbs)):
            return True
        return None if token.tag_ in ("VB", "VBP", "VBZ", "VBG") else False
    if token.lemma_ == "go" and token.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in token.children):
        return True
    present = token.tag_ in ("VBZ", "VBP") and not helpers & PAST
    takes_place = token.lemma_ == "take" and any(child.lower_ == "place" for child in token.children)
    if present and (token.lemma_ in words().timetable_verbs or takes_place):
        return True  # "polls close on Sunday"
    if present and token.lemma_ == "be" and via == "date":
        return True  # "polling day is 9 November"
    return False if token.tag_ in ("VBD", "VBN") else None
