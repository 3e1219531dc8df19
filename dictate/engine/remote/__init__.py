"""Recognition by a server that speaks the OpenAI protocol; the local engine stands by.

``clip`` says what is sent of a take, ``client`` and ``reply`` speak the protocol, ``server`` knows
key and model, ``server_engine`` is an Engine made of it, and ``relay`` an Engine that asks it first
and the local one where it does not answer.
"""
