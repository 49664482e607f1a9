"""Encodes with sentence-transformers: in bulk when reports come in, and for any other model."""

import os
import re
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ingest.errors import BadInput
from store.encoder import Vectors
from store.encoder_text import encoder_text
from store.fixed_batches import fixed_batches
from store.half_precision import half_precision_is_good
from store.packaged_layout import PROMPTS
from store.packaged_model import packaged_model_folder
from store.packaged_weights import PACKAGED_NAME
from store.settings import PACKAGED_MODEL, Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH_TOKENS = 1024  # 512 gave another last bit on one core than on two; 2048 was no quicker
_LONGEST = 2048  # tokens: models that name no limit, or a huge one, are cut here
_E5 = re.compile(r"(?:^|[-_])e5(?:[-_]|$)", re.IGNORECASE)


class TransformerEncoder:
    """A `SentenceTransformer` from this machine's disk; may be shared between threads."""

    def __init__(self, settings: Settings) -> None:
        """Load the model of the settings, from the cache, a folder or the hub's local copies.

        Raises:
            BadInput: the model isn't on this machine or can't be opened.
        """
        if settings.model == PACKAGED_MODEL:
            self._name = PACKAGED_NAME
            self._model = _load(str(packaged_model_folder(settings.cache)))
        else:
            self._name = _given_name(settings.model)
            self._model = _load(settings.model)
        self._query_prompt, self._passage_prompt = _prompts(settings.model, self._model.prompts)
        self._lock = threading.Lock()  # a fast tokenizer can't be borrowed by two threads
        self._half: bool | None = None  # unknown until the first bulk
        self._dimension = int(self._encode([""], "", budget=0).shape[1])

    @property
    def name(self) -> str:
        """Return the model's name; that of a folder is its whole path."""
        return self._name

    @property
    def dimension(self) -> int:
        """Return the number of columns of every matrix."""
        return self._dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row per question, in order, on one core; what the model can't hold is cut."""
        import torch  # noqa: PLC0415 - takes seconds

        with self._lock:
            threads = torch.get_num_threads()
            torch.set_num_threads(1)  # two under load took 2.0 s where one took 0.13
            try:
                return self._encode(texts, self._query_prompt, budget=0)
            finally:
                torch.set_num_threads(threads)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one row per text, in order, on all cores; what the model can't hold is cut.

        In bf16 where the processor has it and the model bears it, in fp32 elsewhere.
        """
        with self._lock:
            if self._half is None:
                self._half = half_precision_is_good(
                    # A full batch of each length would take 2 s, and tell no more.
                    lambda probes, half: self._encode(
                        probes, self._passage_prompt, budget=0, half=half
                    )
                )
            return self._encode(texts, self._passage_prompt, half=self._half)

    def _encode(
        self, texts: Sequence[str], prompt: str, *, budget: int = _BATCH_TOKENS, half: bool = False
    ) -> Vectors:
        """Return unit rows, in order; a budget of 0 tokens gives each text a batch of its own."""
        import torch  # noqa: PLC0415 - takes seconds

        if not texts:
            return np.zeros((0, self._dimension), np.float32)
        prepared = [prompt + encoder_text(text) for text in texts]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            rows = _rows(self._model, prepared, budget)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, 1e-12), np.float32)


def _rows(model: "SentenceTransformer", texts: Sequence[str], budget: int) -> Vectors:
    """Return one row per text, in order, of any length."""
    from transformers import PreTrainedTokenizerBase  # noqa: PLC0415 - takes seconds

    tokenizer = model.tokenizer
    if not isinstance(tokenizer, PreTrainedTokenizerBase):  # a table of word vectors, or pictures
        return np.asarray(model.encode(list(texts), show_progress_bar=False), np.float32)
    limit = min(model.get_max_seq_length() or _LONGEST, _LONGEST)
    ids = tokenizer(list(texts), truncation=True, max_length=limit)["input_ids"]
    rows: list[Vectors] = [np.zeros(0, np.float32)] * len(texts)
    for batch in fixed_batches([len(one) for one in ids], budget, limit):
        filler = (batch.members[0],) * (batch.rows - len(batch.members))
        features = tokenizer(
            [texts[index] for index in batch.members + filler],
            padding="max_length",
            truncation=True,
            max_length=batch.columns,
            return_tensors="pt",
        )
        vectors = model(dict(features))["sentence_embedding"].float().numpy()
        for index, vector in zip(batch.members, vectors, strict=False):
            rows[index] = vector
    return np.stack(rows)


def _given_name(model: str) -> str:
    return Path(model).resolve().as_posix() if Path(model).is_dir() else model


def _prompts(model: str, own: dict[str, str]) -> tuple[str, str]:
    """Return what goes before a question and before a passage.

    A model's own prompts count; without them the e5 family gets the ones it was trained with.

    >>> _prompts("intfloat/multilingual-e5-base", {})
    ('query: ', 'passage: ')
    >>> _prompts("NetherlandsNLP/sentence-model", {"query": "", "document": ""})
    ('', '')
    """
    query = own.get("query") or ""
    passage = own.get("passage") or own.get("document") or ""
    if not query and not passage and _E5.search(Path(model).name):
        return PROMPTS["query"], PROMPTS["passage"]
    return query, passage


def _load(model: str) -> "SentenceTransformer":
    os.environ["HF_HUB_OFFLINE"] = "1"  # read once, when the hub's client is imported
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # readers of reports are forked
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes seconds
    from transformers.utils import logging  # noqa: PLC0415 - as above

    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        loaded = SentenceTransformer(
            model, device="cpu", local_files_only=True, trust_remote_code=False
        )
    except (OSError, ValueError, ImportError, KeyError, RuntimeError) as error:
        message = (
            f"The model {model!r} can't be opened: {str(error).splitlines()[0]} Expected a folder "
            "with a sentence-transformers model, or a name whose files are on this machine already "
            "(nothing is downloaded). Next step: let RAADSBRON_MODEL name such a folder, or leave "
            "it out for the packaged model."
        )
        raise BadInput(message) from error
    return loaded.float().eval()
