"""Which notices are worth showing, in which words, and how often. No Qt, no clock."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

from dictate.domain import (
    Delivery,
    EngineState,
    MicrophoneStatus,
    ModelInfo,
    Notice,
    OutputMethod,
    Phase,
    Severity,
    TakeReport,
    Verdict,
)
from dictate.errors import INSERT_AGAIN, TEXT_KEPT, DictateError
from dictate.events import (
    EngineChanged,
    Event,
    MicrophoneChanged,
    ModelSuggested,
    NoticeRaised,
    PhaseChanged,
    TakeFinished,
    UpdateSeen,
)
from dictate.gui import wording
from dictate.gui.core_sentences import told
from dictate.gui.facts import Facts, engine_problem
from dictate.gui.menu_choices import RECOMMENDED_MODEL
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.translation import translate


@dataclass(frozen=True, slots=True)
class Tip:
    """A notice, and what a click on it does."""

    notice: Notice
    action: Action | None = None
    action_text: str = ""
    can_wait: bool = False
    """It is not shown in a take."""


SAME_AGAIN_S = 20.0
"""The same sentence is not shown again before this time is over."""
SAME_ERROR_AGAIN_S = 4.0
"""An error comes sooner: the user may have tried again and waits for an answer."""
BURST = 4
BURST_S = 10.0
"""At most ``BURST`` notices in this time; errors always pass."""
DOWNLOAD_COMMAND = "dictate models download"


class NoticeGate:
    """Lets through what is new and not too much. The caller brings the time."""

    def __init__(self) -> None:
        self._silent_until_s: dict[str, float] = {}
        self._recent_s: deque[float] = deque()

    def admits(self, notice: Notice, now_s: float) -> bool:
        """Tell whether ``notice`` is to be shown now, and remember that it was."""
        self._forget(now_s)
        is_error = notice.severity is Severity.ERROR
        words = f"{notice.message} {notice.next_step}".strip()
        if words in self._silent_until_s or (len(self._recent_s) >= BURST and not is_error):
            return False
        pause_s = SAME_ERROR_AGAIN_S if is_error else SAME_AGAIN_S
        self._silent_until_s[words] = now_s + pause_s
        self._recent_s.append(now_s)
        return True

    def _forget(self, now_s: float) -> None:
        while self._recent_s and now_s - self._recent_s[0] >= BURST_S:
            self._recent_s.popleft()
        self._silent_until_s = {
            words: until_s for words, until_s in self._silent_until_s.items() if now_s < until_s
        }


def tips_for(event: Event, before: Facts, facts: Facts) -> tuple[Tip, ...]:
    """Return what the user should read about an event, from the facts before and after it."""
    match event:
        case NoticeRaised(notice) if notice.next_step == TEXT_KEPT:
            text = translate("Notice", "Copy the text")
            shown = replace(notice, next_step=_click(text))
            return (Tip(shown, Action(Verb.COPY_LAST), text),)
        case NoticeRaised(notice) if notice.next_step == INSERT_AGAIN:
            text = translate("Notice", "Insert it again")
            shown = replace(notice, next_step=_click(text))
            return (Tip(shown, Action(Verb.INSERT_AGAIN), text),)
        case NoticeRaised(notice):
            return (Tip(notice),)
        case ModelSuggested(key, value, notice):
            return (_suggestion(key, value, notice),)
        case EngineChanged(status) if status.state is EngineState.READY and status.model:
            return () if status.model == before.ready_model else _about_model(status.model, facts)
        case EngineChanged(status) if status.state in (EngineState.FAILED, EngineState.MISSING):
            return (Tip(engine_problem(status)),)
        case MicrophoneChanged(status):
            return _about_microphone(status, before.microphone)
        case TakeFinished(report):
            return _about_take(report, facts)
        case UpdateSeen(is_news=True) if facts.phase is Phase.IDLE:
            return (_about_update(facts.update),)
        case PhaseChanged(Phase.IDLE) if before.is_update_untold:
            return (_about_update(facts.update),)
        case _:
            return ()


def _about_update(update: UpdateSeen) -> Tip:
    text = translate("Notice", "Open its page")
    message = translate("Notice", "Version {version} of Dictate is available.").format(
        version=update.version
    )
    notice = Notice(Severity.INFO, message, _click(text))
    return Tip(notice, Action(Verb.OPEN_PAGE, update.page), text, can_wait=True)


def _suggestion(key: str, value: str, notice: Notice) -> Tip:
    if (key, value) == ("engine.model", "auto"):
        text = translate("Notice", "Use the best model here")
        action = Action(Verb.USE_MODEL, value)
    elif key == "engine.model":
        text = translate("Notice", "Use the model {name}").format(name=value)
        action = Action(Verb.USE_MODEL, value)
    else:
        text = translate("Notice", "Compute in {precision}").format(precision=value)
        action = Action(Verb.USE_PRECISION, value)
    return Tip(
        replace(notice, next_step=translate("Notice", "Click here: {what}.").format(what=text)),
        action,
        text,
    )


def _about_model(model: ModelInfo, facts: Facts) -> tuple[Tip, ...]:
    if not model.demonstration:
        return tuple(Tip(notice) for notice in model.notices)
    # The engine says so too, with a command as the next step; here it becomes a click.
    others = tuple(Tip(n) for n in model.notices if DOWNLOAD_COMMAND not in n.next_step)
    if facts.is_first_start:
        return others
    message = translate(
        "Notice", "This is the built-in demonstration model: it knows a small vocabulary only."
    )
    return (*others, _with_download(message, facts))


def _about_microphone(status: MicrophoneStatus, before: MicrophoneStatus | None) -> tuple[Tip, ...]:
    if status.problem is not None:
        return (Tip(status.problem),)
    if before is not None and not before.name:
        message = translate("Notice", "The microphone {name} is ready.").format(name=status.name)
        return (Tip(Notice(Severity.INFO, message)),)
    return ()


def _about_take(report: TakeReport, facts: Facts) -> tuple[Tip, ...]:
    model = report.transcript.model or facts.model_in_use
    if report.verdict is Verdict.NOT_UNDERSTOOD:
        if model is not None and model.demonstration:
            return (
                _with_download(translate("Notice", "Not in the demonstration vocabulary."), facts),
            )
        message = translate("Notice", "That was not understood, so nothing was written.")
        step = translate("Notice", "Speak again, a little louder or closer to the microphone.")
        return (Tip(Notice(Severity.INFO, message, step)),)
    if report.delivery is not None and report.delivery.fallback_reason:
        return (_fallback(report.delivery),)
    return ()


def _fallback(delivery: Delivery) -> Tip:
    reason = told(delivery.fallback_reason)
    if delivery.method is not OutputMethod.COPY:  # it arrived, only not as was asked
        return Tip(Notice(Severity.WARNING, reason))
    message = translate("Notice", "Only copied: {reason}").format(reason=reason)
    step = translate("Notice", "Paste it where you want it.")
    return Tip(Notice(Severity.WARNING, message, step))


def _with_download(message: str, facts: Facts) -> Tip:
    """Return a notice about the demonstration model with the way to a real one."""
    if facts.is_downloading:
        step = translate("Notice", "A real model is being downloaded.")
        return Tip(Notice(Severity.INFO, message, step))
    real = next((m for m in facts.models if m.is_cached and not m.is_demonstration), None)
    if real is not None:
        text = translate("Notice", "Use the model {name}").format(name=real.name)
        action = Action(Verb.USE_MODEL, real.name)
        return Tip(Notice(Severity.INFO, message, _click(text)), action, text)
    offered = facts.model(RECOMMENDED_MODEL)
    size = f" ({wording.size(offered.size_mb)})" if offered else ""
    text = translate("Notice", "Download the model {name}{size}").format(
        name=RECOMMENDED_MODEL, size=size
    )
    action = Action(Verb.DOWNLOAD_MODEL, RECOMMENDED_MODEL)
    return Tip(Notice(Severity.INFO, message, _click(text)), action, text)


def _click(text: str) -> str:
    return translate("Notice", "Click here: {what}. It is also in the menu.").format(what=text)


def about_settings(problems: tuple[DictateError, ...]) -> tuple[Notice, ...]:
    """Return what was wrong with the settings file, in two notices at most."""
    notices = tuple(problem.notice(Severity.WARNING) for problem in problems)
    if len(notices) <= 2:
        return notices
    message = translate("Notice", "{count} settings are wrong; their defaults are used.")
    step = translate("Notice", "The first: {first}").format(first=told(notices[0].message))
    return (Notice(Severity.WARNING, message.format(count=len(notices)), step),)
