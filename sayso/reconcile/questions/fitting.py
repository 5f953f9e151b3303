"""What two points have in common and what sets them apart: deeds, nouns of a sort, rival causes."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.reconcile.points import PRESENT, Point
from sayso.reconcile.questions.contraries import causing, matched, minding
from sayso.reconcile.questions.knowledge import reference
from sayso.reconcile.questions.sorts import sort_of
from sayso.reconcile.words import concept_named, deed_concepts, named_things, parties


def shared_deeds(one: Point, other: Point) -> frozenset[str]:
    """The deeds that two points share. A noun of one may name the deed of the other ("there was no pursuit", "heard
    shots": "was chasing", "fired"); nothing can be done by or with what was not there.
    """
    deed = matched(one.deed) & matched(other.deed)
    if one.plain and other.plain:
        deed -= matched(named_things() - PRESENT)  # "it was a quiet road", "our streets": nothing was done
    if not deed:
        for plain, verbal in ((one, other), (other, one)):
            if plain.plain and not verbal.plain:
                deed |= matched(plain.all - named_things()) & matched(verbal.deed)
            elif not verbal.plain and not matched(plain.deed) <= causing() | minding():
                # Who began the fight, or knew of it, is another question than whether they fought.
                deed |= matched(plain.about & deed_concepts()) & matched(verbal.deed)
    if not deed:
        for absent, told in ((one, other), (other, one)):
            if absent.negated and (absent.plain or absent.deed == PRESENT):
                deed |= matched(absent.who) & matched(told.all)
    return deed


def rivals(deed: frozenset[str], shared: frozenset[str], one: Point, other: Point) -> bool:
    """Whether two tell of one thing that it began or came about in ways that share nothing, or that it was in one and
    in another place of a kind ("in foreign waters", "in our waters"): only one can be right.
    """
    left, right = matched(one.all) - shared, matched(other.all) - shared
    same = (matched(one.who) & matched(other.all)) | (matched(other.who) & matched(one.all))
    if deed == PRESENT:
        within = matched(one.about) & matched(other.about)
        return bool(within) and bool(matched(one.about) - within) and bool(matched(other.about) - within)
    return deed <= causing() and bool(shared - deed) and not same and bool(left) and bool(right)


def stilled(one: Point, other: Point) -> bool:
    """Whether one says that there was none of what the other says was put out of action: both say the same."""
    for absent, told in ((one, other), (other, one)):
        same = matched(absent.who) & matched(told.about)
        if absent.negated and absent.plain and same and told.deed & _still():
            return True
    return False


@cache
def _still() -> frozenset[str]:
    return frozenset(map(concept_named, reference().stilling))


def telling(point: Point, beside: Point) -> frozenset[str]:
    """The concepts of a point that tell something, those left out that may be the other's by another name
    ("the riders", "the pair").
    """
    return point.all - alike(point.who, beside.who) - alike(point.about, beside.about)


@lru_cache(maxsize=1 << 14)
def alike(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Of mine, those that are not theirs and of a sort with one of theirs."""
    sorts = {sort for each in theirs if (sort := sort_of(each))}
    return frozenset(each for each in mine - theirs if sort_of(each) in sorts)


def clash(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two parts speak of different things: both say something, nothing of it the same nor of a sort. Soldiers
    and rebels are both persons, and not the same.
    """
    if (mine & parties()) - theirs and (theirs & parties()) - mine:
        return True
    left, right = mine - alike(mine, theirs), theirs - alike(theirs, mine)
    return bool(left) and bool(right) and not matched(left) & matched(right)
