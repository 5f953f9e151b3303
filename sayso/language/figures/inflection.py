"""English verb forms. The tagger errs on headlines and participles; the forms themselves do not."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load

# `past` is the past tense alone ("fell"), `participle` the participle alone ("fallen"), `either` both ("killed").
Form = Literal["base", "third", "past", "participle", "either", "ing"]


class Verbs(BaseModel):
    """verbs.yaml: irregular forms, and which verbs double their last consonant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    irregular: dict[str, list[str]]
    doubled: list[str]


@cache
def _verbs() -> Verbs:
    return load("verbs", Verbs)


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _stem(verb: str, ending: str) -> str:
    if verb in _verbs().doubled:
        return verb + verb[-1]
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "y"
    if verb.endswith("e") and not (ending == "ing" and verb.endswith(("ee", "ye", "oe"))):
        return verb[:-1]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou" and ending == "ed":
        return verb[:-1] + "i"
    return verb


def verb_forms(verb: str) -> list[tuple[str, Form]]:
    """All forms of `verb`, each with what it can be."""
    found: list[tuple[str, Form]] = [(verb, "base"), (_third(verb), "third"), (_stem(verb, "ing") + "ing", "ing")]
    irregular = _verbs().irregular.get(verb)
    if irregular is None:
        found.append((_stem(verb, "ed") + "ed", "either"))
    else:
        past, *participles = irregular
        two = past == _stem(verb, "ed") + "ed"  # "burned" and "burnt" are past tenses both
        found += [(form, "either" if two or form == past else "participle") for form in participles]
        if past not in participles:
            found.append((past, "past"))
    return list(dict.fromkeys(found))
