"""The changes of one ingest; a generation is made only when there is something to change."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self, cast

from store.encoder import Encoder
from store.incoming import Incoming
from store.manifest import Manifest, check_model
from store.settings import Settings
from store.writer import GenerationWriter, Maker


class Update:
    """Opens the encoder at the first report and the next generation at the first change.

    Leaving without `finish` throws the changes away. Call it with the write lock held.
    """

    def __init__(
        self,
        settings: Settings,
        encoder: Encoder | Callable[[], Encoder],
        old: Manifest | None,
    ) -> None:
        """Change the generation that ``old`` describes, or start anew where it is None."""
        self._settings = settings
        self._given = encoder
        self._old = old
        self._encoder: Encoder | None = None
        self._writer: GenerationWriter | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def remove(self, report_id: str) -> None:
        """Take a report out for good: no file of the next generation holds anything of it."""
        self._open_writer().remove(report_id, for_good=True)

    def add(self, incoming: Sequence[Incoming], progress: Callable[[float], None]) -> None:
        """Put reports in, each in the place of the one of its id where it replaces one.

        ``progress`` gets the share that is encoded of them all, from 0 to 1.

        Raises:
            StoreMismatch: when the index was made by another model.
        """
        encoder = self._open_encoder()
        writer = self._open_writer()
        for one in incoming:
            if one.replaces:
                writer.remove(one.report.id)
        writer.add(incoming, encoder, progress)

    def finish(self, folders: Sequence[str]) -> str:
        """Publish the changes and return the generation that answers, "" where there is none."""
        if self._writer is None:
            return self._old.generation if self._old else ""
        known = self._old.folders if self._old else ()
        return self._writer.publish(self._maker(), sorted({*known, *folders}))

    def _open_encoder(self) -> Encoder:
        if self._encoder is None:
            given = self._given
            # What has the methods of an encoder is one; anything else that can be called makes one.
            ready = hasattr(given, "encode_passages")
            encoder = cast(Encoder, given if ready else cast(Callable[[], Encoder], given)())
            if self._old is not None:
                check_model(self._old, encoder.name, encoder.dimension)
            self._encoder = encoder
        return self._encoder

    def _open_writer(self) -> GenerationWriter:
        if self._writer is None:
            writer = GenerationWriter(self._settings.store, self._old)
            self._writer = self._stack.enter_context(writer)
        return self._writer

    def _maker(self) -> Maker:
        setting = self._settings.model
        if self._encoder is not None:
            return Maker(self._encoder.name, setting, self._encoder.dimension)
        if self._old is None:
            raise AssertionError
        return Maker(self._old.model, setting, self._old.dimension)
