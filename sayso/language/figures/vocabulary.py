"""The word lists of figures, as shapes of the YAML files and as tables that can be looked up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from sayso.knowledge import load
from sayso.language.figures.inflection import Form, verb_forms


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bounds(Strict):
    """Words before (or after) a number, by what they do to its bounds."""

    low: list[str]
    high: list[str] = []
    about: list[str] = []
    exact: list[str] = []


class NumberWords(Strict):
    """numbers.yaml: number words, bounds, and what makes a number count nothing."""

    words: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, int]
    fractions: dict[str, int]
    complements: list[str]
    ordinals: dict[str, int]
    both: list[str]
    another: list[str]
    vague: list[str]
    zero: list[str]
    zero_pronouns: list[str]
    zero_phrases: list[str]
    before: Bounds
    kept: list[str]
    after: Bounds
    more: list[str]
    shares: list[str]
    not_counts: list[list[str]]
    labels: list[str]
    label_exceptions: list[str]
    currency: list[str]
    months: list[str]
    moments: list[str]


class UnitWords(Strict):
    """units.yaml: nouns by the unit that they are counted in."""

    units: dict[str, list[str]]
    models: dict[str, str]
    collective: list[str]
    person_endings: list[str]
    not_persons: list[str]
    things: list[str]


class MeasureWords(Strict):
    """One measure of measures.yaml; the head of that file says what each key holds."""

    unit: str
    about: list[str]
    unknown: bool
    done_to: list[str]
    doing: list[str]
    states: list[str]
    nouns: list[str]
    loose: list[str]
    marks: list[str]
    totals: list[str]
    acts: list[str]


class Measures(Strict):
    """measures.yaml."""

    measures: dict[str, MeasureWords]
    attack_times: list[str]
    attacked: list[str]
    not_near: dict[str, list[str]]
    needs: dict[str, dict[str, list[str]]]
    counts: list[str]
    count_links: list[str]
    count_verbs: list[str]
    not_to_death: list[str]
    lists: list[str]
    list_links: list[str]
    put_verbs: list[str]
    losses: dict[str, str]
    in_air_or_not: list[str]
    on_ground: list[str]
    air_defence: list[str]
    acts_to: list[str]
    exceeding: list[str]
    together: dict[str, str]
    instances: list[str]
    undone: list[str]
    frames: list[str]
    released: list[str]
    crowd_from: int
    relays: list[str]
    sayings: list[str]
    modals: list[str]
    perfect_modals: list[str]
    conditions: list[str]
    held_for_true: list[str]
    plans: list[str]
    implicative: list[str]
    fiction: list[str]
    stories: list[str]
    past_years: list[str]
    rates: list[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb with the words that follow it, each as its alternatives, and what it may be said of."""

    measure: str
    verb: str
    rest: tuple[frozenset[str], ...] = ()
    known: bool = False
    weak: bool = False
    alone: bool = False
    passive: bool = False
    takes_object: bool = False
    intransitive: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Words after a number that say what became of those counted ("in hospital")."""

    words: tuple[str, ...]
    measure: str
    known: bool = False
    weak: bool = False


def plural(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    for single, many in (
        ("man", "men"),
        ("child", "children"),
        ("wife", "wives"),
        ("life", "lives"),
        ("body", "bodies"),
    ):
        if noun.endswith(single):
            return noun[: -len(single)] + many
    return noun + "s"


def both_numbers(nouns: list[str]) -> dict[str, str]:
    """Singular and plural forms of `nouns`, each with its singular."""
    found: dict[str, str] = {}
    for noun in nouns:
        found.setdefault(noun, noun)
        found.setdefault(plural(noun), noun)
    return found


@dataclass(frozen=True)
class Lexicon:
    """The word lists of measures, compiled for look-up by lower-case word."""

    verbs: dict[str, tuple[tuple[Form, Phrase], ...]]
    states: dict[str, tuple[State, ...]]
    nouns: dict[str, str]
    loose: dict[str, str]
    marks: dict[str, str]
    totals: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    acts: dict[str, str]
    units: dict[str, str]
    things: frozenset[str]
    not_counts: frozenset[str]


def _phrases(measures: dict[str, MeasureWords]) -> list[Phrase]:
    found = []
    for measure, entry in measures.items():
        for intransitive, texts in ((False, entry.done_to), (True, entry.doing)):
            for text in texts:
                first, *others = [w for w in text.split() if not w.startswith("[")]
                found += [
                    Phrase(
                        measure=measure,
                        verb=verb,
                        rest=tuple(frozenset(w.split("|")) for w in others),
                        known="[known]" in text,
                        weak="[weak]" in text,
                        alone="[alone]" in text,
                        passive="[passive]" in text,
                        takes_object="[object]" in text,
                        intransitive=intransitive,
                    )
                    for verb in first.split("|")
                ]
    # The longer phrase is the more telling one.
    return sorted(found, key=lambda p: -len(p.rest))


@cache
def number_words() -> NumberWords:
    """numbers.yaml."""
    return load("numbers", NumberWords)


@cache
def unit_words() -> UnitWords:
    """units.yaml."""
    return load("units", UnitWords)


@cache
def measures() -> Measures:
    """measures.yaml."""
    return load("measures", Measures)


@cache
def attacked() -> frozenset[str]:
    """What is done in an attack, as a passive has it ("shelled", "struck")."""
    forms = ((form, kind) for verb in measures().attacked for form, kind in verb_forms(verb))
    return frozenset(form for form, kind in forms if kind in ("either", "participle"))


@cache
def lexicon() -> Lexicon:
    """The measures' and units' word lists, compiled."""
    known = measures().measures
    verbs: dict[str, list[tuple[Form, Phrase]]] = defaultdict(list)
    for phrase in _phrases(known):
        for form, kind in verb_forms(phrase.verb):
            verbs[form].append((kind, phrase))
    states: dict[str, list[State]] = defaultdict(list)
    totals: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    nouns: dict[str, str] = {}
    loose: dict[str, str] = {}
    marks: dict[str, str] = {}
    acts: dict[str, str] = {}
    for measure, entry in known.items():
        for text in entry.states:
            words = tuple(w for w in text.split() if not w.startswith("["))
            states[words[0]].append(State(words, measure, "[known]" in text, "[weak]" in text))
        for text in entry.totals:
            words = tuple(text.split())
            totals[words[-1]].append((words, measure))
        for table, texts in ((nouns, entry.nouns), (loose, entry.loose), (acts, entry.acts)):
            for form in both_numbers(texts):
                table.setdefault(form, measure)
        for text in entry.marks:
            marks.setdefault(text, measure)
    units: dict[str, str] = {}
    for unit, names in unit_words().units.items():
        for form in both_numbers(names):
            units.setdefault(form, unit)
    for form in both_numbers(unit_words().things):
        units.setdefault(form, "thing")
    return Lexicon(
        verbs={form: tuple(found) for form, found in verbs.items()},
        states={word: tuple(sorted(found, key=lambda s: -len(s.words))) for word, found in states.items()},
        nouns=nouns,
        loose=loose,
        marks=marks,
        totals={word: tuple(sorted(found, key=lambda s: -len(s[0]))) for word, found in totals.items()},
        acts=acts,
        units=units,
        things=frozenset(both_numbers(unit_words().things)),
        not_counts=frozenset(form for group in number_words().not_counts for form in both_numbers(group)),
    )
