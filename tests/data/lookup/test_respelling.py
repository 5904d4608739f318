from __future__ import annotations

import pytest

from data.lookup.folding import fold
from data.lookup.respelling import readings
from data.lookup.sounds import said


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Seonaid", "shonad"),
        ("Domhnall", "donal"),
        ("Žukauskienė", "joukouskienay"),
        ("Cabdi", "abdi"),
        ("Jaamac", "jama"),
        ("Xirsi", "hirsi"),
        ("Axmed", "ahmed"),
        ("Xolani", "kolani"),
        ("Segun", "shegun"),
        ("Oluwaṣeun", "oluwasheun"),
        ("Crăciun", "crachoon"),
        ("Lourenço", "lourenso"),
        ("Yuxuan", "yushuan"),
        ("Jiaqi", "jiachi"),
        ("Kılıç", "kilitch"),
        ("Tuğçe", "tuche"),
        ("Erdoğan", "erdoan"),
        ("Cem", "jem"),
    ],
)
def test_a_name_is_heard_as_its_language_says_it(name: str, heard: str) -> None:
    assert set(said(fold(name))) & set(said(heard))


@pytest.mark.parametrize("name", ["Catherine", "Carl", "Isaac", "Marc", "Susan", "Connor"])
def test_a_name_that_is_english_keeps_its_first_sound(name: str) -> None:
    assert {one[0] for one in readings(fold(name))} == {name[0].lower()}


@pytest.mark.parametrize(
    ("name", "plain"), [("Yıldız", "yildiz"), ("Kɔfi", "kofi"), ("Ɓala", "bala"), ("Þóra", "thora")]
)
def test_a_letter_of_another_alphabet_is_the_plain_one(name: str, plain: str) -> None:
    assert fold(name) == plain
