<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>About Dictate</source>
        <translation>Über Dictate</translation>
    </message>
    <message>
        <source>Hold a key, speak, let go: the text is in your window. Your voice is recognised on this computer and never leaves it.</source>
        <translation>Taste halten, sprechen, loslassen: Der Text steht in Ihrem Fenster. Ihre Stimme wird auf diesem Rechner erkannt und verlässt ihn nie.</translation>
    </message>
    <message>
        <source>Check everything with: dictate doctor</source>
        <translation>Alles prüfen mit: dictate doctor</translation>
    </message>
    <message>
        <source>Dictate {version}</source>
        <translation>Dictate {version}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>Einstellungen: {path}</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>Protokoll: {path}</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Dictate: trying it out</source>
        <translation>Dictate: Probelauf</translation>
    </message>
    <message>
        <source>What arrives</source>
        <translation>Was ankommt</translation>
    </message>
    <message>
        <source>Dictate: {doing}</source>
        <translation>Dictate: {doing}</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>not on macOS</source>
        <translation>nicht unter macOS</translation>
    </message>
    <message>
        <source>the driver of the NVIDIA card crashes</source>
        <translation>der Treiber der NVIDIA-Karte stürzt ab</translation>
    </message>
    <message>
        <source>no NVIDIA card with its driver found</source>
        <translation>keine NVIDIA-Karte mit Treiber gefunden</translation>
    </message>
    <message>
        <source>on macOS only</source>
        <translation>nur unter macOS</translation>
    </message>
    <message>
        <source>on Apple silicon only</source>
        <translation>nur auf Apple-Chips</translation>
    </message>
    <message>
        <source>the package mlx-whisper is not installed</source>
        <translation>das Paket mlx-whisper ist nicht installiert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>Metal</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <source>{count} files are written.</source>
        <translation>{count} Dateien sind geschrieben.</translation>
    </message>
    <message>
        <source>There is no file in there.</source>
        <translation>Darin ist keine Datei.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>Transcribe files with Dictate</source>
        <translation>Dateien umschreiben mit Dictate</translation>
    </message>
    <message>
        <source>Drop recordings or videos here. They never leave this machine.</source>
        <translation>Aufnahmen oder Videos hier ablegen. Sie verlassen diesen Rechner nie.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Text of the chosen file</source>
        <translation>Text der gewählten Datei</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Dateien hinzu&amp;fügen…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>Form of saved texts</source>
        <translation>Form gespeicherter Texte</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern als…</translation>
    </message>
    <message>
        <source>C&amp;opy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>Fo&amp;rm:</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Save the texts in</source>
        <translation>Texte speichern in</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What has come of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Recordings and videos</source>
        <translation>Aufnahmen und Videos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>Text speichern</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>no speech found</source>
        <translation>keine Sprache gefunden</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The correction is saved.</source>
        <translation>Die Berichtigung ist gespeichert.</translation>
    </message>
    <message>
        <source>Delete the whole history?</source>
        <translation>Den ganzen Verlauf löschen?</translation>
    </message>
    <message>
        <source>All texts and recordings in it are gone for good.</source>
        <translation>Alle Texte und Aufnahmen darin sind endgültig weg.</translation>
    </message>
    <message>
        <source>{model} understood nothing.</source>
        <translation>{model} hat nichts verstanden.</translation>
    </message>
    <message>
        <source>This is what {model} heard; save it if it is better.</source>
        <translation>Das hat {model} gehört; speichern Sie es, wenn es besser ist.</translation>
    </message>
    <message>
        <source>It is in the settings.</source>
        <translation>Es steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The history is empty now.</source>
        <translation>Der Verlauf ist jetzt leer.</translation>
    </message>
    <message>
        <source>{model} is listening…</source>
        <translation>{model} hört zu …</translation>
    </message>
    <message>
        <source>Written into {name}.</source>
        <translation>Geschrieben in {name}.</translation>
    </message>
    <message>
        <source>Nothing of the kind was dictated.</source>
        <translation>Nichts dergleichen wurde diktiert.</translation>
    </message>
    <message>
        <source>What you dictate will be listed here.</source>
        <translation>Was Sie diktieren, steht dann hier.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Den Verlauf exportieren</translation>
    </message>
    <message>
        <source>corrected: {words} of the words and {letters} of the letters were wrong</source>
        <translation>berichtigt: {words} der Wörter und {letters} der Buchstaben waren falsch</translation>
    </message>
    <message>
        <source>History of Dictate</source>
        <translation>Verlauf von Dictate</translation>
    </message>
    <message>
        <source>From now on write “{right}” for “{wrong}”?</source>
        <translation>Ab jetzt „{right}“ für „{wrong}“ schreiben?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Den Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Dictated texts</source>
        <translation>Diktierte Texte</translation>
    </message>
    <message>
        <source>The text; correct it here</source>
        <translation>Der Text; hier berichtigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Insert again</source>
        <translation>Noch einmal ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Save the correction</source>
        <translation>Berichtigung &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>&amp;Hear it again with</source>
        <translation>&amp;Noch einmal hören mit</translation>
    </message>
    <message>
        <source>The model that hears it again</source>
        <translation>Das Modell, das noch einmal hört</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Delete &amp;all…</source>
        <translation>Alles lös&amp;chen…</translation>
    </message>
    <message>
        <source>&amp;Yes, do</source>
        <translation>&amp;Ja, gern</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>Ne&amp;in</translation>
    </message>
    <message>
        <source>text after {ms} ms</source>
        <translation>Text nach {ms} ms</translation>
    </message>
    <message>
        <source>Heard: {text}</source>
        <translation>Gehört: {text}</translation>
    </message>
    <message>
        <source>How loud it was</source>
        <translation>Wie laut es war</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>Another program has taken these keys and will react as well.</source>
        <translation>Ein anderes Programm hat diese Tasten belegt und reagiert ebenfalls.</translation>
    </message>
    <message>
        <source>No key was pressed.</source>
        <translation>Es wurde keine Taste gedrückt.</translation>
    </message>
    <message>
        <source>This key is for writing. Add Ctrl, Alt or Super, or take a function key.</source>
        <translation>Diese Taste dient zum Schreiben. Nehmen Sie Strg, Alt oder Super dazu, oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>Many programs use it to {what}; they will do that as well.</source>
        <translation>In vielen Programmen bedeutet es: {what}; das geschieht dann auch.</translation>
    </message>
    <message>
        <source>Each press also switches the lock on or off.</source>
        <translation>Jeder Druck schaltet auch die Feststellung ein oder aus.</translation>
    </message>
    <message>
        <source>This key has no name; it may be another one elsewhere.</source>
        <translation>Diese Taste hat keinen Namen; an anderen Rechnern kann es eine andere sein.</translation>
    </message>
    <message>
        <source>It came up at once: if it always does, let a press start and stop.</source>
        <translation>Sie kam sofort wieder hoch: Tut sie das immer, lassen Sie einen Druck starten und stoppen.</translation>
    </message>
    <message>
        <source>You hold it often for other things; each time would record.</source>
        <translation>Sie halten sie oft für anderes; jedes Mal würde aufgenommen.</translation>
    </message>
    <message>
        <source>Some desktops open a menu when it is pressed alone.</source>
        <translation>Manche Oberflächen öffnen ein Menü, wenn sie allein gedrückt wird.</translation>
    </message>
    <message>
        <source>The cancel key {key} is in the way.</source>
        <translation>Die Abbruchtaste {key} steht im Weg.</translation>
    </message>
    <message>
        <source>Name a key, or several with &quot;+&quot; between: f9, ctrl+alt+d.</source>
        <translation>Nennen Sie eine Taste oder mehrere mit &quot;+&quot; dazwischen: f9, ctrl+alt+d.</translation>
    </message>
    <message>
        <source>There is no key called &quot;{key}&quot;.</source>
        <translation>Es gibt keine Taste namens &quot;{key}&quot;.</translation>
    </message>
    <message>
        <source>It names the same key twice.</source>
        <translation>Hier steht dieselbe Taste zweimal.</translation>
    </message>
    <message>
        <source>The hotkey {key} is in the way.</source>
        <translation>Das Tastenkürzel {key} steht im Weg.</translation>
    </message>
    <message>
        <source>Did you mean &quot;{key}&quot;?</source>
        <translation>Ist &quot;{key}&quot; gemeint?</translation>
    </message>
    <message>
        <source>Pressed and released after {seconds} s.</source>
        <translation>Gedrückt und nach {seconds} s losgelassen.</translation>
    </message>
    <message>
        <source>Left and right both count</source>
        <translation>Links und rechts zählen beide</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Neu aufzeichnen</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Diese Tasten nehmen</translation>
    </message>
    <message>
        <source>Choose “Record again” to go on.</source>
        <translation>Weiter mit „Neu aufzeichnen“.</translation>
    </message>
    <message>
        <source>Press the key, or several together.</source>
        <translation>Drücken Sie die Taste, oder mehrere zusammen.</translation>
    </message>
    <message>
        <source>Pressed. Let go now.</source>
        <translation>Gedrückt. Jetzt loslassen.</translation>
    </message>
    <message>
        <source>Record: {name}</source>
        <translation>Aufzeichnen: {name}</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Amharic</source>
        <translation>Amharisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>Armenisch</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>Assamesisch</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>Bengalisch</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>Birmanisch</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>Kantonesisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>Georgisch</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>Gujarati</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>Kannada</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>Khmer</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>Laotisch</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>Malayalam</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>Marathi</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>Nepalesisch</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>Paschtu</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Persisch</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Panjabi</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>Sanskrit</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>Sindhi</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>Singhalesisch</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>Tamil</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>Telugu</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>Thailändisch</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>Tibetisch</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>Usbekisch</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamesisch</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>Jiddisch</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Dictate</source>
        <translation>Dictate</translation>
    </message>
    <message>
        <source>No key starts a recording until you choose this again.</source>
        <translation>Keine Taste startet eine Aufnahme, bis Sie dies wieder wählen.</translation>
    </message>
    <message>
        <source>&amp;Insert the last text again</source>
        <translation>Letzten Text noch einmal ein&amp;fügen</translation>
    </message>
    <message>
        <source>&amp;Take the last text back</source>
        <translation>Letzten Text &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Removes it from the window it went to, if that has the keyboard.</source>
        <translation>Entfernt ihn aus dem Fenster, in das er ging, wenn es die Tastatur hat.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fetches this model once and uses it; dictating stays offline.</source>
        <translation>Holt dieses Modell einmal und nutzt es; das Diktieren bleibt ohne Netz.</translation>
    </message>
    <message>
        <source>Default of the desktop</source>
        <translation>Vorgabe der Oberfläche</translation>
    </message>
    <message>
        <source>&amp;Stop dictation</source>
        <translation>Diktat &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Start dictation</source>
        <translation>Diktat &amp;starten</translation>
    </message>
    <message>
        <source>Hear the &amp;hotkeys again</source>
        <translation>Tasten&amp;kürzel wieder beachten</translation>
    </message>
    <message>
        <source>Pause the &amp;hotkeys</source>
        <translation>Tasten&amp;kürzel aussetzen</translation>
    </message>
    <message>
        <source>Copy it as it &amp;was said</source>
        <translation>So kopieren, &amp;wie es gesagt wurde</translation>
    </message>
    <message>
        <source>S&amp;wap it for what was said</source>
        <translation>Gegen das Gesagte ta&amp;uschen</translation>
    </message>
    <message>
        <source>&amp;Bring back the cancelled recording</source>
        <translation>A&amp;bgebrochene Aufnahme zurückholen</translation>
    </message>
    <message>
        <source>Kept for ten minutes after it was cancelled.</source>
        <translation>Bleibt zehn Minuten nach dem Abbruch erhalten.</translation>
    </message>
    <message>
        <source>&amp;Try the last recording again</source>
        <translation>Letzte Aufnahme &amp;noch einmal versuchen</translation>
    </message>
    <message>
        <source>Its text was not made; choose another model first if you like.</source>
        <translation>Ihr Text kam nicht zustande; Sie können vorher ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>Built-in demonstration (small vocabulary)</source>
        <translation>Eingebaute Vorführung (kleiner Wortschatz)</translation>
    </message>
    <message>
        <source>Start with p&amp;rofile</source>
        <translation>Mit P&amp;rofil beginnen</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Micro&amp;phone</source>
        <translation>Mikrof&amp;on</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>&amp;Ausgabe</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>Mana&amp;ge models…</source>
        <translation>Mo&amp;delle verwalten…</translation>
    </message>
    <message>
        <source>&amp;Transcribe files…</source>
        <translation>Da&amp;teien umschreiben…</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Stat&amp;istics…</source>
        <translation>Stat&amp;istik…</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>E&amp;rste Schritte…</translation>
    </message>
    <message>
        <source>&amp;About Dictate</source>
        <translation>&amp;Über Dictate</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Copy a rece&amp;nt text</source>
        <translation>Einen der letzte&amp;n Texte kopieren</translation>
    </message>
    <message>
        <source>Insert a recent te&amp;xt</source>
        <translation>Einen der letzten Te&amp;xte einfügen</translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>The best model on this machine.</source>
        <translation>Das beste Modell auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Download {name} ({size})…</source>
        <translation>{name} herunterladen ({size})…</translation>
    </message>
    <message>
        <source>Automatic (now: {name})</source>
        <translation>Automatisch (jetzt: {name})</translation>
    </message>
    <message>
        <source>Default of the desktop (now: {name})</source>
        <translation>Vorgabe der Oberfläche (jetzt: {name})</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (nicht angeschlossen)</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Kein Mikrofon gefunden</translation>
    </message>
    <message>
        <source>Copy &amp;last text: “{text}”</source>
        <translation>&amp;Letzten Text kopieren: „{text}“</translation>
    </message>
    <message>
        <source>Get it with: dictate models download {name}</source>
        <translation>Holen mit: dictate models download {name}</translation>
    </message>
    <message>
        <source>A recording then begins 0.4 s before the press: no word is cut.</source>
        <translation>Eine Aufnahme beginnt dann 0,4 s vor dem Druck: Kein Wort wird abgeschnitten.</translation>
    </message>
    <message>
        <source>A recording then begins with the press, not before it.</source>
        <translation>Eine Aufnahme beginnt dann mit dem Druck, nicht davor.</translation>
    </message>
    <message>
        <source>Keep on between recordings</source>
        <translation>Zwischen Aufnahmen eingeschaltet lassen</translation>
    </message>
    <message>
        <source>Turn off between recordings</source>
        <translation>Zwischen Aufnahmen ausschalten</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>The memory is given back; speaking loads the model again.</source>
        <translation>Der Speicher ist freigegeben; Sprechen lädt das Modell wieder.</translation>
    </message>
    <message>
        <source>It goes on when you close this window.</source>
        <translation>Es geht weiter, wenn Sie dieses Fenster schließen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>{name} is used from the next recording on.</source>
        <translation>{name} gilt ab der nächsten Aufnahme.</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>{name} wird geprüft</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird eingebracht</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {total}</source>
        <translation>{name} wird geladen: {done} von {total}</translation>
    </message>
    <message>
        <source>{name} is whole; checksums of it are not known.</source>
        <translation>{name} ist vollständig; Prüfsummen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>To have it again it must be downloaded or imported anew.</source>
        <translation>Um es wieder zu haben, muss es neu geladen oder eingebracht werden.</translation>
    </message>
    <message>
        <source>{name} is removed, {size} are free again.</source>
        <translation>{name} ist entfernt, {size} sind wieder frei.</translation>
    </message>
    <message>
        <source>The download of {name} ended.</source>
        <translation>Das Herunterladen von {name} ist beendet.</translation>
    </message>
    <message>
        <source>{name}: all checksums are right.</source>
        <translation>{name}: Alle Prüfsummen stimmen.</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} ist da.</translation>
    </message>
    <message>
        <source>Delete the model {name}?</source>
        <translation>Das Modell {name} löschen?</translation>
    </message>
    <message>
        <source>How much memory it takes is not known.</source>
        <translation>Wie viel Speicher es braucht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>here</source>
        <translation>da</translation>
    </message>
    <message>
        <source>Fits into the free memory of this machine.</source>
        <translation>Passt in den freien Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>Fits when other programs leave it memory.</source>
        <translation>Passt, wenn andere Programme Speicher lassen.</translation>
    </message>
    <message>
        <source>Too large for the memory of this machine.</source>
        <translation>Zu groß für den Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>very slow</source>
        <translation>sehr langsam</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>very fast</source>
        <translation>sehr schnell</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>sehr gut</translation>
    </message>
    <message>
        <source>best</source>
        <translation>am besten</translation>
    </message>
    <message>
        <source>This model is in use.</source>
        <translation>Dieses Modell ist in Gebrauch.</translation>
    </message>
    <message>
        <source>{size} are here</source>
        <translation>{size} sind da</translation>
    </message>
    <message>
        <source>Writes: {codes}.</source>
        <translation>Schreibt: {codes}.</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Jede Sprache</translation>
    </message>
    <message>
        <source>Models of Dictate</source>
        <translation>Modelle von Dictate</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the models</source>
        <translation>Modelle durchsuchen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>On this &amp;machine</source>
        <translation>Auf diesem &amp;Rechner</translation>
    </message>
    <message>
        <source>&amp;Fits its memory</source>
        <translation>&amp;Passt in den Speicher</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Use now</source>
        <translation>Jetzt &amp;nutzen</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Import folder…</source>
        <translation>&amp;Ordner einbringen…</translation>
    </message>
    <message>
        <source>Import &amp;archive…</source>
        <translation>&amp;Archiv einbringen…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Unload &amp;now</source>
        <translation>Jetzt &amp;freigeben</translation>
    </message>
    <message>
        <source>Gives the memory back; the next recording loads the model again.</source>
        <translation>Gibt den Speicher zurück; die nächste Aufnahme lädt das Modell wieder.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Continue &amp;download</source>
        <translation>&amp;Weiter herunterladen</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Ein Modell einbringen</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>Any speed</source>
        <translation>Jedes Tempo</translation>
    </message>
    <message>
        <source>Medium or faster</source>
        <translation>Mittel oder schneller</translation>
    </message>
    <message>
        <source>Fast or faster</source>
        <translation>Schnell oder schneller</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Da</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>No model is like that.</source>
        <translation>Kein Modell ist so.</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Jede Größe</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>No program opens the settings file.</source>
        <translation>Kein Programm öffnet die Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Open it in an editor: {path}</source>
        <translation>Öffnen Sie sie in einem Editor: {path}</translation>
    </message>
    <message>
        <source>This is the built-in demonstration model: it knows a small vocabulary only.</source>
        <translation>Dies ist das eingebaute Vorführmodell: Es kennt nur einen kleinen Wortschatz.</translation>
    </message>
    <message>
        <source>Paste it where you want it.</source>
        <translation>Fügen Sie es ein, wo Sie es haben wollen.</translation>
    </message>
    <message>
        <source>{count} settings are wrong; their defaults are used.</source>
        <translation>{count} Einstellungen sind falsch; es gelten ihre Vorgaben.</translation>
    </message>
    <message>
        <source>Use the best model here</source>
        <translation>Das beste Modell hier nutzen</translation>
    </message>
    <message>
        <source>That was not understood, so nothing was written.</source>
        <translation>Das wurde nicht verstanden, darum wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Speak again, a little louder or closer to the microphone.</source>
        <translation>Sprechen Sie noch einmal, etwas lauter oder näher am Mikrofon.</translation>
    </message>
    <message>
        <source>A real model is being downloaded.</source>
        <translation>Ein richtiges Modell wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Insert it again</source>
        <translation>Noch einmal einfügen</translation>
    </message>
    <message>
        <source>Only copied: {reason}</source>
        <translation>Nur kopiert: {reason}</translation>
    </message>
    <message>
        <source>Download the model {name}{size}</source>
        <translation>Das Modell {name}{size} herunterladen</translation>
    </message>
    <message>
        <source>Click here: {what}. It is also in the menu.</source>
        <translation>Hier klicken: {what}. Es steht auch im Menü.</translation>
    </message>
    <message>
        <source>The first: {first}</source>
        <translation>Die erste: {first}</translation>
    </message>
    <message>
        <source>The microphone {name} is ready.</source>
        <translation>Das Mikrofon {name} ist bereit.</translation>
    </message>
    <message>
        <source>Use the model {name}</source>
        <translation>Das Modell {name} nutzen</translation>
    </message>
    <message>
        <source>Compute in {precision}</source>
        <translation>In {precision} rechnen</translation>
    </message>
    <message>
        <source>Not in the demonstration vocabulary.</source>
        <translation>Nicht im Wortschatz der Vorführung.</translation>
    </message>
    <message>
        <source>Click here: {what}.</source>
        <translation>Hier klicken: {what}.</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictate</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Type or paste, whatever suits the window</source>
        <translation>Tippen oder einfügen, wie es zum Fenster passt</translation>
    </message>
    <message>
        <source>Type into the window</source>
        <translation>In das Fenster tippen</translation>
    </message>
    <message>
        <source>Paste through the clipboard</source>
        <translation>Über die Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Only copy to the clipboard</source>
        <translation>Nur in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Append to a file</source>
        <translation>An eine Datei anhängen</translation>
    </message>
    <message>
        <source>Give to a command</source>
        <translation>Einem Befehl geben</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>{profile} (private)</source>
        <translation>{profile} (privat)</translation>
    </message>
    <message>
        <source>{label}, speech leaves this machine</source>
        <translation>{label}, Sprache verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Opening the microphone</source>
        <translation>Mikrofon wird geöffnet</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Recognising</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>No speech</source>
        <translation>Keine Sprache</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>Nicht verstanden</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Choose another model or device in the menu.</source>
        <translation>Wählen Sie im Menü ein anderes Modell oder Gerät.</translation>
    </message>
    <message>
        <source>There is no model to recognise speech with.</source>
        <translation>Es gibt kein Modell, um Sprache zu erkennen.</translation>
    </message>
    <message>
        <source>Speech recognition does not work.</source>
        <translation>Die Spracherkennung funktioniert nicht.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>&quot;adaptive&quot; or &quot;full&quot;</source>
        <translation>&quot;adaptive&quot; oder &quot;full&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or &quot;never&quot;</source>
        <translation>&quot;auto&quot; oder &quot;never&quot;</translation>
    </message>
    <message>
        <source>&quot;auto&quot; or &quot;type&quot; or &quot;paste&quot; or &quot;copy&quot; or &quot;file&quot; or &quot;command&quot;</source>
        <translation>&quot;auto&quot;, &quot;type&quot;, &quot;paste&quot;, &quot;copy&quot;, &quot;file&quot; oder &quot;command&quot;</translation>
    </message>
    <message>
        <source>&quot;en&quot;, &quot;de&quot; or &quot;auto&quot;</source>
        <translation>&quot;en&quot;, &quot;de&quot; oder &quot;auto&quot;</translation>
    </message>
    <message>
        <source>&quot;hold&quot; or &quot;toggle&quot; or &quot;tap&quot; or &quot;double_tap&quot; or &quot;hands_free&quot;</source>
        <translation>&quot;hold&quot;, &quot;toggle&quot;, &quot;tap&quot;, &quot;double_tap&quot; oder &quot;hands_free&quot;</translation>
    </message>
    <message>
        <source>&quot;never&quot; or &quot;always&quot;</source>
        <translation>&quot;never&quot; oder &quot;always&quot;</translation>
    </message>
    <message>
        <source>&quot;never&quot; or &quot;small_models&quot; or &quot;always&quot;</source>
        <translation>&quot;never&quot;, &quot;small_models&quot; oder &quot;always&quot;</translation>
    </message>
    <message>
        <source>&quot;off&quot; or &quot;careful&quot; or &quot;always&quot;</source>
        <translation>&quot;off&quot;, &quot;careful&quot; oder &quot;always&quot;</translation>
    </message>
    <message>
        <source>&quot;off&quot; or &quot;minimal&quot; or &quot;full&quot;</source>
        <translation>&quot;off&quot;, &quot;minimal&quot; oder &quot;full&quot;</translation>
    </message>
    <message>
        <source>&quot;off&quot; or &quot;suggest&quot; or &quot;auto&quot;</source>
        <translation>&quot;off&quot;, &quot;suggest&quot; oder &quot;auto&quot;</translation>
    </message>
    <message>
        <source>&quot;off&quot; or &quot;text&quot; or &quot;audio&quot;</source>
        <translation>&quot;off&quot;, &quot;text&quot; oder &quot;audio&quot;</translation>
    </message>
    <message>
        <source>&quot;ollama&quot;, &quot;llama.cpp&quot;, or an address such as &quot;http://127.0.0.1:11434/v1&quot; without a key</source>
        <translation>&quot;ollama&quot;, &quot;llama.cpp&quot; oder eine Adresse wie &quot;http://127.0.0.1:11434/v1&quot; ohne Schlüssel</translation>
    </message>
    <message>
        <source>&quot;top&quot; or &quot;bottom&quot;</source>
        <translation>&quot;top&quot; oder &quot;bottom&quot;</translation>
    </message>
    <message>
        <source>&quot;transcribe&quot; or &quot;translate&quot;</source>
        <translation>&quot;transcribe&quot; oder &quot;translate&quot;</translation>
    </message>
    <message>
        <source>A certain card is written as cuda:1.</source>
        <translation>Eine bestimmte Karte schreibt man cuda:1.</translation>
    </message>
    <message>
        <source>A command of yours that every text goes through, after all else.</source>
        <translation>Ein Befehl von Ihnen, durch den jeder Text zuletzt geht.</translation>
    </message>
    <message>
        <source>A command that takes longer is ended, and the text is written as it was.</source>
        <translation>Ein Befehl, der länger braucht, wird beendet, und der Text wird geschrieben, wie er war.</translation>
    </message>
    <message>
        <source>A command that takes longer is ended.</source>
        <translation>Ein Befehl, der länger braucht, wird beendet.</translation>
    </message>
    <message>
        <source>A key, or several that are held together.</source>
        <translation>Eine Taste, oder mehrere, die zusammen gehalten werden.</translation>
    </message>
    <message>
        <source>A language model that corrects texts; `dictate llm check` tries it.</source>
        <translation>Ein Sprachmodell, das Texte verbessert; `dictate llm check` probiert es aus.</translation>
    </message>
    <message>
        <source>A model unused for so many seconds is put away while another one is in use.</source>
        <translation>Ein Modell, das so viele Sekunden ungenutzt ist, wird weggelegt, während ein anderes in Gebrauch ist.</translation>
    </message>
    <message>
        <source>A pill at the edge of the screen while a take runs.</source>
        <translation>Eine kleine Anzeige am Rand des Bildschirms, solange eine Aufnahme läuft.</translation>
    </message>
    <message>
        <source>A press</source>
        <translation>Ein Druck</translation>
    </message>
    <message>
        <source>A recording ends by itself after this many seconds (a key that got stuck).</source>
        <translation>Eine Aufnahme endet nach so vielen Sekunden von selbst (eine Taste, die klemmt).</translation>
    </message>
    <message>
        <source>A short soft sound at start, stop and failure.</source>
        <translation>Ein kurzer leiser Ton bei Anfang, Ende und Misslingen.</translation>
    </message>
    <message>
        <source>A speech server that recognises in place of this machine; `dictate remote check` tries it.</source>
        <translation>Ein Sprachserver, der an Stelle dieses Rechners erkennt; `dictate remote check` probiert ihn aus.</translation>
    </message>
    <message>
        <source>A text arrives</source>
        <translation>Ein Text kommt an</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>After a short tap the next press stops; held longer, letting go does.</source>
        <translation>Nach kurzem Tippen beendet der nächste Druck; länger gehalten das Loslassen.</translation>
    </message>
    <message>
        <source>After pasting put back what was on the clipboard, pictures and all (X11).</source>
        <translation>Nach dem Einfügen zurücklegen, was in der Zwischenablage war, auch Bilder (X11).</translation>
    </message>
    <message>
        <source>After small models</source>
        <translation>Nach kleinen Modellen</translation>
    </message>
    <message>
        <source>After this many seconds, and a tenth of what was said, what is recognised here is written.</source>
        <translation>Nach so vielen Sekunden, und einem Zehntel des Gesagten, wird geschrieben, was hier erkannt wurde.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always 30 s</source>
        <translation>Immer 30 s</translation>
    </message>
    <message>
        <source>Always a command</source>
        <translation>Immer ein Befehl</translation>
    </message>
    <message>
        <source>As much as was said</source>
        <translation>So viel, wie gesagt wurde</translation>
    </message>
    <message>
        <source>As the input of a command</source>
        <translation>Als Eingabe eines Befehls</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic takes the best one on this machine.</source>
        <translation>Automatisch nimmt das beste auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Automatic takes what was measured, else int8 on a CPU and float16 on a GPU.</source>
        <translation>Automatisch nimmt, was gemessen wurde, sonst int8 auf einer CPU und float16 auf einer Grafikkarte.</translation>
    </message>
    <message>
        <source>Begin before the press</source>
        <translation>Vor dem Druck beginnen</translation>
    </message>
    <message>
        <source>Blank after a text</source>
        <translation>Leerzeichen nach einem Text</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>Cancel key</source>
        <translation>Abbruchtaste</translation>
    </message>
    <message>
        <source>Capital and blank by what stands before the cursor, where that can be read (Linux).</source>
        <translation>Großbuchstabe und Leerzeichen nach dem, was vor der Schreibmarke steht, wo das gelesen werden kann (Linux).</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Decode at pauses while one still speaks, so that the text is ready sooner.</source>
        <translation>In Pausen erkennen, während man noch spricht, damit der Text früher fertig ist.</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Double tap</source>
        <translation>Zweimal drücken</translation>
    </message>
    <message>
        <source>Drop invented text</source>
        <translation>Erfundenen Text weglassen</translation>
    </message>
    <message>
        <source>Drop what models write for noise where hardly anything was said, and endless loops.</source>
        <translation>Weglassen, was Modelle bei Geräusch schreiben, wo kaum etwas gesagt wurde, und endlose Schleifen.</translation>
    </message>
    <message>
        <source>Each with a way of its own to press it, and a profile if wished.</source>
        <translation>Jedes mit eigener Art zu drücken und, wenn gewünscht, mit einem Profil.</translation>
    </message>
    <message>
        <source>Edge of the screen</source>
        <translation>Rand des Bildschirms</translation>
    </message>
    <message>
        <source>Encoder window</source>
        <translation>Encoder-Fenster</translation>
    </message>
    <message>
        <source>End every text with a blank, so that the next one can follow.</source>
        <translation>Jeden Text mit einem Leerzeichen beenden, damit der nächste folgen kann.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Finding out chooses among these. With none, among all there are.</source>
        <translation>Herausfinden wählt unter diesen; ohne Auswahl unter allen, die es gibt.</translation>
    </message>
    <message>
        <source>Fit to the cursor</source>
        <translation>An die Schreibmarke anpassen</translation>
    </message>
    <message>
        <source>Follow the focus</source>
        <translation>Dem Fokus folgen</translation>
    </message>
    <message>
        <source>Further hotkeys</source>
        <translation>Weitere Tastenkürzel</translation>
    </message>
    <message>
        <source>Takes the last text out of its window again; empty: none.</source>
        <translation>Nimmt den letzten Text wieder aus seinem Fenster; leer: keine.</translation>
    </message>
    <message>
        <source>Tap or hold</source>
        <translation>Tippen oder halten</translation>
    </message>
    <message>
        <source>Gets the text as its input, and what it prints is written; there is no shell.</source>
        <translation>Bekommt den Text als Eingabe, und was er ausgibt, wird geschrieben; es gibt keine Shell.</translation>
    </message>
    <message>
        <source>Gets the text as its input; there is no shell.</source>
        <translation>Bekommt den Text als Eingabe; es gibt keine Shell.</translation>
    </message>
    <message>
        <source>Give the clipboard back</source>
        <translation>Zwischenablage zurückgeben</translation>
    </message>
    <message>
        <source>Give the model&apos;s memory back after this many seconds without a take; 0 keeps it.</source>
        <translation>Den Speicher des Modells nach so vielen Sekunden ohne Aufnahme zurückgeben; 0 behält ihn.</translation>
    </message>
    <message>
        <source>Half of the texts come later than this after the release.</source>
        <translation>Die Hälfte der Texte kommt später als so nach dem Loslassen.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>How many readings are followed at once: more is slower and a little more accurate.</source>
        <translation>Wie vielen Lesarten zugleich gefolgt wird: Mehr ist langsamer und etwas genauer.</translation>
    </message>
    <message>
        <source>How speech is recognised.</source>
        <translation>Wie Sprache erkannt wird.</translation>
    </message>
    <message>
        <source>How the program lives on your desktop.</source>
        <translation>Wie das Programm auf Ihrer Oberfläche lebt.</translation>
    </message>
    <message>
        <source>How the text arrives.</source>
        <translation>Wie der Text ankommt.</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>In einer Datei</translation>
    </message>
    <message>
        <source>In hands-free recordings.</source>
        <translation>Bei freihändigen Aufnahmen.</translation>
    </message>
    <message>
        <source>In this order, after all else; \1 is the first group.</source>
        <translation>In dieser Reihenfolge, nach allem anderen; \1 ist die erste Gruppe.</translation>
    </message>
    <message>
        <source>In which precision a model is fastest here; `dictate tune` does it at once.</source>
        <translation>In welcher Genauigkeit ein Modell hier am schnellsten ist; `dictate tune` misst es sofort.</translation>
    </message>
    <message>
        <source>Insert again key</source>
        <translation>Taste zum erneuten Einfügen</translation>
    </message>
    <message>
        <source>Insert into whatever window has the keyboard by then, not only the one of the press.</source>
        <translation>In das Fenster einfügen, das dann die Tastatur hat, nicht nur in das vom Druck.</translation>
    </message>
    <message>
        <source>Inserts the last text once more.</source>
        <translation>Fügt den letzten Text noch einmal ein.</translation>
    </message>
    <message>
        <source>It goes to the other one when the pointer is there.</source>
        <translation>Sie weicht zum anderen aus, wenn der Zeiger dort ist.</translation>
    </message>
    <message>
        <source>It in English</source>
        <translation>Es auf Englisch</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep an unused model</source>
        <translation>Ungenutztes Modell behalten</translation>
    </message>
    <message>
        <source>Keep the microphone on; a take begins this much before the press. 300-500 is good; 0: off.</source>
        <translation>Das Mikrofon eingeschaltet lassen; eine Aufnahme beginnt so weit vor dem Druck. 300–500 ist gut; 0: aus.</translation>
    </message>
    <message>
        <source>Keep the sound on disk until its text has arrived, so that no crash loses it.</source>
        <translation>Den Ton auf der Platte halten, bis sein Text angekommen ist, damit kein Absturz ihn verliert.</translation>
    </message>
    <message>
        <source>Key after a text</source>
        <translation>Taste nach einem Text</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Leave out &quot;um&quot; and &quot;äh&quot;, where the language is known.</source>
        <translation>„Äh“ und „um“ weglassen, wo die Sprache bekannt ist.</translation>
    </message>
    <message>
        <source>Leave out fillers</source>
        <translation>Fülllaute weglassen</translation>
    </message>
    <message>
        <source>Leave out repeats</source>
        <translation>Wiederholungen weglassen</translation>
    </message>
    <message>
        <source>Likeness to vocabulary</source>
        <translation>Ähnlichkeit zum Vokabular</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>Längste Aufnahme</translation>
    </message>
    <message>
        <source>Longest run</source>
        <translation>Längste Laufzeit</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Measure models</source>
        <translation>Modelle messen</translation>
    </message>
    <message>
        <source>Memory for kept models</source>
        <translation>Speicher für behaltene Modelle</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>Metal</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model there</source>
        <translation>Modell dort</translation>
    </message>
    <message>
        <source>Models kept loaded</source>
        <translation>Geladen gehaltene Modelle</translation>
    </message>
    <message>
        <source>Most texts</source>
        <translation>Meiste Texte</translation>
    </message>
    <message>
        <source>My languages</source>
        <translation>Meine Sprachen</translation>
    </message>
    <message>
        <source>Name or term</source>
        <translation>Name oder Begriff</translation>
    </message>
    <message>
        <source>Names and terms to expect, the most important ones first; the model spells them so.</source>
        <translation>Namen und Begriffe, die zu erwarten sind, die wichtigsten zuerst; das Modell schreibt sie so.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Not within prose</source>
        <translation>Nicht im Fließtext</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Numbers in digits</source>
        <translation>Zahlen in Ziffern</translation>
    </message>
    <message>
        <source>Of the desktop</source>
        <translation>Die der Oberfläche</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Ollama on this machine</source>
        <translation>Ollama auf diesem Rechner</translation>
    </message>
    <message>
        <source>On the clipboard only</source>
        <translation>Nur in der Zwischenablage</translation>
    </message>
    <message>
        <source>Once, in an idle minute</source>
        <translation>Einmal, in einer ruhigen Minute</translation>
    </message>
    <message>
        <source>One press starts, the next one stops.</source>
        <translation>Ein Druck beginnt, der nächste beendet.</translation>
    </message>
    <message>
        <source>One press starts; silence stops, or the next press.</source>
        <translation>Ein Druck beginnt; Stille beendet oder der nächste Druck.</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message>
        <source>Or a chord such as shift+insert.</source>
        <translation>Oder eine Kombination wie shift+insert.</translation>
    </message>
    <message>
        <source>Or the address of any server that speaks OpenAI&apos;s protocol.</source>
        <translation>Oder die Adresse eines Servers, der das Protokoll von OpenAI spricht.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>Overlay and sounds</source>
        <translation>Overlay und Töne</translation>
    </message>
    <message>
        <source>Paste with</source>
        <translation>Einfügen mit</translation>
    </message>
    <message>
        <source>Pasted through the clipboard</source>
        <translation>Über die Zwischenablage eingefügt</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>Press and press again</source>
        <translation>Drücken, wieder drücken</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Records for as long as the key is down.</source>
        <translation>Nimmt auf, solange die Taste unten ist.</translation>
    </message>
    <message>
        <source>Silence that ends</source>
        <translation>Stille, die beendet</translation>
    </message>
    <message>
        <source>Such as enter, to send a message; empty: none.</source>
        <translation>Etwa enter, um eine Nachricht abzuschicken; leer: keine.</translation>
    </message>
    <message>
        <source>Probability from which a 32 ms frame is speech.</source>
        <translation>Wahrscheinlichkeit, ab der ein Stück von 32 ms Sprache ist.</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>Freihändig</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Aufbewahren für</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Put the model away when idle</source>
        <translation>Modell weglegen nach</translation>
    </message>
    <message>
        <source>Readings followed at once</source>
        <translation>Lesarten zugleich</translation>
    </message>
    <message>
        <source>Recognise at pauses</source>
        <translation>In Pausen erkennen</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>Rest after each character</source>
        <translation>Ruhe nach jedem Zeichen</translation>
    </message>
    <message>
        <source>Rest after each typed character, for slow remote desktops.</source>
        <translation>Ruhe nach jedem getippten Zeichen, für langsame Fernverbindungen.</translation>
    </message>
    <message>
        <source>Room at most</source>
        <translation>Platz höchstens</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gesagt</translation>
    </message>
    <message>
        <source>Said alone</source>
        <translation>Allein gesagt</translation>
    </message>
    <message>
        <source>Send parts at pauses already: sooner done, but up to half more is sent, and paid for.</source>
        <translation>Schon in Pausen Teile senden: früher fertig, aber bis zur Hälfte mehr wird gesendet und bezahlt.</translation>
    </message>
    <message>
        <source>Send while speaking</source>
        <translation>Schon beim Sprechen senden</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Bausteine</translation>
    </message>
    <message>
        <source>So long the microphone stays open after a take; the next then starts at once. 0 is off.</source>
        <translation>So lange bleibt das Mikrofon nach einer Aufnahme offen; die nächste beginnt dann sofort. 0 ist aus.</translation>
    </message>
    <message>
        <source>So many models stay loaded, for switching between them at once; 1 keeps the one in use.</source>
        <translation>So viele Modelle bleiben geladen, um sofort zu wechseln; 1 behält nur das benutzte.</translation>
    </message>
    <message>
        <source>So many texts are kept at most; 0 is no limit.</source>
        <translation>So viele Texte bleiben höchstens; 0 ist unbegrenzt.</translation>
    </message>
    <message>
        <source>So much room texts and sound take at most, the oldest are deleted; 0 is no limit.</source>
        <translation>So viel Platz brauchen Texte und Ton höchstens, die ältesten werden gelöscht; 0 ist unbegrenzt.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Speech from a probability of</source>
        <translation>Sprache ab Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Speech server</source>
        <translation>Sprachserver</translation>
    </message>
    <message>
        <source>Spell what resembles a term of the vocabulary as it is; 0.85 is good, 0 is off.</source>
        <translation>Was einem Begriff des Vokabulars ähnelt, so schreiben; 0,85 ist gut, 0 ist aus.</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesprochene Sprache</translation>
    </message>
    <message>
        <source>Spoken marks</source>
        <translation>Gesprochene Zeichen</translation>
    </message>
    <message>
        <source>Start at the log-in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Stay open after a recording</source>
        <translation>Nach einer Aufnahme offen bleiben</translation>
    </message>
    <message>
        <source>Suggest a smaller one</source>
        <translation>Ein kleineres vorschlagen</translation>
    </message>
    <message>
        <source>Survive crashes</source>
        <translation>Abstürze überstehen</translation>
    </message>
    <message>
        <source>Swap key</source>
        <translation>Taste zum Tauschen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Take back key</source>
        <translation>Taste zum Zurücknehmen</translation>
    </message>
    <message>
        <source>Take one</source>
        <translation>Eines nehmen</translation>
    </message>
    <message>
        <source>Takes are sent there, and recognised here where it does not answer.</source>
        <translation>Aufnahmen werden dorthin gesendet, und hier erkannt, wo er nicht antwortet.</translation>
    </message>
    <message>
        <source>Takes back the recording, or the text that is being made.</source>
        <translation>Nimmt die Aufnahme zurück, oder den Text, der gerade entsteht.</translation>
    </message>
    <message>
        <source>Takes back the sentence before it.</source>
        <translation>Nimmt den Satz davor zurück.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Texts and what was said</source>
        <translation>Texte und das Gesprochene</translation>
    </message>
    <message>
        <source>Texts are appended, a line each.</source>
        <translation>Texte werden angehängt, je eine Zeile.</translation>
    </message>
    <message>
        <source>The address of any server with OpenAI&apos;s /v1/audio/transcriptions.</source>
        <translation>Die Adresse eines Servers mit OpenAIs /v1/audio/transcriptions.</translation>
    </message>
    <message>
        <source>The full window is slower.</source>
        <translation>Das volle Fenster ist langsamer.</translation>
    </message>
    <message>
        <source>The model&apos;s name there; empty: the first one for speech it lists.</source>
        <translation>Der Name des Modells dort; leer: das erste für Sprache, das er nennt.</translation>
    </message>
    <message>
        <source>The model&apos;s name there; empty: the first one it lists.</source>
        <translation>Der Name des Modells dort; leer: das erste, das er nennt.</translation>
    </message>
    <message>
        <source>The same for a phrase that is all that was said.</source>
        <translation>Dasselbe für eine Wendung, wenn sonst nichts gesagt wird.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Too slow from</source>
        <translation>Zu langsam ab</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Two quick taps start, one press stops.</source>
        <translation>Zweimal kurz tippen beginnt, ein Druck beendet.</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Typed or pasted, whatever suits the window</source>
        <translation>Getippt oder eingefügt, wie es passt</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use the server</source>
        <translation>Den Server benutzen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Voice detection</source>
        <translation>Stimmerkennung</translation>
    </message>
    <message>
        <source>Wait for the answer</source>
        <translation>Auf die Antwort warten</translation>
    </message>
    <message>
        <source>Wait for the server</source>
        <translation>Auf den Server warten</translation>
    </message>
    <message>
        <source>What a take looks and sounds like while it runs.</source>
        <translation>Wie eine Aufnahme aussieht und klingt, solange sie läuft.</translation>
    </message>
    <message>
        <source>What counts as speech.</source>
        <translation>Was als Sprache zählt.</translation>
    </message>
    <message>
        <source>What fails is copied.</source>
        <translation>Was misslingt, wird kopiert.</translation>
    </message>
    <message>
        <source>What is different for some windows or hotkeys: language, model, output and more, or that all stays private. The first one that fits a window counts.</source>
        <translation>Was für manche Fenster oder Tastenkürzel anders ist: Sprache, Modell, Ausgabe und mehr, oder dass alles privat bleibt. Das erste, das zu einem Fenster passt, zählt.</translation>
    </message>
    <message>
        <source>What is done to a text before it is written; `dictate text` shows it.</source>
        <translation>Was mit einem Text geschieht, bevor er geschrieben wird; `dictate text` zeigt es.</translation>
    </message>
    <message>
        <source>What is older is deleted; 0 is no limit.</source>
        <translation>Was älter ist, wird gelöscht; 0 ist unbegrenzt.</translation>
    </message>
    <message>
        <source>What the window expects</source>
        <translation>Was das Fenster erwartet</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>What was said is kept only while recordings are kept on disk until the text is there.</source>
        <translation>Das Gesprochene bleibt nur, wenn Aufnahmen bis zum Text auf der Platte bleiben.</translation>
    </message>
    <message>
        <source>When a model is too slow</source>
        <translation>Ist ein Modell zu langsam</translation>
    </message>
    <message>
        <source>When it takes longer, the text is written as it was.</source>
        <translation>Dauert es länger, wird der Text geschrieben, wie er war.</translation>
    </message>
    <message>
        <source>When to record.</source>
        <translation>Wann aufgenommen wird.</translation>
    </message>
    <message>
        <source>Where sound comes from.</source>
        <translation>Woher der Ton kommt.</translation>
    </message>
    <message>
        <source>Wherever it is said. May hold {date}, {time} and {clipboard}; Shift+Return breaks the line.</source>
        <translation>Wo immer es gesagt wird. Darf {date}, {time} und {clipboard} enthalten; Umschalt+Eingabe bricht die Zeile um.</translation>
    </message>
    <message>
        <source>Which recordings begun with this hotkey have.</source>
        <translation>Das Aufnahmen mit diesem Tastenkürzel haben.</translation>
    </message>
    <message>
        <source>Which texts can be found again; all of it stays on this machine.</source>
        <translation>Welche Texte wiedergefunden werden können; alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Window class</source>
        <translation>Fensterklasse</translation>
    </message>
    <message>
        <source>Windows that are open keep theirs until they are opened again.</source>
        <translation>Offene Fenster behalten ihre, bis sie neu geöffnet werden.</translation>
    </message>
    <message>
        <source>With more memory held by them, the others are put away.</source>
        <translation>Halten sie mehr Speicher, werden die anderen weggelegt.</translation>
    </message>
    <message>
        <source>With the text so far</source>
        <translation>Mit dem Text bis hier</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write a word said twice in a row once.</source>
        <translation>Ein zweimal hintereinander gesagtes Wort einmal schreiben.</translation>
    </message>
    <message>
        <source>Write numbers, times, dates and units in digits (English, German).</source>
        <translation>Zahlen, Zeiten, Daten und Einheiten in Ziffern schreiben (Englisch, Deutsch).</translation>
    </message>
    <message>
        <source>Writes the last text as it was heard instead of as it was cleaned, or back.</source>
        <translation>Schreibt den letzten Text, wie er gehört statt bereinigt wurde, oder zurück.</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Your own command</source>
        <translation>Eigener Befehl</translation>
    </message>
    <message>
        <source>a key or chord such as &quot;enter&quot; or &quot;ctrl+enter&quot;</source>
        <translation>eine Taste oder Kombination wie &quot;enter&quot; oder &quot;ctrl+enter&quot;</translation>
    </message>
    <message>
        <source>a language code such as &quot;en&quot; or &quot;de&quot;, or &quot;auto&quot;</source>
        <translation>ein Sprachkürzel wie &quot;en&quot; oder &quot;de&quot;, oder &quot;auto&quot;</translation>
    </message>
    <message>
        <source>a list of language codes such as [&quot;en&quot;, &quot;de&quot;]</source>
        <translation>eine Liste von Sprachkürzeln wie [&quot;en&quot;, &quot;de&quot;]</translation>
    </message>
    <message>
        <source>a list of names and terms, none of them empty</source>
        <translation>eine Liste von Namen und Begriffen, keiner davon leer</translation>
    </message>
    <message>
        <source>a list of these: a text in &quot;quotes&quot;</source>
        <translation>eine Liste von Texten in &quot;Anführungszeichen&quot;</translation>
    </message>
    <message>
        <source>a path that begins at the root or with &quot;~&quot;</source>
        <translation>ein Pfad, der an der Wurzel oder mit &quot;~&quot; beginnt</translation>
    </message>
    <message>
        <source>a program and its options such as [&quot;program&quot;, &quot;--option&quot;]</source>
        <translation>ein Programm mit seinen Optionen wie [&quot;programm&quot;, &quot;--option&quot;]</translation>
    </message>
    <message>
        <source>a table of texts: &quot;said&quot; = &quot;written&quot;</source>
        <translation>eine Tabelle von Texten: &quot;gesagt&quot; = &quot;geschrieben&quot;</translation>
    </message>
    <message>
        <source>a text in &quot;quotes&quot;</source>
        <translation>ein Text in &quot;Anführungszeichen&quot;</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>ein Text, der nicht leer ist</translation>
    </message>
    <message>
        <source>an address such as &quot;http://127.0.0.1:8000/v1&quot; without a key</source>
        <translation>eine Adresse wie &quot;http://127.0.0.1:8000/v1&quot; ohne Schlüssel</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>float16</source>
        <translation>float16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>int8</source>
        <translation>int8</translation>
    </message>
    <message>
        <source>int8_bfloat16</source>
        <translation>int8_bfloat16</translation>
    </message>
    <message>
        <source>int8_float16</source>
        <translation>int8_float16</translation>
    </message>
    <message>
        <source>int8_float32</source>
        <translation>int8_float32</translation>
    </message>
    <message>
        <source>llama.cpp on this machine</source>
        <translation>llama.cpp auf diesem Rechner</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>one of &quot;auto&quot;, &quot;cpu&quot;, &quot;cuda&quot;, &quot;cuda:1&quot;, &quot;metal&quot;</source>
        <translation>eines von &quot;auto&quot;, &quot;cpu&quot;, &quot;cuda&quot;, &quot;cuda:1&quot;, &quot;metal&quot;</translation>
    </message>
    <message>
        <source>one of &quot;auto&quot;, &quot;float32&quot;, &quot;float16&quot;, &quot;bfloat16&quot;, &quot;int8&quot;, &quot;int8_float32&quot;, &quot;int8_float16&quot;, &quot;int8_bfloat16&quot;</source>
        <translation>eines von &quot;auto&quot;, &quot;float32&quot;, &quot;float16&quot;, &quot;bfloat16&quot;, &quot;int8&quot;, &quot;int8_float32&quot;, &quot;int8_float16&quot;, &quot;int8_bfloat16&quot;</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>“Comma”, “new line” and the like set the mark.</source>
        <translation>„Komma“, „neue Zeile“ und Ähnliches setzen das Zeichen.</translation>
    </message>
    <message>
        <source>“Scratch that”</source>
        <translation>„Streich das“</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Record…</source>
        <translation>Aufzeichnen…</translation>
    </message>
    <message>
        <source>a number from {low} to {high}</source>
        <translation>eine Zahl von {low} bis {high}</translation>
    </message>
    <message>
        <source>This must be {wanted}.</source>
        <translation>Gebraucht wird: {wanted}.</translation>
    </message>
    <message>
        <source>That of the window</source>
        <translation>Das des Fensters</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>Eine Sprache suchen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Herausfinden</translation>
    </message>
    <message>
        <source>These run a program or send texts somewhere:</source>
        <translation>Diese starten ein Programm oder senden Texte fort:</translation>
    </message>
    <message>
        <source>These are left out:</source>
        <translation>Diese bleiben weg:</translation>
    </message>
    <message>
        <source>In force and saved.</source>
        <translation>In Kraft und gespeichert.</translation>
    </message>
    <message>
        <source>This file changes nothing.</source>
        <translation>Diese Datei ändert nichts.</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Geschrieben nach {path}.</translation>
    </message>
    <message>
        <source>Give all settings their defaults?</source>
        <translation>Allen Einstellungen ihre Vorgaben geben?</translation>
    </message>
    <message>
        <source>What is in the settings file and unknown here stays.</source>
        <translation>Was in der Einstellungsdatei steht und hier unbekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>These are removed: {names}.</source>
        <translation>Entfernt werden: {names}.</translation>
    </message>
    <message>
        <source>In force, but not saved. {why}</source>
        <translation>In Kraft, aber nicht gespeichert. {why}</translation>
    </message>
    <message>
        <source>Remove these?</source>
        <translation>Diese entfernen?</translation>
    </message>
    <message>
        <source>Change {count} settings to those of the file?</source>
        <translation>{count} Einstellungen aus der Datei übernehmen?</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Edit in the file…</source>
        <translation>In der Datei ändern…</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>Remove this hotkey</source>
        <translation>Dieses Tastenkürzel entfernen</translation>
    </message>
    <message>
        <source>Further hotkey {number}</source>
        <translation>Weiteres Tastenkürzel {number}</translation>
    </message>
    <message>
        <source>Show the level</source>
        <translation>Pegel zeigen</translation>
    </message>
    <message>
        <source>Hide the level</source>
        <translation>Pegel ausblenden</translation>
    </message>
    <message>
        <source>With the hotkeys: {keys}.</source>
        <translation>Mit den Tastenkürzeln: {keys}.</translation>
    </message>
    <message>
        <source>As in the general settings</source>
        <translation>Wie in den allgemeinen Einstellungen</translation>
    </message>
    <message>
        <source>Off, as the profile is private.</source>
        <translation>Aus, da das Profil privat ist.</translation>
    </message>
    <message>
        <source>Set in this profile.</source>
        <translation>In diesem Profil gesetzt.</translation>
    </message>
    <message>
        <source>What is not set here is as in the general settings.</source>
        <translation>Was hier nicht gesetzt ist, ist wie in den allgemeinen Einstellungen.</translation>
    </message>
    <message>
        <source>No hotkey has it; under “Hotkey” one can be given it.</source>
        <translation>Kein Tastenkürzel hat es; unter „Tastenkürzel“ lässt es sich einem geben.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>For these windows</source>
        <translation>Für diese Fenster</translation>
    </message>
    <message>
        <source>What is different</source>
        <translation>Was anders ist</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Nothing of it is kept, and neither speech server nor clean-up nor your command gets any of it.</source>
        <translation>Nichts davon wird aufbewahrt, und weder Sprachserver noch Verbesserung noch Ihr Befehl bekommt etwas davon.</translation>
    </message>
    <message>
        <source>{title} ({count} set)</source>
        <translation>{title} ({count} gesetzt)</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>It fits a window that has one of each column that is filled; * stands for anything.</source>
        <translation>Passt zu einem Fenster, das aus jeder ausgefüllten Spalte eines hat; * steht für alles.</translation>
    </message>
    <message>
        <source>Look at a window…</source>
        <translation>Fenster ansehen…</translation>
    </message>
    <message>
        <source>On this desktop windows choose no profile: hotkeys do, or `dictate toggle --profile NAME`.</source>
        <translation>Auf diesem Desktop wählen Fenster kein Profil: Tastenkürzel tun es, oder `dictate toggle --profile NAME`.</translation>
    </message>
    <message>
        <source>That was a window of Dictate: go to the other one.</source>
        <translation>Das war ein Fenster von Dictate: Gehen Sie zu dem anderen.</translation>
    </message>
    <message>
        <source>Go to the window… {seconds}</source>
        <translation>Gehen Sie zum Fenster… {seconds}</translation>
    </message>
    <message>
        <source>No window in front tells anything of itself.</source>
        <translation>Kein Fenster vorn sagt etwas über sich.</translation>
    </message>
    <message>
        <source>That window; choose what it is to be told by:</source>
        <translation>Dieses Fenster; woran soll es erkannt werden?</translation>
    </message>
    <message>
        <source>Another profile is called so.</source>
        <translation>So heißt schon ein anderes Profil.</translation>
    </message>
    <message>
        <source>A name has 1 to {most} letters, no blanks and no quotes.</source>
        <translation>Ein Name hat 1 bis {most} Zeichen, keine Leerzeichen und keine Anführungszeichen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>There is none yet. “Add” makes one.</source>
        <translation>Noch gibt es keines. „Hinzufügen“ macht eines.</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>profil</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Reset to {default}</source>
        <translation>Zurück auf {default}</translation>
    </message>
    <message>
        <source>Row {number}: “{column}” is empty.</source>
        <translation>Zeile {number}: „{column}“ ist leer.</translation>
    </message>
    <message>
        <source>Row {number}: “{name}” is there twice.</source>
        <translation>Zeile {number}: „{name}“ ist doppelt.</translation>
    </message>
    <message>
        <source>Reset group</source>
        <translation>Gruppe zurücksetzen</translation>
    </message>
    <message>
        <source>TOML (*.toml);;CSV (*.csv);;All files (*)</source>
        <translation>TOML (*.toml);;CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>These hotkeys then have that of the window: {keys}.</source>
        <translation>Diese Tastenkürzel haben dann das des Fensters: {keys}.</translation>
    </message>
    <message>
        <source>Remove the profile {name}?</source>
        <translation>Das Profil {name} entfernen?</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings of Dictate</source>
        <translation>Einstellungen von Dictate</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung hat diese Wörter.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Open &amp;file</source>
        <translation>&amp;Datei öffnen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll…</source>
        <translation>&amp;Alles zurücksetzen…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>Shortcut</name>
    <message>
        <source>change programs</source>
        <translation>Programm wechseln</translation>
    </message>
    <message>
        <source>change tabs</source>
        <translation>Reiter wechseln</translation>
    </message>
    <message>
        <source>change windows</source>
        <translation>Fenster wechseln</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>copy in terminals</source>
        <translation>im Terminal kopieren</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>ausschneiden</translation>
    </message>
    <message>
        <source>find</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>lock the screen</source>
        <translation>Bildschirm sperren</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>new tab</source>
        <translation>neuer Reiter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>open a terminal</source>
        <translation>Terminal öffnen</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>einfügen</translation>
    </message>
    <message>
        <source>paste in terminals</source>
        <translation>im Terminal einfügen</translation>
    </message>
    <message>
        <source>print</source>
        <translation>drucken</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>wiederholen</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>neu laden</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>select all</source>
        <translation>alles auswählen</translation>
    </message>
    <message>
        <source>take a picture of the screen</source>
        <translation>Bildschirm fotografieren</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>rückgängig</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Where the time between release and text went, the last takes</source>
        <translation>Wohin die Zeit vom Loslassen bis zum Text ging, die letzten Aufnahmen</translation>
    </message>
    <message>
        <source>From the release to the text, the last takes</source>
        <translation>Vom Loslassen bis zum Text, die letzten Aufnahmen</translation>
    </message>
    <message>
        <source>╌╌ {median} ms, the median   ┈┈ {p95} ms, 95 of 100 are faster</source>
        <translation>╌╌ {median} ms, der Median   ┈┈ {p95} ms, 95 von 100 sind schneller</translation>
    </message>
    <message>
        <source>a model without a name</source>
        <translation>ein Modell ohne Namen</translation>
    </message>
    <message>
        <source>last sound</source>
        <translation>letzter Ton</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>voice detection, while speaking</source>
        <translation>Stimmerkennung, beim Sprechen</translation>
    </message>
    <message>
        <source>{model}: {share} of the words wrong in {count} corrected texts</source>
        <translation>{model}: {share} der Wörter falsch in {count} berichtigten Texten</translation>
    </message>
    <message>
        <source>The charts cannot be drawn here ({reason}).</source>
        <translation>Die Diagramme lassen sich hier nicht zeichnen ({reason}).</translation>
    </message>
    <message>
        <source>Statistics of Dictate</source>
        <translation>Statistik von Dictate</translation>
    </message>
    <message>
        <source>The history is empty: dictate something first.</source>
        <translation>Der Verlauf ist leer: Diktieren Sie erst etwas.</translation>
    </message>
    <message>
        <source>{takes} takes, {minutes} minutes of speech, {words} words; {saved}</source>
        <translation>{takes} Aufnahmen, {minutes} Minuten Sprache, {words} Wörter; {saved}</translation>
    </message>
    <message>
        <source>From the release to the text: {median} ms (median), {p95} ms (95 of 100); recognition takes {rtf} times as long as speaking</source>
        <translation>Vom Loslassen bis zum Text: {median} ms (Median), {p95} ms (95 von 100); die Erkennung braucht das {rtf}-Fache der Sprechzeit</translation>
    </message>
    <message>
        <source>Corrected texts: {count} ({share})</source>
        <translation>Berichtigte Texte: {count} ({share})</translation>
    </message>
    <message>
        <source>Medians: {parts}</source>
        <translation>Mediane: {parts}</translation>
    </message>
    <message>
        <source>{minutes} minutes saved against typing {speed} words a minute</source>
        <translation>{minutes} Minuten gespart, verglichen mit {speed} getippten Wörtern je Minute</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Downloading a model…</source>
        <translation>Ein Modell wird geladen…</translation>
    </message>
    <message>
        <source>Wait for the recording to begin, then speak.</source>
        <translation>Warten Sie, bis die Aufnahme beginnt, dann sprechen Sie.</translation>
    </message>
    <message>
        <source>Choose “Stop dictation” when you are done.</source>
        <translation>„Diktat stoppen“ wählen, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>The hotkeys are paused.</source>
        <translation>Die Tastenkürzel sind ausgesetzt.</translation>
    </message>
    <message>
        <source>Choose “Start dictation” in the menu and speak.</source>
        <translation>Wählen Sie im Menü „Diktat starten“ und sprechen Sie.</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Mikrofon wird geöffnet…</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Aufnahme…</translation>
    </message>
    <message>
        <source>Recognising…</source>
        <translation>Wird erkannt…</translation>
    </message>
    <message>
        <source>Writing the text…</source>
        <translation>Text wird geschrieben…</translation>
    </message>
    <message>
        <source>No speech heard.</source>
        <translation>Keine Sprache gehört.</translation>
    </message>
    <message>
        <source>Not understood.</source>
        <translation>Nicht verstanden.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Downloading: {progress}</source>
        <translation>Wird geladen: {progress}</translation>
    </message>
    <message>
        <source>Hold {key} and speak.</source>
        <translation>{key} halten und sprechen.</translation>
    </message>
    <message>
        <source>Press {key} and speak.</source>
        <translation>{key} drücken und sprechen.</translation>
    </message>
    <message>
        <source>Hold {key} and speak, or tap it.</source>
        <translation>{key} halten und sprechen, oder antippen.</translation>
    </message>
    <message>
        <source>Press {key} twice and speak.</source>
        <translation>{key} zweimal drücken und sprechen.</translation>
    </message>
    <message>
        <source>Press {key} and speak; silence ends it.</source>
        <translation>{key} drücken und sprechen; Stille beendet es.</translation>
    </message>
    <message>
        <source>The microphone is on; {seconds:.1f} s are kept in memory.</source>
        <translation>Das Mikrofon ist an; {seconds:.1f} s bleiben im Speicher.</translation>
    </message>
    <message>
        <source>Speech server {host}</source>
        <translation>Sprachserver {host}</translation>
    </message>
    <message>
        <source>Model {name} on {device}, {precision}</source>
        <translation>Modell {name} auf {device}, {precision}</translation>
    </message>
    <message>
        <source>Last take: {seconds} s of speech, text after {latency} ms</source>
        <translation>Letzte Aufnahme: {seconds} s Sprache, Text nach {latency} ms</translation>
    </message>
    <message>
        <source>Loaded: {name}, {precision}: {memory}</source>
        <translation>Geladen: {name}, {precision}: {memory}</translation>
    </message>
    <message>
        <source>Memory {memory}, CPU {share}</source>
        <translation>Speicher {memory}, CPU {share}</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>Dictate: {status}</source>
        <translation>Dictate: {status}</translation>
    </message>
    <message>
        <source>Built-in demonstration model on {device}</source>
        <translation>Eingebautes Vorführmodell auf {device}</translation>
    </message>
    <message>
        <source>{memory}, {card} on the card</source>
        <translation>{memory}, {card} auf der Karte</translation>
    </message>
    <message>
        <source>Recording… (profile {name}, private)</source>
        <translation>Aufnahme… (Profil {name}, privat)</translation>
    </message>
    <message>
        <source>Recording… (profile {name})</source>
        <translation>Aufnahme… (Profil {name})</translation>
    </message>
    <message>
        <source>Cleaning up the text… {share}</source>
        <translation>Text wird verbessert… {share}</translation>
    </message>
    <message>
        <source>Loading the model {name}…</source>
        <translation>Modell {name} wird geladen…</translation>
    </message>
    <message>
        <source>Let go of {key} when you are done.</source>
        <translation>{key} loslassen, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Press {key} when you are done.</source>
        <translation>{key} drücken, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Standing by: {model}</source>
        <translation>In Bereitschaft: {model}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>the built-in demonstration</source>
        <translation>die eingebaute Vorführung</translation>
    </message>
    <message>
        <source>Speak…</source>
        <translation>Sprechen Sie…</translation>
    </message>
    <message>
        <source>That is how you sound.</source>
        <translation>So klingen Sie.</translation>
    </message>
    <message>
        <source>small vocabulary</source>
        <translation>kleiner Wortschatz</translation>
    </message>
    <message>
        <source>It is all but silent. Choose another microphone, turn it up in the sound settings, or look for a switch on it.</source>
        <translation>Es ist fast still. Wählen Sie ein anderes Mikrofon, drehen Sie es in den Toneinstellungen auf, oder suchen Sie einen Schalter daran.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird eingebracht…</translation>
    </message>
    <message>
        <source>Nothing was understood. Speak louder or closer.</source>
        <translation>Nichts wurde verstanden. Sprechen Sie lauter oder näher.</translation>
    </message>
    <message>
        <source>accuracy: {class}</source>
        <translation>Genauigkeit: {class}</translation>
    </message>
    <message>
        <source>about {s} s per sentence here</source>
        <translation>hier etwa {s} s je Satz</translation>
    </message>
    <message>
        <source>Hold {key} for a moment and let go. Nothing is written yet.</source>
        <translation>{key} kurz halten und loslassen. Noch wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Press {key}, and press it again. Nothing is written yet.</source>
        <translation>{key} drücken, und noch einmal drücken. Noch wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Click into the field, hold {key}, speak, and let go.</source>
        <translation>Klicken Sie in das Feld, halten Sie {key}, sprechen Sie, und lassen Sie los.</translation>
    </message>
    <message>
        <source>Click into the field, press {key}, speak, press it again.</source>
        <translation>Klicken Sie in das Feld, drücken Sie {key}, sprechen Sie, drücken Sie noch einmal.</translation>
    </message>
    <message>
        <source>What is in the way</source>
        <translation>Was im Weg ist</translation>
    </message>
    <message>
        <source>Your microphone</source>
        <translation>Ihr Mikrofon</translation>
    </message>
    <message>
        <source>Say something: the bar should move and turn bright.</source>
        <translation>Sagen Sie etwas: Der Balken sollte sich bewegen und hell werden.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>&amp;Listen to two seconds of it</source>
        <translation>&amp;Zwei Sekunden davon anhören</translation>
    </message>
    <message>
        <source>Your hotkey</source>
        <translation>Ihr Tastenkürzel</translation>
    </message>
    <message>
        <source>pressed</source>
        <translation>gedrückt</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelassen</translation>
    </message>
    <message>
        <source>Choose &amp;another key…</source>
        <translation>&amp;Andere Taste wählen…</translation>
    </message>
    <message>
        <source>Your model</source>
        <translation>Ihr Modell</translation>
    </message>
    <message>
        <source>Larger models hear better and take longer. The demonstration is here already, and knows a few sentences only.</source>
        <translation>Größere Modelle hören besser und brauchen länger. Die Vorführung ist schon da und kennt nur wenige Sätze.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>All &amp;models…</source>
        <translation>Alle &amp;Modelle…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Benutzen</translation>
    </message>
    <message>
        <source>&amp;Download and use it</source>
        <translation>&amp;Herunterladen und benutzen</translation>
    </message>
    <message>
        <source>Your first sentence</source>
        <translation>Ihr erster Satz</translation>
    </message>
    <message>
        <source>Where you dictate</source>
        <translation>Wohin Sie diktieren</translation>
    </message>
    <message>
        <source>What you say appears here.</source>
        <translation>Was Sie sagen, erscheint hier.</translation>
    </message>
    <message>
        <source>First steps with Dictate</source>
        <translation>Erste Schritte mit Dictate</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Microphone level</source>
        <translation>Mikrofonpegel</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>&amp;Stop dictation</source>
        <translation>Diktat &amp;stoppen</translation>
    </message>
    <message>
        <source>&amp;Start dictation</source>
        <translation>Diktat &amp;starten</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictate</translation>
    </message>
    <message>
        <source>Last text</source>
        <translation>Letzter Text</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the last text</source>
        <translation>Letzten Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Menu</source>
        <translation>&amp;Menü</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
</TS>
