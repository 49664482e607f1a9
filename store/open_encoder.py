"""Chooses the encoder: the light one for questions where it runs, the other for reports."""

from store.encoder import Encoder
from store.light_encoder import EngineMissing, LightEncoder
from store.settings import PACKAGED_MODEL, Settings


def query_encoder(settings: Settings) -> Encoder:
    """Return the encoder that is quickest to start and knows the model of the settings.

    Raises:
        BadInput: the model isn't on this machine.
    """
    if settings.model == PACKAGED_MODEL:
        try:
            return LightEncoder()
        except EngineMissing:  # a platform without a wheel: the weights still do
            pass
    return bulk_encoder(settings)


def bulk_encoder(settings: Settings) -> Encoder:
    """Return the encoder for many texts at once, through sentence-transformers.

    Raises:
        BadInput: the model isn't on this machine.
    """
    from store.transformer_encoder import TransformerEncoder  # noqa: PLC0415 - torch, seconds

    return TransformerEncoder(settings)
