# Was das Programm außerhalb seiner Seite sagt: in Benachrichtigungen, im Infobereich und in der Menüleiste. Anrede: keine.
notify-open = Öffnen
# Wo Überschriften verborgen bleiben sollen.
notify-private = Ein neuer Artikel
notify-more =
    { $stories ->
        [one] { $stories } weiterer Artikel
       *[other] { $stories } weitere Artikel
    }
notify-digest =
    { $stories ->
        [one] { $stories } neuer Artikel
       *[other] { $stories } neue Artikel
    }
tray-open = Stop Press öffnen
tray-unread =
    { $stories ->
        [one] { $stories } ungelesener Artikel
       *[other] { $stories } ungelesene Artikel
    }
tray-refresh = Neue Artikel abrufen
tray-pause = Benachrichtigungen pausieren
tray-pause-hour = Eine Stunde lang
tray-pause-tomorrow = Bis morgen
tray-pause-end = Benachrichtigungen wieder anzeigen
tray-settings = Optionen …
tray-quit = Beenden
pick-folder = Bibliothek in einen Ordner verschieben
# Die Menüleiste von macOS: was jede App dort hat, mit den Wörtern von Apple.
menu-about = Über Stop Press
menu-services = Dienste
menu-hide = Stop Press ausblenden
menu-hide-others = Andere ausblenden
menu-show-all = Alle einblenden
menu-edit = Bearbeiten
menu-undo = Widerrufen
menu-redo = Wiederholen
menu-cut = Ausschneiden
menu-copy = Kopieren
menu-paste = Einsetzen
menu-select-all = Alles auswählen
menu-window = Fenster
menu-minimize = Im Dock ablegen
