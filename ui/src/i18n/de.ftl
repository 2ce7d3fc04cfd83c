# Alle Wörter des Fensters auf Deutsch. Anrede: Sie, nur wo es ohne Anrede nicht geht.
# Feste Wörter: Ticker (Live), Artikel (story), Quelle (source), Merkliste (Saved), merken (save), abonnieren (follow).

app-name = Stop Press
skip-stories = Zu den Artikeln springen
skip-article = Zum Text springen
views = Ansichten
live = Ticker
saved = Merkliste
sources = Quellen
settings = Optionen
close = Schließen
cancel = Abbrechen
undo = Rückgängig

## Live
live-region = Ticker, { $scope }
all-sources = alle Quellen
filters = Filter
chip-all = Alle
chip-unread = Ungelesen
mark-all-read = Alle als gelesen markieren
stories-newest-first = Artikel, neueste zuerst
today = Heute
yesterday = Gestern
new-pill = { $count ->
    [one] 1 neuen Artikel anzeigen
   *[other] { $count } neue Artikel anzeigen
}
new-pill-short = { $count } neu
new-pill-many = Über 99 neu
new-announced = { $count ->
    [one] 1 neuer Artikel
   *[other] { $count } neue Artikel
}
last-updated = Stand: { $time }
row-unread = ungelesen
row-saved = gemerkt
row-stored-full = mit Bildern gespeichert
row-stored-text = Text gespeichert
row-stored-headline = nur Überschrift
row-time = { $date }, { $zone }
row-seen = { $date }, { $zone }, eingetroffen: { $seen }
none-unread-title = Nichts Ungelesenes
none-unread = Hier ist alles gelesen. Neue Artikel reihen sich von selbst ein.
show-all = Alle anzeigen
show-read = Auch gelesene anzeigen
older-loading = Ältere Artikel werden geholt
older-came = { $count ->
    [one] 1 älterer Artikel ist da
   *[other] { $count } ältere Artikel sind da
}
older-none = Der Anbieter hatte nichts Älteres
none-source = Diese Quelle hat noch keinen Artikel gebracht.
none-muted-title = Heute nichts stummgeschaltet
none-muted = Was Ihre Stummschaltungen aus dem Ticker heraushalten, steht hier einen Tag lang, ebenso, was Sie ausblenden.
scope = Artikel aus
list-width = Breite der Liste
scope-all = Alle Quellen
scope-unread = { $scope }, nur ungelesene
scope-muted = Heute stummgeschaltet
folders = Ordner
languages = Sprachen
more-from = { $count } weitere von { $source }
press-to-show = Eingabetaste zeigt sie an
you-were-here = Hier waren Sie um { $time }
selected-count = { $count } Artikel ausgewählt
selected-of = { $count } von { $total } ausgewählt
end-farther = Artikel { $place } von { $total }. Zum Weitergehen noch einmal drücken
unsave = Nicht mehr merken
story-mark-read = Als gelesen markieren
story-mark-unread = Als ungelesen markieren
more-actions = Mehr
story-menu = Was mit diesem Artikel geschehen soll
none-folder-title = Noch keine Artikel
none-folder = Die Quellen dieses Ordners haben noch keinen Artikel gebracht.
none-language = Die Quellen in dieser Sprache haben noch keinen Artikel gebracht.
first-story = Der erste Artikel erscheint hier.
live-failed = Die Artikel konnten nicht geladen werden
try-again = Erneut versuchen
find-address = Neue Adresse suchen
choose-feed = Anderen Feed wählen
change-address = Adresse ändern
address-lead = Die Artikel von { $title } bleiben. Nur woher neue kommen, ändert sich.
address-searching = { $title } wird auf { $host } gesucht
address-answers = Die bisherige Adresse antwortet wieder. Sie lässt sich jetzt abrufen.
address-use = Diese Adresse verwenden
address-changed = { $title } hat eine neue Adresse

## foot
foot-none = Noch keine Quellen
foot-sources = { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}
foot-checked = { $count ->
    [one] 1 Quelle, abgerufen um { $time }
   *[other] { $count } Quellen, abgerufen um { $time }
}
foot-next-check = Nächster Abruf: { $time }
foot-attention = { $count } zu prüfen
foot-offline = Offline, Stand { $time }
foot-offline-never = Offline
foot-checking = Abruf: { $done } von { $total }
foot-starting = Abruf läuft
foot-nothing-new = Nichts Neues
foot-back = Wieder online
stop-checking = Abruf abbrechen
foot-packing = Gepackt: { $done } von { $total }
foot-packing-starting = Packen läuft
stop-packing = Packen beenden
banner-title = Sie sind offline.
banner-sign-in = Dieses Netzwerk verlangt eine Anmeldung.
open-browser = Browser öffnen
banner-text = Alles Gemerkte ist hier, dazu { $count ->
    [one] 1 aktueller Artikel.
   *[other] { $count } aktuelle Artikel.
}
banner-dismiss = Ausblenden

## article
article = Artikel
article-tools = Artikel
look = Schriftbild
previous-story = Vorheriger Artikel
next-story = Nächster Artikel
position = { $index } von { $total }
back-to = { $view }
save = Merken
copy-link = Link kopieren
link-copied = Link kopiert
link-not-copied = Der Link konnte nicht kopiert werden
open-original = Original öffnen
full-story = Volltext
show-full = Volltext anzeigen
show-feed = Text der Quelle anzeigen
fetching-full = Volltext wird geladen …
stop-waiting = Nicht länger auf den Volltext warten
feed-text-note = Angezeigt wird der Text, den die Quelle liefert.
images-hidden = { $count ->
    [one] 1 Bild nicht angezeigt.
   *[other] { $count } Bilder nicht angezeigt.
}
show-images = Bilder anzeigen
tags = Schlagwörter
tag-add = Schlagwort hinzufügen
tag-remove = Schlagwort { $tag } entfernen
comments = Kommentare
comments-count = Kommentare ({ $count })
comments-at-source = Bei der Quelle
comments-close = Kommentare schließen
edited-at = geändert: { $time }
changes = Was sich geändert hat
changes-close = Änderungen schließen
changes-none = Von einer Änderung ist nichts bekannt.
diff-removed = entfernt:
diff-added = hinzugefügt:
comments-loading = Kommentare werden geladen …
comments-none = Noch keine Kommentare.
comments-kept = Stand: { $date }.
comments-more = Bei der Quelle gibt es noch mehr.
comments-show-more = { $count } weitere anzeigen
comment-nobody = Ohne Namen
comment-answer = Antwort, Ebene { $depth }
comments-outside = { $label }, öffnet den Browser
following = Abonniert
follow = Abonnieren
minutes = { $count } Min. Lesezeit
moment = { $date }, { $time }
long-date = { $weekday }, { $date }
day-named = { $name }, { $date }
state-complete = Gemerkt, mit Bildern
state-partial = { $count ->
    [0] Gemerkt, Bilder fehlen teilweise
    [one] Gemerkt, 1 Bild fehlt
   *[other] Gemerkt, { $count } Bilder fehlen
}
state-saving = Wird gespeichert …
state-waiting = Wartet auf Verbindung
state-failed = Konnte nicht gespeichert werden
state-failed-because = Konnte nicht gespeichert werden: { $reason }
state-failed-sentence = Konnte nicht gespeichert werden. { $reason }
image-missing = { $count ->
    [one] Dieses Bild ist nicht gespeichert.
   *[other] Diese { $count } Bilder sind nicht gespeichert.
}
image-missing-more = { $count ->
    [one] Es wird geladen, sobald Sie wieder online sind.
   *[other] Sie werden geladen, sobald Sie wieder online sind.
}
image-missing-saving = { $count ->
    [one] Es wird gerade geladen.
   *[other] Sie werden gerade geladen.
}
image-missing-refused = { $count ->
    [one] Die Website hat es nicht herausgegeben.
   *[other] Die Website hat sie nicht herausgegeben.
}
table-region = Tabelle { $nth }
table-named = Tabelle, { $caption }
code-region = Code { $nth }
code-wrap = Zeilen umbrechen
enlarge = Bild vergrößern
enlarge-named = Bild vergrößern, { $alt }
image = Bild
image-next = Nächstes Bild
image-previous = Vorheriges Bild
image-save = Bild speichern
image-copy-address = Bildadresse kopieren
image-saved = Das Bild liegt als { $name } in { $folder }
image-link = Link dieses Bildes öffnen
zoom-in = Vergrößern
zoom-out = Verkleinern
note = Anmerkung
continued-at = Fortgesetzt bei { $percent } %
from-the-top = Zum Anfang
go-back = Zurück zur vorigen Stelle
find-in-article = Im Artikel suchen
find-next = Nächste Fundstelle
find-previous = Vorherige Fundstelle
find-none = Nichts gefunden
find-at = { $index } von { $total }
selection = Markierter Text
copy = Kopieren
share = Teilen
copy-headline = Überschrift und Link kopieren
copy-markdown = Als Markdown kopieren
markdown-copied = Als Markdown kopiert
headline-copied = Überschrift und Link kopiert
share-clean = Links werden ohne Tracker kopiert.
play-image = Abspielen
stop-image = Anhalten
copy-quote = Mit Quelle kopieren
search-words = Nach diesen Wörtern suchen
listen-here = Ab hier vorlesen
mute-phrase = „{ $words }“ stummschalten …
passage-copied = Text kopiert
quote-copied = Mit Quelle kopiert
not-copied = Das konnte nicht kopiert werden
pick-title = Kein Artikel ausgewählt
pick-text = Ausgewählte Artikel öffnen sich hier. Gemerkte bleiben auch ohne Verbindung lesbar.
nothing-title = Noch nichts zu lesen
nothing-text = Abonnieren Sie eine Website, und ihre Artikel reihen sich hier ein, die neuesten zuerst.
press-key = drücken
press = Jederzeit
gone-title = Dieser Artikel ist nicht mehr da
gone-text = Vielleicht wurde seine Quelle abbestellt. Alles Gemerkte steht weiterhin in der Merkliste.
failed-title = Dieser Artikel konnte nicht geöffnet werden

