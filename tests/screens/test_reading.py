"""How a statement reads: what is said of it is said once, and what is to be done names its key."""

from __future__ import annotations

import pytest

from data.casefile import CaseFile
from data.records.assessment import Statement
from data.records.cases import Case
from screens.statements.reading import statement_shown


@pytest.mark.parametrize(
    ("basis", "remark", "reads"),
    [
        ("said", "too much", "tired  (too much: my opinion)"),
        ("said", "I think, my opinion", "tired  (I think, my opinion)"),
        ("opinion", "too much", "tired  (opinion)  (too much)"),
        ("seen", "", "tired  (fact)"),
    ],
)
def test_an_opinion_is_said_once(basis: str, remark: str, reads: str) -> None:
    one = Statement(id="s", case_id="c", text="tired", basis=basis, remark=remark)
    assert str(statement_shown(CaseFile(Case.model_construct()), one, marks=True)) == reads


def test_what_is_to_be_weighed_names_the_key() -> None:
    one = Statement(id="s", case_id="c", text="hit", basis="said", weigh_harm=True)
    assert "[weigh for harm: e]" in str(
        statement_shown(CaseFile(Case.model_construct()), one, marks=True)
    )
