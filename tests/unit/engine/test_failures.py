import pytest

from dictate.engine.failures import TABLE, translate
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    DictateError,
    EngineOutOfMemory,
    ModelDamaged,
    PackageMissing,
)

# What the libraries really say: CTranslate2 4.x, CUDA runtime, tokenizers, faster-whisper, and
# ONNX Runtime and MLX, the last two as their users report it.
TEXTS: list[tuple[str, type[DictateError]]] = [
    ("CUDA failed with error out of memory", EngineOutOfMemory),
    ("cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED", EngineOutOfMemory),
    ("mkl_malloc: failed to allocate memory", EngineOutOfMemory),
    ("std::bad_alloc", EngineOutOfMemory),
    ("Library libcublas.so.12 is not found or cannot be loaded", DeviceUnavailable),
    ("Unable to load any of {libcudnn_ops.so.9.1.0, libcudnn_ops.so.9}", DeviceUnavailable),
    ("Could not load library libcudnn_ops_infer.so.8", DeviceUnavailable),
    ("Could not locate cublas64_12.dll", DeviceUnavailable),
    (
        "CUDA failed with error CUDA driver version is insufficient for CUDA runtime version",
        DeviceUnavailable,
    ),
    ("CUDA failed with error no CUDA-capable device is detected", DeviceUnavailable),
    ("This CTranslate2 package was not compiled with CUDA support", DeviceUnavailable),
    ("CUDA failed with error invalid device ordinal", DeviceUnavailable),
    ("unsupported device mps", DeviceUnavailable),
    ("CUDA failed with error an illegal memory access was encountered", DeviceUnavailable),
    ("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED", DeviceUnavailable),
    (
        "Requested float16 compute type, but the target device or backend do not support"
        " efficient float16 computation.",
        DeviceUnavailable,
    ),
    (
        "CUDA failure 2: out of memory ; GPU=0 ; expr=cudaMalloc((void**)&p, size);",
        EngineOutOfMemory,
    ),
    (
        "[METAL] Command buffer execution failed: Insufficient Memory"
        " (00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)",
        EngineOutOfMemory,
    ),
    ("bad allocation", EngineOutOfMemory),
    ("CUDA failure 999: unknown error ; GPU=0", DeviceUnavailable),
    (
        "[ONNXRuntimeError] : 1 : FAIL : DmlExecutionProvider\\src\\ExecutionProvider.cpp(962):"
        " 887A0005 The GPU device instance has been suspended.",
        DeviceUnavailable,
    ),
    (
        "[METAL] Command buffer execution failed: Impacting Interactivity"
        " (0000000e:kIOGPUCommandBufferCallbackErrorImpactingInteractivity)",
        DeviceUnavailable,
    ),
    ("Unable to open file 'model.bin' in model '/m'", ModelDamaged),
    ("File model.bin is incomplete: failed to read a buffer of size 4 at position 9", ModelDamaged),
    ("Unsupported model binary version. This executable supports models up to v6", ModelDamaged),
    ("variable decoder/embeddings/weight not found", ModelDamaged),
    (
        "[ONNXRuntimeError] : 7 : INVALID_PROTOBUF : Load model from /m/encoder-model.onnx failed:"
        "Protobuf parsing failed.",
        ModelDamaged,
    ),
    ("Cannot load the vocabulary from the model directory", ModelDamaged),
    ("data did not match any variant of untagged enum ModelWrapper at line 1", ModelDamaged),
    (
        "Invalid input features shape: expected an input with shape (1, 128, 3000), but got an"
        " input with shape (1, 80, 3000) instead",
        ModelDamaged,
    ),
    ("'xx' is not a valid language code (accepted language codes: af, am)", DecodeFailed),
    ("something nobody has seen before", DecodeFailed),
    ("", DecodeFailed),
]


@pytest.mark.parametrize(("text", "error"), TEXTS)
def test_every_text_leads_to_its_error_with_a_next_step(
    text: str, error: type[DictateError]
) -> None:
    failure = translate(RuntimeError(text))
    assert type(failure) is error
    assert failure.message.endswith(".") and failure.next_step


@pytest.mark.parametrize("known", TABLE, ids=lambda known: known.message)
def test_every_entry_of_the_table_is_reached_by_a_real_text(known: object) -> None:
    assert known in [
        next((entry for entry in TABLE if entry.pattern.search(text)), None) for text, _ in TEXTS
    ]


def test_a_python_package_that_is_missing_is_not_taken_for_a_damaged_model() -> None:
    for missing in (ModuleNotFoundError("No module named 'x'", name="onnx_asr.loader"),):
        failure = translate(missing)
        assert isinstance(failure, PackageMissing)
        assert "onnx_asr is missing" in failure.message and "README" in failure.next_step
    unnamed = ImportError("libctranslate2.so: cannot open shared object file")
    assert isinstance(translate(unnamed), PackageMissing)


def test_memory_errors_and_our_own_errors() -> None:
    assert isinstance(translate(MemoryError()), EngineOutOfMemory)
    own = ModelDamaged("config.json is missing.")
    assert translate(own) is own


def test_only_the_first_line_of_an_unknown_text_is_shown() -> None:
    failure = translate(ValueError("first line\nsecond " + "x" * 500))
    assert "first line" in failure.message and "second" not in failure.message
