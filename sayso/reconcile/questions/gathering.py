"""Statements gathered into questions: around what is denied, admitted, claimed, doubted, or said by two who differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.reconcile.counts.kinds import any_of, found
from sayso.reconcile.points import PRESENT
from sayso.reconcile.questions.admitting import misstated
from sayso.reconcile.questions.alignment import Aligner, deeds, denying, tells
from sayso.reconcile.questions.answer import Answer, own_concepts
from sayso.reconcile.questions.contraries import matched
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.question import SILENT
from sayso.reconcile.questions.touching import Touching
from sayso.reconcile.statements import UNNAMED, Statement

JOINS = 0.4  # alignment from which a statement is on the question that another puts
OWN = 0.5  # the same for a sentence in an outlet's own voice
CONTRARY = 0.42  # alignment from which two statements that say the contrary of each other make a question
AGREES = 0.6  # alignment from which two origins that say the same make a question
RARE = 0.5  # of the weight of a word that stands nowhere else: deeds that tell one question from another
MERGES = 0.6  # alignment from which two questions are one


@dataclass(frozen=True, eq=False)
class Nucleus:
    """The statements that a question turns on. `closed` where nothing may join for its words; `beside` are statements
    that are answered together with those.
    """

    core: tuple[Statement, ...]
    closed: bool = False
    beside: tuple[Statement, ...] = ()


@dataclass(frozen=True, eq=False)
class Gathered:
    """The statements on one question, those first that it turns on."""

    core: tuple[Statement, ...]
    members: tuple[Statement, ...]


def gather(
    said: Sequence[Statement], own: Sequence[Statement], answered: Sequence[Answer], aligner: Aligner
) -> list[Gathered]:
    """All questions of one story."""
    answering = {answer.by.key for answer in answered}
    said = [statement for statement in said if tells(statement) or statement.key in answering]
    others = Touching(said, aligner)
    own = [statement for statement in own if not _repeats(statement, others, aligner)]
    # A headline repeats what the text says, in fewer words: it joins questions and opens none.
    body = [statement for statement in said if not statement.headlined]
    told = [answer for answer in answered if not answer.by.headlined and not answer.to.headlined]
    nuclei = [
        *_answering(told),
        *_alone(body, answered),
        *_pairs([s for s in (*body, *own) if s.points], told, aligner),
    ]
    voiced = Touching(own, aligner)
    return [_joined(nucleus, others, voiced, answered, aligner) for nucleus in _merged(nuclei, aligner)]


def _answering(answered: Sequence[Answer]) -> list[Nucleus]:
    """What answers something, with what it answers."""
    found: list[Nucleus] = []
    by: dict[str, list[Answer]] = {}
    for answer in answered:
        by.setdefault(answer.by.key, []).append(answer)
    for answers in by.values():
        first = answers[0]
        if first.upholds or (first.relation == "agrees" and first.by.root == first.to.root):
            continue
        if first.involvement:
            found.append(Nucleus((first.by, *(a.to for a in answers)), closed=True))
        elif first.relation == "owns":
            found.append(Nucleus((first.by, *(a.to for a in answers))))  # all that tell whose deed it was
        elif first.relation in ("denies", "contradicts", "agrees", "concedes") and not first.figures:
            found.append(Nucleus((first.by, first.to), beside=tuple(a.to for a in answers[1:])))
        elif first.relation in (*SILENT, "doubts") and not first.each and not first.figures:
            found += [Nucleus((a.to,)) for a in answers]
    return found


def _alone(said: Sequence[Statement], answered: Sequence[Answer]) -> list[Nucleus]:
    """What is at issue by itself: admissions, claims of responsibility, accusations, denials of something told."""
    answering = {answer.by.key for answer in answered if answer.relation not in SILENT}
    nuclei = []
    for statement in said:
        # An admission of figures is the count's business.
        admits = statement.stance == "admits" and statement.concepts == statement.spoken and not misstated(statement)
        denies = denying(statement) and statement.key not in answering and bool(own_concepts(statement))
        denies = denies and not found(reference().elsewhen, statement.text)
        denies = denies and not found(reference().doubting, statement.cue)
        denies = denies and not found(reference().requests, " ".join(statement.text.split()[:2]))
        owned = (admits and own_concepts(statement)) or statement.stance in ("claims-responsibility", "blames")
        if denies or (owned and _beside_cue(statement)):
            nuclei.append(Nucleus((statement,)))
    return nuclei


def _beside_cue(statement: Statement) -> bool:
    """Whether the words that credit it stand in its sentence: of a long quotation, what is said further on is no
    admission by itself.
    """
    cue = statement.attribution.cue if statement.attribution else ()
    start, end = statement.sentence
    return not cue or any(start <= part.start < end for part in cue)


def _pairs(statements: Sequence[Statement], answered: Sequence[Answer], aligner: Aligner) -> list[Nucleus]:
    """Statements of different origins that say the contrary of each other, or nearly the same; and what one report
    holds at arm's length while another says it in its own voice.
    """
    spoken = [s for s in statements if s.stance not in SILENT and s.origin != UNNAMED]
    held = [s for s in statements if s.distanced and s.origin == UNNAMED]
    answering = {answer.by.key for answer in answered}
    found = []
    every = [*spoken, *held]
    place = {statement.key: number for number, statement in enumerate(every)}
    alike = Touching(every, aligner)
    for one in every:
        for other in alike.of(one):
            if place[other.key] <= place[one.key] or one.root == other.root:
                continue
            if one.own_voice and other.own_voice:
                continue
            fit = aligner.of(one, other)
            outlet = one.own_voice or other.own_voice
            if fit.contrary:
                # "Found no trace of it": the verb is the one that credits it, so that what it is about must do.
                enough = fit.score >= ((OWN if outlet else CONTRARY) if fit.deed else AGREES)
                # "There was no missile", said in answer to one thing, is not on every missile there was.
                lone = len(fit.shared) < 3 and fit.shared >= PRESENT
                enough = enough and not (lone and answering & {one.key, other.key})
            elif outlet:
                enough = fit.score >= OWN and (one.distanced or other.distanced) and one.report.id != other.report.id
            else:
                # That somebody is there is said of much: more must be shared.
                several = len(fit.shared) > 2 or not fit.shared >= PRESENT
                enough = several and fit.main and fit.exact and fit.score >= AGREES
                enough = enough and UNNAMED not in (one.origin, other.origin)
            if enough:
                found.append(Nucleus((one, other)))
    return found


def _merged(nuclei: Sequence[Nucleus], aligner: Aligner) -> list[Nucleus]:
    """Nuclei become one where they turn on the same statement, or on statements that fit each other well."""
    merged: list[Nucleus] = []
    marked: dict[str, set[int]] = defaultdict(set)  # which of them have what two must share for either to be so
    for one in sorted(nuclei, key=lambda n: (-len(n.core), min(s.order for s in n.core))):
        mine = {s.key for s in one.core}
        marks = mine.union(*(aligner.spoken(s) | deeds(s) for s in one.core))
        for i in sorted(set().union(*(marked[mark] for mark in marks))):
            other = merged[i]
            shares = bool(mine & {s.key for s in other.core})
            same = shares if one.closed == other.closed else mine <= {s.key for s in other.core}
            if not one.closed and not other.closed and not same:
                same = any(_one_deed(s, t, aligner) for s in one.core for t in other.core) or _again(
                    one, other, aligner
                )
            if same:
                merged[i] = Nucleus(
                    _unique((*other.core, *one.core)),
                    one.closed or other.closed,
                    _unique((*other.beside, *one.beside)),
                )
                break
        else:
            i = len(merged)
            merged.append(one)
        for mark in marks:
            marked[mark].add(i)
    return merged


def _one_deed(one: Statement, other: Statement, aligner: Aligner) -> bool:
    fit = aligner.of(one, other)
    return bool(one.points and other.points) and fit.exact and fit.score >= MERGES


def _again(one: Nucleus, other: Nucleus, aligner: Aligner) -> bool:
    """Whether one origin denies the same deed in both, a deed that not everybody speaks of."""
    mine, theirs = ([statement for statement in nucleus.core if denying(statement)] for nucleus in (one, other))
    return any(
        a.root == b.root and aligner.likeness.weight(deeds(a) & deeds(b)) >= RARE * aligner.likeness.unseen
        for a in mine
        for b in theirs
    )


def _unique(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple({s.key: s for s in statements}.values())


def _joined(
    nucleus: Nucleus,
    said: Touching,
    own: Touching,
    answered: Sequence[Answer],
    aligner: Aligner,
) -> Gathered:
    """The statements that a question turns on, those that fit them, and what answers any of these."""
    chosen = {s.key: s for s in nucleus.core}
    if not nucleus.closed:
        telling = [s for s in nucleus.core if s.points]
        for statement in said.of(*nucleus.core):
            if not (statement.points or any(_of_the_same(statement, one, aligner) for one in telling)):
                continue
            if _takes_side(statement) and aligner.near(statement, nucleus.core) >= (
                OWN if statement.headlined else JOINS
            ):
                chosen.setdefault(statement.key, statement)
        for statement in own.of(*nucleus.core):
            if aligner.near(statement, nucleus.core) >= OWN:
                chosen.setdefault(statement.key, statement)
    chosen |= {s.key: s for s in nucleus.beside if aligner.near(s, nucleus.core) >= JOINS}
    for answer in answered:
        # In the few words of a headline it is hardly told what somebody answers.
        joins = not answer.by.headlined and not answer.figures and answer.involvement <= nucleus.closed
        if answer.to.key in chosen and joins:
            chosen.setdefault(answer.by.key, answer.by)
    return Gathered(nucleus.core, tuple(sorted(chosen.values(), key=lambda s: s.order)))


def _of_the_same(counting: Statement, told: Statement, aligner: Aligner) -> bool:
    """Whether what only counts is of those of whom a statement tells: "two civilians died" bears on whether civilians
    were killed, "nine officers died" does not.
    """
    done = frozenset().union(*(point.deed for point in (*counting.counting, *told.points)))
    return bool(aligner.of(counting, told).shared - matched(done) - aligner.likeness.names)


def _takes_side(statement: Statement) -> bool:
    """Whether it may be on a question for its words: "X denies Y" in a headline is no word of X's that Y is so."""
    reports_denial = statement.headlined and any_of(reference().denying).search(statement.text) is not None
    return statement.stance not in SILENT and not reports_denial


def _repeats(statement: Statement, others: Touching, aligner: Aligner) -> bool:
    """Whether the outlet only repeats what the same report, or an earlier one, credits to somebody."""
    told = [
        other
        for other in others.of(statement)
        if (other.report.id == statement.report.id or other.order < statement.order) and not other.distanced
    ]
    return aligner.repeated(statement, told, OWN)
