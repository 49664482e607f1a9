"""A council member types as people talk; each question must be read as what it asks for."""

from collections import Counter

import pytest

from answer.answer import Operation
from answer.frame import Ask, Frame
from answer.understand import understand
from answer.vocabulary import Vocabulary
from answer.words import content
from store.terms import stem, words

ARCHIVE = """
    Valpreventie mantelzorg mantelzorgers eenzaamheid gezondheid kerstkaarten leefstijlmakelaar
    gesprek inwoners groepen wandelgroepen duo fietsen fysiocollectief Almelo jongerenwerk buurt
    jeugdhulp lasten baten realisatie begroot Twents Zilver JOGG kunst en cultuur val preventie
    deelnemers Boomsplaats thema's sportakkoord bibliotheek Leeflab jaarverslag Twentse Koers
"""
VOCABULARY = Vocabulary(Counter(words(ARCHIVE)), units=60)


def read(question: str) -> Frame:
    return understand(question, VOCABULARY, base_year=2024)


@pytest.mark.parametrize(
    ("question", "ask", "operation"),
    [
        ("hoeveel ging er naar valpreventie", Ask.AMOUNT, None),
        ("budget JOGG 2024", Ask.AMOUNT, None),
        ("wat kostte de bibliotheek", Ask.AMOUNT, None),
        ("En de lasten?", Ask.AMOUNT, None),
        ("Hoeveel ging er samen naar eenzaamheid en mantelzorg?", Ask.AMOUNT, Operation.SUM),
        ("hoeveel scheelt het tussen het leeflab en JOGG", Ask.AMOUNT, Operation.DIFFERENCE),
        ("Welk onderdeel van valpreventie kreeg het meeste geld?", Ask.AMOUNT, Operation.MAX),
        ("waar ging bij gezondheid het minste geld heen?", Ask.AMOUNT, Operation.MIN),
        ("top 3 duurste posten", Ask.AMOUNT, Operation.TOP),
        ("hoeveel inwoners heeft de leefstijlmakelaar gesproken?", Ask.NUMBER, None),
        ("How many groups were there?", Ask.NUMBER, None),
        ("Wat ging er naar mantelzorg?", Ask.AMOUNT, None),
        ("hoeveel waren we kwijt aan het jongerenwerk", Ask.AMOUNT, None),
        ("valpreventie en jeugdhulp samen, hoeveel is dat", Ask.AMOUNT, Operation.SUM),
        ("Als ik mantelzorg en eenzaamheid optel, waar kom ik op uit?", Ask.AMOUNT, Operation.SUM),
        ("Wie heeft berekend hoeveel inwoners meededen?", Ask.PERSON, None),
        ("Voor welke jaren geldt het sportakkoord?", Ask.DATE, None),
        ("hoe klein mag een groep zijn", Ask.NUMBER, Operation.MIN),
        ("wat kun je in de bibliotheek doen?", Ask.TEXT, None),
        ("namen van de mantelzorgers", Ask.NAME, None),
        ("Wie is de coördinator van het Leeflab?", Ask.PERSON, None),
        ("Op welke dag is het jaarverslag vastgesteld?", Ask.DATE, None),
        ("waar staat het prieel?", Ask.PLACE, None),
        ("Waarom waren er minder groepen dan verwacht?", Ask.REASON, Operation.DIFFERENCE),
        ("Hoe is het geld voor mantelzorg ingezet?", Ask.MANNER, None),
        ("hoe heet de wethouder", Ask.NAME, None),
        ("welke zes thema's heeft het sportakkoord", Ask.LIST, None),
        ("waar is dat aan besteed?", Ask.LIST, None),
        ("inzet 45.000, waarvoor was dat?", Ask.PURPOSE, None),
        ("klopt het dat het Fysiocollectief 74.000 kreeg?", Ask.CLAIM, None),
        ("valpreventie kostte ruim twee ton hè", Ask.CLAIM, None),
        ("“kunst en cultuur”", Ask.PHRASE, None),
        ("Hallo!", Ask.ABOUT, None),
        ("welke rapporten zijn er?", Ask.ABOUT, None),
        ("mantelzorg", Ask.ANY, None),
    ],
)
def test_a_question_is_read_as_what_it_asks_for(
    question: str, ask: Ask, operation: Operation | None
) -> None:
    frame = read(question)

    assert (frame.ask, frame.operation) == (ask, operation)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wat is er besteed aan gezondheit", ["gezondheid"]),
        ("hoevel kerst kaarten", ["kerstkaarten"]),
        ("hoeveel mantel zorgers", ["mantelzorgers"]),
        ("How much went to fall prevention?", ["valpreventie"]),
        ("wat deed Twentse Koers", ["twentse", "koers"]),
    ],
    ids=["typing error", "words apart", "compound apart", "English", "a name of two words"],
)
def test_words_are_met_in_the_form_that_the_archive_writes(typed: str, meant: list[str]) -> None:
    assert [word.text for word in content(read(typed).words)] == meant