## saved
saved-region = Gemerkte Artikel
saved-list = Gemerkte Artikel, { $order }
saved-order = Reihenfolge der gemerkten Artikel
order-newest = Zuletzt gemerkt
order-oldest = Zuerst gemerkt
order-published = Erscheinungsdatum
order-length = Kürzeste zuerst
order-title = Überschrift
order-source = Quelle
tagged = Schlagwörter: { $tags }
save-page = Seite merken
save-page-address = Adresse der Seite
save-page-hint = beispiel.de/artikel
save-page-contact = Stop Press ruft diese Seite von { $host } mit ihren Bildern ab
save-page-saving = Die Seite von { $host } wird gespeichert
save-page-drop = Link hier ablegen, um die Seite zu merken
find-saved = In der Merkliste suchen
not-complete = Unvollständig
this-week = Diese Woche
earlier = Früher
no-date = Ohne Datum
saved-total = { $count } Artikel, { $size }
saved-incomplete = { $count } unvollständig
saved-none-title = Noch nichts gemerkt
saved-none = Drücken Sie bei einem Artikel die Taste s. Text und Bilder bleiben dann hier, auch ohne Verbindung. Über ihre Adresse lässt sich jede Seite merken.
saved-none-filter-title = Hier ist nichts
saved-none-filter = Kein gemerkter Artikel passt zu diesem Filter.

## sources
follow-a-source = Quelle abonnieren
import-opml = OPML importieren
export-opml = OPML exportieren
browse-packs = Pakete ansehen
source = Quelle
health = Zustand
last-story = Letzter Artikel
a-week = Je Woche
source-language = Sprache
source-told = mit Benachrichtigungen
checked = Letzter Abruf
unread = Ungelesen
sources-by-folder = Quellen nach Ordnern
without-folder = Ohne Ordner
needs-attention = Zu prüfen
working = In Ordnung
trouble-dns = Adresse nicht auffindbar
trouble-silent = Antwortet seit { $day } nicht
trouble-forbidden = Weist diese App ab
trouble-sign-in = Verlangt eine Anmeldung
trouble-challenge = Lässt nur Browser ein
trouble-not-found = Unter der Adresse ist nichts
trouble-gone = Vom Anbieter eingestellt
trouble-wait = Auf Wunsch seltener
trouble-server = Störung seit { $day }
trouble-tls = Verbindung nicht sicher
trouble-not-a-feed = Kein Feed mehr
trouble-other = Probleme seit { $day }
source-details = Über diese Quelle
address = Adresse
site = Website
folder = Ordner
next-check = Nächster Abruf
stories = Artikel
stories-unread = { $articles }, davon { $unread } ungelesen
stories-since = Artikel seit { $day }
never = Nie
open-site = Website öffnen
publisher-places = Weitere Kanäle
publisher-looking = Die Seite des Anbieters wird abgerufen
publisher-none = Die Seite des Anbieters nennt keine weiteren Kanäle.
publisher-note = Gefunden auf der Seite des Anbieters. Alles öffnet sich im Browser.
cmd-publisher = Weitere Kanäle des Anbieters
place-site = Website
place-mastodon = Mastodon
place-bluesky = Bluesky
place-facebook = Facebook
place-instagram = Instagram
place-youtube = YouTube
place-x = X
place-threads = Threads
place-linkedin = LinkedIn
place-telegram = Telegram
place-whatsapp = WhatsApp
place-tiktok = TikTok
place-newsletter = Newsletter
place-podcast = Podcast
place-github = GitHub
place-other = Anderswo
check-now = Jetzt abrufen
unfollow = Abbestellen
repaired = Repariert: { $repairs }
unfollowed = { $kept ->
    [0] { $title } abbestellt
    [one] { $title } abbestellt, 1 gemerkter Artikel bleibt
   *[other] { $title } abbestellt, { $kept } gemerkte Artikel bleiben
}
pick-source = Wählen Sie eine Quelle, um ihre Adresse, ihren Zustand und den nächsten Abruf zu sehen.
text-of-stories = Text der Artikel
text-auto = Nach Bedarf
text-feed = Feedtext
text-full = Volltext
text-measured-short = Diese Quelle liefert nur Anreißer.
text-measured-whole = Diese Quelle liefert ganze Artikel.
text-measured-none = Wie viel diese Quelle liefert, ist noch nicht ermittelt.
text-now-full = Der Volltext wird von ihren Seiten geholt.
text-now-feed = Angezeigt wird ihr eigener Text.
sources-none-title = Noch keine Quellen

