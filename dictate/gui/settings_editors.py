"""Which field edits a setting."""

from __future__ import annotations

from dictate.gui.hotkey_field import HotkeyField
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_choice_fields import ChoiceField, OpenChoiceField, ProfileChoiceField
from dictate.gui.settings_choices import LanguageField, LanguagesField, ModelField
from dictate.gui.settings_fields import (
    CommandField,
    OpaqueField,
    PathField,
    SettingField,
    SwitchField,
    TextField,
)
from dictate.gui.settings_hotkeys_field import HotkeysField
from dictate.gui.settings_labels import FieldKind
from dictate.gui.settings_microphone import MicrophoneField
from dictate.gui.settings_numbers import NumberField
from dictate.gui.settings_profiles_field import ProfilesField
from dictate.gui.settings_sources import Sources
from dictate.gui.settings_tables import TableField

_PLAIN: dict[FieldKind, type[SettingField]] = {
    FieldKind.SWITCH: SwitchField,
    FieldKind.CHOICE: ChoiceField,
    FieldKind.OPEN_CHOICE: OpenChoiceField,
    FieldKind.NUMBER: NumberField,
    FieldKind.TEXT: TextField,
    FieldKind.PATH: PathField,
    FieldKind.COMMAND: CommandField,
    FieldKind.HOTKEY: HotkeyField,
    FieldKind.MODEL: ModelField,
    FieldKind.LANGUAGE: LanguageField,
    FieldKind.LANGUAGES: LanguagesField,
    FieldKind.LIST: TableField,
    FieldKind.TABLE: TableField,
    FieldKind.PROFILE: ProfileChoiceField,
    FieldKind.HOTKEYS: HotkeysField,
    FieldKind.OPAQUE: OpaqueField,
}


def make_field(item: Item, sources: Sources) -> SettingField:
    """Return what a setting is edited with."""
    if item.kind is FieldKind.MICROPHONE:
        return MicrophoneField(item, sources.listen)
    if item.kind is FieldKind.PROFILES:
        return ProfilesField(item, sources, lambda inner: make_field(inner, sources))
    return _PLAIN[item.kind](item)
