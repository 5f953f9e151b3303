"""What holds of every dossier, whatever was read and in whatever order."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Annotations, Dossier, Report, Unread
from sayso.model.annotations import Stance
from sayso.reconcile import reconcile
from tests.reconcile.telling import Telling

WHO = (
    "the health ministry",
    "Ada Quill",
    "Tellmark Mining",
    "the Sorrel Front",
    "two residents",
    "Russia",
    None,
    "A",
    "’s",
    "“",
)
WHAT = (
    "nine people were killed at the mill",
    "the mill had been locked",
    "the mill was open",
    "it was not so",
    "that",
    "either account",
    "responsibility",
    "…",
    "Norland soldiers shelled Wend",
)
STANCES: tuple[Stance, ...] = (
    "asserts",
    "denies",
    "admits",
    "blames",
    "claims-responsibility",
    "no-comment",
    "could-not-verify",
)


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """A few reports, each of some statements, some with a figure, in any order and with odd dates."""
    made = []
    for number in range(draw(st.integers(0, 4))):
        said = draw(
            st.lists(st.tuples(st.sampled_from(WHO), st.sampled_from(WHAT), st.sampled_from(STANCES)), max_size=5)
        )
        lead = "The mill in Wend burnt down in Wend on Tuesday, with Wend under fire. "
        text = lead + " ".join(f"({i}) {what}." for i, (_, what, _) in enumerate(said))
        day = draw(st.sampled_from(("2031-03-04", "2031-03-05T10:00:00+02:00", "yesterday", "")))
        telling = Telling(f"r{number}", text, day)
        for i, (who, what, stance) in enumerate(said):
            telling.says(who, f"({i}) {what}", stance=stance)
            if "nine" in what:
                telling.counts(
                    f"({i}) nine people",
                    "killed",
                    draw(st.integers(0, 9)),
                    draw(st.one_of(st.none(), st.just(9))),
                    by=who,
                )
        made.append(telling)
    return made


def _dossier(made: list[Telling]) -> Dossier:
    return reconcile([t.report for t in made], [t.annotations for t in made])


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(made: list[Telling], chance: object) -> None:
    first = _dossier(made)
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _dossier(shuffled) == first


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(tellings())
def test_every_standing_has_a_reason_whose_evidence_fits_the_text(made: list[Telling]) -> None:
    found = _dossier(made)
    texts = {report.id: report.text for report in found.reports}
    said = {attribution.id: attribution for attribution in found.attributions}
    figures = {figure.id: figure for figure in found.figures}
    actors = {actor.id for actor in found.actors}
    assert len(found.claims) <= 30 * max(1, len(found.stories))
    for claim in found.claims:
        assert claim.standing == tuple(reason.tag for reason in claim.reasons)
        pointed = [e for reason in claim.reasons for e in reason.evidence] + [
            e for p in claim.positions for e in p.evidence
        ]
        for evidence in pointed:
            assert 0 <= evidence.start < evidence.end <= len(texts[evidence.report])
            if evidence.figure:
                figures[evidence.figure].check(texts[evidence.report])
                assert (figures[evidence.figure].start, figures[evidence.figure].end) == (evidence.start, evidence.end)
            elif evidence.attribution:
                parts = said[evidence.attribution].content
                assert any(part.start <= evidence.start and evidence.end <= part.end for part in parts)
        assert all(position.actor is None or position.actor in actors for position in claim.positions)
        assert set(claim.coverage) | set(claim.silent) == set(
            next(s.reports for s in found.stories if s.id == claim.story)
        )
        assert not set(claim.coverage) & set(claim.silent)
        assert claim.event is None or claim.event in {event.id for event in found.events}


def test_nothing_read_is_an_empty_dossier() -> None:
    found = reconcile([], [], [Unread(input="b", reason="empty"), Unread(input="a", reason="empty")])
    assert found.reports == () and [u.input for u in found.unread] == ["a", "b"]


def test_annotations_of_no_report_are_left_out() -> None:
    found = reconcile([Report(id="r1", text="A")], [Annotations(report="r2"), Annotations(report="r1")])
    assert [report.id for report in found.reports] == ["r1"] and found.claims == ()


def test_the_texts_digest_goes_with_it() -> None:
    report = Report(id="r1", text="Åland")
    entry = reconcile([report], []).reports[0]
    assert (entry.text, entry.sha256) == (report.text, report.sha256)


def test_two_stories_in_one_run_are_told_apart() -> None:
    fire = [
        Telling(
            f"f{i}",
            f"A fire at the Tellmark mill in Wend killed nine. Crews from Lode came to Wend by night, {i} hours late.",
        )
        for i in range(2)
    ]
    vote = [
        Telling(
            f"v{i}",
            f"Norland goes to the polls, and Ada Quill leads in Port Ambel, the Ambel Gazette found on day {i}.",
        )
        for i in range(2)
    ]
    found = _dossier([*fire, *vote])
    assert sorted(story.reports for story in found.stories) == [("f0", "f1"), ("v0", "v1")]