health-paused = Pausiert
health-quiet = Still seit { $day }
quiet-since = Nichts Neues seit { $day }.
quiet-keep = Behalten
quiet-kept = { $title } bleibt abonniert
health-repaired = In Ordnung, repariert
quiet-for-months = Seit Monaten still
many-stories = Viele Artikel
not-in-live = Nicht im Ticker
find-source = Quelle suchen
no-source-found = Keine passende Quelle.
marked-sources = Markierte Quellen
sources-marked = { $count ->
    [one] 1 Quelle markiert
   *[other] { $count } Quellen markiert
}
clear-marks = Markierungen aufheben
move-to = Verschieben nach …
moved-to = { $count ->
    [one] 1 Quelle nach { $folder } verschoben
   *[other] { $count } Quellen nach { $folder } verschoben
}
moved-out = { $count ->
    [one] 1 Quelle aus ihrem Ordner genommen
   *[other] { $count } Quellen aus ihren Ordnern genommen
}
name = Name
new-folder = Neuer Ordner
new-folder-more = Neuer Ordner …
new-folder-hint = Ein Schrägstrich legt ihn in einen anderen Ordner: Technik/Nachrichten.
top-level = In keinem anderen Ordner
folder-moved-to = Ordner { $name } nach { $folder } verschoben
folder-moved-out = Ordner { $name } aus seinem Ordner genommen
folder-in = in { $folder }
show-in-live = Im Ticker anzeigen
rename-more = Umbenennen …
copy-address = Feed-Adresse kopieren
address-copied = Adresse kopiert
notify-stop = Nicht benachrichtigen
full-by-default = Immer Volltext
full-as-needed = Volltext nur nach Bedarf
rename-source = Quelle umbenennen
rename-source-hint = Ohne Namen trägt sie wieder den des Anbieters.
rename-folder = Ordner umbenennen
rename-this-folder = Ordner { $folder } umbenennen
delete-this-folder = Ordner { $folder } löschen, seine Quellen behalten
folder-deleted = { $count ->
    [one] Ordner { $folder } gelöscht, 1 Quelle bleibt
   *[other] Ordner { $folder } gelöscht, { $count } Quellen bleiben
}
renamed = Umbenannt
unfollowed-many = { $count ->
    [one] 1 Quelle abbestellt
   *[other] { $count } Quellen abbestellt
}
out-of-live = Nicht im Ticker anzeigen
sources-so-far = { $done } von { $total } erledigt
source-changed = Optionen von { $title } geändert
sources-changed = { $count ->
    [one] 1 Quelle geändert
   *[other] { $count } Quellen geändert
}
sources-checked = { $count ->
    [one] 1 Quelle abgerufen
   *[other] { $count } Quellen abgerufen
}
sources-told = { $count ->
    [one] Benachrichtigungen für 1 Quelle
   *[other] Benachrichtigungen für { $count } Quellen
}
sources-not-told = { $count ->
    [one] Keine Benachrichtigungen mehr für 1 Quelle
   *[other] Keine Benachrichtigungen mehr für { $count } Quellen
}
sources-refused = { $done }. { $count } fehlgeschlagen: { $names }
text = Text
text-is-full = Volltext
text-is-summary = Anreißer
text-is-feed = Feedtext
source-interval = Abrufintervall
interval-auto = Standard
interval-15m = Alle 15 Min.
interval-1h = Stündlich
interval-6h = Alle 6 Stunden
interval-daily = Einmal am Tag
interval-paused = Gar nicht
source-images = Bilder
source-images-inherit = Standard
source-images-never = Nur auf Wunsch
source-images-opened = Beim Öffnen eines Artikels
source-direction = Textrichtung
direction-more = Textrichtung …
direction-auto = Wie der Text
direction-ltr = Von links nach rechts
direction-rtl = Von rechts nach links
in-live = Im Ticker anzeigen
in-live-hint = Sonst stehen die Artikel nur in ihrem Ordner.
source-keep = Artikel bleiben
source-most = Höchstens
most-any = Beliebig viele
most-100 = Die neuesten 100
most-500 = Die neuesten 500
most-2000 = Die neuesten 2.000
most-own = Die neuesten { $count }

## search
search = Suche
search-everything = Alle Artikel durchsuchen
search-results = Suchergebnisse
search-nothing = Nichts zu „{ $query }“
search-meant = Meinten Sie „{ $words }“?
search-recent = Zuletzt gesucht
recent-forget = { $words } vergessen
recent-forget-all = Alle vergessen
recent-forgotten = Vergessen
search-keep = Als Filter speichern
search-forget = Filter entfernen
search-kept = Eigene Filter
search-kept-done = Filter gespeichert
search-forgotten = Filter entfernt
search-kept-full = Es ist Platz für { $count } Filter. Bitte zuerst einen entfernen.
syntax-source = nur aus einer Quelle
syntax-saved = nur Gemerktes
syntax-unread = nur Ungelesenes
syntax-before = vor einem bestimmten Datum
syntax-phrase = genau diese Wortfolge
syntax-without = ohne dieses Wort
syntax-phrase-sample = "Kölner Dom"
syntax-without-sample = -Fußball
filter-source = aus { $value }
filter-folder = im Ordner { $value }
filter-lang = auf { $value }
filter-tag = mit Schlagwort { $value }
filter-in = in der Merkliste
filter-is = ungelesen
filter-before = vor { $value }
filter-after = seit { $value }
filter-remove = Filter entfernen: { $filter }
filters-clear = Filter aufheben
search-clear = Suche leeren
search-none = Keine Treffer
search-anywhere = beginnt überall eine neue Suche
filter-add = Filter
filter-add-name = Filter hinzufügen
search-elsewhere = { $count } in der Merkliste, insgesamt { $everywhere }
search-elsewhere-more = { $count } in der Merkliste, insgesamt mindestens { $everywhere }
search-everywhere = Überall suchen
filter-week = Die letzten 7 Tage
filter-month = Die letzten 30 Tage
search-looking = { $count ->
    [0] Ältere Artikel werden durchsucht
   *[other] { $count } Treffer, ältere Artikel werden durchsucht
}
search-more = Die ersten { $count } Treffer
search-pick-title = Einen Artikel auswählen und hier lesen
search-pick = Die Suche erfasst alle Artikel auf diesem Computer, auch offline.
cmd-search = Alle Artikel durchsuchen
search-count = { $count } Treffer

## activity
activity = Aktivität
activity-log = Was geschehen ist
activity-now = Jetzt
activity-checking = Quellen werden abgerufen
activity-new = Neue Artikel
activity-failed = Probleme
activity-incomplete = Unvollständig gespeichert
activity-saved = { $count } Artikel gemerkt
activity-saves-wait = { $count ->
    [one] 1 Artikel wird gespeichert, sobald eine Verbindung besteht
   *[other] { $count } Artikel werden gespeichert, sobald eine Verbindung besteht
}
attention-none = Alles in Ordnung.
recent = Kürzlich
recent-none = Noch nichts geschehen.
since = Seit { $moment }
try-now = Jetzt versuchen
manage-storage = Speicher verwalten
details = Details
copy-log = Protokoll kopieren
log-copied = Protokoll kopiert
check-offline = Keine Verbindung
checks-offline = Keine Verbindung: { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}
activity-waiting = Bitten um Geduld
next-check-at = Nächster Abruf: { $moment }
check-moved = Adresse aktualisiert
check-merged = Eine andere Quelle ist hierher umgezogen und in dieser aufgegangen
checks-quiet =
    { $count ->
        [one] Eine Quelle abgerufen, nichts Neues
       *[other] { $count } Quellen abgerufen, nichts Neues
    }
check-new = { $count ->
    [one] 1 neuer Artikel
   *[other] { $count } neue Artikel
}
check-updated = Artikel aktualisiert
last-days = Die letzten { $count } Tage
read-by-you = Davon gelesen
days-words = { $count } Artikel, höchstens { $most } am Tag, heute { $today }
days-today = heute: { $count }
last-checks = Letzte Abrufe
stored-images = Bilder außerhalb der Merkliste
stored-of = { $size } von { $most }
stored-texts = Texte der Artikel
stored-library = Gesamte Bibliothek
stored-free = Frei auf diesem Datenträger
clean-up = Aufräumen
cleaned-up = { $size } freigegeben. Gemerktes blieb unberührt.
cleaned-up-old = { $stories ->
    [one] { $size } freigegeben, dabei ein alter Artikel entfernt. Gemerktes blieb unberührt.
   *[other] { $size } freigegeben, dabei { $stories } alte Artikel entfernt. Gemerktes blieb unberührt.
}
cmd-activity = Aktivität

