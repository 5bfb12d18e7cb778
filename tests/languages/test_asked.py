"""Questions in the languages of the readers, each with what they must and must not get.

A question labelled "answer" may be corrected too; "abstention" must get neither, though it may get a choice.
No native speaker has checked them.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.desk.asking import ask
from tests.shipped import knowledge

LANGUAGES = ("de", "es", "fa", "fr", "ps", "ur", "ur-Latn")
LEAST_RIGHT = 0.95
SPOKEN = {"answer", "premise"}
CAVEAT = "not-verified-al-jazeera"


@cache
def statements() -> dict[str, str]:
    return {claim.id: claim.statement for claim in knowledge().index().briefing.claims}


def judged(question: dict[str, Any]) -> str:
    """Say "right", "silent" where there was an answer, or else what was wrong."""
    reply = ask(knowledge(), question["q"])
    spoken = reply.outcome in SPOKEN
    wanted = question["claims"]
    if question["outcome"] == "abstention":
        return "answered what the briefing does not say" if spoken else "right"
    if not spoken:
        return "silent"
    shown = {one.claim.statement for one in reply.claims} | (
        {statements()[CAVEAT]} if reply.caveats else set()
    )
    if any(statements()[claim] not in shown for claim in wanted):
        return "showed another claim"
    answering = {one.claim.id for one in reply.claims if one.role != "counter_claim"}
    if answering.intersection(question.get("never", ())):
        return "showed what must not be shown"
    return "took it as asked" if question["outcome"] == "premise" != reply.outcome else "right"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_questions_of_a_language(tag: str) -> None:
    lines = Path(__file__).with_name(f"{tag}.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line) for line in lines]
    verdicts = {question["q"]: judged(question) for question in questions}
    counts = Counter(verdicts.values())
    wrong = {q: verdict for q, verdict in verdicts.items() if verdict not in {"right", "silent"}}
    assert not wrong
    assert counts["right"] >= LEAST_RIGHT * len(questions), [q for q, v in verdicts.items() if v == "silent"]


@pytest.mark.parametrize(
    ("question", "tag"),
    [
        ("Wer hat bei den Kämpfen Soldaten verloren?", "de"),
        ("An welchem Tag griff Norwegen an?", "de"),
        ("Qui a dit ça ?", "fr"),
        ("¿Qué?", "es"),
        ("kitne fauji mare gaye", "ur-Latn"),
        ("khost me kya hua tha", "ur-Latn"),
        ("who was in die hard", None),
        ("What was the war about, man?", None),
    ],
)
def test_a_language_is_told_by_its_own_words(question: str, tag: str | None) -> None:
    assert knowledge().index().language_of(question) == tag


@pytest.mark.parametrize(
    ("question", "gloss"),
    [
        ("Wurde Kabul von Pakistan angegriffen?", "kabul were attacked by pakistan?"),
        ("Hat Pakistan Kabul angegriffen?", "did pakistan attacked kabul?"),
        ("Verluste bei den Angriffen", "casualties in attack"),
        ("¿Qué ciudades atacó Pakistán?", "where pakistan attacked?"),
        ("¿Por qué los afganos bombardearon Islamabad?", "why afghan attacked islamabad?"),
        ("Warum haben die Afghanen Islamabad bombardiert?", "why afghan attacked islamabad?"),
        ("¿Contra qué lanzó drones Afganistán?", "what afghanistan launched drones?"),
        ("Was wurde mit afghanischen Drohnen angegriffen?", "what were attacked with afghan drones?"),
        ("Que dit Mujahid des chiffres du Pakistan ?", "what zabihullah mujahid said pakistan's claims?"),
        ("islamabad ko kabul se kis baat ka gussa hai", "why to islamabad with kabul tension"),
        ("cuántos afganos mató Pakistán", "how many afghan pakistan killed"),
        ("Combien de soldats le Pakistan a-t-il perdus ?", "how many soldiers pakistan lost?"),
        ("از طالبان چند نفر کشته شدند", "were killed of taliban government how many"),
        ("پاکستان ولې د کابل ښار وویشت", "why pakistan attack kabul"),
        ("Kaboul a été attaquée par le Pakistan", "kabul were attacked by pakistan"),
        ("En febrero Pakistán atacó solo Kabul", "in february pakistan attacked only kabul"),
        ("مجاہد کے اعداد و شمار کی تصدیق", "zabihullah mujahid's numbers verified"),
        ("Wie viele haben die Afghanen getötet", "how many did afghan killed"),
        ("Wie viele Afghanen wurden getötet", "how many afghan were killed"),
        ("Les Afghans ont combien de corps", "did afghan hold how many bodies held"),
        ("پاکستانیوں نے کتنے مارے", "did pakistani killed how many"),
        ("افغان‌ها چند نفر کشته شدند", "how many afghan were killed"),
        ("kitne afghani mare pakistaniyo ne", "did pakistani killed how many afghan"),
        ("Wie viele Pakis wollen die Afghanen getötet haben", "how many pakistani did afghan said killed"),
        ("wollen die taliban verhandeln", "taliban government willing negotiations"),
        ("Combien de morts afghans Islamabad dit avoir comptés", "how many afghan died islamabad said"),
        ("کابل اعتراف کرد طالبان رو پناه داده", "kabul admit taliban government sheltering"),
        ("mujahid ne jhoot bola ke 55 fauji mare", "zabihullah mujahid lied 55 soldiers killed"),
    ],
)
def test_the_doer_stands_before_what_is_done(question: str, gloss: str) -> None:
    index = knowledge().index()
    tag = index.language_of(question)
    assert tag is not None
    found = knowledge().gloss(question, tag)
    assert found is not None
    assert found.text == gloss


@pytest.mark.parametrize("question", ["پنج شنبه چی شد", "پنجشنبه چی شد"])
def test_words_are_the_same_however_they_are_spaced(question: str) -> None:
    found = knowledge().gloss(question, "fa")
    assert found is not None
    assert found.text == "what happened thursday"
