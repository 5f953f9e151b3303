"""Which number of a report is a figure of which measure: the readings tried in order, the surest first."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.figures.clauses import Sentence, sentences
from sayso.language.figures.groups import Group, counts_nothing, fits, group_after
from sayso.language.figures.numbers import Number, find_numbers
from sayso.language.figures.predicates import Reading, object_reading, parsed_subject, subject_reading
from sayso.language.figures.reality import unreal_noun
from sayso.language.figures.totals import act_reading, times_reading, total_reading
from sayso.language.figures.vocabulary import Phrase, lexicon, measures

TOPIC_REACH = 3  # sentences for which a figure stays what the talk is of


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its measure, before it is credited. `whole` is the index of the figure that it is part of."""

    sentence: Sentence
    number: Number
    group: Group
    measure: str
    unit: str
    start: int
    end: int
    whole: int | None = None


def _strong_noun(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    if group.head is None:
        return None
    if group.noun:
        if group.noun == "attack" and _other_strike(sentence, group):
            return None
        return Reading(group.noun, number.start, group.end, real=not unreal_noun(sentence, number.start))
    return None


def _other_strike(sentence: Sentence, group: Group) -> bool:
    lows = {w.low for w in sentence.words}
    return bool(lows & set(measures().not_attack_near))


def _weak_noun(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """What the noun's own words say ("seven wrecked vehicles", "14 prisoners")."""
    if group.head is None:
        return None
    if group.mark and fits(Phrase(group.mark, ""), group.unit, False):
        return Reading(group.mark, number.start, group.end, real=not unreal_noun(sentence, number.start))
    if group.loose:
        return Reading(group.loose, number.start, group.end, real=not unreal_noun(sentence, number.start))
    return None


def _ordinal(sentence: Sentence, number: Number, group: Group) -> Reading | None:
    """Attacks counted by an ordinal, where the words say since when ("the 18th attack in 31 days")."""
    rest = [w.low for w in sentence.words[number.end :]]
    if not any(w in ("since", "in", "this", "within", "past", "so") for w in rest):
        return None
    if not any(sentence.low(k) == "the" for k in range(max(0, number.start - 2), number.start)):
        return None
    period = any(w in ("since", "days", "day", "week", "weeks", "month", "months", "year", "years", "hours", "fortnight", "war", "far") for w in rest)
    if not period:
        return None
    if group.noun == "attack" and not _other_strike(sentence, group):
        return Reading("attack", number.start, group.end)
    if sentence.has(number.end, ("to", "be")):
        for form, phrase in lexicon().verbs.get(sentence.low(number.end + 2), ()):
            if form in ("either", "participle") and not phrase.intransitive and not phrase.rest:
                return Reading(phrase.measure, number.start, number.end + 3)
    return None


def _part_of(sentence: Sentence, number: Number, group: Group, found: list[Found]) -> int | None:
    """The index of the figure that this number is a part of."""
    lead = [sentence.low(k) for k in range(max(0, number.start - 3), number.start)]
    said = "including" in lead[-2:] or lead[-2:] in (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"]) or lead[-1:] == ["includes"]
    if not said and not group.pronoun:
        return None
    if group.pronoun and sentence.low(group.end - 1) in ("us", "you"):
        return None
    for index in range(len(found) - 1, -1, -1):
        whole = found[index]
        near = whole.sentence.index == sentence.index or (
            whole.sentence.index == sentence.index - 1 and group.pronoun and number.start <= 1
        )
        if not near or whole.number.kind == "zero":
            continue
        most = whole.number.high if whole.number.high is not None else None
        if number.value is not None and most is not None and number.value > most:
            continue
        return index
    return None


def _elliptic(sentence: Sentence, number: Number, group: Group, topic: str | None) -> Reading | None:
    """A bare number that takes its measure from the talk before it ("the ministry says 47")."""
    if topic is None or number.kind != "cardinal" or number.value is None:
        return None
    ends = sentence.low(group.end) in ("", ".", ",", ";", "!", "?", ")")
    k = number.start - 1
    before, second = sentence.low(k), sentence.low(k - 1)
    if group.empty and ends:
        says = before in measures().sayings and sentence.tag(k).startswith("VB") and before not in ("has", "had", "put")
        it_is = before in ("is", "was", "been", "were", "be") and second in ("it", "there", "had", "have", "number", "that", "which")
        change = before == "from" and second in ("up", "down")
        as_number = before == "as" and any(sentence.low(j) in ("number", "figure", "toll", "it") for j in range(max(0, k - 4), k))
        if says or it_is or change or as_number or (before == "of" and second in ("figure", "count", "toll", "total", "estimate", "tally")):
            return Reading(topic, number.start, number.end)
        if number.start == 0 and sentence.low(number.end) == "," and sentence.low(number.end + 1) in ("say", "says", "said"):
            return Reading(topic, number.start, number.end)
    if before in ("counts", "counted", "count") and not group.empty and fits(Phrase(topic, "", known=True), group.unit, False):
        return Reading(topic, k, group.end)
    return None


def _reading(doc: Doc, sentence: Sentence, number: Number, group: Group, topic: str | None) -> Reading | None:
    if number.kind == "ordinal":
        return _ordinal(sentence, number, group)
    if times := times_reading(sentence, number):
        return times
    if counts_nothing(sentence, number, group):
        return None
    at_hour = sentence.low(number.start - 1) == "at" and group.empty and number.value is not None and number.value <= 24
    if strong := _strong_noun(sentence, number, group):
        return strong
    if total := total_reading(sentence, number, group, topic):
        follow = None if group.empty else subject_reading(sentence, number, group, lists=False)
        return follow if follow and follow.plain else total
    if at_hour:
        return None
    if act := act_reading(sentence, number, group):
        return act
    subject = subject_reading(sentence, number, group, lists=False)
    parsed = parsed_subject(doc, sentence, number, group)
    if parsed and (subject is None or not subject.plain):
        subject = parsed
    done = object_reading(sentence, number, group, lists=False)
    if subject and done:
        return done if subject.plain and not done.weak else subject
    near = subject or done
    if near and not (near.weak and (group.mark or group.loose)):
        return near
    if number.kind != "another":
        listed = object_reading(sentence, number, group, lists=True) or subject_reading(sentence, number, group, lists=True)
        if listed and not (listed.weak and (group.mark or group.loose)):
            return listed
    return _weak_noun(sentence, number, group)


def _unit(measure: str, group: Group, sentence: Sentence, found: list[Found]) -> str:
    """The unit counted: the noun's, or that of the list that the bare number stands in, or the measure's own."""
    known = measures().measures[measure]
    if group.unit and group.unit in known.about:
        return {"death": "person", "injury": "person"}.get(group.unit, group.unit)
    if group.head is None and found and found[-1].sentence.index == sentence.index and found[-1].unit in known.about:
        return found[-1].unit
    return known.unit


def find(doc: Doc) -> list[Found]:
    """All figures of a parsed report, in text order, uncredited."""
    found: list[Found] = []
    for sentence in sentences(doc):
        for number in find_numbers(sentence):
            group = group_after(sentence, number)
            last = found[-1] if found else None
            near = last is not None and sentence.index - last.sentence.index <= TOPIC_REACH
            topic = last.measure if last is not None and near else None
            if sentence.low(number.start - 1) in ("not", "than") and number.kind != "zero":
                continue
            if last and last.sentence is sentence and number.start < last.group.end:
                continue
            if last and last.sentence is sentence and group.partitive and False:
                continue
            reading = _reading(doc, sentence, number, group, topic)
            whole = _part_of(sentence, number, group, found)
            if reading is None and whole is not None and not counts_nothing(sentence, number, group):
                reading = Reading(found[whole].measure, number.start, group.end)
            if reading is None and not (number.kind == "ordinal" or counts_nothing(sentence, number, group)):
                reading = _elliptic(sentence, number, group, topic)
            if reading is None or not reading.real:
                continue
            unit = _unit(reading.measure, group, sentence, found)
            if whole is not None and group.head is None:
                unit = found[whole].unit
            start = min(number.start, reading.start) if number.start - reading.start <= 8 else number.start
            end = max(group.end, number.end)
            if reading.end - end <= 8:
                end = max(end, reading.end)
            found.append(Found(sentence, number, group, reading.measure, unit, start, end, whole))
    return found