## follow dialog
follow-address = Adresse der Website oder des Feeds
follow-hint = beispiel.de
follow-contact = Stop Press kontaktiert { $host } und sonst niemanden
follow-looking = Auf { $host } werden Feeds gesucht
follow-found = { $count ->
    [one] 1 Feed gefunden
   *[other] { $count } Feeds gefunden
}
follow-which = Feed
follow-already = { $title } ist schon abonniert
follow-done = { $title } abonniert, { $count } Artikel hinzugefügt
follow-empty = Bitte zuerst eine Adresse eingeben
follow-anyway = Trotzdem suchen
follow-look = Suchen
follow-show = Anzeigen
follow-suggested = Quellen aus den Paketen
follow-clipped = Aus der Zwischenablage
follow-choose-word = Eine davon wählen oder eine Adresse eingeben
follow-no-word = Kein Paket enthält das. Bitte die Adresse einer Website eingeben.
follow-drop = Link hier ablegen, um die Website zu abonnieren
look-preview = Vorschau
look-newest = letzter Artikel { $when }
look-nothing = noch keine Artikel
look-per-day = etwa { $count } am Tag
look-per-week = etwa { $count } pro Woche
look-per-month = etwa { $count } im Monat
look-quiet = seit einem Monat still
look-whole = Volltext
look-summary = nur Anreißer

## welcome and packs
welcome-title = Was möchten Sie lesen?
welcome-lead = Drei Wege zum Einstieg. Jede Quelle lässt sich später ändern oder entfernen, und nichts wird kontaktiert, bevor Sie auf „Abonnieren“ klicken.
welcome-pack = Ein Paket wählen
welcome-packs = Pakete
pack-about = { $count ->
    [one] 1 Quelle
   *[other] { $count } Quellen
}, { $about }
list-comma = {", "}
pack-languages = Sprachen der Pakete
pack-region = Region
all-regions = Alle Regionen
packs-none = Für diese Sprachen und diese Region gibt es kein Paket.
pack-world = Welt
pack-world-about = von sechs Kontinenten
pack-europe = Europa
pack-europe-about = auf Englisch und in sechs weiteren Sprachen
pack-maghreb = Marokko und der Maghreb
pack-maghreb-about = auf Arabisch, Französisch und Englisch
pack-spain = Spanien
pack-spain-about = überregionale und regionale Zeitungen
pack-france = Frankreich
pack-france-about = Zeitungen und Sender aller Richtungen
pack-germany = Deutschland
pack-germany-about = Zeitungen und Sender aller Richtungen
pack-technology = Technik
pack-technology-about = Branche, Politik und Geräte
pack-science = Wissenschaft
pack-science-about = Fachzeitschriften, Institute und Redaktionen
pack-business = Wirtschaft
pack-business-about = Märkte, Unternehmen und Arbeit
pack-sport = Sport
pack-sport-about = Fußball und alles andere
pack-culture = Kultur
pack-culture-about = Bücher, Film, Musik und Kunst
pack-arabic = Arabisch
pack-arabic-about = Sender und Zeitungen vieler Länder
pack-portuguese = Brasilien und Portugal
pack-portuguese-about = Zeitungen und Sender beider Länder
pack-japan = Japan
pack-japan-about = Sender, Zeitungen und Magazine
pack-chinese = Chinesisch
pack-chinese-about = Sender und Zeitungen vieler Länder
pack-some = { $names } und { $count } weitere
type-address = Eine Adresse eingeben
type-address-hint = Eine Website, eine Feed-Adresse oder Suchwörter für die Pakete
bring-list = Eine Liste mitbringen
bring-list-hint = Eine OPML-Datei aus einem anderen Feedreader behält ihre Ordner
take-list = Liste mitnehmen
take-list-hint = Eine OPML-Datei im Download-Ordner: Andere Feedreader verstehen sie, Ordner und Namen bleiben erhalten
drop-file = Datei hier ablegen
choose-file = Datei wählen
contacted = Wer kontaktiert wird
contacted-none = Noch niemand. Wählen Sie ein Paket, geben Sie eine Adresse ein oder bringen Sie eine Liste mit.
contacted-count = { $count ->
    [one] Nur diese eine Website.
   *[other] Nur diese { $count } Websites.
}
contacted-list = Liste der Websites
contacted-typed = Von Ihnen eingegeben
contacted-unchecked = Diese Adressen haben wir nicht geprüft. Manche können sich geändert haben.
contacted-file = Eine Liste nennt ihre eigenen Websites; kontaktiert werden sie, sobald Sie die Datei wählen.
sites = { $count ->
    [one] 1 Website
   *[other] { $count } Websites
}
skip-empty = Überspringen, leer beginnen
follow-sources = { $count ->
    [one] 1 Quelle abonnieren
   *[other] { $count } Quellen abonnieren
}
working-on-it = Wird abonniert, das kann einen Moment dauern
import-title = Ihre Quellen sind da
list-title = Liste übernehmen
list-new = { $count ->
    [one] 1 neue Quelle
   *[other] { $count } neue Quellen
}
list-already = { $count } schon abonniert
list-all = Alle
list-none = Keine
list-followed = schon abonniert
list-twice = steht in einem anderen Ordner
list-taking = { $done } von { $total } übernommen
list-cancelling = Wird beendet
list-stop = Beenden
list-ended = Vorzeitig beendet. Was bis dahin übernommen war, ist abonniert.
list-more = { $count ->
    [one] und 1 weitere, die dem Häkchen des Ordners folgt
   *[other] und { $count } weitere, die dem Häkchen des Ordners folgen
}
import-added = { $count ->
    [one] 1 Quelle hinzugefügt
   *[other] { $count } Quellen hinzugefügt
}
import-already = { $count ->
    [one] 1 war schon abonniert
   *[other] { $count } waren schon abonniert
}
import-failed = { $count ->
    [one] 1 Eintrag konnte nicht übernommen werden
   *[other] { $count } Einträge konnten nicht übernommen werden
}
import-go = Zu den Nachrichten
first-keys = { $next } und { $previous } führen durch die Artikel. { $help } zeigt alle Tasten.
import-saved = Gemerkte Artikel importieren
import-saved-lead = Was Sie in einer anderen App oder im Browser gespeichert haben, kommt mit, samt Schlagwörtern und Datum.
import-saved-which = Lesezeichen, Pocket, Instapaper, Raindrop.io, Omnivore, Readwise, Pinboard, wallabag, FreshRSS und Feedly: Wählen Sie die Exportdatei, oder ziehen Sie sie auf dieses Fenster.
import-saved-choose = Datei wählen
import-saved-working = Die Liste wird gelesen
import-saved-added = { $count ->
    [one] 1 Artikel in die Merkliste aufgenommen
   *[other] { $count } Artikel in die Merkliste aufgenommen
}
import-saved-already = { $count ->
    [one] 1 war schon gemerkt
   *[other] { $count } waren schon gemerkt
}
import-saved-behind = Texte und Bilder werden nach und nach geholt, während Sie weiterlesen.
import-failed-copy = Diese kopieren
import-failed-copied = Kopiert
import-drop = Liste hier ablegen, um sie zu importieren
cmd-import-saved = Anderswo gespeicherte Artikel importieren
packs-title = Pakete