@pytest.mark.parametrize("word", ["voedselbank", "verdient", "Leger", "lenen", "kent"])
def test_a_word_that_the_archive_lacks_is_not_bent_into_another(word: str) -> None:
    asked = read(f"wat {word} het leeflab").words

    assert word.lower() in [w.text for w in asked]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("en in 2023?", (2023,)),
        ("en vorig jaar?", (2023,)),
        ("wat is er volgend jaar begroot", (2025,)),
        ("verschil 2023 2028", (2023, 2028)),
    ],
)
def test_years_are_read_against_the_report_and_never_the_clock(
    question: str, years: tuple[int, ...]
) -> None:
    assert read(question).years == years


@pytest.mark.parametrize(
    ("question", "gone"),
    [
        ("welke wijken naast de Boomsplaats doen mee", ["boomsplaats"]),
        ("in welke andere buurt dan Boomsplaats is een leeflab", ["boomsplaats"]),
        ("wie doen er mee behalve de bibliotheek", ["bibliotheek"]),
        ("welke groepen doen mee", []),
    ],
)
def test_what_a_question_passes_over_need_not_be_found(question: str, gone: list[str]) -> None:
    frame = read(question)
    assert [word.text for word in frame.context] == gone
    assert not set(gone) & {word.text for word in frame.words}


@pytest.mark.parametrize(
    ("question", "sections"),
    [
        ("totaal van 2.8", ("2.8",)),
        ("som van 2.3 tot en met 2.5", ("2.3", "2.4", "2.5")),
        ("hoeveel is 10.000", ()),
    ],
)
def test_paragraph_numbers_are_told_from_amounts(question: str, sections: tuple[str, ...]) -> None:
    assert read(question).sections == sections


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("gezondheit", "gezondheid"),
        ("temas", "thema's"),
        ("kleinst", "kleinste"),
        ("ondertekend", "ondertekend"),  # a Dutch word that the archive lacks is no slip
        ("groepje", "groep"),
    ],
)
def test_slips_are_mended_and_dutch_words_are_left_alone(typed: str, read_as: str) -> None:
    assert VOCABULARY.repair(typed) == read_as


@pytest.mark.parametrize(
    ("typed", "word", "read_as"),
    [
        ("hoevl ging er naar JOGG", "hoevl", "hoeveel"),
        ("hoeveel gelt ging er nr JOGG", "gelt", "geld"),
        ("geld vr valpreventie", "vr", "voor"),
        ("gez. achterstanden, wat kostte dat", "gez", "gezondheid"),
        ("hoeveel groepen gem. per week", "gem", "gemiddeld"),
        ("van wie is het leeflab van de gem.", "gem", "gemeente"),  # a point that ends a sentence
        ("how many people fell", "fell", "fell"),  # sounds like "veel"
        ("hoeveel kreeg het MT", "MT", "mt"),  # a name in capitals
    ],
)
def test_shorthand_is_written_out(typed: str, word: str, read_as: str) -> None:
    (read_word,) = (w for w in read(typed).words if w.asked == word)
    assert read_word.text == read_as


@pytest.mark.parametrize("said", ["op grond van", "in het kader van", "naar aanleiding van"])
def test_a_preposition_of_several_words_names_nothing(said: str) -> None:
    assert [w.text for w in content(read(f"wat ging er {said} valpreventie heen").words)] == [
        "valpreventie"
    ]


def test_a_compound_that_is_split_and_misspelt_is_one_word() -> None:
    words = read("hoeveel ging er naar het fysio colectief").words
    assert "fysiocollectief" in {word.text for word in words}


@pytest.mark.parametrize(
    ("question", "verb", "infinitive"),
    [
        ("is het jaarverslag al vastgesteld?", "vastgesteld", "vaststellen"),
        ("wanneer begonnen de groepen", "begonnen", "beginnen"),
        ("hoe helpen ze mantelzorgers", "helpen", "helpen"),
    ],
)
def test_verbs_need_not_be_in_the_report_as_typed(
    question: str, verb: str, infinitive: str
) -> None:
    word = next(w for w in read(question).words if w.text == verb)
    assert word.is_verb
    assert word.verb == stem(infinitive)


def test_an_adjective_made_of_a_verb_narrows_what_is_asked() -> None:
    (word,) = (w for w in read("hoeveel betrokken inwoners zijn er").words if w.text == "betrokken")
    assert not word.is_verb
