"""The facts in words: status line, tooltip, model, size and latency. No Qt."""

from __future__ import annotations

from dictate.assembly.usage import Usage
from dictate.domain import EngineState, ModelInfo, OutputMethod, Phase, TakeReport
from dictate.engine.holding import HeldModel
from dictate.gui.facts import Facts, Outcome
from dictate.gui.translation import number, percent, translate
from dictate.settings.choices import (
    HotkeyMode,
)

EXCERPT_CHARACTERS = 40
GOOD_PRE_ROLL_MS = 400


def status_line(facts: Facts) -> str:
    """Return what is going on in a few words."""
    match facts.phase:
        case Phase.OPENING if facts.is_slow_to_open:
            return translate("Status", "Opening the microphone…")
        case Phase.RECORDING if facts.is_private:
            return translate("Status", "Recording… (profile {name}, private)").format(
                name=facts.profile
            )
        case Phase.RECORDING if facts.profile:
            return translate("Status", "Recording… (profile {name})").format(name=facts.profile)
        case Phase.RECORDING:
            return translate("Status", "Recording…")
        case Phase.FINISHING:
            return translate("Status", "Recognising…")
        case Phase.DELIVERING if facts.cleaned is not None:
            return translate("Status", "Cleaning up the text… {share}").format(
                share=percent(facts.cleaned)
            )
        case Phase.DELIVERING:
            return translate("Status", "Writing the text…")
        case Phase.IDLE | Phase.OPENING:
            return _idle_line(facts)


def _idle_line(facts: Facts) -> str:
    match facts.engine.state:
        case EngineState.LOADING:
            name = facts.engine.detail
            if not name or name == "builtin":
                return translate("Status", "Loading the model…")
            return translate("Status", "Loading the model {name}…").format(name=name)
        case EngineState.DOWNLOADING:
            return download_line(facts)
        case _:
            pass
    if facts.problem is not None:
        return facts.problem.message
    match facts.outcome:
        case Outcome.NO_SPEECH:
            return translate("Status", "No speech heard.")
        case Outcome.NOT_UNDERSTOOD:
            return translate("Status", "Not understood.")
        case Outcome.CANCELLED:
            return translate("Status", "Cancelled.")
        case _:
            return translate("Status", "Ready")


def download_line(facts: Facts) -> str:
    """Return how far the download is."""
    detail = facts.engine.detail
    if not detail:
        return translate("Status", "Downloading a model…")
    return translate("Status", "Downloading: {progress}").format(progress=detail)


def how_to_speak(facts: Facts) -> str:
    """Return what the user does to dictate, or to end what is going on."""
    key = facts.hotkey
    if facts.phase is Phase.OPENING and facts.is_slow_to_open:
        return translate("Status", "Wait for the recording to begin, then speak.")
    if facts.phase is Phase.RECORDING:
        if key and facts.settings.hotkey.mode is HotkeyMode.HOLD:
            return translate("Status", "Let go of {key} when you are done.").format(key=key)
        if key:
            return translate("Status", "Press {key} when you are done.").format(key=key)
        return translate("Status", "Choose “Stop dictation” when you are done.")
    if facts.is_paused:
        return translate("Status", "The hotkeys are paused.")
    if not key:
        return translate("Status", "Choose “Start dictation” in the menu and speak.")
    return _how_to_begin(facts.settings.hotkey.mode, key)


def _how_to_begin(mode: HotkeyMode, key: str) -> str:
    match mode:
        case HotkeyMode.HOLD:
            told = translate("Status", "Hold {key} and speak.")
        case HotkeyMode.TOGGLE:
            told = translate("Status", "Press {key} and speak.")
        case HotkeyMode.TAP:
            told = translate("Status", "Hold {key} and speak, or tap it.")
        case HotkeyMode.DOUBLE_TAP:
            told = translate("Status", "Press {key} twice and speak.")
        case HotkeyMode.HANDS_FREE:
            told = translate("Status", "Press {key} and speak; silence ends it.")
    return told.format(key=key)


def tooltip(facts: Facts) -> str:
    """Return the icon's tooltip: phase, what to do, model and device."""
    lines = [translate("Status", "Dictate: {status}").format(status=status_line(facts))]
    if facts.phase in (Phase.IDLE, Phase.OPENING, Phase.RECORDING):
        lines.append(how_to_speak(facts))
    if facts.is_listening:
        lines.append(listening_line(facts))
    lines += leaving_lines(facts)
    return "\n".join([*lines, *recogniser_lines(facts)])


def leaving_lines(facts: Facts) -> list[str]:
    """Return what leaves this machine, speech first, and where it goes."""
    return [line for line in (facts.speech_leaving, facts.leaving) if line]