## packing for offline
pack-offline = Für unterwegs packen
pack-lead = Die neuesten ungelesenen Artikel mit ganzem Text und Bildern, für eine Zeit ohne Verbindung.
pack-how-many = Neueste ungelesene Artikel
pack-budget = Höchstens
pack-size = { $size } MB
pack-start = Packen
pack-cancelling = Endet nach diesem Artikel
pack-goes-on = Sie können dieses Fenster schließen und inzwischen weiterlesen.
pack-result = { $count ->
    [one] 1 Artikel ist ohne Verbindung lesbar
   *[other] { $count } Artikel sind ohne Verbindung lesbar
}, { $complete ->
    [0] keiner mit allen Bildern
   *[other] { $complete } mit allen Bildern
}
pack-nothing = Nichts ungelesen, also nichts zu packen
pack-nothing-cancelled = Vor dem ersten Artikel beendet
pack-cancelled = Vorzeitig beendet. Was gepackt ist, bleibt.
pack-budget-reached = Die Grenze von { $size } MB ist erreicht.
pack-failed = { $count ->
    [one] Bei 1 Artikel fehlt etwas
   *[other] Bei { $count } Artikeln fehlt etwas
}
pack-again = Noch einmal packen

export = Exportieren
export-what = Welche Artikel
export-what-story = Dieser Artikel
export-what-marked = Die ausgewählten
export-what-shown = Alle angezeigten
export-what-saved = Alle gemerkten
export-format = Format
export-format-epub = Buch
export-format-epub-hint = EPUB, für E-Reader und Lese-Apps
export-format-html = Seiten
export-format-html-hint = HTML mit den Bildern darin; mehrere kommen in eine ZIP-Datei
export-format-markdown = Markdown
export-format-markdown-hint = Text mit den Bildern daneben, für Notizen
export-format-bookmarks = Lesezeichen
export-format-bookmarks-hint = Adressen und Schlagwörter, für Browser und andere Apps
export-start = Exportieren
export-starting = Die Datei wird geschrieben
export-progress = Geschrieben: { $done } von { $total }
export-cancelling = Wird beendet
export-goes-on = Sie können dieses Fenster schließen und inzwischen weiterlesen.
export-stop = Beenden
export-cancelled = Vorzeitig beendet. Es wurde keine Datei geschrieben.
export-done = { $count ->
    [one] { $count } Artikel steht in { $name }
   *[other] { $count } Artikel stehen in { $name }
  }
export-left-out = { $count ->
    [one] { $count } Artikel konnte nicht exportiert werden.
   *[other] { $count } Artikel konnten nicht exportiert werden.
  }
export-missing-images = { $count ->
    [one] { $count } Bild fehlt darin.
   *[other] { $count } Bilder fehlen darin.
  }
export-show = Im Ordner zeigen
done = Fertig

## settings
appearance = Darstellung
appearance-hint = Änderungen sind sofort zu sehen, auch im Fenster dahinter.
checking-hint = Anbieter können längere Pausen verlangen; sie werden eingehalten.
about = Info
theme = Farbschema
theme-system = System
theme-light = Hell
theme-dark = Dunkel
theme-sepia = Sepia
theme-oled = OLED
theme-hc-light = Kontrast
theme-hc-dark = Kontrast dunkel
accent = Akzentfarbe
accent-theme = Wie im Farbschema
accent-teal = Petrol
accent-green = Grün
accent-purple = Violett
accent-amber = Bernstein
accent-graphite = Graphit
headlines = Überschriften in Listen
headlines-serif = Mit Serifen
headlines-sans = Ohne Serifen
motion = Bewegung
motion-system = System
motion-reduced = Weniger
motion-full = Alles
reading-font = Schriftart der Artikel
font-serif = Source Serif
font-sans = Inter
font-system = Systemschrift
text-size = Schriftgröße
smaller = Kleinere Schrift
larger = Größere Schrift
pixels = { $count } px
leading = Zeilenabstand
measure = Zeilenlänge
paragraphs = Absatzabstand
characters = { $count } Zeichen
look-reset = Schriftbild zurücksetzen
look-take-back = Wieder wie zuvor
look-was-reset = Das Schriftbild ist zurückgesetzt
look-can-undo = Lässt sich rückgängig machen
appearance-reset = Darstellung zurücksetzen
appearance-was-reset = Die Darstellung ist zurückgesetzt
density = Dichte des Tickers
density-comfortable = Standard
density-compact = Kompakt
density-wire = Agentur
check-interval = Neue Artikel abrufen
every-15 = Alle 15 Min.
every-30 = Alle 30 Min.
every-60 = Stündlich
by-hand = Von Hand
reading = Lesen
images = Bilder
images-opened = Beim Öffnen eines Artikels
images-never = Nur auf Wunsch
images-note = Gemerkte Artikel haben ihre Bilder immer.
version = Version
data-folder = Ihre Bibliothek
data-folder-hint = Um die Bibliothek zu verschieben, schließen Sie Stop Press und führen Sie „stoppress-cli move-library ORDNER“ aus.
move-library = Bibliothek verschieben …
move-library-to = Bibliothek verschieben nach
move-library-hint = Stop Press schließt sich, kopiert alles, prüft die Kopie und öffnet sich wieder. Die jetzige Datei bleibt unter anderem Namen am alten Ort.
move-library-now = Verschieben und neu starten
log-file = Protokolldatei
copy-diagnostics = Diagnose kopieren
diagnostics-hint = Was ein Fehlerbericht braucht. Die abonnierten Adressen stehen nur darin, wenn Sie es hier einschalten.
diagnostics-addresses = Mit den Adressen meiner Quellen
drawing-safe = Ohne Grafikkarte zeichnen
drawing-safe-hint = Für Fenster, die leer bleiben oder falsch gezeichnet werden. Langsamer; gilt ab dem nächsten Start.
drawing-next-start = Gilt ab dem nächsten Start.
drawing-news = Das Fenster blieb leer. Stop Press hat deshalb neu gestartet und zeichnet es ohne die Grafikkarte. Unter Optionen, Info lässt sich das zurücknehmen.
diagnostics-copied = Diagnose kopiert
diagnostics-not-copied = Die Diagnose konnte nicht kopiert werden
preview = Vorschau
sample-of-live = Beispiel für den Ticker
sample-bank = Notenbank hält Zinsen stabil und mahnt zu Geduld bis ins Frühjahr
sample-bank-source = Kontinentaldienst
sample-wind = Windkraft auf See deckt ein Drittel des Strombedarfs
sample-wind-source = Hafenpost
sample-train = Nachtzug kehrt nach elf Jahren zurück, mit Platz für Fahrräder
sample-train-source = Der Meridian
sample-chips = Chiphersteller öffnet seinen Reinraum
sample-chips-source = Bürgerrundschau
sample-first = Am Montag um 1.40 Uhr hörte die Leitwarte auf, Strom zuzukaufen. In den folgenden sechs Stunden lieferten Windräder in dreißig Meter tiefem grauem Wasser gut ein Drittel dessen, was das ganze Land verbrauchte.
sample-second = Der Rekord war auf wenige Minuten genau vorhergesagt worden.

