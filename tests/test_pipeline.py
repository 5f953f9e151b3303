from __future__ import annotations

import pytest

from sayso import pipeline
from sayso.knowledge import KnowledgeError
from sayso.model import Annotations, Report, Unread

REPORTS = [Report(id=str(n), text="Two people were hurt, the harbour master said.") for n in range(3)]


def test_one_report_that_fails_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def annotate(report: Report) -> Annotations:
        if report.id == "1":
            raise ValueError("an odd text")
        return Annotations(report=report.id)

    monkeypatch.setattr(pipeline, "annotate", annotate)
    found = list(pipeline.annotate_each(REPORTS))
    assert [isinstance(item, Unread) for item in found] == [False, True, False]
    assert isinstance(found[1], Unread) and "ValueError: an odd text" in found[1].reason


def test_faulty_knowledge_is_no_fault_of_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def annotate(report: Report) -> Annotations:
        raise KnowledgeError("verbs.yaml: wrong")

    monkeypatch.setattr(pipeline, "annotate", annotate)
    with pytest.raises(KnowledgeError):
        list(pipeline.annotate_each(REPORTS))


@pytest.mark.parametrize("when", ["on 3 March 2024", "in 2012", "in the year 3"])
def test_reports_without_a_date_may_tell_of_dated_figures(when: str) -> None:
    texts = (
        f"Nine people were killed in the fire in Wend {when}, the harbour master said. Four died on 9 May 2019.",
        f"The fire in Wend {when} killed 12 people, the union said. It had killed 40 in 1998.",
    )
    read = list(pipeline.annotate_each([Report(id=str(n), text=text) for n, text in enumerate(texts)]))
    dossier = pipeline.make_dossier(read)
    assert len(dossier.reports) == 2 and not dossier.unread
    assert dossier.claims or "March" not in when
