"""A server whose way is encrypted: one that is trusted, and one that is not."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from dictate.cancellation import Cancellation
from dictate.domain import DecodeOptions, Span
from dictate.engine.remote import place
from dictate.engine.remote.client import SpeechClient
from dictate.engine.remote.clip import clips
from dictate.engine.remote.server import SpeechServer
from dictate.errors import EndpointRefused
from dictate.settings.schema import RemoteSettings
from tests.fakes.speech_server import SAID, speech_server

(PART,) = clips(np.zeros(1600, np.float32), [Span(0, 1600)])


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate nobody has signed but itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a box in the next room")])
    now = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "box.pem"
    file.write_bytes(
        signed.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def _hear(url: str, *, is_local: bool = True) -> str:
    there = replace(place.parse(url), is_local=is_local)
    settings = RemoteSettings(endpoint=url, model="m")
    server = SpeechServer(settings, SpeechClient(there), find_key=lambda host, s: "sk-1")
    return server.hear(PART, DecodeOptions(), 10.0, Cancellation()).text


def _tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_who_cannot_prove_who_it_is_gets_nothing(certificate: Path) -> None:
    with speech_server(tls=_tls(certificate)) as speech:
        with pytest.raises(EndpointRefused, match="not trusted") as caught:
            _hear(speech.url)
        assert "SSL_CERT_FILE" in caught.value.next_step
        assert speech.keys == [] and speech.asked == []


def test_an_authority_of_ones_own_is_named_in_the_environment(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("NO_PROXY", "*")
    with speech_server(tls=_tls(certificate)) as speech:
        # The environment counts for other machines only; here this one plays another.
        assert _hear(speech.url, is_local=False) == SAID
