"""The API key of a language model's endpoint, see ``endpoints.keys``."""

from __future__ import annotations

from dictate.endpoints.keys import KeyRing

SERVICE = "dictate-llm"
VARIABLE = "DICTATE_LLM_KEY"

_RING = KeyRing(SERVICE, VARIABLE)
find, store, forget = _RING.find, _RING.store, _RING.forget
