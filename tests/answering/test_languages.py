"""Questions of other languages are told by their words and letters, and read as English ones are."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.answering.claims.index import Index
from bot.answering.deciding.decision import decide
from bot.answering.glossing.gloss import restored
from bot.answering.glossing.glossary import Glossary
from bot.answering.glossing.pieces import Piece
from bot.answering.glossing.usage import dated
from bot.answering.reading.languages import Signs, language_of
from bot.briefing.folding import APOSTROPHES
from bot.briefing.loader import load
from tests.answering.conftest import KNOWLEDGE
from tests.several import ORLA
from tests.shipped import knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answering.deciding.outcome import Outcome
    from bot.briefing.models import Edition

# An invented language: the verb ends the sentence, and "ne" follows whoever acts, "ka" whoever owns.
INVENTED = """\
language = "xx"

[grammar]
signs = ["zu", "ne", "ka", "kwe"]
letters = "ŋ"
endings = ["lar"]
verb_final = true
doer = ["ne"]
owner_after = ["ka"]
dates = ["datu"]
abbreviated = ["eg"]

[after]
"on" = ["par"]
"in" = ["mo"]
"according to" = ["ka nazde"]

[initial]
"did" = ["kwe"]

[phrases]
"how many" = ["zu"]
"what" = ["kwe"]
"when" = ["zukab"]
"killed" = ["marzil"]
"were killed" = ["marzin"]
"and" = ["ja"]
"not" = ["nahim"]
"deny" = ["inkaro"]
"reject" = ["rado"]
"portfolio" = ["vazaro"]

