"""Writes the packaged model in the layout of Hugging Face and sentence-transformers."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from store.packaged_tokenizer import packaged_tokenizer
from store.packaged_weights import PackagedWeights, Shape

PROMPTS = {"query": "query: ", "document": "passage: ", "passage": "passage: "}
"""What the e5 models were trained to read before a question and before a passage."""


def write_model(weights: PackagedWeights, folder: Path) -> None:
    """Write the folder of a sentence-transformers model: tensors, tokenizer and configuration."""
    for name in ("1_Pooling", "2_Normalize"):
        (folder / name).mkdir(parents=True)
    tensors = dict(_bert_tensors(weights))
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    packaged_tokenizer(weights.pieces).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _configurations(weights.shape).items():
        text = json.dumps(content, indent=2, ensure_ascii=False)
        (folder / name).write_text(text + "\n", encoding="utf-8")


_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def _bert_tensors(weights: PackagedWeights) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the tensors under the names of Hugging Face's BertModel.

    In fp32, 470 MB: torch maps the file and reads the rows that it needs. fp16 would halve it, and
    cost 1.7 s of conversion at each start.
    """
    for name, flat in weights.tensors():
        columns = _columns(name, weights.shape)
        tensor = flat.reshape(-1, columns) if columns else flat
        yield _bert_name(name), tensor


def _columns(name: str, shape: Shape) -> int:
    """Return the columns of the matrix of that name, 0 for a vector."""
    if name.startswith("emb."):
        return 0 if name.startswith("emb.ln") else shape.width
    _, part, kind = name.split(".")
    if kind == "b" or part in ("aln", "oln"):
        return 0
    return shape.inner_width if part == "fo" else shape.width


def _bert_name(name: str) -> str:
    """Return the name in a BertModel.

    >>> _bert_name("l3.ao.w")
    'encoder.layer.3.attention.output.dense.weight'
    """
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    ending = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{ending}"


def _configurations(shape: Shape) -> dict[str, object]:
    """Return the JSON files that a sentence-transformers folder needs, by file name."""
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.width,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.inner_width,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.segment_types,
            "layer_norm_eps": float(f"{shape.epsilon:.6g}"),  # 1e-12, printed from fp32
            "hidden_act": "gelu",
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
            "model_input_names": ["input_ids", "attention_mask"],
            "clean_up_tokenization_spaces": False,
        },
        "modules.json": [
            _module(0, "", "Transformer"),
            _module(1, "1_Pooling", "Pooling"),
            _module(2, "2_Normalize", "Normalize"),
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.width,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "pooling_mode_max_tokens": False,
        },
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": PROMPTS,
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def _module(index: int, path: str, kind: str) -> dict[str, object]:
    return {
        "idx": index,
        "name": str(index),
        "path": path,
        "type": f"sentence_transformers.models.{kind}",
    }
