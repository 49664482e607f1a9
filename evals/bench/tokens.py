"""How many tokens the model reads."""

from collections.abc import Sequence

from store.packaged_layout import PROMPTS
from store.packaged_model import packaged_model_folder
from store.settings import Settings

_LONGEST = 512  # the model holds no more


def count_tokens(texts: Sequence[str], settings: Settings) -> int:
    """Return the tokens of ``texts`` as passages, the model's prompt included, filler not."""
    from tokenizers import Tokenizer  # noqa: PLC0415 - after what is measured

    tokenizer = Tokenizer.from_file(str(packaged_model_folder(settings.cache) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    rows = tokenizer.encode_batch([PROMPTS["passage"] + text for text in texts])
    return sum(len(row.ids) for row in rows)
