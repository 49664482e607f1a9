"""Who has a better model on disk can use it: any folder that sentence-transformers opens."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from store.open_encoder import query_encoder
from store.settings import Settings

pytestmark = pytest.mark.model

WORDS = ("<pad>", "<unk>", "query", "passage", ":", "zoek", "zwembad", "brug", "weg", "school")
WIDTH = 16


@pytest.fixture(scope="module")
def make_bert(tmp_path_factory) -> Callable[..., Path]:
    """Return a maker of folders with a BERT of one layer and arbitrary weights, by name."""

    def make(name: str, prompts: dict[str, str]) -> Path:
        from transformers import BertConfig, BertModel, PreTrainedTokenizerFast, set_seed  # noqa: PLC0415

        folder = tmp_path_factory.mktemp("models") / name
        set_seed(1)
        config = BertConfig(
            vocab_size=len(WORDS),
            hidden_size=WIDTH,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=32,
        )
        BertModel(config).save_pretrained(folder)
        PreTrainedTokenizerFast(
            tokenizer_object=_words(), pad_token="<pad>", unk_token="<unk>", model_max_length=32
        ).save_pretrained(folder)
        _write(folder / "modules.json", [_module(0, "", "Transformer"), _module(1, "1", "Pooling")])
        (folder / "1").mkdir()
        _write(
            folder / "1" / "config.json",
            {"word_embedding_dimension": WIDTH, "pooling_mode_mean_tokens": True},
        )
        _write(folder / "config_sentence_transformers.json", {"prompts": prompts})
        return folder

    return make


def test_its_name_and_width_are_those_that_the_index_remembers(make_bert):
    folder = make_bert("own-model", {})

    encoder = query_encoder(Settings(model=str(folder)))

    assert encoder.name == folder.as_posix()
    assert encoder.dimension == WIDTH
    assert np.allclose(np.linalg.norm(encoder.encode_passages(["zwembad", "brug"]), axis=1), 1)


@pytest.mark.parametrize(
    ("name", "prompts", "query_reads", "passage_reads"),
    [
        ("own-model", {}, "brug", "brug"),
        ("small-e5", {}, "query: brug", "passage: brug"),
        ("own-model", {"query": "zoek ", "document": ""}, "zoek brug", "brug"),
        ("small-e5", {"query": "zoek ", "document": ""}, "zoek brug", "brug"),
    ],
    ids=["none of its own", "e5 by name", "its own", "its own before those of e5"],
)
def test_it_reads_the_prompts_it_was_trained_with(
    make_bert, name, prompts, query_reads, passage_reads
):
    plain = query_encoder(Settings(model=str(make_bert("plain", {}))))
    encoder = query_encoder(Settings(model=str(make_bert(name, prompts))))

    assert _same(encoder.encode_queries(["brug"]), plain.encode_queries([query_reads]))
    assert _same(encoder.encode_passages(["brug"]), plain.encode_passages([passage_reads]))


def test_text_beyond_its_own_limit_is_cut(make_bert):
    encoder = query_encoder(Settings(model=str(make_bert("own-model", {}))))

    vectors = encoder.encode_queries(["weg " * 32, "weg " * 32 + "school " * 500])

    assert _same(vectors[:1], vectors[1:])


def test_a_table_of_word_vectors_is_a_model_too(tmp_path):
    rows = np.random.default_rng(1).normal(size=(len(WORDS), WIDTH)).astype(np.float32)
    _write(tmp_path / "modules.json", [_module(0, "", "StaticEmbedding")])
    save_file({"embedding.weight": rows}, tmp_path / "model.safetensors")
    _words().save(str(tmp_path / "tokenizer.json"))

    encoder = query_encoder(Settings(model=str(tmp_path)))

    expected = rows[WORDS.index("brug")] / np.linalg.norm(rows[WORDS.index("brug")])
    assert encoder.dimension == WIDTH
    assert _same(encoder.encode_queries(["brug"]), expected[None])


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(np.allclose(one, other, atol=1e-2))  # passages may be in bf16


def _words() -> Tokenizer:
    tokenizer = Tokenizer(WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="<unk>"))
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content), encoding="utf-8")


def _module(index: int, path: str, kind: str) -> dict[str, object]:
    kind = f"sentence_transformers.models.{kind}"
    return {"idx": index, "name": str(index), "path": path, "type": kind}
