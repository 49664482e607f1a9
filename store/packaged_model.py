"""Turns the packaged weights into a folder that `SentenceTransformer` opens, once for a cache."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray
from safetensors.numpy import save_file

from ingest.errors import BadInput, StoreBusy
from store.packaged_tokenizer import packaged_tokenizer
from store.packaged_weights import (
    PACKAGED_NAME,
    PackagedWeights,
    Shape,
    read_weights,
    weights_path,
)

PROMPTS = {"query": "query: ", "document": "passage: ", "passage": "passage: "}
"""What the e5 models were trained to read before a question and before a passage."""

_FORMAT = 1  # of the folder: raised when what `_write_model` writes changes
_MANIFEST = "manifest.json"  # written last: a folder without one is half a folder
_BUILDING = "building-"
_LOCK_SECONDS = 300.0  # building took 4 s on two busy cores; a laptop's slow disk gets the rest


def packaged_model_folder(cache: Path) -> Path:
    """Return the folder with the packaged model, built into `cache` when no good one is there.

    A folder is good when every file has the size and the sha256 of its manifest. It appears by one
    rename, under a lock that dies with its process: two processes at once, or a kill half-way,
    leave a good model or none. Reading the sums takes 0.2 s, building about 4 s.

    Raises:
        BadInput: the weights aren't installed, or the cache can't be written.
        StoreBusy: another process has been building for minutes.
    """
    source = weights_path()
    folder = cache / f"{PACKAGED_NAME}-v{_FORMAT}-{source.stat().st_size}"
    if _is_good(folder):
        return folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / f"{PACKAGED_NAME}.lock", timeout=_LOCK_SECONDS):
            if not _is_good(folder):  # another process may have built it while this one waited
                _build(source, folder)
    except Timeout as error:
        message = (
            f"Another process has been building the model in {cache} for {_LOCK_SECONDS:.0f} s. "
            "Next step: wait for it, or stop it, and try again."
        )
        raise StoreBusy(message) from error
    except OSError as error:
        message = (
            f"The model can't be written to {cache}: {error}. Expected a folder with 300 MB free. "
            "Next step: make room, or let RAADSBRON_CACHE name another folder."
        )
        raise BadInput(message) from error
    return folder


def _is_good(folder: Path) -> bool:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return bool(manifest) and all(
            (folder / name).stat().st_size == entry["bytes"]
            and _sha256(folder / name) == entry["sha256"]
            for name, entry in manifest.items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def _build(source: Path, folder: Path) -> None:
    for stale in folder.parent.glob(f"{_BUILDING}*"):  # killed half-way: the lock is ours, so
        shutil.rmtree(stale, ignore_errors=True)  # nobody is at work in it
    building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=folder.parent))
    try:
        _write_model(read_weights(source), building / "model")
        _write_manifest(building / "model")
        if folder.exists():
            folder.replace(building / "broken")
        (building / "model").replace(folder)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write_model(weights: PackagedWeights, folder: Path) -> None:
    for name in ("1_Pooling", "2_Normalize"):
        (folder / name).mkdir(parents=True)
    tensors = dict(_bert_tensors(weights))
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    packaged_tokenizer(weights.pieces).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _configurations(weights.shape).items():
        text = json.dumps(content, indent=2, ensure_ascii=False)
        (folder / name).write_text(text + "\n", encoding="utf-8")


def _write_manifest(folder: Path) -> None:
    manifest = {
        path.relative_to(folder).as_posix(): {
            "bytes": path.stat().st_size,
            "sha256": _sha256(path),
        }
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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


def _bert_tensors(weights: PackagedWeights) -> Iterator[tuple[str, NDArray[np.float16]]]:
    """Yield the tensors under the names of Hugging Face's BertModel.

    In fp16: half the disk and the reading of fp32, and the cosine with fp32 is 1 to seven decimals,
    since a four-bit weight is a small whole number times an fp16 scale.
    """
    for name, flat in weights.tensors():
        columns = _columns(name, weights.shape)
        tensor = flat.reshape(-1, columns) if columns else flat
        yield _bert_name(name), tensor.astype(np.float16)


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
