"""Completes a turn of a conversation with what it leaves out and the turns before it say."""

from answer.conversation.turn import in_conversation

__all__ = ["in_conversation"]
