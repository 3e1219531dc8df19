<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>Version {version} is available; the menu opens its page.</source>
        <translation>Version {version} ist da; das Menü öffnet ihre Seite.</translation>
    </message>
    <message>
        <source>Looking for a newer version failed: {problem}</source>
        <translation>Die Suche nach einer neueren Version ist gescheitert: {problem}</translation>
    </message>
    <message>
        <source>About Dictate</source>
        <translation>Über Dictate</translation>
    </message>
    <message>
        <source>Your voice is recognised on this computer and never leaves it.</source>
        <translation>Ihre Stimme wird auf diesem Rechner erkannt und verlässt ihn nie.</translation>
    </message>
    <message>
        <source>Hold a key, speak, let go: the text is in your window.</source>
        <translation>Taste halten, sprechen, loslassen: Der Text steht in Ihrem Fenster.</translation>
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
    <name>Core</name>
    <message>
        <source>Dictate is not running.</source>
        <translation>Dictate läuft nicht.</translation>
    </message>
    <message>
        <source>&quot;en&quot;, &quot;de&quot; or &quot;auto&quot;</source>
        <translation>&quot;en&quot;, &quot;de&quot; oder &quot;auto&quot;</translation>
    </message>
    <message>
        <source>&quot;ollama&quot;, &quot;llama.cpp&quot;, or an address such as &quot;http://127.0.0.1:11434/v1&quot; without a key</source>
        <translation>&quot;ollama&quot;, &quot;llama.cpp&quot; oder eine Adresse wie &quot;http://127.0.0.1:11434/v1&quot; ohne Schlüssel</translation>
    </message>
    <message>
        <source>`dictate benchmark` measures how fast it is.</source>
        <translation>`dictate benchmark` misst, wie schnell es ist.</translation>
    </message>
    <message>
        <source>`dictate history list` shows them.</source>
        <translation>`dictate history list` zeigt sie.</translation>
    </message>
    <message>
        <source>`dictate llm check` shows the models it has.</source>
        <translation>`dictate llm check` zeigt die Modelle, die er hat.</translation>
    </message>
    <message>
        <source>`dictate models list` shows all of them.</source>
        <translation>`dictate models list` zeigt alle.</translation>
    </message>
    <message>
        <source>`dictate models list` shows those that can be downloaded.</source>
        <translation>`dictate models list` zeigt die, die sich herunterladen lassen.</translation>
    </message>
    <message>
        <source>`dictate models list` shows which are.</source>
        <translation>`dictate models list` zeigt, welche es sind.</translation>
    </message>
    <message>
        <source>`dictate remote check` shows the models it has.</source>
        <translation>`dictate remote check` zeigt die Modelle, die er hat.</translation>
    </message>
    <message>
        <source>A correction needs a text.</source>
        <translation>Eine Berichtigung braucht einen Text.</translation>
    </message>
    <message>
        <source>A CUDA library (cuBLAS or cuDNN) is missing.</source>
        <translation>Eine CUDA-Bibliothek (cuBLAS oder cuDNN) fehlt.</translation>
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
        <source>a list of these: {0}</source>
        <translation>eine Liste hiervon: {0}</translation>
    </message>
    <message>
        <source>A login page of the network or a wrong HF_ENDPOINT does this; check both.</source>
        <translation>Das kommt von einer Anmeldeseite des Netzes oder einem falschen HF_ENDPOINT; prüfen Sie beides.</translation>
    </message>
    <message>
        <source>A longer [remote] timeout_s waits for it; `dictate remote check` tries it.</source>
        <translation>Ein größeres [remote] timeout_s wartet darauf; `dictate remote check` probiert es.</translation>
    </message>
    <message>
        <source>A model cannot be called &quot;{0}&quot;.</source>
        <translation>Ein Modell kann nicht „{0}“ heißen.</translation>
    </message>
    <message>
        <source>A modifier key (Ctrl, Alt, Shift, Super) was still held.</source>
        <translation>Eine Umschalttaste (Strg, Alt, Umschalt, Super) war noch gedrückt.</translation>
    </message>
    <message>
        <source>a name was changed</source>
        <translation>ein Name wurde geändert</translation>
    </message>
    <message>
        <source>a negation was changed</source>
        <translation>eine Verneinung wurde geändert</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number from {0} to {1}</source>
        <translation>eine Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>a number was changed</source>
        <translation>eine Zahl wurde geändert</translation>
    </message>
    <message>
        <source>a path that begins at the root or with &quot;~&quot;</source>
        <translation>ein Pfad, der an der Wurzel oder mit &quot;~&quot; beginnt</translation>
    </message>
    <message>
        <source>A profile cannot hold {0} ({1}).</source>
        <translation>Ein Profil kann {0} nicht enthalten ({1}).</translation>
    </message>
    <message>
        <source>a program and its options such as [&quot;program&quot;, &quot;--option&quot;]</source>
        <translation>ein Programm und seine Optionen wie [&quot;program&quot;, &quot;--option&quot;]</translation>
    </message>
    <message>
        <source>A recording from before was not written out: Dictate ended too early.</source>
        <translation>Eine frühere Aufnahme wurde nicht ausgeschrieben: Dictate endete zu früh.</translation>
    </message>
    <message>
        <source>A recording is being tried again.</source>
        <translation>Eine Aufnahme wird gerade noch einmal erkannt.</translation>
    </message>
    <message>
        <source>A recording is running already.</source>
        <translation>Es läuft schon eine Aufnahme.</translation>
    </message>
    <message>
        <source>A recording is running.</source>
        <translation>Eine Aufnahme läuft.</translation>
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
        <source>A text that was written goes with `dictate undo`.</source>
        <translation>Ein geschriebener Text geht mit `dictate undo` wieder.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a word that carries the meaning was changed</source>
        <translation>ein Wort, das den Sinn trägt, wurde geändert</translation>
    </message>
    <message>
        <source>Add its authority to the system, or name its file in SSL_CERT_FILE.</source>
        <translation>Fügen Sie die Zertifizierungsstelle dem System hinzu, oder nennen Sie ihre Datei in SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>Add yourself to the group input, if you want Dictate to see all keys.</source>
        <translation>Nehmen Sie sich in die Gruppe input auf, wenn Dictate alle Tasten sehen soll.</translation>
    </message>
    <message>
        <source>allow desktop apps in Settings &gt; Privacy &amp; security &gt; Microphone</source>
        <translation>erlauben Sie es Desktop-Apps unter Einstellungen &gt; Datenschutz und Sicherheit &gt; Mikrofon</translation>
    </message>
    <message>
        <source>allow Dictate in System Settings &gt; Privacy &amp; Security &gt; Microphone</source>
        <translation>erlauben Sie es Dictate unter Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Mikrofon</translation>
    </message>
    <message>
        <source>Allow it in System Settings, Privacy &amp; Security, Accessibility and Input Monitoring, then start it again.</source>
        <translation>Erlauben Sie es unter Systemeinstellungen, Datenschutz &amp; Sicherheit, Bedienungshilfen und Eingabeüberwachung, und starten Sie es dann neu.</translation>
    </message>
    <message>
        <source>Allow larger uploads there, or dictate in shorter parts.</source>
        <translation>Erlauben Sie dort größere Uploads, oder diktieren Sie in kürzeren Teilen.</translation>
    </message>
    <message>
        <source>an address such as &quot;http://127.0.0.1:8000/v1&quot; without a key</source>
        <translation>eine Adresse wie &quot;http://127.0.0.1:8000/v1&quot; ohne Schlüssel</translation>
    </message>
    <message>
        <source>an address that begins with &quot;https://&quot;, without a key, or a file</source>
        <translation>eine Adresse, die mit „https://“ beginnt, ohne Schlüssel, oder eine Datei</translation>
    </message>
    <message>
        <source>Another model is being downloaded.</source>
        <translation>Ein anderes Modell wird gerade heruntergeladen.</translation>
    </message>
    <message>
        <source>Another program keeps changing the clipboard.</source>
        <translation>Ein anderes Programm ändert ständig die Zwischenablage.</translation>
    </message>
    <message>
        <source>Another program may be holding it; copy something there, then try again.</source>
        <translation>Vielleicht hält ein anderes Programm sie fest; kopieren Sie dort etwas und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Another window has the keyboard now.</source>
        <translation>Jetzt hat ein anderes Fenster die Tastatur.</translation>
    </message>
    <message>
        <source>Answer its question.</source>
        <translation>Beantworten Sie seine Frage.</translation>
    </message>
    <message>
        <source>Asking for updates is switched off by HF_HUB_OFFLINE.</source>
        <translation>HF_HUB_OFFLINE schaltet die Suche nach neuen Versionen ab.</translation>
    </message>
    <message>
        <source>Asking the speech server failed.</source>
        <translation>Die Anfrage an den Sprachserver ist gescheitert.</translation>
    </message>
    <message>
        <source>at its end</source>
        <translation>an ihrem Ende</translation>
    </message>
    <message>
        <source>Begin one with `dictate start`.</source>
        <translation>Mit `dictate start` beginnt eine.</translation>
    </message>
    <message>
        <source>Bind a shortcut in the desktop&apos;s keyboard settings to the command `dictate toggle`.</source>
        <translation>Legen Sie in den Tastatureinstellungen der Oberfläche ein Tastenkürzel auf den Befehl `dictate toggle`.</translation>
    </message>
    <message>
        <source>Bind a shortcut of the desktop to `dictate toggle` instead.</source>
        <translation>Legen Sie stattdessen ein Tastenkürzel der Oberfläche auf `dictate toggle`.</translation>
    </message>
    <message>
        <source>Bind a shortcut of the desktop to the command `dictate toggle`.</source>
        <translation>Legen Sie ein Tastenkürzel der Oberfläche auf den Befehl `dictate toggle`.</translation>
    </message>
    <message>
        <source>Bring it back from the tray&apos;s menu or with: dictate retry</source>
        <translation>Holen Sie sie über das Menü des Symbols zurück oder mit: dictate retry</translation>
    </message>
    <message>
        <source>cannot work: {0} begins before {1} is pressed.</source>
        <translation>geht nicht: {0} beginnt, bevor {1} gedrückt ist.</translation>
    </message>
    <message>
        <source>Change it in an editor, or move it away and set your choices again.</source>
        <translation>Ändern Sie sie in einem Editor, oder schieben Sie sie beiseite und treffen Sie Ihre Wahl neu.</translation>
    </message>
    <message>
        <source>Change its permissions or copy it.</source>
        <translation>Ändern Sie die Rechte, oder kopieren Sie die Datei.</translation>
    </message>
    <message>
        <source>Check [llm] endpoint in the settings; `dictate llm check` tries it.</source>
        <translation>Prüfen Sie [llm] endpoint in den Einstellungen; `dictate llm check` probiert es.</translation>
    </message>
    <message>
        <source>Check [llm] in the settings; `dictate llm check` tries it.</source>
        <translation>Prüfen Sie [llm] in den Einstellungen; `dictate llm check` probiert es.</translation>
    </message>
    <message>
        <source>Check [output] command in the settings; try it in a terminal.</source>
        <translation>Prüfen Sie [output] command in den Einstellungen; probieren Sie ihn in einem Terminal.</translation>
    </message>
    <message>
        <source>Check [output] file in the settings.</source>
        <translation>Prüfen Sie [output] file in den Einstellungen.</translation>
    </message>
    <message>
        <source>Check [remote] endpoint in the settings; `dictate remote check` tries it.</source>
        <translation>Prüfen Sie [remote] endpoint in den Einstellungen; `dictate remote check` probiert es.</translation>
    </message>
    <message>
        <source>Check [updates] feed: it names this file.</source>
        <translation>Prüfen Sie [updates] feed: Dort steht diese Datei.</translation>
    </message>
    <message>
        <source>Check [updates] feed; docs/updates.md says what a feed is.</source>
        <translation>Prüfen Sie [updates] feed; docs/updates.md sagt, was das ist.</translation>
    </message>
    <message>
        <source>Check DISPLAY and whether this user may use it (xhost, XAUTHORITY).</source>
        <translation>Prüfen Sie DISPLAY und ob dieser Benutzer ihn nutzen darf (xhost, XAUTHORITY).</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check its permissions and the free space; the change holds until you quit.</source>
        <translation>Prüfen Sie die Rechte und den freien Platz; die Änderung gilt bis zum Beenden.</translation>
    </message>
    <message>
        <source>Check its permissions or name another with --config; the defaults are used.</source>
        <translation>Prüfen Sie die Rechte, oder nennen Sie eine andere mit --config; es gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Check that the desktop session is running.</source>
        <translation>Prüfen Sie, ob die Sitzung der Oberfläche läuft.</translation>
    </message>
    <message>
        <source>Check that the desktop session is the one you look at.</source>
        <translation>Prüfen Sie, ob die Sitzung die ist, die Sie vor sich sehen.</translation>
    </message>
    <message>
        <source>Check that the disk has room and that its folder is writable; dictation works without it.</source>
        <translation>Prüfen Sie, ob die Platte Platz hat und ihr Ordner beschreibbar ist; das Diktieren geht auch ohne.</translation>
    </message>
    <message>
        <source>Check that the folder can be written and the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner beschreibbar und die Platte nicht voll ist.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk is well.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen und die Platte in Ordnung ist.</translation>
    </message>
    <message>
        <source>Check the environment variables HTTPS_PROXY and HTTP_PROXY.</source>
        <translation>Prüfen Sie die Umgebungsvariablen HTTPS_PROXY und HTTP_PROXY.</translation>
    </message>
    <message>
        <source>Check the folder {0}.</source>
        <translation>Prüfen Sie den Ordner {0}.</translation>
    </message>
    <message>
        <source>Check the name; `dictate models list` shows the known ones.</source>
        <translation>Prüfen Sie den Namen; `dictate models list` zeigt die bekannten.</translation>
    </message>
    <message>
        <source>Check the network and [updates] feed, or try again later.</source>
        <translation>Prüfen Sie das Netz und [updates] feed, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Check the network, or bring the model&apos;s folder from another machine: dictate models import FOLDER</source>
        <translation>Prüfen Sie das Netz, oder bringen Sie den Ordner des Modells von einem anderen Rechner mit: dictate models import FOLDER</translation>
    </message>
    <message>
        <source>Choose a key for Dictate in the keyboard settings of the desktop.</source>
        <translation>Wählen Sie in den Tastatureinstellungen der Oberfläche eine Taste für Dictate.</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Wählen Sie ein Modell.</translation>
    </message>
    <message>
        <source>Choose a name of letters, digits, dots and dashes: --name NAME</source>
        <translation>Wählen Sie einen Namen aus Buchstaben, Ziffern, Punkten und Strichen: --name NAME</translation>
    </message>
    <message>
        <source>Choose a repository made for faster-whisper, or one for onnx-asr.</source>
        <translation>Wählen Sie eine Ablage für faster-whisper oder eine für onnx-asr.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close other programs.</source>
        <translation>Wählen Sie ein kleineres Modell, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>Wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another key for [hotkey] cancel.</source>
        <translation>Wählen Sie eine andere Taste für [hotkey] cancel.</translation>
    </message>
    <message>
        <source>Choose another key for [hotkey] {0}.</source>
        <translation>Wählen Sie eine andere Taste für [hotkey] {0}.</translation>
    </message>
    <message>
        <source>Choose another model, or set [engine] device to &quot;auto&quot;.</source>
        <translation>Wählen Sie ein anderes Modell, oder setzen Sie [engine] device auf &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Choose another model, or set [engine] device to &quot;cpu&quot;.</source>
        <translation>Wählen Sie ein anderes Modell, oder setzen Sie [engine] device auf &quot;cpu&quot;.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another one in the menu, or plug it out and in again.</source>
        <translation>Wählen Sie im Menü ein anderes, oder ziehen Sie es ab und stecken Sie es wieder an.</translation>
    </message>
    <message>
        <source>Choose another one, or plug it in anew.</source>
        <translation>Wählen Sie ein anderes, oder stecken Sie es neu an.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Choose another one; nothing was changed.</source>
        <translation>Wählen Sie eine andere; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Choose another paste chord.</source>
        <translation>Wählen Sie eine andere Tastenkombination zum Einfügen.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose another repository made for onnx-asr.</source>
        <translation>Wählen Sie eine andere Ablage für onnx-asr.</translation>
    </message>
    <message>
        <source>Choose one that can, such as small: dictate models download small</source>
        <translation>Wählen Sie eines, das es kann, etwa small: dictate models download small</translation>
    </message>
    <message>
        <source>Choose “Try the last recording again” in the menu, or run `dictate retry`.</source>
        <translation>Wählen Sie im Menü „Letzte Aufnahme noch einmal versuchen“, oder rufen Sie `dictate retry` auf.</translation>
    </message>
    <message>
        <source>Click into a text field first.</source>
        <translation>Klicken Sie erst in ein Textfeld.</translation>
    </message>
    <message>
        <source>Click into a text field, then insert it again from the tray menu or with `dictate again`.</source>
        <translation>Klicken Sie in ein Textfeld, und fügen Sie ihn dann über das Menü des Symbols oder mit `dictate again` noch einmal ein.</translation>
    </message>
    <message>
        <source>Click into it, then again.</source>
        <translation>Klicken Sie hinein, dann noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs that record</source>
        <translation>Schließen Sie andere Programme, die aufnehmen</translation>
    </message>
    <message>
        <source>Commands cannot be received ({0}).</source>
        <translation>Befehle können nicht empfangen werden ({0}).</translation>
    </message>
    <message>
        <source>Convert it: {0} (where `pip install transformers[torch] ctranslate2` was done), then: {1}</source>
        <translation>Wandeln Sie es um: {0} (wo `pip install transformers[torch] ctranslate2` lief), dann: {1}</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Kopieren Sie es noch einmal von dort, wo es herkam.</translation>
    </message>
    <message>
        <source>Copy it from the tray menu: Last text.</source>
        <translation>Kopieren Sie ihn über das Menü des Symbols: letzter Text.</translation>
    </message>
    <message>
        <source>Copy the model again from where it came from.</source>
        <translation>Kopieren Sie das Modell noch einmal von dort, wo es herkam.</translation>
    </message>
    <message>
        <source>Copy the model folder again, or choose another one.</source>
        <translation>Kopieren Sie den Modellordner noch einmal, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Copy the text from Dictate&apos;s menu.</source>
        <translation>Kopieren Sie den Text aus dem Menü von Dictate.</translation>
    </message>
    <message>
        <source>CUDA cannot be used on this machine.</source>
        <translation>CUDA lässt sich auf diesem Rechner nicht nutzen.</translation>
    </message>
    <message>
        <source>Delete the entry instead.</source>
        <translation>Löschen Sie stattdessen den Eintrag.</translation>
    </message>
    <message>
        <source>Devices here are cuda:0 to cuda:{0}.</source>
        <translation>Geräte hier sind cuda:0 bis cuda:{0}.</translation>
    </message>
    <message>
        <source>Dictate again.</source>
        <translation>Diktieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Dictate ends.</source>
        <translation>Dictate wird beendet.</translation>
    </message>
    <message>
        <source>Dictate is just ending.</source>
        <translation>Dictate wird gerade beendet.</translation>
    </message>
    <message>
        <source>Dictate is just starting.</source>
        <translation>Dictate startet gerade.</translation>
    </message>
    <message>
        <source>Dictate is running already.</source>
        <translation>Dictate läuft schon.</translation>
    </message>
    <message>
        <source>Dictate is running but does not answer.</source>
        <translation>Dictate läuft, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Dictate it again.</source>
        <translation>Diktieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Dictate it once more.</source>
        <translation>Diktieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Dictate something.</source>
        <translation>Diktieren Sie etwas.</translation>
    </message>
    <message>
        <source>Dictate was updated while it ran: quit it and start it again.</source>
        <translation>Dictate wurde aktualisiert, während es lief: Beenden Sie es, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Did you mean &quot;{0}&quot;?</source>
        <translation>Meinten Sie &quot;{0}&quot;?</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>Meinten Sie {0}?</translation>
    </message>
    <message>
        <source>Do not trust it; get the model from another place.</source>
        <translation>Trauen Sie ihm nicht; holen Sie das Modell von einem anderen Ort.</translation>
    </message>
    <message>
        <source>download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Downloads are switched off by HF_HUB_OFFLINE.</source>
        <translation>HF_HUB_OFFLINE schaltet das Herunterladen ab.</translation>
    </message>
    <message>
        <source>End it in the task manager and start it again.</source>
        <translation>Beenden Sie es in der Aufgabenverwaltung, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>End it with `dictate stop`.</source>
        <translation>Mit `dictate stop` endet sie.</translation>
    </message>
    <message>
        <source>End programs that fill it; `df -h /dev/shm` shows how full it is.</source>
        <translation>Beenden Sie Programme, die ihn füllen; `df -h /dev/shm` zeigt, wie voll er ist.</translation>
    </message>
    <message>
        <source>engine.adapt = &quot;off&quot; keeps the model of the settings.</source>
        <translation>engine.adapt = &quot;off&quot; bleibt beim Modell der Einstellungen.</translation>
    </message>
    <message>
        <source>Fields of other programs are read on Linux only.</source>
        <translation>Felder anderer Programme lassen sich nur unter Linux lesen.</translation>
    </message>
    <message>
        <source>Formats that work: wav, flac, mp3, m4a, ogg, webm and the sound of videos.</source>
        <translation>Formate, die gehen: wav, flac, mp3, m4a, ogg, webm und der Ton von Videos.</translation>
    </message>
    <message>
        <source>Free some space and start the {0} again.</source>
        <translation>Schaffen Sie Platz, und beginnen Sie noch einmal mit: {0}.</translation>
    </message>
    <message>
        <source>Free some space, or set DICTATE_MODELS to a folder on another disk.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie DICTATE_MODELS auf einen Ordner auf einer anderen Platte.</translation>
    </message>
    <message>
        <source>Get a model: dictate models download base</source>
        <translation>Holen Sie ein Modell: dictate models download base</translation>
    </message>
    <message>
        <source>Get a real one: dictate models download base</source>
        <translation>Holen Sie ein richtiges: dictate models download base</translation>
    </message>
    <message>
        <source>Get it ({0} MB): dictate models download {1}</source>
        <translation>Holen Sie es ({0} MB): dictate models download {1}</translation>
    </message>
    <message>
        <source>Get it again: dictate models download {0}</source>
        <translation>Holen Sie es noch einmal: dictate models download {0}</translation>
    </message>
    <message>
        <source>Get one there, such as `ollama pull llama3.2`.</source>
        <translation>Holen Sie dort eines, etwa mit `ollama pull llama3.2`.</translation>
    </message>
    <message>
        <source>Get the model again.</source>
        <translation>Holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Get the model again: dictate models download NAME</source>
        <translation>Holen Sie das Modell noch einmal: dictate models download NAME</translation>
    </message>
    <message>
        <source>Give it another key under [[hotkey.bindings]].</source>
        <translation>Geben Sie ihm unter [[hotkey.bindings]] eine andere Taste.</translation>
    </message>
    <message>
        <source>Give it names such as [&quot;firefox&quot;, &quot;code*&quot;], where * stands for anything.</source>
        <translation>Geben Sie Namen an wie [&quot;firefox&quot;, &quot;code*&quot;]; * steht für Beliebiges.</translation>
    </message>
    <message>
        <source>Give it true or false; until then it is true.</source>
        <translation>Geben Sie true oder false an; bis dahin gilt true.</translation>
    </message>
    <message>
        <source>Give it {0}; until then it is as without the profile.</source>
        <translation>Nötig ist {0}; bis dahin gilt, was ohne das Profil gilt.</translation>
    </message>
    <message>
        <source>Give it {0}; until then it is {1}.</source>
        <translation>Nötig ist {0}; bis dahin gilt {1}.</translation>
    </message>
    <message>
        <source>Give profiles hotkeys of their own ([[hotkey.bindings]]), or use `dictate start --profile`.</source>
        <translation>Geben Sie Profilen eigene Tastenkürzel ([[hotkey.bindings]]), oder nutzen Sie `dictate start --profile`.</translation>
    </message>
    <message>
        <source>If it is plugged in, quit Dictate and start it again: a microphone that does not close keeps new ones from being found.</source>
        <translation>Wenn es angesteckt ist, beenden und starten Sie Dictate: Solange ein Mikrofon nicht schließt, lassen sich neue nicht finden.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a model in CTranslate2 format: a folder with model.bin.</source>
        <translation>Importieren Sie ein Modell im CTranslate2-Format: einen Ordner mit model.bin.</translation>
    </message>
    <message>
        <source>Import them one by one, such as the one in {0}.</source>
        <translation>Importieren Sie sie einzeln, etwa das in {0}.</translation>
    </message>
    <message>
        <source>in line {0}</source>
        <translation>in Zeile {0}</translation>
    </message>
    <message>
        <source>In the hotkey &quot;{0}&quot; a key is missing beside a &quot;+&quot;.</source>
        <translation>Im Tastenkürzel „{0}“ fehlt neben einem „+“ eine Taste.</translation>
    </message>
    <message>
        <source>insert the last text again</source>
        <translation>letzten Text noch einmal einfügen</translation>
    </message>
    <message>
        <source>Install a current NVIDIA driver. Set [engine] device to &quot;cpu&quot; to stop trying it.</source>
        <translation>Installieren Sie einen aktuellen NVIDIA-Treiber. Setzen Sie [engine] device auf &quot;cpu&quot;, damit es nicht mehr versucht wird.</translation>
    </message>
    <message>
        <source>Install Dictate again: pip install --force-reinstall faster-whisper</source>
        <translation>Installieren Sie Dictate noch einmal: pip install --force-reinstall faster-whisper</translation>
    </message>
    <message>
        <source>Install Dictate again: pip install --force-reinstall sounddevice.</source>
        <translation>Installieren Sie Dictate noch einmal: pip install --force-reinstall sounddevice.</translation>
    </message>
    <message>
        <source>Install Dictate again; a file was lost.</source>
        <translation>Installieren Sie Dictate noch einmal; eine Datei ging verloren.</translation>
    </message>
    <message>
        <source>Install Dictate&apos;s packages again, as its README says.</source>
        <translation>Installieren Sie die Pakete von Dictate noch einmal, wie es in der README steht.</translation>
    </message>
    <message>
        <source>Install it: sudo apt install libportaudio2 (Fedora: portaudio).</source>
        <translation>Installieren Sie es: sudo apt install libportaudio2 (Fedora: portaudio).</translation>
    </message>
    <message>
        <source>Install it: sudo apt-get install libxcb-cursor0</source>
        <translation>Installieren Sie sie: sudo apt-get install libxcb-cursor0</translation>
    </message>
    <message>
        <source>Install it: {0}</source>
        <translation>Installieren Sie es: {0}</translation>
    </message>
    <message>
        <source>Install onnxruntime-gpu in place of onnxruntime, or set [engine] device to &quot;auto&quot;.</source>
        <translation>Installieren Sie onnxruntime-gpu statt onnxruntime, oder setzen Sie [engine] device auf &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Install the NVIDIA driver, or set [engine] device to &quot;auto&quot;.</source>
        <translation>Installieren Sie den NVIDIA-Treiber, oder setzen Sie [engine] device auf &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Install them with pip: nvidia-cublas-cu12 and nvidia-cudnn-cu12. Set [engine] device to &quot;cpu&quot; to stop trying it.</source>
        <translation>Installieren Sie sie mit pip: nvidia-cublas-cu12 und nvidia-cudnn-cu12. Setzen Sie [engine] device auf &quot;cpu&quot;, damit es nicht mehr versucht wird.</translation>
    </message>
    <message>
        <source>Install wtype (Sway, Hyprland) or ydotool, or paste the text yourself.</source>
        <translation>Installieren Sie wtype (Sway, Hyprland) oder ydotool, oder fügen Sie den Text selbst ein.</translation>
    </message>
    <message>
        <source>Install xclip (X11) or wl-clipboard (Wayland).</source>
        <translation>Installieren Sie xclip (X11) oder wl-clipboard (Wayland).</translation>
    </message>
    <message>
        <source>is there twice.</source>
        <translation>ist doppelt vergeben.</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>es lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>it has no page that begins with https</source>
        <translation>es hat keine Seite, die mit https beginnt</translation>
    </message>
    <message>
        <source>it has no version such as 1.2.0</source>
        <translation>es hat keine Version wie 1.2.0</translation>
    </message>
    <message>
        <source>it has {0} bytes instead of {1}</source>
        <translation>es hat {0} Bytes statt {1}</translation>
    </message>
    <message>
        <source>It is asked again in {0} s.</source>
        <translation>In {0} s wird er wieder gefragt.</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es ist zu lang</translation>
    </message>
    <message>
        <source>it is too long to compare</source>
        <translation>er ist zu lang zum Vergleichen</translation>
    </message>
    <message>
        <source>It may hold {0}, and all of {1}.</source>
        <translation>Erlaubt sind {0} und alles aus {1}.</translation>
    </message>
    <message>
        <source>It runs on the {0}</source>
        <translation>Sie läuft auf {0}</translation>
    </message>
    <message>
        <source>it speaks of somebody else</source>
        <translation>er spricht von jemand anderem</translation>
    </message>
    <message>
        <source>It takes a few MB only.</source>
        <translation>Es braucht nur ein paar MB.</translation>
    </message>
    <message>
        <source>it was empty</source>
        <translation>er war leer</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>it would hold half a character</source>
        <translation>sie enthielte ein halbes Zeichen</translation>
    </message>
    <message>
        <source>its checksum is wrong</source>
        <translation>die Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>Keys are called &quot;f9&quot;, &quot;space&quot;, &quot;ctrl_r&quot;, &quot;pause&quot; or by their character.</source>
        <translation>Tasten heißen &quot;f9&quot;, &quot;space&quot;, &quot;ctrl_r&quot;, &quot;pause&quot; oder wie ihr Zeichen.</translation>
    </message>
    <message>
        <source>Keys cannot be pressed on this desktop.</source>
        <translation>Auf dieser Oberfläche lassen sich keine Tasten drücken.</translation>
    </message>
    <message>
        <source>Keys cannot be pressed on this desktop; paste it yourself.</source>
        <translation>Auf dieser Oberfläche lassen sich keine Tasten drücken; fügen Sie ihn selbst ein.</translation>
    </message>
    <message>
        <source>Keys of other programs cannot be seen on this desktop.</source>
        <translation>Tasten anderer Programme sind auf dieser Oberfläche nicht zu sehen.</translation>
    </message>
    <message>
        <source>Known are {0}. Choose another model.</source>
        <translation>Bekannt sind {0}. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Let go of all keys before the text arrives.</source>
        <translation>Lassen Sie alle Tasten los, bevor der Text kommt.</translation>
    </message>
    <message>
        <source>lines or marks were added</source>
        <translation>Zeilen oder Zeichen kamen hinzu</translation>
    </message>
    <message>
        <source>Log in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Log in anew.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Log in to a desktop session.</source>
        <translation>Melden Sie sich in einer Sitzung mit Oberfläche an.</translation>
    </message>
    <message>
        <source>Log in to the desktop anew.</source>
        <translation>Melden Sie sich an der Oberfläche neu an.</translation>
    </message>
    <message>
        <source>look at the inputs in pavucontrol</source>
        <translation>sehen Sie in pavucontrol nach den Eingängen</translation>
    </message>
    <message>
        <source>Look at the loudspeaker; for dictating none is needed.</source>
        <translation>Sehen Sie nach dem Lautsprecher; zum Diktieren braucht es keinen.</translation>
    </message>
    <message>
        <source>Look for its mute switch and for the permission to record, or choose another one.</source>
        <translation>Sehen Sie nach dem Stummschalter und der Erlaubnis zum Aufnehmen, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>macOS does not yet allow this program to see keys.</source>
        <translation>macOS lässt dieses Programm noch keine Tasten sehen.</translation>
    </message>
    <message>
        <source>Make it writable, or use the autostart settings of your desktop.</source>
        <translation>Machen Sie sie beschreibbar, oder nutzen Sie die Autostart-Einstellungen der Oberfläche.</translation>
    </message>
    <message>
        <source>Make its folder writable, or name another file with --config.</source>
        <translation>Machen Sie den Ordner beschreibbar, oder nennen Sie eine andere Datei mit --config.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check the folder {0}.</source>
        <translation>Schaffen Sie Platz auf der Platte, oder prüfen Sie den Ordner {0}.</translation>
    </message>
    <message>
        <source>Mend it in the settings file; the others are in force.</source>
        <translation>Berichtigen Sie es in der Einstellungsdatei; die anderen gelten.</translation>
    </message>
    <message>
        <source>Mend it or move it away; until then the defaults are used.</source>
        <translation>Berichtigen Sie sie, oder schieben Sie sie beiseite; bis dahin gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>Mend it or move it away; until then what is in force stays, and nothing is saved.</source>
        <translation>Berichtigen Sie sie, oder schieben Sie sie beiseite; bis dahin bleibt, was gilt, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Mend it.</source>
        <translation>Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>Mend it; until then Dictate&apos;s own words are used.</source>
        <translation>Berichtigen Sie sie; bis dahin gelten die Wörter von Dictate.</translation>
    </message>
    <message>
        <source>Metal cannot be used on this machine.</source>
        <translation>Metal lässt sich auf diesem Rechner nicht nutzen.</translation>
    </message>
    <message>
        <source>Metal needs the Python package mlx-whisper, which is not installed</source>
        <translation>Für Metal fehlt das Python-Paket mlx-whisper</translation>
    </message>
    <message>
        <source>Name a key or chord such as &quot;ctrl_r&quot;, &quot;f9&quot; or &quot;ctrl+alt+d&quot;.</source>
        <translation>Nennen Sie eine Taste oder Kombination wie &quot;ctrl_r&quot;, &quot;f9&quot; oder &quot;ctrl+alt+d&quot;.</translation>
    </message>
    <message>
        <source>Name an audio file.</source>
        <translation>Nennen Sie eine Tondatei.</translation>
    </message>
    <message>
        <source>Name an existing folder or archive.</source>
        <translation>Nennen Sie einen Ordner oder ein Archiv, die es gibt.</translation>
    </message>
    <message>
        <source>Name an existing folder, or a model&apos;s name.</source>
        <translation>Nennen Sie einen Ordner, den es gibt, oder den Namen eines Modells.</translation>
    </message>
    <message>
        <source>Name another with --config.</source>
        <translation>Nennen Sie eine andere mit --config.</translation>
    </message>
    <message>
        <source>Name each key once.</source>
        <translation>Nennen Sie jede Taste einmal.</translation>
    </message>
    <message>
        <source>Name the folder it lies in.</source>
        <translation>Nennen Sie den Ordner, in dem es liegt.</translation>
    </message>
    <message>
        <source>Name the folder that holds model.bin or the .onnx files, or an archive of it.</source>
        <translation>Nennen Sie den Ordner mit model.bin oder den .onnx-Dateien, oder ein Archiv davon.</translation>
    </message>
    <message>
        <source>Name the folder that holds model.bin, or an archive of it alone.</source>
        <translation>Nennen Sie den Ordner mit model.bin, oder ein Archiv nur davon.</translation>
    </message>
    <message>
        <source>Name the folder that holds model.bin, or an archive of it.</source>
        <translation>Nennen Sie den Ordner mit model.bin, oder ein Archiv davon.</translation>
    </message>
    <message>
        <source>No command is set to give texts to.</source>
        <translation>Es ist kein Befehl gesetzt, der die Texte bekommt.</translation>
    </message>
    <message>
        <source>No file is set to append to.</source>
        <translation>Es ist keine Datei gesetzt, an die angehängt wird.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Kein Mikrofon gefunden.</translation>
    </message>
    <message>
        <source>No microphone was found; the computer&apos;s own sound would be recorded.</source>
        <translation>Kein Mikrofon gefunden; aufgenommen würde der Ton des Rechners selbst.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>No recording is running.</source>
        <translation>Es läuft keine Aufnahme.</translation>
    </message>
    <message>
        <source>No tool here presses keys.</source>
        <translation>Kein Werkzeug hier drückt Tasten.</translation>
    </message>
    <message>
        <source>No tool here types every text exactly.</source>
        <translation>Kein Werkzeug hier tippt jeden Text genau.</translation>
    </message>
    <message>
        <source>No update feed is set.</source>
        <translation>Keine Quelle für neue Versionen ist eingestellt.</translation>
    </message>
    <message>
        <source>No window has the keyboard.</source>
        <translation>Kein Fenster hat die Tastatur.</translation>
    </message>
    <message>
        <source>No {0} answers at {1}.</source>
        <translation>{0}: Bei {1} antwortet niemand.</translation>
    </message>
    <message>
        <source>Not every key of this text can be pressed here.</source>
        <translation>Nicht jede Taste dieses Textes lässt sich hier drücken.</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing happened for {0} s.</source>
        <translation>{0} s lang ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Nichts ging verloren.</translation>
    </message>
    <message>
        <source>of unknown version</source>
        <translation>von unbekannter Version</translation>
    </message>
    <message>
        <source>On macOS allow this program under Privacy &amp; Security, Accessibility.</source>
        <translation>Erlauben Sie es diesem Programm unter macOS in Datenschutz &amp; Sicherheit, Bedienungshilfen.</translation>
    </message>
    <message>
        <source>one of &quot;auto&quot;, &quot;cpu&quot;, &quot;cuda&quot;, &quot;cuda:1&quot;, &quot;metal&quot;</source>
        <translation>eines von &quot;auto&quot;, &quot;cpu&quot;, &quot;cuda&quot;, &quot;cuda:1&quot;, &quot;metal&quot;</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>eines von {0}</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot use Core ML here; speech is recognised on the CPU.</source>
        <translation>ONNX Runtime kann hier Core ML nicht nutzen; Sprache wird auf der CPU erkannt.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot use CUDA here; speech is recognised on the CPU.</source>
        <translation>ONNX Runtime kann hier CUDA nicht nutzen; Sprache wird auf der CPU erkannt.</translation>
    </message>
    <message>
        <source>Open {0}/{1}, agree, then log in with `hf auth login`.</source>
        <translation>Öffnen Sie {0}/{1}, stimmen Sie zu, und melden Sie sich dann mit `hf auth login` an.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Other programs keep the processor busy, and texts are late.</source>
        <translation>Andere Programme lasten den Prozessor aus, und die Texte kommen spät.</translation>
    </message>
    <message>
        <source>Plug it in again; the next recording looks for it.</source>
        <translation>Stecken Sie es wieder an; die nächste Aufnahme sucht danach.</translation>
    </message>
    <message>
        <source>Plug it in, or choose another one in the menu.</source>
        <translation>Stecken Sie es an, oder wählen Sie im Menü ein anderes.</translation>
    </message>
    <message>
        <source>Plug it out and in, or restart the sound server; if nothing happens then, restart Dictate.</source>
        <translation>Ziehen Sie es ab und stecken Sie es wieder an, oder starten Sie den Tonserver neu; hilft das nicht, starten Sie Dictate neu.</translation>
    </message>
    <message>
        <source>Plug one in</source>
        <translation>Stecken Sie eines an</translation>
    </message>
    <message>
        <source>Plug the microphone out and in; if that does not help, quit Dictate and start it again.</source>
        <translation>Ziehen Sie das Mikrofon ab und stecken Sie es wieder an; hilft das nicht, beenden und starten Sie Dictate.</translation>
    </message>
    <message>
        <source>Press undo (Ctrl+Z) in that window.</source>
        <translation>Drücken Sie in jenem Fenster Rückgängig (Strg+Z).</translation>
    </message>
    <message>
        <source>Put a shortcut to Dictate into the folder that `shell:startup` opens.</source>
        <translation>Legen Sie eine Verknüpfung mit Dictate in den Ordner, den `shell:startup` öffnet.</translation>
    </message>
    <message>
        <source>Put the lines that `dictate doctor` shows in {0}.</source>
        <translation>Schreiben Sie die Zeilen, die `dictate doctor` zeigt, hierhin: {0}.</translation>
    </message>
    <message>
        <source>Put this in {0}: {1}</source>
        <translation>Schreiben Sie dies hierhin: {0}: {1}</translation>
    </message>
    <message>
        <source>Qt&apos;s window library {0} is missing.</source>
        <translation>Die Fensterbibliothek {0} von Qt fehlt.</translation>
    </message>
    <message>
        <source>Quit it and start it again.</source>
        <translation>Beenden Sie es, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>Recognition failed ({0}).</source>
        <translation>Die Erkennung ist gescheitert ({0}).</translation>
    </message>
    <message>
        <source>Recognition was stopped.</source>
        <translation>Die Erkennung wurde angehalten.</translation>
    </message>
    <message>
        <source>Record or copy the file again.</source>
        <translation>Nehmen Sie die Datei noch einmal auf, oder kopieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Recording failed ({0}).</source>
        <translation>Die Aufnahme ist gescheitert ({0}).</translation>
    </message>
    <message>
        <source>Remove it and get it again.</source>
        <translation>Entfernen Sie es, und holen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Remove it there: hf cache rm model/{0}</source>
        <translation>Entfernen Sie es dort: hf cache rm model/{0}</translation>
    </message>
    <message>
        <source>Remove this file or get the model again.</source>
        <translation>Entfernen Sie diese Datei, oder holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Remove this folder and get the model again, or choose another one.</source>
        <translation>Entfernen Sie diesen Ordner und holen Sie das Modell noch einmal, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Restart it: systemctl --user restart pipewire-pulse (or pulseaudio -k).</source>
        <translation>Starten Sie ihn neu: systemctl --user restart pipewire-pulse (oder pulseaudio -k).</translation>
    </message>
    <message>
        <source>Run `dictate doctor`.</source>
        <translation>Rufen Sie `dictate doctor` auf.</translation>
    </message>
    <message>
        <source>Run `dictate llm key`.</source>
        <translation>Rufen Sie `dictate llm key` auf.</translation>
    </message>
    <message>
        <source>Run `dictate raw` without --copy.</source>
        <translation>Rufen Sie `dictate raw` ohne --copy auf.</translation>
    </message>
    <message>
        <source>Run `dictate remote key`.</source>
        <translation>Rufen Sie `dictate remote key` auf.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>Save it as UTF-8; until then the defaults are used.</source>
        <translation>Speichern Sie sie als UTF-8; bis dahin gelten die Vorgaben.</translation>
    </message>
    <message>
        <source>See `dictate settings show`.</source>
        <translation>Siehe `dictate settings show`.</translation>
    </message>
    <message>
        <source>See `dictate status`.</source>
        <translation>Siehe `dictate status`.</translation>
    </message>
    <message>
        <source>See docs/settings.md about profiles.</source>
        <translation>Siehe docs/settings.md über Profile.</translation>
    </message>
    <message>
        <source>See the log file.</source>
        <translation>Siehe die Protokolldatei.</translation>
    </message>
    <message>
        <source>sends no sound any more</source>
        <translation>gibt keinen Ton mehr</translation>
    </message>
    <message>
        <source>Set [engine] compute_type to &quot;auto&quot;.</source>
        <translation>Setzen Sie [engine] compute_type auf &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Set [engine] device to &quot;auto&quot; or &quot;cpu&quot;.</source>
        <translation>Setzen Sie [engine] device auf &quot;auto&quot; oder &quot;cpu&quot;.</translation>
    </message>
    <message>
        <source>Set [engine] device to &quot;cpu&quot; to stop trying it.</source>
        <translation>Setzen Sie [engine] device auf &quot;cpu&quot;, damit es nicht mehr versucht wird.</translation>
    </message>
    <message>
        <source>Set [engine] language to &quot;auto&quot; or to a code such as &quot;en&quot;.</source>
        <translation>Setzen Sie [engine] language auf &quot;auto&quot; oder ein Kürzel wie &quot;en&quot;.</translation>
    </message>
    <message>
        <source>Set [output] command = [&quot;program&quot;, &quot;--option&quot;].</source>
        <translation>Setzen Sie [output] command = [&quot;program&quot;, &quot;--option&quot;].</translation>
    </message>
    <message>
        <source>Set [output] file = &quot;~/notes.txt&quot;.</source>
        <translation>Setzen Sie [output] file = &quot;~/notes.txt&quot;.</translation>
    </message>
    <message>
        <source>Set [output] keep_clipboard = false to have it replaced.</source>
        <translation>Mit [output] keep_clipboard = false wird er ersetzt.</translation>
    </message>
    <message>
        <source>Set [output] method = &quot;copy&quot; and paste the text yourself.</source>
        <translation>Setzen Sie [output] method = &quot;copy&quot;, und fügen Sie den Text selbst ein.</translation>
    </message>
    <message>
        <source>Set DICTATE_MODELS to a folder you may write to.</source>
        <translation>Setzen Sie DICTATE_MODELS auf einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>Setzen Sie XDG_RUNTIME_DIR auf einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings of Dictate. `dictate settings show` lists every one with its meaning.</source>
        <translation>Einstellungen von Dictate. `dictate settings show` zeigt jede mit ihrer Bedeutung.</translation>
    </message>
    <message>
        <source>Something else was copied before the window took the text.</source>
        <translation>Etwas anderes wurde kopiert, bevor das Fenster den Text nahm.</translation>
    </message>
    <message>
        <source>Something else was written since the last text.</source>
        <translation>Seit dem letzten Text wurde etwas anderes geschrieben.</translation>
    </message>
    <message>
        <source>Speaking with {0} failed ({1}).</source>
        <translation>Das Gespräch mit {0} ist gescheitert ({1}).</translation>
    </message>
    <message>
        <source>Speech is recognised on the CPU instead.</source>
        <translation>Stattdessen wird Sprache auf der CPU erkannt.</translation>
    </message>
    <message>
        <source>Speech leaves this machine: it goes to {0}.</source>
        <translation>Sprache verlässt diesen Rechner: Sie geht an {0}.</translation>
    </message>
    <message>
        <source>speech server</source>
        <translation>Sprachserver</translation>
    </message>
    <message>
        <source>Start Dictate again to be asked anew.</source>
        <translation>Starten Sie Dictate neu, um wieder gefragt zu werden.</translation>
    </message>
    <message>
        <source>Start Dictate again.</source>
        <translation>Starten Sie Dictate neu.</translation>
    </message>
    <message>
        <source>Start it again to go on where it stopped.</source>
        <translation>Starten Sie es noch einmal; es geht weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Start it again to go on.</source>
        <translation>Starten Sie es noch einmal; es geht dann weiter.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Starten Sie es noch einmal, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Start it in a desktop session, or try `dictate demo`.</source>
        <translation>Starten Sie es in einer Sitzung mit Oberfläche, oder probieren Sie `dictate demo`.</translation>
    </message>
    <message>
        <source>Start it with `dictate`.</source>
        <translation>Starten Sie es mit `dictate`.</translation>
    </message>
    <message>
        <source>Start it, or check [remote] endpoint; `dictate remote check` tries it.</source>
        <translation>Starten Sie ihn, oder prüfen Sie [remote] endpoint; `dictate remote check` probiert es.</translation>
    </message>
    <message>
        <source>Start its server, or check [llm] endpoint; `dictate llm check` tries it.</source>
        <translation>Starten Sie seinen Server, oder prüfen Sie [llm] endpoint; `dictate llm check` probiert es.</translation>
    </message>
    <message>
        <source>Start the download again.</source>
        <translation>Starten Sie das Herunterladen noch einmal.</translation>
    </message>
    <message>
        <source>Start the program again once the desktop is up.</source>
        <translation>Starten Sie das Programm noch einmal, wenn die Oberfläche da ist.</translation>
    </message>
    <message>
        <source>Start the program in a desktop session, or use `dictate toggle`.</source>
        <translation>Starten Sie das Programm in einer Sitzung mit Oberfläche, oder nutzen Sie `dictate toggle`.</translation>
    </message>
    <message>
        <source>Start the program in a desktop session.</source>
        <translation>Starten Sie das Programm in einer Sitzung mit Oberfläche.</translation>
    </message>
    <message>
        <source>Switch it on in the autostart settings of your desktop.</source>
        <translation>Schalten Sie ihn in den Autostart-Einstellungen der Oberfläche ein.</translation>
    </message>
    <message>
        <source>Take it away or set XDG_RUNTIME_DIR to a folder of your own.</source>
        <translation>Nehmen Sie ihn weg, oder setzen Sie XDG_RUNTIME_DIR auf einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Take it out, or look at `dictate settings show`.</source>
        <translation>Nehmen Sie sie heraus, oder sehen Sie in `dictate settings show` nach.</translation>
    </message>
    <message>
        <source>Take out what is so long; it holds until you quit.</source>
        <translation>Nehmen Sie heraus, was so lang ist; es gilt bis zum Beenden.</translation>
    </message>
    <message>
        <source>take the last text back</source>
        <translation>letzten Text zurücknehmen</translation>
    </message>
    <message>
        <source>Texts cannot be taken back here.</source>
        <translation>Hier lassen sich Texte nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Texts come {0} s after you let go; {1} s are wanted.</source>
        <translation>Texte kommen {0} s nach dem Loslassen; gewünscht sind {1} s.</translation>
    </message>
    <message>
        <source>Texts leave this machine for clean-up: they go to {0}.</source>
        <translation>Texte verlassen diesen Rechner zum Verbessern: Sie gehen an {0}.</translation>
    </message>
    <message>
        <source>That text cannot be taken back safely.</source>
        <translation>Dieser Text lässt sich nicht sicher zurücknehmen.</translation>
    </message>
    <message>
        <source>The answer of the running Dictate is broken ({0}).</source>
        <translation>Die Antwort des laufenden Dictate ist unbrauchbar ({0}).</translation>
    </message>
    <message>
        <source>The answer of {0} was cut off.</source>
        <translation>Die Antwort von {0} brach ab.</translation>
    </message>
    <message>
        <source>The built-in demonstration model is in use; it knows a small vocabulary only.</source>
        <translation>Das eingebaute Vorführmodell läuft; es kennt nur einen kleinen Wortschatz.</translation>
    </message>
    <message>
        <source>The built-in model is a part of the program.</source>
        <translation>Das eingebaute Modell ist ein Teil des Programms.</translation>
    </message>
    <message>
        <source>The clean-up was not used: {0}.</source>
        <translation>Die Verbesserung wurde nicht übernommen: {0}.</translation>
    </message>
    <message>
        <source>The clean-up was stopped.</source>
        <translation>Das Verbessern wurde angehalten.</translation>
    </message>
    <message>
        <source>The clipboard cannot be used while Dictate quits.</source>
        <translation>Die Zwischenablage lässt sich nicht nutzen, während Dictate beendet wird.</translation>
    </message>
    <message>
        <source>The clipboard did not answer in time.</source>
        <translation>Die Zwischenablage hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The clipboard is closed.</source>
        <translation>Die Zwischenablage ist geschlossen.</translation>
    </message>
    <message>
        <source>The command came from somebody else.</source>
        <translation>Der Befehl kam von jemand anderem.</translation>
    </message>
    <message>
        <source>The command could not be read.</source>
        <translation>Der Befehl ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>The command failed.</source>
        <translation>Der Befehl ist gescheitert.</translation>
    </message>
    <message>
        <source>The command was stopped.</source>
        <translation>Der Befehl wurde angehalten.</translation>
    </message>
    <message>
        <source>The command {0} did not start: {1}.</source>
        <translation>Der Befehl {0} ist nicht gestartet: {1}.</translation>
    </message>
    <message>
        <source>The command {0} failed ({1}).</source>
        <translation>Der Befehl {0} ist gescheitert ({1}).</translation>
    </message>
    <message>
        <source>The command {0} printed nothing.</source>
        <translation>Der Befehl {0} hat nichts ausgegeben.</translation>
    </message>
    <message>
        <source>The command {0} prints without an end.</source>
        <translation>Der Befehl {0} hört nicht auf auszugeben.</translation>
    </message>
    <message>
        <source>The command {0} took longer than {1} s and was ended.</source>
        <translation>Der Befehl {0} brauchte länger als {1} s und wurde beendet.</translation>
    </message>
    <message>
        <source>The command {0} took longer than {1} s.</source>
        <translation>Der Befehl {0} brauchte länger als {1} s.</translation>
    </message>
    <message>
        <source>The desktop did not let Dictate set the clipboard.</source>
        <translation>Die Oberfläche lässt Dictate die Zwischenablage nicht setzen.</translation>
    </message>
    <message>
        <source>The desktop did not let Dictate use the clipboard.</source>
        <translation>Die Oberfläche lässt Dictate die Zwischenablage nicht nutzen.</translation>
    </message>
    <message>
        <source>The desktop has given Dictate no hotkey.</source>
        <translation>Die Oberfläche hat Dictate kein Tastenkürzel gegeben.</translation>
    </message>
    <message>
        <source>The desktop said no.</source>
        <translation>Die Oberfläche hat Nein gesagt.</translation>
    </message>
    <message>
        <source>The desktop still asks whether Dictate may press keys.</source>
        <translation>Die Oberfläche fragt noch, ob Dictate Tasten drücken darf.</translation>
    </message>
    <message>
        <source>The desktop took the hotkey back.</source>
        <translation>Die Oberfläche hat das Tastenkürzel zurückgenommen.</translation>
    </message>
    <message>
        <source>The desktop took the keyboard back.</source>
        <translation>Die Oberfläche hat die Tastatur zurückgenommen.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring did not answer.</source>
        <translation>Der Schlüsselbund der Oberfläche hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer.</source>
        <translation>Das Portal der Oberfläche antwortet nicht.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal ended.</source>
        <translation>Das Portal der Oberfläche ist beendet.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal has no keyboard to give.</source>
        <translation>Das Portal der Oberfläche hat keine Tastatur zu vergeben.</translation>
    </message>
    <message>
        <source>The desktop&apos;s service {0} refused.</source>
        <translation>Der Dienst {0} der Oberfläche hat abgelehnt.</translation>
    </message>
    <message>
        <source>The device cannot compute in this precision.</source>
        <translation>Das Gerät kann mit dieser Genauigkeit nicht rechnen.</translation>
    </message>
    <message>
        <source>The disk of {0} is full.</source>
        <translation>Die Platte von {0} ist voll.</translation>
    </message>
    <message>
        <source>The display {0} cannot be opened.</source>
        <translation>Der Bildschirm {0} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The download was cut off.</source>
        <translation>Das Herunterladen brach ab.</translation>
    </message>
    <message>
        <source>The download was stopped.</source>
        <translation>Das Herunterladen wurde angehalten.</translation>
    </message>
    <message>
        <source>The endpoint has no language model.</source>
        <translation>Der Server hat kein Sprachmodell.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s answer is not one of a language model.</source>
        <translation>Die Antwort des Servers ist nicht die eines Sprachmodells.</translation>
    </message>
    <message>
        <source>The entry for the log-in is not Dictate&apos;s own and is switched off.</source>
        <translation>Der Eintrag für die Anmeldung ist nicht der von Dictate und ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The environment variable {0} is no number from {1} on and is ignored.</source>
        <translation>Die Umgebungsvariable {0} ist keine Zahl ab {1} und wird nicht beachtet.</translation>
    </message>
    <message>
        <source>The field of the last text has not the keyboard.</source>
        <translation>Das Feld des letzten Textes hat die Tastatur nicht.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be used ({1}).</source>
        <translation>Der Ordner {0} lässt sich nicht nutzen ({1}).</translation>
    </message>
    <message>
        <source>The folder {0} does not belong to you.</source>
        <translation>Der Ordner {0} gehört Ihnen nicht.</translation>
    </message>
    <message>
        <source>The graphics card failed while computing.</source>
        <translation>Die Grafikkarte hat beim Rechnen versagt.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for this model.</source>
        <translation>Die Grafikkarte hat für dieses Modell zu wenig freien Speicher.</translation>
    </message>
    <message>
        <source>The history cannot be used ({0}).</source>
        <translation>Der Verlauf lässt sich nicht nutzen ({0}).</translation>
    </message>
    <message>
        <source>The history has no text number {0}.</source>
        <translation>Der Verlauf hat keinen Text mit der Nummer {0}.</translation>
    </message>
    <message>
        <source>The history of texts was damaged; a new one was begun.</source>
        <translation>Der Verlauf der Texte war beschädigt; ein neuer wurde begonnen.</translation>
    </message>
    <message>
        <source>The hotkey &quot;{0}&quot; names the same key twice (&quot;{1}&quot; and &quot;{2}&quot;).</source>
        <translation>Das Tastenkürzel „{0}“ nennt dieselbe Taste zweimal („{1}“ und „{2}“).</translation>
    </message>
    <message>
        <source>The hotkey and the cancel key are the same ({0}).</source>
        <translation>Das Tastenkürzel und die Abbruchtaste sind dasselbe ({0}).</translation>
    </message>
    <message>
        <source>The hotkey is empty.</source>
        <translation>Das Tastenkürzel ist leer.</translation>
    </message>
    <message>
        <source>the hotkey {0}</source>
        <translation>das Tastenkürzel {0}</translation>
    </message>
    <message>
        <source>The hotkey {0} cannot work: {1} begins before {2} is pressed.</source>
        <translation>Das Tastenkürzel {0} geht nicht: {1} beginnt, bevor {2} gedrückt ist.</translation>
    </message>
    <message>
        <source>The hotkey {0} is the cancel key as well.</source>
        <translation>Das Tastenkürzel {0} ist auch die Abbruchtaste.</translation>
    </message>
    <message>
        <source>The hub sent more of {0} than there is.</source>
        <translation>Die Modellablage hat mehr von {0} geschickt, als es gibt.</translation>
    </message>
    <message>
        <source>The hub {0} cannot be reached.</source>
        <translation>Die Modellablage {0} ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The hub {0} cannot go on with this file.</source>
        <translation>Die Modellablage {0} kann diese Datei nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The hub {0} has no model {1}, or not for you.</source>
        <translation>Die Modellablage {0} hat kein Modell {1}, oder nicht für Sie.</translation>
    </message>
    <message>
        <source>The hub {0} refused the download ({1}).</source>
        <translation>Die Modellablage {0} hat das Herunterladen abgelehnt ({1}).</translation>
    </message>
    <message>
        <source>The hub {0} refused the login.</source>
        <translation>Die Modellablage {0} hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>The installation lacks {0}.</source>
        <translation>Der Installation fehlt {0}.</translation>
    </message>
    <message>
        <source>The key &quot;{0}&quot; cannot be pressed here.</source>
        <translation>Die Taste „{0}“ lässt sich hier nicht drücken.</translation>
    </message>
    <message>
        <source>The keyboard has no key &quot;{0}&quot;.</source>
        <translation>Die Tastatur hat keine Taste „{0}“.</translation>
    </message>
    <message>
        <source>The keyboard is closed.</source>
        <translation>Die Tastatur ist geschlossen.</translation>
    </message>
    <message>
        <source>The keyboard map has no room for characters it lacks.</source>
        <translation>Die Tastaturbelegung hat keinen Platz für Zeichen, die ihr fehlen.</translation>
    </message>
    <message>
        <source>the keyboard settings of the desktop</source>
        <translation>die Tastatureinstellungen der Oberfläche</translation>
    </message>
    <message>
        <source>The keyboards of this machine may not be read.</source>
        <translation>Die Tastaturen dieses Rechners dürfen nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The language file {0} cannot be used: {1}.</source>
        <translation>Die Sprachdatei {0} lässt sich nicht nutzen: {1}.</translation>
    </message>
    <message>
        <source>The language model took longer than {0} s.</source>
        <translation>Das Sprachmodell brauchte länger als {0} s.</translation>
    </message>
    <message>
        <source>The language model wrote much more than was said.</source>
        <translation>Das Sprachmodell schrieb viel mehr, als gesagt wurde.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer does not end.</source>
        <translation>Die Antwort des Sprachmodells endet nicht.</translation>
    </message>
    <message>
        <source>The language model&apos;s answer was cut off.</source>
        <translation>Die Antwort des Sprachmodells brach ab.</translation>
    </message>
    <message>
        <source>The last text is in another window.</source>
        <translation>Der letzte Text steht in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>The last text is written as it was heard.</source>
        <translation>Der letzte Text steht schon so da, wie er gehört wurde.</translation>
    </message>
    <message>
        <source>The lock {0} cannot be made ({1}).</source>
        <translation>Die Sperre {0} lässt sich nicht anlegen ({1}).</translation>
    </message>
    <message>
        <source>The measurement gave no figures.</source>
        <translation>Die Messung ergab keine Zahlen.</translation>
    </message>
    <message>
        <source>The memory of this machine is nearly full.</source>
        <translation>Der Speicher dieses Rechners ist fast voll.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; cannot be opened ({1}).</source>
        <translation>Das Mikrofon „{0}“ lässt sich nicht öffnen ({1}).</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; cannot be opened.</source>
        <translation>Das Mikrofon „{0}“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; gives nothing but zeros.</source>
        <translation>Das Mikrofon „{0}“ gibt nichts als Nullen.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; is muted.</source>
        <translation>Das Mikrofon „{0}“ ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; is not there; &quot;{1}&quot; is used.</source>
        <translation>Das Mikrofon „{0}“ ist nicht da; genutzt wird „{1}“.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; sends no sound.</source>
        <translation>Das Mikrofon „{0}“ gibt keinen Ton.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; was unplugged or switched off.</source>
        <translation>Das Mikrofon „{0}“ wurde abgezogen oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>The microphone &quot;{0}&quot; {1}.</source>
        <translation>Das Mikrofon „{0}“ {1}.</translation>
    </message>
    <message>
        <source>The microphone does not open.</source>
        <translation>Das Mikrofon öffnet sich nicht.</translation>
    </message>
    <message>
        <source>The microphone gave no sound.</source>
        <translation>Das Mikrofon gab keinen Ton.</translation>
    </message>
    <message>
        <source>The microphones cannot be listed ({0}).</source>
        <translation>Die Mikrofone lassen sich nicht auflisten ({0}).</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell ließ sich nicht laden.</translation>
    </message>
    <message>
        <source>The model does not know the language of the settings.</source>
        <translation>Das Modell kennt die Sprache der Einstellungen nicht.</translation>
    </message>
    <message>
        <source>The model in {0} does not load; a file in it is damaged or does not fit.</source>
        <translation>Das Modell in {0} lädt nicht; eine Datei darin ist beschädigt oder passt nicht.</translation>
    </message>
    <message>
        <source>the model {0}</source>
        <translation>das Modell {0}</translation>
    </message>
    <message>
        <source>The model {0} cannot translate; it writes what was said.</source>
        <translation>Das Modell {0} kann nicht übersetzen; es schreibt, was gesagt wurde.</translation>
    </message>
    <message>
        <source>The model {0} could not be downloaded ({1}).</source>
        <translation>Das Modell {0} ließ sich nicht herunterladen ({1}).</translation>
    </message>
    <message>
        <source>the model {0} in {1}</source>
        <translation>das Modell {0} in {1}</translation>
    </message>
    <message>
        <source>The model {0} is being downloaded, imported or removed by another program.</source>
        <translation>Ein anderes Programm lädt, importiert oder entfernt gerade das Modell {0}.</translation>
    </message>
    <message>
        <source>The model {0} is in use.</source>
        <translation>Das Modell {0} ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The model {0} is not on this machine.</source>
        <translation>Das Modell {0} ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The model {0} lies in the Hugging Face cache, which other programs use too.</source>
        <translation>Das Modell {0} liegt im Zwischenspeicher von Hugging Face, den auch andere Programme nutzen.</translation>
    </message>
    <message>
        <source>The model {0} needs {1} more, {2} has {3} free.</source>
        <translation>Das Modell {0} braucht noch {1}; {2} hat {3} frei.</translation>
    </message>
    <message>
        <source>The old one is kept as {0}.</source>
        <translation>Die alte bleibt als {0} erhalten.</translation>
    </message>
    <message>
        <source>The owner of {0} wants you to agree to terms first.</source>
        <translation>Wer {0} besitzt, will erst Ihre Zustimmung zu Bedingungen.</translation>
    </message>
    <message>
        <source>The paste chord &quot;{0}&quot; names no key &quot;{1}&quot;.</source>
        <translation>Die Tastenkombination „{0}“ zum Einfügen nennt keine Taste „{1}“.</translation>
    </message>
    <message>
        <source>The pattern “{0}” in text.patterns cannot be used: {1}.</source>
        <translation>Das Muster „{0}“ in text.patterns lässt sich nicht nutzen: {1}.</translation>
    </message>
    <message>
        <source>The portal for {0} is too old here.</source>
        <translation>Das Portal für {0} ist hier zu alt.</translation>
    </message>
    <message>
        <source>The process that read {0} ended.</source>
        <translation>Der Prozess, der {0} las, ist beendet.</translation>
    </message>
    <message>
        <source>The program is closing; the take is given up.</source>
        <translation>Das Programm wird beendet; die Aufnahme ist aufgegeben.</translation>
    </message>
    <message>
        <source>The program is closing; this take was given up.</source>
        <translation>Das Programm wird beendet; diese Aufnahme wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>Der Proxy hat das Herunterladen nicht durchgelassen.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime is missing or broken, so speech cannot be detected.</source>
        <translation>Das Python-Paket onnxruntime fehlt oder ist beschädigt, darum lässt sich Sprache nicht finden.</translation>
    </message>
    <message>
        <source>The Python package {0} is missing or broken, so the recogniser cannot start.</source>
        <translation>Das Python-Paket {0} fehlt oder ist beschädigt, darum kann die Erkennung nicht starten.</translation>
    </message>
    <message>
        <source>The recogniser cannot use Metal; speech is recognised on the CPU.</source>
        <translation>Die Erkennung kann Metal nicht nutzen; Sprache wird auf der CPU erkannt.</translation>
    </message>
    <message>
        <source>The recogniser crashed twice with {0}; it is not used any more.</source>
        <translation>Die Erkennung ist mit {0} zweimal abgestürzt; es wird nicht mehr genutzt.</translation>
    </message>
    <message>
        <source>The recogniser crashed twice. {0} from now on. Nothing was lost.</source>
        <translation>Die Erkennung ist zweimal abgestürzt. Ab jetzt gilt: {0}. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>The recogniser failed: {0}.</source>
        <translation>Die Erkennung ist gescheitert: {0}.</translation>
    </message>
    <message>
        <source>The recogniser gave an answer to another question.</source>
        <translation>Die Erkennung hat auf eine andere Frage geantwortet.</translation>
    </message>
    <message>
        <source>The recogniser hung and was ended.</source>
        <translation>Die Erkennung hing und wurde beendet.</translation>
    </message>
    <message>
        <source>The recogniser stopped unexpectedly.</source>
        <translation>Die Erkennung ist unerwartet stehen geblieben.</translation>
    </message>
    <message>
        <source>The recording broke off ({0}).</source>
        <translation>Die Aufnahme brach ab ({0}).</translation>
    </message>
    <message>
        <source>The recording could not be played.</source>
        <translation>Die Aufnahme ließ sich nicht abspielen.</translation>
    </message>
    <message>
        <source>The recording could not be read ({0}).</source>
        <translation>Die Aufnahme ließ sich nicht lesen ({0}).</translation>
    </message>
    <message>
        <source>The recording could not be used ({0}).</source>
        <translation>Die Aufnahme ließ sich nicht verwenden ({0}).</translation>
    </message>
    <message>
        <source>The recording ended because the machine went to sleep.</source>
        <translation>Die Aufnahme endete, weil der Rechner schlafen ging.</translation>
    </message>
    <message>
        <source>The recording goes on with &quot;{0}&quot;.</source>
        <translation>Die Aufnahme geht mit „{0}“ weiter.</translation>
    </message>
    <message>
        <source>The recording is too long for {0} (413).</source>
        <translation>Die Aufnahme ist zu lang für {0} (413).</translation>
    </message>
    <message>
        <source>The registry cannot be changed ({0}).</source>
        <translation>Die Registrierung lässt sich nicht ändern ({0}).</translation>
    </message>
    <message>
        <source>The running Dictate could not be reached ({0}).</source>
        <translation>Das laufende Dictate war nicht zu erreichen ({0}).</translation>
    </message>
    <message>
        <source>The server&apos;s answer does not end.</source>
        <translation>Die Antwort des Servers endet nicht.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not one of a speech recogniser.</source>
        <translation>Die Antwort des Servers ist nicht die einer Spracherkennung.</translation>
    </message>
    <message>
        <source>The session bus (D-Bus) has gone away.</source>
        <translation>Der Sitzungsbus (D-Bus) ist verschwunden.</translation>
    </message>
    <message>
        <source>The setting {0} cannot be {1}.</source>
        <translation>Die Einstellung {0} kann nicht {1} sein.</translation>
    </message>
    <message>
        <source>The setting {0}.{1} cannot be {2}.</source>
        <translation>Die Einstellung {0}.{1} kann nicht {2} sein.</translation>
    </message>
    <message>
        <source>The settings file has changed and is in force.</source>
        <translation>Die Einstellungsdatei hat sich geändert und gilt.</translation>
    </message>
    <message>
        <source>The settings file {0} cannot be read ({1}).</source>
        <translation>Die Einstellungsdatei {0} lässt sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>The settings file {0} cannot be written ({1}).</source>
        <translation>Die Einstellungsdatei {0} lässt sich nicht schreiben ({1}).</translation>
    </message>
    <message>
        <source>The settings file {0} is no regular file.</source>
        <translation>Die Einstellungsdatei {0} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The settings file {0} is not TOML{1}: {2}.</source>
        <translation>Die Einstellungsdatei {0} ist kein TOML{1}: {2}.</translation>
    </message>
    <message>
        <source>The settings file {0} is not UTF-8 text (line {1}).</source>
        <translation>Die Einstellungsdatei {0} ist kein UTF-8-Text (Zeile {1}).</translation>
    </message>
    <message>
        <source>the smaller model {0}</source>
        <translation>das kleinere Modell {0}</translation>
    </message>
    <message>
        <source>The smaller model {0} is used</source>
        <translation>Genutzt wird das kleinere Modell {0}</translation>
    </message>
    <message>
        <source>The sound cannot be read ({0}).</source>
        <translation>Der Ton lässt sich nicht lesen ({0}).</translation>
    </message>
    <message>
        <source>The sound library hangs in the driver of a microphone.</source>
        <translation>Die Tonbibliothek hängt im Treiber eines Mikrofons.</translation>
    </message>
    <message>
        <source>The sound library PortAudio does not start.</source>
        <translation>Die Tonbibliothek PortAudio startet nicht.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is not installed.</source>
        <translation>Die Tonbibliothek PortAudio ist nicht installiert.</translation>
    </message>
    <message>
        <source>The sound of this text is gone.</source>
        <translation>Der Ton dieses Textes ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>Der Tonserver antwortet nicht.</translation>
    </message>
    <message>
        <source>The speech server at {0} answers again.</source>
        <translation>Der Sprachserver bei {0} antwortet wieder.</translation>
    </message>
    <message>
        <source>The speech server at {0} did not answer within {1} s.</source>
        <translation>Der Sprachserver bei {0} hat in {1} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The speech server at {0} is not asked any more.</source>
        <translation>Der Sprachserver bei {0} wird nicht mehr gefragt.</translation>
    </message>
    <message>
        <source>The speech server at {0} took too long.</source>
        <translation>Der Sprachserver bei {0} brauchte zu lange.</translation>
    </message>
    <message>
        <source>The submit key was not pressed.</source>
        <translation>Die Absendetaste wurde nicht gedrückt.</translation>
    </message>
    <message>
        <source>The system refused the key presses.</source>
        <translation>Das System hat die Tastendrücke abgelehnt.</translation>
    </message>
    <message>
        <source>The take was taken back.</source>
        <translation>Die Aufnahme wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The text could not be appended to {0}: {1}.</source>
        <translation>Der Text ließ sich nicht an {0} anhängen: {1}.</translation>
    </message>
    <message>
        <source>The text could not be delivered ({0}).</source>
        <translation>Der Text ließ sich nicht abliefern ({0}).</translation>
    </message>
    <message>
        <source>The text could not be inserted for certain ({0}).</source>
        <translation>Der Text ließ sich nicht sicher einfügen ({0}).</translation>
    </message>
    <message>
        <source>The text is as you said it.</source>
        <translation>Der Text ist, wie Sie ihn gesagt haben.</translation>
    </message>
    <message>
        <source>The text is kept: copy it from the tray menu (last text).</source>
        <translation>Der Text ist aufgehoben: Kopieren Sie ihn über das Menü des Symbols (letzter Text).</translation>
    </message>
    <message>
        <source>the text was answered</source>
        <translation>der Text wurde beantwortet</translation>
    </message>
    <message>
        <source>The text was not inserted: the field is as it was.</source>
        <translation>Der Text wurde nicht eingefügt: Das Feld ist, wie es war.</translation>
    </message>
    <message>
        <source>The text was not taken back in whole.</source>
        <translation>Der Text wurde nicht ganz zurückgenommen.</translation>
    </message>
    <message>
        <source>The text was written as it was. Check [hook] command in the settings.</source>
        <translation>Der Text wurde geschrieben, wie er war. Prüfen Sie [hook] command in den Einstellungen.</translation>
    </message>
    <message>
        <source>The update feed {0} cannot be read ({1}).</source>
        <translation>Die Quelle für neue Versionen {0} lässt sich nicht lesen ({1}).</translation>
    </message>
    <message>
        <source>The version of the settings file cannot be {0}.</source>
        <translation>Die Version der Einstellungsdatei kann nicht {0} sein.</translation>
    </message>
    <message>
        <source>The vocabulary or the preprocessor file does not fit the model.</source>
        <translation>Die Vokabular- oder Vorverarbeitungsdatei passt nicht zum Modell.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model file is missing.</source>
        <translation>Die Modelldatei der Spracherkennung im Ton fehlt.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model {0} cannot be loaded.</source>
        <translation>Das Modell {0}, das Sprache im Ton findet, lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model {0} is of an unknown kind.</source>
        <translation>Das Modell {0}, das Sprache im Ton findet, ist von unbekannter Art.</translation>
    </message>
    <message>
        <source>The weights of the model are damaged.</source>
        <translation>Die Gewichte des Modells sind beschädigt.</translation>
    </message>
    <message>
        <source>The window did not take the text from the clipboard.</source>
        <translation>Das Fenster hat den Text nicht aus der Zwischenablage genommen.</translation>
    </message>
    <message>
        <source>The window hangs.</source>
        <translation>Das Fenster hängt.</translation>
    </message>
    <message>
        <source>The window was closed before the end.</source>
        <translation>Das Fenster wurde vor dem Ende geschlossen.</translation>
    </message>
    <message>
        <source>The window was closed.</source>
        <translation>Das Fenster wurde geschlossen.</translation>
    </message>
    <message>
        <source>The X server cannot be reached.</source>
        <translation>Der X-Server ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The X server does not answer.</source>
        <translation>Der X-Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The X server does not let the program see keys.</source>
        <translation>Der X-Server lässt das Programm keine Tasten sehen.</translation>
    </message>
    <message>
        <source>The X server does not take key presses from programs.</source>
        <translation>Der X-Server nimmt keine Tastendrücke von Programmen an.</translation>
    </message>
    <message>
        <source>The X server does not tell where the keyboard is.</source>
        <translation>Der X-Server sagt nicht, wo die Tastatur ist.</translation>
    </message>
    <message>
        <source>The X server refused the key presses.</source>
        <translation>Der X-Server hat die Tastendrücke abgelehnt.</translation>
    </message>
    <message>
        <source>The {0} at {1} took longer than {2} s.</source>
        <translation>{0}: {1} brauchte länger als {2} s.</translation>
    </message>
    <message>
        <source>The {0} is not waited for any more.</source>
        <translation>{0}: Es wird nicht mehr gewartet.</translation>
    </message>
    <message>
        <source>There are no entries in {0}.</source>
        <translation>In {0} steht kein Eintrag.</translation>
    </message>
    <message>
        <source>There are too many {0}.</source>
        <translation>Es sind zu viele: {0}.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is a model {0} already.</source>
        <translation>Ein Modell {0} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no clipboard tool on this machine.</source>
        <translation>Auf diesem Rechner gibt es kein Werkzeug für die Zwischenablage.</translation>
    </message>
    <message>
        <source>There is no clipboard.</source>
        <translation>Es gibt keine Zwischenablage.</translation>
    </message>
    <message>
        <source>There is no command {0}.</source>
        <translation>Den Befehl {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no CUDA device {0}; the first one is used.</source>
        <translation>Das CUDA-Gerät {0} gibt es nicht; das erste wird genutzt.</translation>
    </message>
    <message>
        <source>There is no display for the tray program.</source>
        <translation>Für das Programm mit dem Symbol gibt es keinen Bildschirm.</translation>
    </message>
    <message>
        <source>There is no display, so there are no keys to listen to.</source>
        <translation>Es gibt keinen Bildschirm, also auch keine Tasten zu hören.</translation>
    </message>
    <message>
        <source>There is no display, so there is no window to type into.</source>
        <translation>Es gibt keinen Bildschirm, also auch kein Fenster zum Hineintippen.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>Eine Datei {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no key called &quot;{0}&quot; (hotkey &quot;{1}&quot;).</source>
        <translation>Eine Taste „{0}“ gibt es nicht (Tastenkürzel „{1}“).</translation>
    </message>
    <message>
        <source>There is no keyring that can be used.</source>
        <translation>Es gibt keinen nutzbaren Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no Metal here, only Macs with Apple silicon have it</source>
        <translation>Metal gibt es hier nicht, nur auf Macs mit Apple-Chip</translation>
    </message>
    <message>
        <source>There is no model &quot;{0}&quot;.</source>
        <translation>Ein Modell „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no model folder {0}.</source>
        <translation>Einen Modellordner {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no profile in {0}.</source>
        <translation>In {0} steht kein Profil.</translation>
    </message>
    <message>
        <source>There is no profile {0} ({1}).</source>
        <translation>Ein Profil {0} gibt es nicht ({1}).</translation>
    </message>
    <message>
        <source>There is no profile {0}.</source>
        <translation>Ein Profil {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no recording to try again.</source>
        <translation>Es gibt keine Aufnahme, die sich noch einmal versuchen ließe.</translation>
    </message>
    <message>
        <source>There is no session bus (D-Bus) here.</source>
        <translation>Hier gibt es keinen Sitzungsbus (D-Bus).</translation>
    </message>
    <message>
        <source>There is no setting {0}.</source>
        <translation>Eine Einstellung {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no shared memory left to hand the sound to the recogniser.</source>
        <translation>Es ist kein gemeinsamer Speicher mehr frei, um der Erkennung den Ton zu geben.</translation>
    </message>
    <message>
        <source>There is no text that could be taken back.</source>
        <translation>Es gibt keinen Text, der sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Es gibt noch keinen Text.</translation>
    </message>
    <message>
        <source>There is no usable CUDA device here; speech is recognised on the CPU.</source>
        <translation>Hier gibt es kein nutzbares CUDA-Gerät; Sprache wird auf der CPU erkannt.</translation>
    </message>
    <message>
        <source>Get it: dictate models download {0}</source>
        <translation>Holen Sie es: dictate models download {0}</translation>
    </message>
    <message>
        <source>Speech is recognised on the CPU instead of {0}.</source>
        <translation>Sprache wird auf der CPU statt auf {0} erkannt.</translation>
    </message>
    <message>
        <source>Speech is recognised on {0} with {1} instead of {2}.</source>
        <translation>Sprache wird auf {0} mit {1} statt auf {2} erkannt.</translation>
    </message>
    <message>
        <source>The hotkey {0} is there twice.</source>
        <translation>Das Tastenkürzel {0} ist doppelt vergeben.</translation>
    </message>
    <message>
        <source>The hub {0} has a problem ({1}).</source>
        <translation>Die Modellablage {0} hat eine Störung ({1}).</translation>
    </message>
    <message>
        <source>The hub {0} is overloaded.</source>
        <translation>Die Modellablage {0} ist überlastet.</translation>
    </message>
    <message>
        <source>The recording was ended after {0} minutes.</source>
        <translation>Die Aufnahme wurde nach {0} Minuten beendet.</translation>
    </message>
    <message>
        <source>The recording was ended after {0} seconds.</source>
        <translation>Die Aufnahme wurde nach {0} Sekunden beendet.</translation>
    </message>
    <message>
        <source>There is no group of settings {0}.</source>
        <translation>Eine Gruppe von Einstellungen {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {0}.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing to cancel.</source>
        <translation>Es gibt nichts abzubrechen.</translation>
    </message>
    <message>
        <source>There is too little free memory for this model.</source>
        <translation>Für dieses Modell ist zu wenig Speicher frei.</translation>
    </message>
    <message>
        <source>this desktop</source>
        <translation>diese Oberfläche</translation>
    </message>
    <message>
        <source>This desktop has no portal for {0}.</source>
        <translation>Diese Oberfläche hat kein Portal für {0}.</translation>
    </message>
    <message>
        <source>This desktop has no service {0}.</source>
        <translation>Diese Oberfläche hat keinen Dienst {0}.</translation>
    </message>
    <message>
        <source>this graphics card</source>
        <translation>diese Grafikkarte</translation>
    </message>
    <message>
        <source>This machine has room for the larger model again.</source>
        <translation>Dieser Rechner hat wieder Platz für das größere Modell.</translation>
    </message>
    <message>
        <source>This model has a vocabulary of its own, for the CPU only.</source>
        <translation>Dieses Modell hat ein eigenes Vokabular, nur für die CPU.</translation>
    </message>
    <message>
        <source>This model has a vocabulary of its own, which mlx-whisper does not know</source>
        <translation>Dieses Modell hat ein eigenes Vokabular, das mlx-whisper nicht kennt</translation>
    </message>
    <message>
        <source>This model is not stored in {0}; {1} is used.</source>
        <translation>Dieses Modell ist nicht in {0} gespeichert; genutzt wird {1}.</translation>
    </message>
    <message>
        <source>This model needs the Python package {0}, which is not installed.</source>
        <translation>Dieses Modell braucht das Python-Paket {0}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>this processor</source>
        <translation>dieser Prozessor</translation>
    </message>
    <message>
        <source>This recogniser cannot be measured.</source>
        <translation>Diese Erkennung lässt sich nicht messen.</translation>
    </message>
    <message>
        <source>This text was recognised on this machine.</source>
        <translation>Dieser Text wurde auf diesem Rechner erkannt.</translation>
    </message>
    <message>
        <source>To try it again choose it in the tray&apos;s menu, or run `dictate tune --forget`.</source>
        <translation>Um es wieder zu versuchen, wählen Sie es im Menü des Symbols, oder rufen Sie `dictate tune --forget` auf.</translation>
    </message>
    <message>
        <source>too much was rewritten</source>
        <translation>zu viel wurde umgeschrieben</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>Try `dictate --help`.</source>
        <translation>Versuchen Sie `dictate --help`.</translation>
    </message>
    <message>
        <source>Try a smaller [llm] model, or a longer [llm] timeout_s.</source>
        <translation>Versuchen Sie ein kleineres Modell in [llm] oder ein größeres [llm] timeout_s.</translation>
    </message>
    <message>
        <source>Try a smaller model.</source>
        <translation>Versuchen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Try again in a second.</source>
        <translation>Versuchen Sie es in einer Sekunde noch einmal.</translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation>Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Try again when it is over.</source>
        <translation>Versuchen Sie es noch einmal, wenn sie vorbei ist.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if it stays, choose another model.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Try another [llm] model.</source>
        <translation>Versuchen Sie ein anderes Modell in [llm].</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try it again; if it happens again, a smaller model.</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Try it with: dictate transcribe</source>
        <translation>Probieren Sie es mit: dictate transcribe</translation>
    </message>
    <message>
        <source>Typing is not possible on this desktop.</source>
        <translation>Auf dieser Oberfläche ist Tippen nicht möglich.</translation>
    </message>
    <message>
        <source>unknown processor</source>
        <translation>unbekannter Prozessor</translation>
    </message>
    <message>
        <source>Unlock it, or put the key into the variable {0}.</source>
        <translation>Entsperren Sie ihn, oder schreiben Sie den Schlüssel in die Variable {0}.</translation>
    </message>
    <message>
        <source>Unmute it in the sound settings.</source>
        <translation>Schalten Sie es in den Toneinstellungen wieder ein.</translation>
    </message>
    <message>
        <source>Unpack it and import the folder.</source>
        <translation>Packen Sie es aus, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>Unpack it.</source>
        <translation>Packen Sie es aus.</translation>
    </message>
    <message>
        <source>Unpack it. Import them one by one, such as the one in {0}.</source>
        <translation>Packen Sie es aus. Importieren Sie sie einzeln, etwa das in {0}.</translation>
    </message>
    <message>
        <source>Unset it, or write a number: {0}={1}</source>
        <translation>Löschen Sie sie, oder geben Sie eine Zahl an: {0}={1}</translation>
    </message>
    <message>
        <source>Unset this environment variable, or bring the model&apos;s folder from another machine: dictate models import FOLDER</source>
        <translation>Heben Sie diese Umgebungsvariable auf, oder bringen Sie den Ordner des Modells von einem anderen Rechner mit: dictate models import FOLDER</translation>
    </message>
    <message>
        <source>Unset this environment variable, or set [updates] feed to a file.</source>
        <translation>Entfernen Sie diese Umgebungsvariable, oder nennen Sie in [updates] feed eine Datei.</translation>
    </message>
    <message>
        <source>Update Dictate; until then this file is only read, never changed.</source>
        <translation>Aktualisieren Sie Dictate; bis dahin wird diese Datei nur gelesen, nie geändert.</translation>
    </message>
    <message>
        <source>update feed</source>
        <translation>Quelle für neue Versionen</translation>
    </message>
    <message>
        <source>Use `dictate`.</source>
        <translation>Nutzen Sie `dictate`.</translation>
    </message>
    <message>
        <source>Use another one first.</source>
        <translation>Nutzen Sie erst ein anderes.</translation>
    </message>
    <message>
        <source>Use its icon, or end it with `dictate quit`.</source>
        <translation>Nutzen Sie das Symbol, oder beenden Sie es mit `dictate quit`.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Nehmen Sie eines davon: {0}.</translation>
    </message>
    <message>
        <source>Use {0}: dictate settings set {1} {2}</source>
        <translation>Nutzen Sie {0}: dictate settings set {1} {2}</translation>
    </message>
    <message>
        <source>Wait a while, or see what your account there allows.</source>
        <translation>Warten Sie eine Weile, oder sehen Sie nach, was Ihr Konto dort erlaubt.</translation>
    </message>
    <message>
        <source>Wait for it to finish.</source>
        <translation>Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Wait for it, or cancel it first.</source>
        <translation>Warten Sie darauf, oder brechen Sie es erst ab.</translation>
    </message>
    <message>
        <source>Wait for its text.</source>
        <translation>Warten Sie auf ihren Text.</translation>
    </message>
    <message>
        <source>was unplugged or switched off</source>
        <translation>wurde abgezogen oder ausgeschaltet</translation>
    </message>
    <message>
        <source>Wayland does not let programs press keys in other windows.</source>
        <translation>Wayland lässt Programme in anderen Fenstern keine Tasten drücken.</translation>
    </message>
    <message>
        <source>Wayland does not let programs see keys pressed in other windows.</source>
        <translation>Wayland lässt Programme keine Tasten sehen, die in anderen Fenstern gedrückt werden.</translation>
    </message>
    <message>
        <source>What is on the clipboard could not be saved in time.</source>
        <translation>Was in der Zwischenablage ist, ließ sich nicht rechtzeitig sichern.</translation>
    </message>
    <message>
        <source>What is on the clipboard is too large to be kept while pasting.</source>
        <translation>Was in der Zwischenablage ist, ist zu groß, um beim Einfügen bewahrt zu werden.</translation>
    </message>
    <message>
        <source>What is said can only be recognised there: this machine has no more than the demonstration model.</source>
        <translation>Was Sie sagen, kann nur dort erkannt werden: Dieser Rechner hat nur das Vorführmodell.</translation>
    </message>
    <message>
        <source>What is written cannot be taken back here.</source>
        <translation>Was geschrieben ist, lässt sich hier nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>What the hub gave is not a usable model: {0}</source>
        <translation>Was die Modellablage gab, ist kein brauchbares Modell: {0}</translation>
    </message>
    <message>
        <source>What was said until then is written.</source>
        <translation>Was bis dahin gesagt wurde, wird geschrieben.</translation>
    </message>
    <message>
        <source>What you said is kept: choose “Try the last recording again” or run `dictate retry`.</source>
        <translation>Was Sie sagten, ist aufgehoben: Wählen Sie „Letzte Aufnahme noch einmal versuchen“, oder rufen Sie `dictate retry` auf.</translation>
    </message>
    <message>
        <source>What you say cannot be kept on disk ({0}); dictation goes on without it.</source>
        <translation>Was Sie sagen, lässt sich nicht auf der Platte aufheben ({0}); das Diktieren geht ohne das weiter.</translation>
    </message>
    <message>
        <source>What {0} holds is no update feed: {1}.</source>
        <translation>Was {0} enthält, ist keine Quelle für neue Versionen: {1}.</translation>
    </message>
    <message>
        <source>Which window has the keyboard cannot be seen here, so no profile is chosen by it.</source>
        <translation>Welches Fenster die Tastatur hat, ist hier nicht zu sehen, darum wählt es kein Profil.</translation>
    </message>
    <message>
        <source>Who gave you Dictate may have one: dictate settings set updates.feed ADDRESS</source>
        <translation>Wer Ihnen Dictate gab, hat vielleicht eine: dictate settings set updates.feed ADRESSE</translation>
    </message>
    <message>
        <source>words were added</source>
        <translation>Wörter kamen hinzu</translation>
    </message>
    <message>
        <source>words were left out</source>
        <translation>Wörter fehlen</translation>
    </message>
    <message>
        <source>Write [[{0}]] on a line of its own for each hotkey, its settings below.</source>
        <translation>Schreiben Sie [[{0}]] für jedes Tastenkürzel auf eine eigene Zeile und seine Einstellungen darunter.</translation>
    </message>
    <message>
        <source>Write [profiles.{0}] and what it changes.</source>
        <translation>Schreiben Sie [profiles.{0}] und was es ändert.</translation>
    </message>
    <message>
        <source>Write [{0}.NAME] on a line of its own, its settings below.</source>
        <translation>Schreiben Sie [{0}.NAME] auf eine eigene Zeile und die Einstellungen darunter.</translation>
    </message>
    <message>
        <source>Write [{0}.NAME] with a short name without blanks, its settings below.</source>
        <translation>Schreiben Sie [{0}.NAME] mit einem kurzen Namen ohne Leerzeichen und die Einstellungen darunter.</translation>
    </message>
    <message>
        <source>Write [{0}] on a line of its own and its settings below.</source>
        <translation>Schreiben Sie [{0}] auf eine eigene Zeile und die Einstellungen darunter.</translation>
    </message>
    <message>
        <source>Write binding = &quot;f9&quot;.</source>
        <translation>Schreiben Sie binding = &quot;f9&quot;.</translation>
    </message>
    <message>
        <source>Write it like &quot;ctrl+v&quot; or &quot;shift+insert&quot;.</source>
        <translation>Schreiben Sie sie wie &quot;ctrl+v&quot; oder &quot;shift+insert&quot;.</translation>
    </message>
    <message>
        <source>Write the address it really has into [remote] endpoint.</source>
        <translation>Schreiben Sie die wirkliche Adresse in [remote] endpoint.</translation>
    </message>
    <message>
        <source>Write the keys with one &quot;+&quot; between them; the plus key itself is &quot;plus&quot;.</source>
        <translation>Schreiben Sie die Tasten mit je einem &quot;+&quot; dazwischen; die Plustaste selbst ist &quot;plus&quot;.</translation>
    </message>
    <message>
        <source>write the last text as it was heard, or back</source>
        <translation>letzten Text schreiben, wie er gehört wurde, oder zurück</translation>
    </message>
    <message>
        <source>Write the sound into a file first, and name that.</source>
        <translation>Speichern Sie den Ton erst in einer Datei, und nennen Sie diese.</translation>
    </message>
    <message>
        <source>Write version = {0} in its first line.</source>
        <translation>Schreiben Sie version = {0} in die erste Zeile.</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>You gave Dictate no keyboard.</source>
        <translation>Sie haben Dictate keine Tastatur gegeben.</translation>
    </message>
    <message>
        <source>You have no permission to read {0}.</source>
        <translation>Sie dürfen {0} nicht lesen.</translation>
    </message>
    <message>
        <source>You said no to the desktop&apos;s question.</source>
        <translation>Sie haben auf die Frage der Oberfläche Nein gesagt.</translation>
    </message>
    <message>
        <source>{0} --replace, or --name OTHER</source>
        <translation>{0} --replace, oder --name OTHER</translation>
    </message>
    <message>
        <source>{0} answered with an error ({1}).</source>
        <translation>{0} hat mit einem Fehler geantwortet ({1}).</translation>
    </message>
    <message>
        <source>{0} are the most.</source>
        <translation>{0} sind das Höchste.</translation>
    </message>
    <message>
        <source>{0} arrived damaged: its checksum is wrong.</source>
        <translation>{0} kam beschädigt an: Die Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>{0} asks for features that cannot be computed.</source>
        <translation>{0} verlangt Merkmale, die sich nicht berechnen lassen.</translation>
    </message>
    <message>
        <source>{0} cannot be changed ({1}).</source>
        <translation>{0} lässt sich nicht ändern ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be opened.</source>
        <translation>{0} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}).</source>
        <translation>{0} lässt sich nicht schreiben ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} lässt sich nicht schreiben: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be {1} ({2}).</source>
        <translation>{0} kann nicht {1} werden ({2}).</translation>
    </message>
    <message>
        <source>{0} cannot be {1}.</source>
        <translation>{0} kann nicht {1} sein.</translation>
    </message>
    <message>
        <source>{0} cannot compute in {1}; {2} is used.</source>
        <translation>{0} kann nicht in {1} rechnen; genutzt wird {2}.</translation>
    </message>
    <message>
        <source>{0} cannot prove who it is: its certificate is not trusted here.</source>
        <translation>{0} kann sich nicht ausweisen: Dem Zertifikat wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>{0} could not be transcribed ({1}).</source>
        <translation>{0} ließ sich nicht verschriften ({1}).</translation>
    </message>
    <message>
        <source>{0} could not set the clipboard.</source>
        <translation>{0} konnte die Zwischenablage nicht setzen.</translation>
    </message>
    <message>
        <source>{0} crashed twice the last time. {1} for now.</source>
        <translation>{0} ist das letzte Mal zweimal abgestürzt. Vorerst gilt: {1}.</translation>
    </message>
    <message>
        <source>{0} did not answer like a model hub.</source>
        <translation>{0} hat nicht wie eine Modellablage geantwortet.</translation>
    </message>
    <message>
        <source>{0} did not answer.</source>
        <translation>{0} hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>{0} did not end in time.</source>
        <translation>{0} wurde nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>{0} did not take over the clipboard.</source>
        <translation>{0} hat die Zwischenablage nicht übernommen.</translation>
    </message>
    <message>
        <source>{0} does not answer.</source>
        <translation>{0} antwortet nicht.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not hold a Whisper model.</source>
        <translation>{0} enthält kein Whisper-Modell.</translation>
    </message>
    <message>
        <source>{0} does not know the model or the address (404).</source>
        <translation>{0} kennt das Modell oder die Adresse nicht (404).</translation>
    </message>
    <message>
        <source>{0} does not list models as a language model server does.</source>
        <translation>{0} listet keine Modelle auf, wie es ein Server für Sprachmodelle tut.</translation>
    </message>
    <message>
        <source>{0} ends too early in there.</source>
        <translation>{0} endet dort zu früh.</translation>
    </message>
    <message>
        <source>{0} has no sound in it.</source>
        <translation>{0} enthält keinen Ton.</translation>
    </message>
    <message>
        <source>{0} has nothing to tune: its files settle the precision.</source>
        <translation>{0} hat nichts abzustimmen: Seine Dateien legen die Genauigkeit fest.</translation>
    </message>
    <message>
        <source>{0} holds more than a model: over {1} files or {2} GB.</source>
        <translation>{0} enthält mehr als ein Modell: über {1} Dateien oder {2} GB.</translation>
    </message>
    <message>
        <source>{0} holds no sound; it is empty or damaged.</source>
        <translation>{0} enthält keinen Ton; die Datei ist leer oder beschädigt.</translation>
    </message>
    <message>
        <source>{0} holds no Whisper model in CTranslate2 format: no model.bin, and none for onnx-asr.</source>
        <translation>{0} enthält kein Whisper-Modell im CTranslate2-Format: kein model.bin, und keines für onnx-asr.</translation>
    </message>
    <message>
        <source>{0} holds {1} models.</source>
        <translation>{0} enthält {1} Modelle.</translation>
    </message>
    <message>
        <source>{0} in {1} is too large for a model ({2} bytes).</source>
        <translation>{0} in {1} ist zu groß für ein Modell ({2} Bytes).</translation>
    </message>
    <message>
        <source>{0} is a device</source>
        <translation>{0} ist ein Gerät</translation>
    </message>
    <message>
        <source>{0} is a file, not a model folder.</source>
        <translation>{0} ist eine Datei, kein Modellordner.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{0} is a group of settings and cannot be {1}.</source>
        <translation>{0} ist eine Gruppe von Einstellungen und kann nicht {1} sein.</translation>
    </message>
    <message>
        <source>{0} is a link that points outside</source>
        <translation>{0} ist ein Verweis nach außen</translation>
    </message>
    <message>
        <source>{0} is a list of files, no recording.</source>
        <translation>{0} ist eine Liste von Dateien, keine Aufnahme.</translation>
    </message>
    <message>
        <source>{0} is a part of a model.</source>
        <translation>{0} ist ein Teil eines Modells.</translation>
    </message>
    <message>
        <source>{0} is a Transformers checkpoint, not a CTranslate2 model.</source>
        <translation>{0} ist ein Transformers-Checkpoint, kein CTranslate2-Modell.</translation>
    </message>
    <message>
        <source>{0} is an empty file.</source>
        <translation>{0} ist eine leere Datei.</translation>
    </message>
    <message>
        <source>{0} is damaged or cut off.</source>
        <translation>{0} ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>{0} is damaged: a line is no token with its number.</source>
        <translation>{0} ist beschädigt: Eine Zeile ist kein Token mit seiner Nummer.</translation>
    </message>
    <message>
        <source>{0} is damaged: it ends too early.</source>
        <translation>{0} ist beschädigt: Es endet zu früh.</translation>
    </message>
    <message>
        <source>{0} is damaged: it holds nothing useful.</source>
        <translation>{0} ist beschädigt: Es enthält nichts Brauchbares.</translation>
    </message>
    <message>
        <source>{0} is damaged: it is not readable JSON.</source>
        <translation>{0} ist beschädigt: Es ist kein lesbares JSON.</translation>
    </message>
    <message>
        <source>{0} is damaged: it is not readable text.</source>
        <translation>{0} ist beschädigt: Es ist kein lesbarer Text.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} is not in it.</source>
        <translation>{0} ist beschädigt: {1} ist nicht darin.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}.</source>
        <translation>{0} ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is laid out in a way that cannot be changed safely.</source>
        <translation>{0} ist so aufgebaut, dass es sich nicht sicher ändern lässt.</translation>
    </message>
    <message>
        <source>{0} is locked with a password.</source>
        <translation>{0} ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
        <source>{0} is made for another program.</source>
        <translation>{0} ist für ein anderes Programm gemacht.</translation>
    </message>
    <message>
        <source>{0} is missing.</source>
        <translation>{0} fehlt.</translation>
    </message>
    <message>
        <source>{0} is neither a model folder nor a whole archive (zip, tar, tar.gz).</source>
        <translation>{0} ist weder ein Modellordner noch ein ganzes Archiv (zip, tar, tar.gz).</translation>
    </message>
    <message>
        <source>{0} is no link as it claims</source>
        <translation>{0} ist nicht der Verweis, der es sein will</translation>
    </message>
    <message>
        <source>{0} is no regular file.</source>
        <translation>{0} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{0} is not a Whisper model in CTranslate2 format: no {1}.</source>
        <translation>{0} ist kein Whisper-Modell im CTranslate2-Format: Es fehlt {1}.</translation>
    </message>
    <message>
        <source>{0} is not a whole model for onnx-asr: a part of its weights is not there.</source>
        <translation>{0} ist kein ganzes Modell für onnx-asr: Ein Teil seiner Gewichte ist nicht da.</translation>
    </message>
    <message>
        <source>{0} is not a whole model for onnx-asr: no {1}.</source>
        <translation>{0} ist kein ganzes Modell für onnx-asr: Es fehlt {1}.</translation>
    </message>
    <message>
        <source>{0} is not audio that can be read, or it is damaged.</source>
        <translation>{0} ist kein lesbarer Ton oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{0} is not there.</source>
        <translation>{0} ist nicht da.</translation>
    </message>
    <message>
        <source>{0} is not TOML: {1}.</source>
        <translation>{0} ist kein TOML: {1}.</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{0} is refused: its weights lie at a place outside.</source>
        <translation>{0} wird abgelehnt: Die Gewichte liegen an einem Ort außerhalb.</translation>
    </message>
    <message>
        <source>{0} is refused: {1}.</source>
        <translation>{0} wird abgelehnt: {1}.</translation>
    </message>
    <message>
        <source>{0} is too long to be a settings file.</source>
        <translation>{0} ist zu lang für eine Einstellungsdatei.</translation>
    </message>
    <message>
        <source>{0} is too long.</source>
        <translation>{0} ist zu lang.</translation>
    </message>
    <message>
        <source>{0} is used for now.</source>
        <translation>{0} wird vorerst genutzt.</translation>
    </message>
    <message>
        <source>{0} leads from one address to another.</source>
        <translation>{0} führt von einer Adresse zur nächsten.</translation>
    </message>
    <message>
        <source>{0} leads to a place outside</source>
        <translation>{0} führt an einen Ort außerhalb</translation>
    </message>
    <message>
        <source>{0} leads to an address that is not asked.</source>
        <translation>{0} führt zu einer Adresse, die nicht gefragt wird.</translation>
    </message>
    <message>
        <source>{0} names no key.</source>
        <translation>{0} nennt keine Taste.</translation>
    </message>
    <message>
        <source>{0} names no kind of model that is known here: &quot;{1}&quot;.</source>
        <translation>{0} nennt keine Art von Modell, die hier bekannt ist: „{1}“.</translation>
    </message>
    <message>
        <source>{0} packs its answer, which nobody asked for.</source>
        <translation>{0} packt seine Antwort, worum niemand bat.</translation>
    </message>
    <message>
        <source>{0} points elsewhere ({1}); nothing is sent there.</source>
        <translation>{0} verweist woandershin ({1}); dorthin wird nichts geschickt.</translation>
    </message>
    <message>
        <source>{0} took too long.</source>
        <translation>{0} brauchte zu lange.</translation>
    </message>
    <message>
        <source>{0} wants an API key, or another one ({1}).</source>
        <translation>{0} will einen API-Schlüssel, oder einen anderen ({1}).</translation>
    </message>
    <message>
        <source>{0} wants fewer requests ({1}).</source>
        <translation>{0} will weniger Anfragen ({1}).</translation>
    </message>
    <message>
        <source>{0} was written by a newer Dictate (version {1}, this one knows {2}).</source>
        <translation>{0} wurde von einem neueren Dictate geschrieben (Version {1}, dieses kennt {2}).</translation>
    </message>
    <message>
        <source>{0} would be longer than {1} MB.</source>
        <translation>{0} würde länger als {1} MB.</translation>
    </message>
    <message>
        <source>{0}, not encrypted</source>
        <translation>{0}, unverschlüsselt</translation>
    </message>
    <message>
        <source>{0}, or {1}; `dictate devices` lists what is found.</source>
        <translation>{0}, oder {1}; `dictate devices` listet auf, was gefunden wird.</translation>
    </message>
    <message>
        <source>{0}, {1} cores, CTranslate2 {2}</source>
        <translation>{0}, {1} Kerne, CTranslate2 {2}</translation>
    </message>
    <message>
        <source>{0}; speech is recognised on the CPU.</source>
        <translation>{0}; Sprache wird auf der CPU erkannt.</translation>
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
        <source>The text of the chosen file will be here.</source>
        <translation>Hier steht dann der Text der gewählten Datei.</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>Transcribe files with Dictate</source>
        <translation>Dateien mit Dictate transkribieren</translation>
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
        <source>Format of saved texts</source>
        <translation>Format gespeicherter Texte</translation>
    </message>
    <message>
        <source>For&amp;mat:</source>
        <translation>For&amp;mat:</translation>
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
        <source>What you dictate will be listed here.</source>
        <translation>Was Sie diktieren, steht dann hier.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Den Verlauf exportieren</translation>
    </message>
    <message>
        <source>&amp;Recognise again with</source>
        <translation>&amp;Noch einmal erkennen mit</translation>
    </message>
    <message>
        <source>The model that recognises it again</source>
        <translation>Das Modell, das noch einmal erkennt</translation>
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
        <source>No text has these words.</source>
        <translation>Kein Text hat diese Wörter.</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>&amp;Anhalten</translation>
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
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
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
        <source>The keys that are pressed</source>
        <translation>Die gedrückten Tasten</translation>
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
    <name>Keys</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Control</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>AltGr</source>
        <translation>AltGr</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Super</source>
        <translation>Super</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Win</source>
        <translation>Win</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Pfeil auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Pfeil ab</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Caps Lock</source>
        <translation>Feststelltaste</translation>
    </message>
    <message>
        <source>Num Lock</source>
        <translation>Num</translation>
    </message>
    <message>
        <source>Scroll Lock</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Print Screen</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Play/Pause</source>
        <translation>Wiedergabe/Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Next Track</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Previous Track</source>
        <translation>Voriger Titel</translation>
    </message>
    <message>
        <source>Volume Up</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Volume Down</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Microphone Mute</source>
        <translation>Mikrofon stumm</translation>
    </message>
    <message>
        <source>Middle Mouse Button</source>
        <translation>Mittlere Maustaste</translation>
    </message>
    <message>
        <source>Back Mouse Button</source>
        <translation>Maustaste Zurück</translation>
    </message>
    <message>
        <source>Forward Mouse Button</source>
        <translation>Maustaste Vor</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Minus</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Decimal</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Left {key}</source>
        <translation>{key} links</translation>
    </message>
    <message>
        <source>Right {key}</source>
        <translation>{key} rechts</translation>
    </message>
    <message>
        <source>Keypad {key}</source>
        <translation>Ziffernblock {key}</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
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
        <translation>Standard des Systems</translation>
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
        <source>“Manage models…” fetches it.</source>
        <translation>„Modelle verwalten…“ holt es.</translation>
    </message>
    <message>
        <source>Las&amp;t text</source>
        <translation>Letz&amp;ter Text</translation>
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
        <translation>Da&amp;teien transkribieren…</translation>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
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
        <translation>Standard des Systems (jetzt: {name})</translation>
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
        <source>&amp;Version {version} is available…</source>
        <translation>&amp;Version {version} ist da …</translation>
    </message>
    <message>
        <source>Copy &amp;last text: “{text}”</source>
        <translation>&amp;Letzten Text kopieren: „{text}“</translation>
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
        <translation>{name} wird importiert</translation>
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
        <translation>Um es wieder zu haben, muss es neu geladen oder importiert werden.</translation>
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
        <translation>vorhanden</translation>
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
        <translation>{size} vorhanden</translation>
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
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Models of Dictate</source>
        <translation>Modelle von Dictate</translation>
    </message>
    <message>
        <source>No model matches these filters.</source>
        <translation>Kein Modell passt zu diesen Filtern.</translation>
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
        <translation>&amp;Ordner importieren…</translation>
    </message>
    <message>
        <source>Import &amp;archive…</source>
        <translation>&amp;Archiv importieren…</translation>
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
        <translation>Ein Modell importieren</translation>
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
        <source>in use</source>
        <translation>in Gebrauch</translation>
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
        <source>No program opens the page.</source>
        <translation>Kein Programm öffnet die Seite.</translation>
    </message>
    <message>
        <source>Open it in an editor: {path}</source>
        <translation>Öffnen Sie sie in einem Editor: {path}</translation>
    </message>
    <message>
        <source>Open it in a browser: {address}</source>
        <translation>Öffnen Sie sie in einem Browser: {address}</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Ihre Seite öffnen</translation>
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
        <source>Version {version} of Dictate is available.</source>
        <translation>Version {version} von Dictate ist da.</translation>
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
    <name>Number</name>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
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
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
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
        <source>&quot;never&quot; or &quot;daily&quot; or &quot;weekly&quot;</source>
        <translation>&quot;never&quot; oder &quot;daily&quot; oder &quot;weekly&quot;</translation>
    </message>
    <message>
        <source>An English translation</source>
        <translation>Eine englische Übersetzung</translation>
    </message>
    <message>
        <source>An https address, or a file, that names the newest version. Empty: nothing is asked.</source>
        <translation>Eine https-Adresse oder eine Datei, die die neueste Version nennt. Leer: Es wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Quelle</translation>
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
        <source>Look for a newer version</source>
        <translation>Nach einer neueren Version sehen</translation>
    </message>
    <message>
        <source>Nothing but the feed below is asked, and nothing is installed.</source>
        <translation>Gefragt wird nur die Quelle darunter, und nichts wird installiert.</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Einmal in der Woche</translation>
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
        <source>Take a smaller one</source>
        <translation>Ein kleineres nehmen</translation>
    </message>
    <message>
        <source>Take back key</source>
        <translation>Taste zum Zurücknehmen</translation>
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
        <source>Updates</source>
        <translation>Neue Versionen</translation>
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
        <source>Way to press</source>
        <translation>Bedienung</translation>
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
        <source>Whether you hear of newer versions; `dictate updates check` asks now.</source>
        <translation>Ob Sie von neueren Versionen hören; `dictate updates check` fragt jetzt.</translation>
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
        <source>an address that begins with &quot;https://&quot;, without a key, or a file</source>
        <translation>eine Adresse, die mit „https://“ beginnt, ohne Schlüssel, oder eine Datei</translation>
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
        <source>“{command}”</source>
        <translation>„{command}“</translation>
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
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>a model without a name</source>
        <translation>ein Modell ohne Namen</translation>
    </message>
    <message>
        <source>{model}: {share} of the words wrong (corrected texts: {count})</source>
        <translation>{model}: {share} der Wörter falsch (berichtigte Texte: {count})</translation>
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
        <source>Takes: {takes}; minutes of speech: {minutes}; words: {words}; {saved}</source>
        <translation>Aufnahmen: {takes}; Minuten Sprache: {minutes}; Wörter: {words}; {saved}</translation>
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
        <source>Dashed: {median} ms, the median. Dotted: {p95} ms, 95 of 100 are faster.</source>
        <translation>Gestrichelt: {median} ms, der Median. Gepunktet: {p95} ms, 95 von 100 sind schneller.</translation>
    </message>
    <message>
        <source>The history is empty: dictate something first.</source>
        <translation>Der Verlauf ist leer: Diktieren Sie erst etwas.</translation>
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
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
        <source>The microphone is on; {seconds} s are kept in memory.</source>
        <translation>Das Mikrofon ist an; {seconds} s bleiben im Speicher.</translation>
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
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
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
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
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
        <translation>Wird importiert…</translation>
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
        <source>The hotkey works.</source>
        <translation>Das Tastenkürzel funktioniert.</translation>
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