search-settings = Optionen durchsuchen
settings-found = { $count ->
    [one] 1 Option gefunden
   *[other] { $count } Optionen gefunden
}
settings-none = Keine Option dieses Namens
general = Allgemein
language = Sprache des Fensters
language-hint = Das Fenster wechselt sofort. Artikel behalten ihre Sprache.
as-the-system = Wie das System
hours = Zeitformat
as-the-language = Wie die Sprache
hours-12 = 12 Stunden
hours-24 = 24 Stunden
mark-read = Artikel als gelesen markieren
mark-read-glance = Beim Öffnen oder Verweilen
mark-read-open = Beim Öffnen
mark-read-never = Nur von Hand
mark-read-hint = Geöffnet wird mit Klick oder Eingabetaste. Wer mit Tasten durch die Liste geht, sieht Artikel, ohne sie zu öffnen.
auto-show = Neue Artikel von selbst anzeigen
auto-show-hint = Nur solange die Liste ganz oben steht und Sie nichts darin tun. Sonst warten sie hinter einer Schaltfläche.
fold = Schübe einer Quelle zusammenfassen
fold-hint = Fünf oder mehr Artikel, die eine Quelle binnen einer halben Stunde bringt, stehen hinter einer Zeile.
snippets = Erste Wörter unter den Überschriften
snippets-hint = Nur bei der Dichte „Standard“.
saved-and-storage = Merkliste und Speicher
stored-here = Auf diesem Computer gespeichert
stored-hint = Gemerktes bleibt, bis Sie es entfernen, auch wenn die Quelle abbestellt wird.
single-keys = Kürzel mit einzelnen Tasten
single-keys-hint = Buchstaben und Zeichen ohne Strg. Bei Spracheingabe besser ausschalten.
key-preset = Tastenbelegung
key-preset-hint = Nur Abweichendes ändert sich. Befehle, die ihre Taste verlieren, stehen in der Befehlspalette.
keys-default = Standard
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = Eigene
keys-are-now = Tastenbelegung: „{ $preset }“
shortcuts = Tastenkürzel
shortcuts-hint = Klicken Sie auf ein Kürzel, um es zu ändern, oder auf +, um eines hinzuzufügen. Zwei Tasten binnen einer Sekunde ergeben eine Folge. Esc lässt alles, wie es war.
keys-press = Neue Tasten drücken
keys-second = { $keys } … Eine zweite Taste binnen einer Sekunde ergibt eine Folge
keys-none = Keine
keys-change = { $command }: { $keys }. Ändern
keys-taken = { $keys } gehört schon zu „{ $command }“. Bitte andere Tasten drücken.
keys-begins = { $other } für „{ $command }“ beginnt mit { $keys } und würde nie erkannt. Bitte andere Tasten drücken.
keys-begun = { $keys } würde nie erkannt: { $other } gehört schon zu „{ $command }“. Bitte andere Tasten drücken.
keys-single-off = { $keys } ist ein Buchstabe oder Zeichen, und Kürzel mit einzelnen Tasten sind ausgeschaltet. Bitte zusammen mit { $control } drücken oder sie einschalten.
keys-changed = { $keys } steht jetzt für „{ $command }“
keys-add = Taste für „{ $command }“ hinzufügen
keys-remove = Taste entfernen
keys-removed = { $keys } steht nicht mehr für „{ $command }“
keys-usual = Die üblichen Tasten für „{ $command }“
keys-are-usual = „{ $command }“ hat wieder die üblichen Tasten
images-ahead = Im Voraus
cache-budget = Platz für Bilder außerhalb der Merkliste
cache-hint = Ist er voll, weichen die ältesten. Gemerktes ist nie darunter.
keep-for = Artikel bleiben
keep-hint = Danach verschwinden sie, bis auf die neuesten 20 jeder Quelle. Gemerktes bleibt auf jeden Fall, ebenso Gepacktes, das noch ungelesen ist.
keep-30 = 30 Tage
keep-90 = 90 Tage
keep-365 = Ein Jahr
keep-0 = Für immer
keep-own = { $days } Tage
bag = Alles in einer Datei
bag-hint = Gemerktes samt Bildern, dazu Quellen, Ordner, Schlagwörter, Stummschaltungen, Benachrichtigungsregeln und Optionen. Jeder Browser zeigt die Datei über ihre index.html an. Beim Einlesen kommt sie zum Vorhandenen hinzu: Auf keiner Seite geht etwas verloren.
bag-write = Datei schreiben
bag-take = Datei einlesen
bag-taken = Neu gemerkt: { $added }, mit Vorhandenem zusammengeführt: { $joined }, schon vorhanden: { $already }, Quellen: { $sources }.
bag-ended = Vorzeitig beendet; für den Rest die Datei noch einmal einlesen.
delete-everything = Alles löschen
delete-ask = Alles löschen …
delete-hint = Auch Gemerktes verschwindet. Vorher wird gefragt.
delete-what = Damit werden endgültig gelöscht: { $saved ->
    [one] 1 gemerkter Artikel
   *[other] { $saved } gemerkte Artikel
} mit Bildern und Schlagwörtern, { $feeds ->
    [one] 1 Quelle
   *[other] { $feeds } Quellen
}, alle Stummschaltungen und Optionen sowie jede Kopie der Bibliothek in ihrem Ordner. Exportierte Dateien bleiben.
delete-type = Zur Bestätigung „{ $word }“ eingeben
delete-word = löschen
privacy-and-network = Datenschutz und Netzwerk
what-is-contacted = Wer kontaktiert wird
contacted-nobody = Niemand: Noch ist keine Quelle abonniert.
contacted-rest = Seiten und Bilder von Artikeln, die Sie öffnen, merken oder packen, kommen von ihren Anbietern. Es gibt keine Cookies und keine Zählpixel, und weder wir noch sonst jemand bekommt etwas geschickt.
accessibility = Barrierefreiheit
messages-stay = Hinweise bleiben
messages-short = 6 bis 10 Sekunden
messages-long = 20 Sekunden
messages-until = Bis sie geschlossen werden
messages-hint = Was sich über einen Hinweis rückgängig machen lässt, geht mit dem Kürzel dafür jederzeit.
announce = Neue Artikel ansagen
announce-hint = Ist der Ticker offen, sagt ein Screenreader, wie viele gekommen sind, höchstens einmal in der Minute.

## toasts
marked-read = { $count } Artikel als gelesen markiert
marked-unread = { $count } Artikel als ungelesen markiert
saved-many = { $count ->
    [one] 1 Artikel wird gespeichert
   *[other] { $count } Artikel werden gespeichert
}
saved-already = Schon gemerkt
nothing-unread = Nichts war ungelesen
nothing-read = Nichts war gelesen
removed-saved = Aus der Merkliste entfernt
removed-many = { $count } Artikel aus der Merkliste entfernt
tagged-many = { $count } Artikel verschlagwortet
tags-to-add = Schlagwörter, durch Kommas getrennt
undone = Rückgängig gemacht
undone-count = { $count ->
    [one] 1 Änderung rückgängig gemacht
   *[other] { $count } Änderungen rückgängig gemacht
}
nothing-to-undo = Nichts rückgängig zu machen
redone = Wiederholt
redone-count = { $count ->
    [one] 1 Änderung wiederholt
   *[other] { $count } Änderungen wiederholt
}
nothing-to-redo = Nichts zu wiederholen
dismiss = Schließen
just-done = Soeben geschehen