[aliases]
attack = ["hamlo"]
says = ["bolka"]
missing = ["lapato"]
civilians = ["shahrin", "gam-shud"]
month-5 = ["meyo"]
other-matters = ["mosamo"]
chat = ["zarka", "he", "eg"]
negotiation = ["guftago"]
"""
NAMES = (
    ('aliases.en = ["arden"]', 'aliases.xx = ["ardeno"]'),
    ('aliases.en = ["belmar"]', 'aliases.xx = ["belmaro"]'),
    ('"arden\'s mayor"]', 'aliases.xx = ["ina holta", "mayora"]'),
    ('"belmar\'s harbour master"]', 'aliases.xx = ["per lunda", "havna"]'),
    (
        'aliases.en = ["animals"]',
        'aliases.xx = ["janvar", "e ka zakatan peleto ne kodari veleso ka nashi borumo"]',
    ),
)
SIGNS = (
    Signs("de", "wie\nwurden\nwas\nhat", "äöüß"),
    Signs("ur", "کی\nکو\nنی", "ٹڈڑں"),
    Signs("fa", "را\nکی", ""),
)


def english(word: str, _typed: str) -> bool | None:
    return None if word in {"orla", "holt"} else word in {"what", "was", "the", "hat", "in", "how", "many"}


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Wie viele wurden gerettet?", "de"),
        ("Was hat Holt gesagt, und wie?", "de"),
        ("what was the hat in Orla", None),
        ("Orla", None),
        ("how many in Straße?", None),
        ("کتنے لوگوں کو بچایا؟", "ur"),
        ("ٹھیک", "ur"),
        ("Holt را", "fa"),
        ("اورلا", "ur"),
        ("", None),
    ],
)
def test_the_language_of_a_text(text: str, tag: str | None) -> None:
    assert language_of(text, SIGNS, english) == tag


@pytest.mark.parametrize(
    "typed",
    [
        "afgan soldirs woundd??",
        "y did pak bom afganistan",
        "shetlering millitants acusation??",
        "al jazeera",
        "Al Jazeera?",
    ],
)
def test_misspelt_english_stays_english(war: Index, typed: str) -> None:
    assert war.language_of(typed) is None


def test_other_words_near_english_ones_do_not(war: Index) -> None:
    assert war.language_of("Hat Afghanistan Islamabad bombardiert?") == "de"
    assert war.language_of("l'ONU a confirmé ?") == "fr"


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        # a sign as it stands is no misspelt English
        ("jang kahan ho rahi hai", "ur-Latn"),
        ("afghanistan ne kabul par bomb giraye?", "ur-Latn"),
        ("Wann haben die Taliban die Macht übernommen?", "de"),
        # a name of several words is of no language
        ("C'est qui Ahmed Sharif Chaudhary ?", "fr"),
        ("quien es ahmed sharif chaudhry", "es"),
        ("who is ahmed sharif chaudhry", None),
    ],
)
def test_signs_and_names(war: Index, typed: str, tag: str | None) -> None:
    assert war.language_of(typed) == tag


def test_an_apostrophe_may_part_words_or_not() -> None:
    asked = ["Qu'est-ce que l'Émirat dit de l'attaque ?", "Qu’est-ce que l’Émirat dit de l’attaque ?"]
    glosses = [knowledge().gloss(question, "fr", None) for question in asked]
    assert glosses[0] is not None
    assert {gloss and gloss.text for gloss in glosses} == {glosses[0].text}
    assert "attack" in glosses[0].text


def test_english_stays_english(war: Index) -> None:
    for claim in war.briefing.claims:
        for phrasing in claim.phrasings:
            assert war.language_of(phrasing) is None, phrasing


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder: Path = tmp_path_factory.mktemp("languages") / "knowledge"
    folder.mkdir()
    shutil.copy(KNOWLEDGE / "words.en.txt", folder)
    shutil.copytree(ORLA, folder / "orla")
    shutil.copy(KNOWLEDGE / "vocabulary.toml", folder)
    (folder / "vocabulary.xx.toml").write_text(INVENTED, encoding="utf-8")
    briefing = (folder / "orla" / "briefing.toml").read_text(encoding="utf-8")
    for old, new in NAMES:
        assert old in briefing
        briefing = briefing.replace(old, f"{old}\n{new}", 1)
    (folder / "orla" / "briefing.toml").write_text(briefing, encoding="utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def index(edition: Edition) -> Index:
    return Index(edition, edition.briefings[0])


@pytest.fixture(scope="module")
def glossary(edition: Edition, index: Index) -> Glossary:
    return Glossary(edition, edition.briefings[0], edition.languages[0], index.reader.lexicon)


@pytest.mark.parametrize(
    ("asked", "gloss"),
    [
        ("zu janvar marzin?", "how many animals were killed?"),
        ("Ardeno ne zu janvar marzil?", "arden killed how many animals?"),
        ("Ardeno ka zu janvar marzin?", "how many arden's animals were killed?"),
        ("Ardeno ka nazde zu janvar marzin?", "according to arden how many animals were killed?"),
        (
            "Belmaro ka nazde ardeno ka zu shahrin lapato?",
            "according to belmar how many arden's civilians missing?",
        ),
        ("Belmaro par ardeno ne zukab hamlo?", "when arden attack on belmar?"),
        ("Belmaro par hamlo?", "attack on belmar?"),
        ("Ardeno ja belmaro mo", "in arden and belmar"),
        ("Kwe ardeno ne hamlo?", "did arden attack?"),
        ("Ardeno ne kwe bolka?", "arden said what?"),
        ("Ardeno ne hamlo nahim?", "arden not attack?"),
        ("3 meyo", "3 may"),
        ("٣ meyo", "3 may"),
        ("zarka he janvarlar", "animals"),
        ("Zu eg. janvar marzin?", "how many animals were killed?"),
        ("Zu. Janvar marzin?", "how many. animals were killed?"),
        ("7 datu hamlo?", "7th attack?"),
        ("7 hamlo?", "7 attack?"),
        ("Mayora per lunda ne kwe bolka?", "arden's mayor per lund said what?"),
        ("Havna ina holta ne kwe bolka?", "belmar's harbour master ina holt said what?"),
        ("Mayora ina holta ne kwe bolka?", "ina holt said what?"),
        ("Mayora, per lunda ne kwe bolka?", "ina holt, per lund said what?"),
        ("Mayora per lunda hamlo?", "ina holt attack per lund?"),
        ("Ardeno ne guftago rado?", "arden rejected talks?"),
        ("Ardeno ne guftago inkaro?", "arden deny negotiation?"),
        ("Ardeno ne hamlo rado?", "arden deny attack?"),
        ("Ina holta vazaro?", "ina holt portfolio?"),
        ("Vazaro ne hamlo?", "\u0298portfolio attack?"),
        ("gamshud", "civilians"),
        ("gam shud", "civilians"),
        ("shahirn", "civilians"),
        ("jnvr", "\u0298jnvr"),
        ("hamlo; belmaro", "attack; belmar"),
        ("e ka zakatan peleto ne kodari veleso ka nashi borumo", "animals"),
        ("e ka zakatan peleto ne ko dari vele so ka nashi borumo", "animals"),
    ],
)
def test_a_gloss(index: Index, glossary: Glossary, asked: str, gloss: str) -> None:
    assert glossary.gloss(asked, index.reader.lexicon).text == gloss


def asked(index: Index, glossary: Glossary, text: str) -> Outcome:
    gloss = glossary.gloss(text, index.reader.lexicon)
    return restored(decide(index, gloss.text), gloss)


def test_the_index_keeps_english_only(index: Index) -> None:
    languages = {alias.language for party in index.briefing.parties for alias in party.aliases}
    assert languages == {"en"}
    assert [one.tag for one in index.signs] == ["xx"]


def test_a_reply_names_the_askers_own_words(index: Index, glossary: Glossary) -> None:
    outcome = asked(index, glossary, "Ardeno ka zu Mosamo marzin, zarka?")
    assert outcome.receipt.question.text == "Ardeno ka zu Mosamo marzin, zarka?"
    words = {slot.kind: slot.words for slot in outcome.receipt.question.slots}
    assert words["elsewhere"] == "Mosamo"
    assert words["ask"] == "zu"
    assert words["measure"] == "marzin"
    assert getattr(outcome, "about", None) == "Mosamo"


@pytest.mark.parametrize("apostrophe", ["'", *map(chr, APOSTROPHES)])
def test_an_apostrophe_parts_words_however_it_is_typed(
    edition: Edition, index: Index, apostrophe: str
) -> None:
    (language,) = edition.languages
    eliding = language._replace(grammar=language.grammar._replace(elides=True, spaced=True))
    glossary = Glossary(edition, edition.briefings[0], eliding, index.reader.lexicon)
    asked = f"ardeno k{apostrophe}janvar"
    assert glossary.gloss(asked, index.reader.lexicon).text == "arden \u0298k animals"


def test_what_is_of_somebody_is_no_date() -> None:
    number, of, mark = Piece("12", "noun", 0, 2), Piece("of", "agent", 3, 5), Piece("", "owner", 6, 8)
    assert dated([number, of, mark]) == [number, of, mark]
    assert dated([number, of, Piece("may", "noun", 6, 9)])[1].english == "may"


def test_words_that_nobody_knows_are_not_read_as_english(index: Index, glossary: Glossary) -> None:
    """A word may look like an English one, or like a misspelt one."""
    outcome = asked(index, glossary, "zu flod marzin?")
    assert [slot.words for slot in outcome.receipt.question.find("unknown")] == ["flod"]
    assert getattr(outcome, "about", None) == "flod"


@pytest.fixture(scope="module")
def persian(war: Index) -> Glossary:
    edition = load(KNOWLEDGE)
    language = next(one for one in edition.languages if one.tag == "fa")
    return Glossary(edition, edition.briefings[0], language, war.reader.lexicon)


@pytest.mark.parametrize(
    "typed",
    [
        "چند سرباز پاکستانی کشته شده‌اند؟",
        "چند سرباز پاکستانی کشته شده اند؟",
        "چند سرباز پاکستانی کشته شدهاند؟",
        "چند سرباز پاكستاني كشته شده‌اند?",
        "\u200fچند سربـــاز پاکستانی کشته شده‌اند؟\u200f",
        "چَند سَرباز پاکِستانی کُشته شُده‌اَند؟",
    ],
)
def test_keyboards_and_joiners(war: Index, persian: Glossary, typed: str) -> None:
    assert war.language_of(typed) == "fa"
    assert persian.gloss(typed, war.reader.lexicon).text == "how many pakistani soldiers were killed?"


# Whoever stands on either side may do it, and it is done to the other.
@pytest.mark.parametrize(
    ("typed", "gloss"),
    [
        ("¿cuándo atacaron los {} a los {}?", "when did {} attacked {}?"),
        ("¿cuántos {} mataron los {}?", "how many {0} did {1} killed?"),
        (
            "¿cuántos soldados mataron los {} según los {}?",
            "how many soldiers did {} killed according to {}?",
        ),
        ("¿cuántos soldados {} mataron?", "how many {} soldiers killed?"),
        ("¿qué dijeron los {}?", "what said {}?"),
    ],
)
def test_people_after_a_verb_do_it_unless_marked(typed: str, gloss: str) -> None:
    sides = (("afganos", "afghan"), ("pakistaníes", "pakistani"))
    for one, other in (sides, sides[::-1]):
        found = knowledge().gloss(typed.format(one[0], other[0]), "es", None)
        assert found is not None
        assert found.text == gloss.format(one[1], other[1])


@pytest.mark.parametrize(
    ("tag", "typed", "gloss"),
    [
        ("de", "Wann bombardierten die Pakistaner Kandahar?", "when did pakistani attacked kandahar?"),
        ("fr", "combien de Pakistanais les Afghans ont-ils tués ?", "how many pakistani did afghan killed?"),
        ("es", "¿A cuántos talibanes mató el ejército pakistaní?", None),
        ("es", "¿cuántos cuerpos tienen los afganos?", "how many bodies held by afghan?"),
        ("es", "¿Tienen los talibanes prisioneros?", "taliban government hold prisoners?"),
        ("fr", "comment Kaboul a riposté ?", "how did kabul retaliation?"),
        ("de", "wird von den Pakistanern einer vermisst?", "were missing of pakistani?"),
        ("de", "wie viele verletzte Afghanen meldet Islamabad?", "how many wounded afghan islamabad said?"),
        ("de", "wie viele starben nach afghanischen Angaben?", "how many died according to afghan?"),
        ("fr", "combien de morts d'après les sources afghanes ?", "how many died according to afghan?"),
    ],
)
def test_the_order_of_what_people_do_and_tell(tag: str, typed: str, gloss: str | None) -> None:
    found = knowledge().gloss(typed, tag, None)
    assert found is not None
    assert found.text == (gloss or "how many taliban government did pakistan's military killed?")


# A day of a month where each language has it, and the months.
DAYS = {
    "ur": (
        "سنا ہے 27 {} کو پاکستان نے کابل پر بم گرائے",
        "27 {} کا حملہ کس نے کیا",
        "{} کی 27 تاریخ کو کیا ہوا",
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    ),
    "ur-Latn": (
        "suna hai 27 {} ko pakistan ne kabul par bam giraye",
        "january february march april may june july august september october november december",
    ),
    "fa": (
        "چرا پاکستان 27 {} به کابل حمله کرد",
        "در 27 {} پاکستان به کابل حمله کرد",
        "جنوری فوریه مارس آوریل می ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    ),
    "ps": (
        "پاکستان د {} په 27مه پر کابل ولې حمله وکړه",
        "پاکستان پر کابل د 27 {} حمله وکړه",
        "جنوري فبروري مارچ اپریل مۍ جون جولای اګست سپتمبر اکتوبر نومبر ډسمبر",
    ),
    "de": (
        "Ich hab gehört, am 27. {} hat Pakistan Kabul bombardiert, warum",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "fr": (
        "il paraît que le 27 {} le Pakistan a bombardé Kaboul",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "es": (
        "dicen que el 27 de {} Pakistán bombardeó Kabul",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
}


@pytest.mark.parametrize("tag", DAYS)
def test_each_month_is_read_beside_its_day(tag: str) -> None:
    *asked, months = DAYS[tag]
    for question in asked:
        for n, month in enumerate(months.split(), 1):
            gloss = knowledge().gloss(question.format(month), tag, None).text
            named = knowledge().index().reader.read(gloss).find("date", "number")
            assert [slot.value for slot in named] == [f"--{n:02}-27"], gloss
