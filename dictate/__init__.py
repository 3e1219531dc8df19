"""Dictate: hold a key, speak, let go, and the text is in your window."""

import os

__version__ = "0.1.0"

# Libraries that report their use to their makers are told not to, here, since they look before
# anything of ours could ask them: ONNX Runtime from 1.29 on (its Privacy.md), huggingface_hub. The
# processes that this one starts inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
