"""I need the peers to be fair: the textbook's way, done well, on the same questions and scorer."""

from decimal import Decimal

import numpy as np
import pytest

from evals.bm25 import Bm25
from evals.chunks import Chunk, sentences
from evals.given import GivenCitation
from evals.peers import Peer, open_peer
from evals.plan import PEERS
from evals.question import Evidence, Gold, GoldQuestion
from evals.rules import fault
from evals.sentence_answer import figure
from evals.support import supports
from store.encoder import Encoder
from store.settings import Settings

TEXTS = (
    "De speelbus reed twee keer per week. Er kwamen in 2024 gemiddeld 25 kinderen naar de bus.",
    "12.000 Speelbus Oosterhof\n7.500 Kookclub voor ouderen",
    "De burgemeester opende het nieuwe dorpshuis. Iedereen was welkom.",
)


def peer(name: str, encoder: Encoder) -> Peer:
    chunks = tuple(Chunk(quote(text), tuple(map(quote, sentences(text)))) for text in TEXTS)
    inner = encoder.encode_passages([s.quote for chunk in chunks for s in chunk.sentences])
    return Peer(name, chunks, encoder.encode_passages(TEXTS), inner, Bm25.over(TEXTS), encoder)


def quote(text: str) -> GivenCitation:
    return GivenCitation("jaarbericht", text, 1, 1)


def asked(text: str, *history: str, gold: Gold | None = None) -> GoldQuestion:
    evidence = (Evidence("jaarbericht", None, "7.500 Kookclub voor ouderen"),)
    return GoldQuestion("q", "nl", "number", None, "plain", text, history, gold or Gold(), evidence)


@pytest.mark.parametrize("name", PEERS)
def test_a_budget_row_is_found_and_scored_right(name: str, tiny_encoder: Encoder) -> None:
    question = asked("Wat kostte de kookclub?", gold=Gold(value=Decimal(7500), unit="euro"))
    reply = peer(name, tiny_encoder).reply(question)
    assert reply.given is not None
    assert fault(question, reply.given) is None
    assert supports(reply.given.citations[0], question.evidence[0])
    assert len(reply.ranked) == len(TEXTS)
    assert reply.seconds is not None


def test_a_count_is_not_the_year(tiny_encoder: Encoder) -> None:
    reply = peer("bm25", tiny_encoder).reply(asked("Hoeveel kinderen kwamen er gemiddeld?"))
    assert reply.given is not None
    assert reply.given.value == 25


def test_bm25_refuses_only_where_no_word_matches(tiny_encoder: Encoder) -> None:
    reply = peer("bm25", tiny_encoder).reply(asked("Zwembadtarieven?"))
    assert reply.given is not None
    assert reply.given.refused


def test_a_follow_up_has_its_history_in_front(tiny_encoder: Encoder) -> None:
    reply = peer("bm25", tiny_encoder).reply(asked("En wat kostte die?", "Was er een kookclub?"))
    assert reply.given is not None
    assert reply.given.value == 7500


def test_bm25_prefers_the_rare_word_and_the_short_text() -> None:
    index = Bm25.over(("de bus de bus de halte", "de kookclub", "de kookclub kookte voor de bus"))
    scores = index.scores("kookclub")
    assert int(np.argmax(scores)) == 1
    assert scores[0] == 0


def test_rows_and_list_items_are_sentences_of_their_own() -> None:
    text = "Wij doen:\n• taal\n• rekenen\n1.500 Kookclub\nen koken. Klaar."
    assert sentences(text) == (
        "Wij doen:", "• taal", "• rekenen", "1.500 Kookclub\nen koken.", "Klaar.",
    )  # fmt: skip


@pytest.mark.parametrize("name", PEERS)
def test_peers_answer_from_a_real_store(name: str, real_store: Settings) -> None:
    opened = open_peer(name, real_store)
    reply = opened.reply(asked("Hoeveel ging er naar valpreventie?"))
    assert reply.given is not None
    assert reply.given.citations[0].document in {chunk.whole.document for chunk in opened.chunks}
    assert len(reply.ranked) == 10


FIGURES = {
    "money is the large one": ("Wat kostte de bus?", "25 kinderen, 12.000 euro", 12000),
    "a count is the first": ("Hoeveel kinderen?", "25 kinderen, 12.000 euro", 25),
    "a share is a percentage": ("Welk percentage?", "van 88 mensen 78%", 78),
    "an article is no figure": ("Hoeveel kinderen?", "een bus voor drie kinderen", 3),
    "no figure asked": ("Wie reed de bus?", "25 kinderen", None),
    "none there": ("Hoeveel kinderen?", "veel kinderen in 2024", None),
}


@pytest.mark.parametrize(("asked_for", "sentence", "value"), FIGURES.values(), ids=FIGURES)
def test_figure_of_a_sentence(asked_for: str, sentence: str, value: int | None) -> None:
    assert figure(asked_for, sentence) == value