## keyboard
keyboard = Tastatur
find-shortcut = Kürzel suchen
group-move = Navigation
group-go = Gehe zu
group-story = Artikel
group-many = Mehrere auf einmal
group-app = App
group-article = Im Artikel
cmd-next = Nächster Artikel
cmd-previous = Vorheriger Artikel
cmd-next-unread = Nächster ungelesener Artikel
cmd-previous-unread = Vorheriger ungelesener Artikel
cmd-unfold = Zusammengefassten Schub anzeigen
cmd-page = Blättern, dann nächster ungelesener Artikel
cmd-page-back = Zurückblättern
cmd-first = Anfang der Liste
cmd-last = Ende der Liste
cmd-screen-down = Eine Bildschirmseite nach unten
cmd-screen-up = Eine Bildschirmseite nach oben
cmd-show-new = Neue Artikel anzeigen
cmd-open = Öffnen und lesen
cmd-original = Original öffnen
cmd-save = Zum Offlinelesen merken
cmd-read = Gelesen oder ungelesen
cmd-comments = Kommentare
cmd-copy = Link kopieren
cmd-text = Volltext oder Feedtext
cmd-changes = Was die Quelle geändert hat
cmd-images = Bilder anzeigen
cmd-find = Im Artikel suchen
cmd-find-next = Nächste Fundstelle
cmd-find-previous = Vorherige Fundstelle
cmd-paragraph = Nächster Absatz
cmd-paragraph-back = Vorheriger Absatz
cmd-larger = Größere Schrift
cmd-smaller = Kleinere Schrift
cmd-tags = Schlagwörter eines gemerkten Artikels
cmd-save-page = Seite merken
cmd-order = Merkliste anders sortieren
cmd-pack = Für unterwegs packen
cmd-export = Artikel in eine Datei exportieren
cmd-select = Artikel auswählen
cmd-unselect = Aus der Auswahl nehmen
cmd-extend-down = Auswahl erweitern
cmd-extend-up = Auswahl nach oben erweitern
cmd-select-all = Alle auswählen
cmd-mark-read = Auswahl als gelesen markieren
cmd-mark-unread = Auswahl als ungelesen markieren
cmd-save-many = Auswahl merken
cmd-hide-many = Auswahl ausblenden
cmd-unsave-many = Auswahl aus der Merkliste entfernen
cmd-tag-many = Auswahl verschlagworten
cmd-clear = Auswahl aufheben
cmd-mark-source = Quelle markieren oder Markierung aufheben
cmd-mark-all-sources = Alle Quellen markieren
cmd-rename-source = Quelle oder Ordner umbenennen
cmd-unfollow-source = Quelle abbestellen
cmd-mark-all = Alle als gelesen markieren
cmd-mark-older = Ältere als gelesen markieren
cmd-live = Ticker
cmd-saved = Merkliste
cmd-sources = Quellen
cmd-unread = Ungelesene Artikel
cmd-scope = Quelle oder Ordner wählen
cmd-place-back = Im Verlauf zurück
cmd-place-forward = Im Verlauf vorwärts
cmd-chip = Filter { $number } des Tickers
cmd-chips = Alle, Ungelesen, Ordner
cmd-retry = Speichern erneut versuchen
cmd-load-older = Ältere Artikel laden
cmd-only-source = Nur diese Quelle
cmd-go-source = Über diese Quelle
cmd-palette = Befehlspalette
commands = Befehle
palette-field = Artikel, Quellen und Befehle
palette-hint = Artikel, Quelle oder Befehl suchen
palette-found = Gefunden
palette-none = Nichts gefunden
palette-move = Auswählen
palette-open = Öffnen
not-followed = Nicht abonniert
follow-named = { $title } abonnieren
cmd-follow = Quelle abonnieren
cmd-sync = Jetzt abrufen
cmd-print = Drucken
cmd-focus = Nur den Artikel zeigen
cmd-list = Liste aus- oder einblenden
cmd-region = Nächster Teil des Fensters
cmd-region-back = Vorheriger Teil des Fensters
cmd-settings = Optionen
cmd-export-feeds = Liste der Quellen exportieren (OPML)
feeds-exported = { $count ->
    [one] 1 Quelle liegt als { $name } in { $folder }
   *[other] { $count } Quellen liegen als { $name } in { $folder }
}
cmd-zoom-in = Alles vergrößern
cmd-zoom-out = Alles verkleinern
cmd-zoom-reset = Alles in üblicher Größe
zoomed = Alles auf { $percent } %
cmd-undo = Rückgängig machen
cmd-redo = Wiederholen
cmd-toast = Zum Hinweis
cmd-help = Tastatur
cmd-print-keys = Tastenkürzel drucken
cmd-quit = Beenden
cmd-back = Zurück
keys-note = Einzelne Tasten lassen sich unter Optionen, Tastatur ausschalten oder ändern.
keys-change-them = Tasten ändern
no-shortcut = Kein Kürzel dieses Namens
key-space = Leertaste
key-enter = Eingabe
key-escape = Esc
key-ctrl = Strg
key-shift = Umschalt
key-alt = Alt
key-home = Pos1
key-end = Ende
key-page-down = Bild ab
key-page-up = Bild auf
key-delete = Entf

## Muting

mute = Stummschalten
cmd-hide = Diesen Artikel ausblenden
show-again = Wieder zeigen
hidden-now = { $count ->
    [one] Artikel ausgeblendet
   *[other] { $count } Artikel ausgeblendet
}
shown-again = Wieder im Ticker
muted-still = Wird weiter durch eine Stummschaltung ferngehalten
cmd-mute = Wörter dieses Artikels stummschalten …
cmd-mute-source = Diese Quelle stummschalten …
mute-by = Was stummgeschaltet wird
mute-words = Wörter
mute-source = Quelle
mute-author = Autor
mute-days = { $days } Tage
mute-always = Bis auf Widerruf
mute-until = Bis { $day }
mute-how-long = Wie lange
mute-count = Artikel, die jetzt aus dem Ticker verschwinden: { $count }
mute-nothing = Bitte mindestens ein Wort eingeben.
mute-note = Gemerkte Artikel werden nie stummgeschaltet. Die anderen kehren zurück, wenn die Stummschaltung endet.
muted-now = Stummgeschaltet
unmuted-now = Nicht mehr stummgeschaltet
muted = Stummgeschaltet
mutes-none = Nichts ist stummgeschaltet.
mute-add = Wörter stummschalten …
unmute-what = Stummschaltung von { $what } aufheben
foot-muted = Heute stummgeschaltet: { $count }
foot-mutes = Stummschaltungen ändern

## Sign-ins and the proxy
sign-in = Anmelden …
sign-in-now = Anmelden
sign-in-to = Bei { $site } anmelden
sign-in-note = Das Passwort wird im Schlüsselbund Ihres Systems aufbewahrt und nur an diese Website gesendet.
sign-in-user = Name
sign-in-password = Passwort
sign-out = Abmelden
signed-in = Angemeldet
signed-out = Abgemeldet
signed-in-as = Angemeldet als
signed-in-not = Nicht angemeldet
proxy = Internetzugang
proxy-hint = Die Adresse eines Proxys beginnt mit http, https, socks5 oder socks5h. Websites im eigenen Netzwerk werden ohne ihn abgerufen.
proxy-system = Wie das System
proxy-direct = Direkt
proxy-own = Proxy
proxy-address = Adresse des Proxys

## New versions
look-for-versions = Nach neuen Versionen suchen
look-for-versions-hint = Einmal am Tag, dort, wo Stop Press veröffentlicht wird. Installiert wird erst, wenn Sie zustimmen.
versions-by-packages = Neue Versionen kommen über die Paketverwaltung Ihres Systems.
look-now = Jetzt suchen
version-there = Stop Press { $version } ist da.
version-install = Installieren
version-newest = Dies ist die neueste Version.
version-installed = Stop Press { $version } ist installiert und beim nächsten Start da.
version-working = Einen Moment …