def listening_line(facts: Facts) -> str:
    """Return that the microphone is on between takes, and what is kept of what it hears."""
    return translate("Status", "The microphone is on; {seconds} s are kept in memory.").format(
        seconds=number(facts.settings.audio.pre_roll_ms / 1000, 1)
    )


def pre_roll_choice(facts: Facts) -> tuple[str, int, str]:
    """Return what can be chosen about pre-roll: its words, the setting, and why one might."""
    if facts.settings.audio.pre_roll_ms:
        hint = translate("Menu", "A recording then begins with the press, not before it.")
        return translate("Menu", "Turn off between recordings"), 0, hint
    hint = translate("Menu", "A recording then begins 0.4 s before the press: no word is cut.")
    return translate("Menu", "Keep on between recordings"), GOOD_PRE_ROLL_MS, hint


def recogniser_lines(facts: Facts) -> list[str]:
    """Return what recognises, and what stands by; nothing while nothing is known."""
    model, server, held = facts.model_in_use, facts.speech_server, facts.held_by_model_in_use
    told = model_line(model) if model is not None else ""
    if told and held is not None:
        told = f"{told}, {size(held.gpu_memory_mb or held.memory_mb)}"
    if not server:
        return [told] if told else []
    asked = translate("Status", "Speech server {host}").format(host=server)
    return (
        [asked, translate("Status", "Standing by: {model}").format(model=told)] if told else [asked]
    )


def model_line(model: ModelInfo) -> str:
    """Return which model runs where."""
    if model.demonstration:
        return translate("Status", "Built-in demonstration model on {device}").format(
            device=device_name(model.device)
        )
    return translate("Status", "Model {name} on {device}, {precision}").format(
        name=model.name, device=device_name(model.device), precision=model.compute_type
    )


def device_name(device: str) -> str:
    """Return the name of a compute device as people write it."""
    name, _, index = device.partition(":")
    names = {
        "auto": translate("Device", "Automatic"),
        "cpu": translate("Device", "CPU"),
        "cuda": translate("Device", "CUDA"),
        "metal": translate("Device", "Metal"),
    }
    return f"{names.get(name, name)} {index}".strip()


def method_name(method: OutputMethod) -> str:
    """Return what an output method does."""
    match method:
        case OutputMethod.AUTO:
            return translate("Output", "Type or paste, whatever suits the window")
        case OutputMethod.TYPE:
            return translate("Output", "Type into the window")
        case OutputMethod.PASTE:
            return translate("Output", "Paste through the clipboard")
        case OutputMethod.COPY:
            return translate("Output", "Only copy to the clipboard")
        case OutputMethod.FILE:
            return translate("Output", "Append to a file")
        case OutputMethod.COMMAND:
            return translate("Output", "Give to a command")


def size(size_mb: float) -> str:
    """Return a size in MB or GB."""
    return f"{size_mb:.0f} MB" if size_mb < 1000 else f"{number(size_mb / 1000, 1)} GB"


def duration(seconds: float) -> str:
    """Return a length of time: tenths of a second, or minutes where it is long."""
    if round(seconds, 1) < 60:
        return translate("Status", "{seconds} s").format(seconds=number(seconds, 1))
    minutes, rest = divmod(round(seconds), 60)
    return translate("Status", "{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def excerpt(text: str, characters: int = EXCERPT_CHARACTERS) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= characters else line[: characters - 1].rstrip() + "…"


def latency_line(report: TakeReport) -> str:
    """Return how long the last text took after the key came up."""
    return translate("Status", "Last take: {seconds} s of speech, text after {latency} ms").format(
        seconds=number(report.duration_s, 1), latency=f"{report.timings.release_to_text_ms:.0f}"
    )


def held_line(model: HeldModel) -> str:
    """Return what a loaded model holds."""
    memory = size(model.memory_mb)
    if model.gpu_memory_mb is not None:
        memory = translate("Status", "{memory}, {card} on the card").format(
            memory=memory, card=size(model.gpu_memory_mb)
        )
    return translate("Status", "Loaded: {name}, {precision}: {memory}").format(
        name=model.name, precision=model.compute_type, memory=memory
    )


def usage_line(usage: Usage | None) -> str:
    """Return what the program takes of the machine now."""
    memory = "…" if usage is None else size(usage.memory_mb)
    in_percent = None if usage is None else usage.cpu_percent
    share = "…" if in_percent is None else percent(in_percent / 100)
    return translate("Status", "Memory {memory}, CPU {share}").format(memory=memory, share=share)
