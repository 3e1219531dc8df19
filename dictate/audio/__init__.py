"""Capture: microphones and files become 512-sample frames of mono 16 kHz float32."""