## Notifications
notifications = Benachrichtigungen
notify-on = Benachrichtigungen anzeigen
notify-on-hint = Zu Artikeln, auf die eine Regel zutrifft, solange Sie nicht ins Fenster schauen. Höchstens vier pro Stunde, dann eine für den Rest.
notify-missing = Auf diesem System werden Benachrichtigungen zurzeit nicht angezeigt.
notify-when = Wann
notify-at-once = Sobald Artikel eintreffen
notify-digest = Um 8, 13 und 18 Uhr
notify-quiet = Ruhezeit
notify-quiet-on = Ruhezeit einhalten
notify-quiet-hint = In dieser Zeit wird nichts angezeigt. Was danach noch neu ist, wird dann gemeldet.
notify-from = Ruhe ab
notify-until = Ruhe bis
notify-weekends = Samstags und sonntags Ruhe
notify-pause = Pause
notify-hour = Eine Stunde lang
notify-tomorrow = Bis morgen
notify-paused = Pause bis { $time }
notify-resume = Wieder anzeigen
notify-private = Überschriften verbergen
notify-private-hint = Benachrichtigungen nennen nur die Quelle.
notify-rules = Benachrichtigungen zu
notify-rules-hint = Für eine Quelle in ihren Details einschalten, für einen Ordner mit der Glocke neben seinem Namen unter Quellen.
notify-rules-none = Noch nichts.
notify-words = Wörter in Überschriften
notify-words-hint = Zum Beispiel: Fähre, Sturm
notify-matching = Welche der Wörter
notify-any = Eines davon
notify-all = Alle
notify-phrase = In dieser Reihenfolge
notify-words-any = Eines dieser Wörter
notify-words-all = Alle diese Wörter
notify-words-phrase = Diese Wörter in dieser Reihenfolge
notify-add = Hinzufügen
notify-remove = Keine Benachrichtigungen mehr zu { $what }
notify-me = Benachrichtigen
notify-me-hint = Wenn neue Artikel dieser Quelle eintreffen.
notify-new = Über neue Artikel benachrichtigen
notify-folder = Benachrichtigungen zu { $folder }
notify-added = Benachrichtigungen zu { $what } eingeschaltet
notify-removed = Keine Benachrichtigungen mehr zu { $what }
notify-ask-title = Benachrichtigungen anzeigen?
notify-ask-text = Treffen gewünschte Artikel ein, nennt sie eine Benachrichtigung: höchstens vier pro Stunde, nachts keine und keine, solange Sie ins Fenster schauen.
notify-ask-note = Ändern lässt sich das unter Optionen, Benachrichtigungen.
not-now = Nicht jetzt

## Going on in the background
background = Hintergrund
close-title = Stop Press weiterlaufen lassen?
close-text = Im Hintergrund ruft Stop Press weiter Neues ab, je Quelle einmal pro Stunde, und bleibt im Infobereich. „Beenden“ schaltet es ganz ab.
close-note = Diese Frage kommt nur einmal. Ändern lässt sich das unter Optionen, Hintergrund.
close-keep = Weiterlaufen lassen
close-quit = Beenden
on-close = Wenn das Fenster geschlossen wird
on-close-ask = Fragen
on-close-background = Weiterlaufen lassen
on-close-quit = Beenden
on-close-hint = Läuft Stop Press weiter, bleibt es im Infobereich und ruft je Quelle einmal pro Stunde Neues ab.
on-close-no-tray = Dieser Desktop hat keinen Infobereich, deshalb beendet das Schließen des Fensters die App.
start-at-login = Bei der Anmeldung starten
start-at-login-hint = Ohne Fenster, sofern Stop Press im Hintergrund weiterlaufen darf.
badge = Zahl am Symbol
badge-hint = Ungelesene Artikel im Ticker, sofern der Desktop Zahlen an Symbolen anzeigt.
spare = Akku und getaktete Verbindungen schonen
spare-hint = Quellen werden dann so selten abgerufen wie bei verborgenem Fenster, und nichts wird im Voraus geladen.
spare-normal = Zurzeit trifft beides nicht zu.
spare-metered = Die Verbindung ist zurzeit getaktet.
spare-power = Das System spart zurzeit Energie.
spare-both = Die Verbindung ist zurzeit getaktet, und das System spart Energie.
cmd-menu = Menü der App
app-menu = Menü

## Listen
listen = Vorlesen
listen-play = Vorlesen
listen-pause = Anhalten
listen-next = Nächster Satz
listen-previous = Vorheriger Satz
listen-speed-short = { $speed }×
listen-speed-now = Tempo: { $speed }×
listen-none = Dieses System hat keine Stimme, die Stop Press verwenden kann. Unter Linux liefert speech-dispatcher mit einer Sprachausgabe wie espeak-ng eine.
listen-languages = Vorgelesen werden können Artikel in diesen Sprachen: { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = übersetzung lokalisierung deutsch englisch
words-hours = uhrzeit uhr am pm
words-mark-read = gesehen ungelesen automatisch
words-images = fotos grafiken tracking datenvolumen
words-listen = stimme sprachausgabe audio laut anhören
words-theme = theme design nachtmodus hell dunkel sepia schwarz kontrast farben
words-accent = farbe akzent
words-density = kompakt abstand zeilen anordnung dicht einzeilig
words-headlines = titel schlagzeilen schrift serifen grotesk
words-font = schrift font serifen grotesk buchstaben
words-size = textgröße zoom größer kleiner schrift
words-leading = zeilenhöhe durchschuss abstand
words-measure = spaltenbreite satzbreite breite
words-auto-show = aktualisieren neu laden automatisch live
words-fold = gruppieren bündeln einklappen serie häufung
words-snippets = anreißer vorschau auszug zusammenfassung
words-mutes = ausblenden blockieren verbergen filter stichwörter
words-interval = aktualisieren häufigkeit synchronisieren minuten feeds prüfen
words-proxy = proxy netzwerk server http verbindung weg
words-packs = starter zeitungen abonnieren folgen hinzufügen
words-opml = feeds rss liste abonnements import export
words-notify-on = mitteilungen hinweise popup ton desktop
words-notify-quiet = nicht stören nacht stunden
words-on-close = tray infobereich minimieren hintergrund beenden
words-start-at-login = autostart hochfahren systemstart
words-spare = strom energie batterie mobilfunk datenvolumen
words-storage = festplatte speicherplatz platz
words-cache = festplatte speicherplatz grenze megabyte zwischenspeicher
words-keep = aufbewahren löschen alte tage bereinigen
words-bag = sicherung backup export umzug profil übertragen
words-pack = reise flug herunterladen offline
words-delete = entfernen zurücksetzen leeren
words-single-keys = tastenkürzel buchstaben einzelne tasten
words-key-preset = vorgabe profil zurücksetzen google reader netnewswire
words-keys = hotkeys tastenbelegung kurzbefehle
words-contacted = tracking server telemetrie anfragen
words-motion = animationen übergänge
words-toasts = dauer meldungen banner zeit
words-announce = sprachausgabe stimme vorlesen
words-version = ausgabe build
words-data-folder = profil pfad verzeichnis
words-log = fehler log debug
words-versions = update aktualisierung upgrade
words-diagnostics = fehlerbericht bug debug
words-cmd-settings = einstellungen design dunkel schrift proxy sprache konfigurieren
words-cmd-follow = import opml liste hinzufügen folgen neu feed rss
words-cmd-sync = aktualisieren neu laden synchronisieren prüfen
words-cmd-export = lesezeichen markdown html zip herunterladen
words-cmd-import-saved = lesezeichen später lesen
words-cmd-pack-now = reise flug herunterladen flugmodus
words-cmd-save = speichern lesezeichen behalten später lesen stern
words-cmd-save-page = import url adresse lesezeichen link speichern
words-cmd-original = browser website link
words-cmd-copy = url adresse zwischenablage
words-cmd-hide = verstecken verwerfen nicht mehr zeigen
words-cmd-mute = blockieren ausblenden verbergen filter
words-cmd-go-sources = feeds ordner abonnements verwalten abbestellen umbenennen
words-cmd-go-saved = gespeichert lesezeichen archiv offline
words-cmd-go-activity = fehler probleme protokoll verlauf
words-cmd-go-search = finden suchen abfrage
words-cmd-scope = seitenleiste baum feeds filtern eingrenzen
words-cmd-place = verlauf navigation zurück weiter
words-cmd-mark-all = leeren gesehen aufholen
words-cmd-help = hilfe tastenkürzel kurzbefehle
words-cmd-focus = ablenkung vollbild fokus zen
words-cmd-list = seitenleiste spalte
words-cmd-print = papier pdf
words-cmd-read-aloud = stimme sprachausgabe audio
words-cmd-larger = zoom vergrößern text
words-cmd-smaller = zoom verkleinern text
words-cmd-quit = schließen verlassen
words-cmd-undo = widerrufen zurücknehmen
words-cmd-redo = wiederherstellen nochmals
