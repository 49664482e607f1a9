"""Whether this processor encodes in bf16: two to four times as quick as fp32."""

from collections.abc import Callable

import numpy as np

from store.encoder import Vectors

_LEAST_COSINE = 0.9999  # with fp32; the packaged model has 0.99999
_PROBES = (
    "In 2024 ging er € 12.500 naar de beweegcoach.",
    "De raad stelde de begroting vast en vroeg om een brief over de wachtlijsten in het voorjaar.",
    "Valpreventie",
    "Het college verwacht dat de opbrengst van het zwembad met 3% daalt, omdat het bad in de "
    "zomer zes weken dicht is voor onderhoud aan de ketels en het dak.",
)


def half_precision_is_good(encode: Callable[[tuple[str, ...], bool], Vectors]) -> bool:
    """Return whether the processor computes in bf16 and the model hardly changes by it.

    Args:
        encode: gives the vectors of texts, in bf16 where its second argument is true.
    """
    if not _has_bf16():
        return False
    cosines = np.sum(encode(_PROBES, False) * encode(_PROBES, True), axis=1)
    return bool(np.min(cosines) > _LEAST_COSINE)  # false too where bf16 ran into NaN


def _has_bf16() -> bool:
    """Return whether bf16 is in the silicon; elsewhere torch imitates it, slower than fp32."""
    import torch  # noqa: PLC0415 - takes seconds

    return any(
        getattr(torch.cpu, question, lambda: False)()
        for question in ("_is_amx_tile_supported", "_is_avx512_bf16_supported")
    )
