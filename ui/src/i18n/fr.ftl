# Les mots de la fenêtre en français.

app-name = Stop Press
skip-stories = Aller aux articles
skip-article = Aller au texte
views = Vues
live = En direct
saved = Gardés
sources = Sources
settings = Réglages
close = Fermer
cancel = Annuler
undo = Annuler

## Live
live-region = En direct, { $scope }
all-sources = toutes les sources
filters = Filtres
chip-all = Tout
chip-unread = Non lus
mark-all-read = Tout marquer comme lu
stories-newest-first = Articles, du plus récent au plus ancien
today = Aujourd’hui
yesterday = Hier
new-pill = { $count ->
    [one] Afficher { $count } nouvel article
   *[other] Afficher { $count } nouveaux articles
}
new-pill-short = { $count ->
    [one] { $count } nouveau
   *[other] { $count } nouveaux
}
new-pill-many = Plus de 99 nouveaux
new-announced = { $count ->
    [one] { $count } nouvel article
   *[other] { $count } nouveaux articles
}
last-updated = Mis à jour à { $time }
row-unread = non lu
row-saved = gardé
row-stored-full = stocké avec images
row-stored-text = texte stocké
row-stored-headline = titre seul
row-time = { $date }, { $zone }
row-seen = { $date }, { $zone }, vu à { $seen }
none-unread-title = Rien à lire
none-unread = Vous avez tout lu ici. Les nouveaux articles viendront d’eux-mêmes.
show-all = Tout afficher
show-read = Montrer aussi ceux qui sont lus
older-loading = Demande d’articles plus anciens
older-came = { $count ->
    [one] { $count } article plus ancien est arrivé
   *[other] { $count } articles plus anciens sont arrivés
}
older-none = L’éditeur n’avait rien de plus ancien
none-source = Cette source n’a encore rien apporté.
none-muted-title = Rien de masqué aujourd’hui
none-muted = Ce que vos masquages écartent du direct reste ici un jour, comme ce que vous en retirez.
scope = Articles de
list-width = Largeur de la liste
scope-all = Toutes les sources
scope-unread = { $scope }, non lus seulement
scope-muted = Masqués aujourd’hui
folders = Dossiers
languages = Langues
more-from = { $count } de plus, { $source }
press-to-show = Entrée les affiche
you-were-here = Vous en étiez là à { $time }
selected-count = { $count ->
    [one] { $count } article sélectionné
   *[other] { $count } articles sélectionnés
}
selected-of = { $count } sur { $total } sélectionnés
end-farther = Article { $place } sur { $total }. Appuyez encore pour continuer
unsave = Ne plus garder
story-mark-read = Marquer comme lu
story-mark-unread = Marquer comme non lu
more-actions = Plus
story-menu = Que faire de cet article
none-folder-title = Pas encore d’articles ici
none-folder = Les sources de ce dossier n’ont encore rien apporté.
none-language = Les sources dans cette langue n’ont encore rien apporté.
first-story = Votre premier article apparaîtra ici.
live-failed = Les articles n’ont pas pu être chargés
try-again = Réessayer
find-address = Chercher sa nouvelle adresse
choose-feed = Choisir un autre flux
change-address = Changer l’adresse
address-lead = Les articles de { $title } restent. Seule leur provenance change.
address-searching = Recherche de { $title } sur { $host }
address-answers = Elle répond de nouveau à sa propre adresse. Vérifiez-la maintenant.
address-use = Utiliser cette adresse
address-changed = { $title } a une nouvelle adresse

## foot
foot-none = Pas encore de source
foot-sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
foot-checked = { $count ->
    [one] { $count } source, relevée à { $time }
   *[other] { $count } sources, relevées à { $time }
}
foot-next-check = Prochaine relève { $time }
foot-attention = { $count ->
    [one] { $count } à vérifier
   *[other] { $count } à vérifier
}
foot-offline = Hors ligne, mis à jour à { $time }
foot-offline-never = Hors ligne
foot-checking = Relève { $done } sur { $total }
foot-starting = Relève
foot-nothing-new = Rien de nouveau
foot-back = De nouveau en ligne
stop-checking = Arrêter la relève
foot-packing = Provision { $done } sur { $total }
foot-packing-starting = Provision
stop-packing = Arrêter la provision
banner-title = Vous êtes hors ligne.
banner-sign-in = Ce réseau demande une connexion.
open-browser = Ouvrir le navigateur
banner-text = Tout ce que vous gardez est ici, avec { $count ->
    [one] { $count } article récent.
   *[other] { $count } articles récents.
}
banner-dismiss = Masquer

## article
article = Article
article-tools = Article
look = Aspect des articles
previous-story = Article précédent
next-story = Article suivant
position = { $index } sur { $total }
back-to = { $view }
save = Garder
copy-link = Copier le lien
link-copied = Lien copié
link-not-copied = Le lien n’a pas pu être copié
open-original = Ouvrir l’original
full-story = Article entier
show-full = Afficher l’article entier
show-feed = Afficher le texte de la source
fetching-full = Récupération de l’article entier…
stop-waiting = Ne plus attendre l’article entier
feed-text-note = Voici le texte que fournit la source.
images-hidden = { $count ->
    [one] { $count } image masquée.
   *[other] { $count } images masquées.
}
show-images = Afficher les images
tags = Étiquettes
tag-add = Ajouter une étiquette
tag-remove = Retirer l’étiquette { $tag }
comments = Commentaires
comments-count = Commentaires ({ $count })
comments-at-source = Chez la source
comments-close = Fermer les commentaires
edited-at = modifié { $time }
changes = Ce qui a changé
changes-close = Fermer ce qui a changé
changes-none = On ne sait d’aucun changement.
diff-removed = supprimé :
diff-added = ajouté :
comments-loading = Récupération des commentaires…
comments-none = Pas encore de commentaire.
comments-kept = Gardés le { $date }.
comments-more = La source en a davantage.
comments-show-more = En afficher { $count } de plus
comment-nobody = Sans nom
comment-answer = Réponse, niveau { $depth }
comments-outside = { $label }, s’ouvre dans le navigateur
following = Suivi
follow = Suivre
minutes = { $count } min de lecture
moment = { $date }, { $time }
long-date = { $weekday } { $date }
day-named = { $name }, { $date }
state-complete = Gardé, avec images
state-partial = { $count ->
    [0] Gardé, il manque des images
    [one] Gardé, il manque { $count } image
   *[other] Gardé, il manque { $count } images
}
state-saving = Enregistrement…
state-waiting = En attente de connexion
state-failed = N’a pas pu être gardé
state-failed-because = N’a pas pu être gardé, { $reason }
state-failed-sentence = N’a pas pu être gardé. { $reason }
image-missing = { $count ->
    [one] Cette image n’est pas stockée.
   *[other] Ces { $count } images ne sont pas stockées.
}
image-missing-more = { $count ->
    [one] Elle sera récupérée au retour de la connexion.
   *[other] Elles seront récupérées au retour de la connexion.
}
image-missing-saving = { $count ->
    [one] Elle est en cours de récupération.
   *[other] Elles sont en cours de récupération.
}
image-missing-refused = { $count ->
    [one] Son site ne l’a pas livrée.
   *[other] Leur site ne les a pas livrées.
}
table-region = Tableau { $nth }
table-named = Tableau, { $caption }
code-region = Code { $nth }
code-wrap = Replier les lignes
enlarge = Agrandir l’image
enlarge-named = Agrandir l’image, { $alt }
image = Image
image-next = Image suivante
image-previous = Image précédente
image-save = Enregistrer l’image
image-copy-address = Copier l’adresse de l’image
image-saved = L’image est dans { $name }, dans { $folder }
image-link = Ouvrir le lien de cette image
zoom-in = Plus grand
zoom-out = Plus petit
note = Note
continued-at = Repris à { $percent } %
from-the-top = Depuis le début
go-back = Revenir où vous étiez
find-in-article = Chercher dans l’article
find-next = Passage suivant
find-previous = Passage précédent
find-none = Rien trouvé
find-at = { $index } sur { $total }
selection = Texte sélectionné
copy = Copier
share = Partager
copy-headline = Copier le titre et le lien
copy-markdown = Copier en Markdown
markdown-copied = Copié en Markdown
headline-copied = Titre et lien copiés
share-clean = Les liens sont copiés sans traceurs.
play-image = Animer
stop-image = Arrêter
copy-quote = Copier avec la source
search-words = Chercher ces mots
listen-here = Écouter à partir d’ici
mute-phrase = Masquer « { $words } »…
passage-copied = Texte copié
quote-copied = Copié avec sa source
not-copied = Cela n’a pas pu être copié
pick-title = Choisissez un article
pick-text = Il s’ouvre ici, et reste lisible sans connexion une fois gardé.
nothing-title = Encore rien à lire
nothing-text = Suivez un site et ses articles viendront ici, le plus récent en tête.
press-key = à tout moment
press = Appuyez sur
gone-title = Cet article n’est plus ici
gone-text = Sa source n’est peut-être plus suivie. Tout ce que vous gardez est encore dans Gardés.
failed-title = Cet article n’a pas pu être ouvert

## saved
saved-region = Articles gardés
saved-list = Articles gardés, { $order }
saved-order = Ordre des articles gardés
order-newest = Derniers gardés
order-oldest = Premiers gardés
order-published = Date de publication
order-length = Les plus courts d’abord
order-title = Titre
order-source = Source
tagged = étiquettes { $tags }
save-page = Garder une page
save-page-address = Adresse de la page
save-page-hint = exemple.org/un-article
save-page-contact = Stop Press récupérera cette page de { $host } et ses images
save-page-saving = Enregistrement de la page de { $host }
save-page-drop = Déposez un lien pour garder sa page
find-saved = Chercher dans Gardés
not-complete = Incomplets
this-week = Cette semaine
earlier = Avant
no-date = Sans date
saved-total = { $count ->
    [one] { $count } article, { $size }
   *[other] { $count } articles, { $size }
}
saved-incomplete = { $count ->
    [one] { $count } incomplet
   *[other] { $count } incomplets
}
saved-none-title = Rien de gardé encore
saved-none = Appuyez sur s dans n’importe quel article. Son texte et ses images restent ici, même sans connexion. Toute page peut être gardée par son adresse.
saved-none-filter-title = Rien ici
saved-none-filter = Aucun article gardé ne répond à ce filtre.

## export
export = Emporter
export-what = Quels articles
export-what-story = Cet article
export-what-marked = Ceux qui sont sélectionnés
export-what-shown = Tous ceux qui sont affichés
export-what-saved = Tout ce qui est gardé
export-format = Sous forme de
export-format-epub = Livre
export-format-epub-hint = EPUB, pour liseuses et applications de lecture
export-format-html = Pages
export-format-html-hint = HTML avec ses images ; plusieurs viennent dans un fichier ZIP
export-format-markdown = Markdown
export-format-markdown-hint = Texte avec ses images à côté, pour vos notes
export-format-bookmarks = Signets
export-format-bookmarks-hint = Adresses et étiquettes, pour navigateurs et autres applications
export-start = Emporter
export-starting = Écriture du fichier
export-progress = Écriture { $done } sur { $total }
export-cancelling = Arrêt en cours
export-goes-on = Vous pouvez fermer ce dialogue et continuer à lire.
export-stop = Arrêter
export-cancelled = Vous l’avez arrêté avant la fin. Aucun fichier n’a été écrit.
export-done = { $count ->
    [one] { $count } article est dans { $name }
   *[other] { $count } articles sont dans { $name }
}
export-left-out = { $count ->
    [one] { $count } article n’a pas pu être pris.
   *[other] { $count } articles n’ont pas pu être pris.
}
export-missing-images = { $count ->
    [one] { $count } image n’y est pas.
   *[other] { $count } images n’y sont pas.
}
export-show = Montrer dans le dossier
cmd-export = Emporter des articles dans un fichier

## sources
follow-a-source = Suivre une source
import-opml = Importer un OPML
export-opml = Exporter en OPML
browse-packs = Voir les sélections
source = Source
health = État
last-story = Dernier article
a-week = Par sem.
source-language = Langue
source-told = avec notifications
checked = Dernière relève
unread = Non lus
sources-by-folder = Sources par dossier
without-folder = Sans dossier
needs-attention = À vérifier
working = Fonctionne
trouble-dns = Son adresse est introuvable
trouble-silent = Ne répond plus depuis { $day }
trouble-forbidden = Refuse cette application
trouble-sign-in = Demande une connexion
trouble-challenge = N’admet que les navigateurs
trouble-not-found = N’est plus à son adresse
trouble-gone = L’éditeur a retiré ce flux
trouble-wait = Ralentie à sa demande
trouble-server = En difficulté depuis { $day }
trouble-tls = Sa connexion n’est pas sûre
trouble-not-a-feed = N’est plus un flux
trouble-other = En panne depuis { $day }
source-details = À propos de cette source
address = Adresse
site = Site
folder = Dossier
next-check = Prochaine relève
stories = Articles
stories-unread = { $articles }, dont { $unread } non lus
stories-since = articles depuis le { $day }
never = Jamais
open-site = Ouvrir le site
publisher-places = Où suivre aussi
publisher-looking = Lecture de la page de l’éditeur
publisher-none = La page de l’éditeur ne nomme aucun autre lieu.
publisher-note = Trouvé sur la page de l’éditeur. Chaque lieu s’ouvre dans votre navigateur.
cmd-publisher = Où l’éditeur peut aussi être suivi
place-site = Site
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
place-newsletter = Infolettre
place-podcast = Podcast
place-github = GitHub
place-other = Ailleurs
check-now = Relever maintenant
unfollow = Ne plus suivre
repaired = Réparé : { $repairs }
unfollowed = { $kept ->
    [0] { $title } n’est plus suivi
    [one] { $title } n’est plus suivi, { $kept } article gardé reste
   *[other] { $title } n’est plus suivi, { $kept } articles gardés restent
}
pick-source = Choisissez une source pour voir son adresse, son état et l’heure de sa prochaine relève.
text-of-stories = Texte de ses articles
text-auto = Au besoin
text-feed = Texte du flux
text-full = Article entier
text-measured-short = Cette source ne donne que des débuts.
text-measured-whole = Cette source donne des articles entiers.
text-measured-none = On ne sait pas encore combien donne cette source.
text-now-full = Les articles entiers sont récupérés sur ses pages.
text-now-feed = Son propre texte est affiché.
sources-none-title = Pas encore de source

health-paused = En pause
health-quiet = Silencieuse depuis { $day }
quiet-since = Rien de nouveau depuis { $day }.
quiet-keep = Garder
quiet-kept = Vous suivez toujours { $title }
health-repaired = Fonctionne, réparée
quiet-for-months = Silencieuses depuis des mois
many-stories = Beaucoup d’articles
not-in-live = Hors du direct
find-source = Chercher une source
no-source-found = Aucune source ne correspond.
marked-sources = Sources cochées
sources-marked = { $count ->
    [one] { $count } source cochée
   *[other] { $count } sources cochées
}
clear-marks = Tout décocher
move-to = Déplacer vers…
moved-to = { $count ->
    [one] { $count } source déplacée vers { $folder }
   *[other] { $count } sources déplacées vers { $folder }
}
moved-out = { $count ->
    [one] { $count } source sortie de son dossier
   *[other] { $count } sources sorties de leurs dossiers
}
name = Nom
new-folder = Nouveau dossier
new-folder-more = Nouveau dossier…
new-folder-hint = Une barre oblique le place dans un autre dossier : Tech/Actus.
top-level = Dans aucun autre dossier
folder-moved-to = Dossier { $name } déplacé dans { $folder }
folder-moved-out = Dossier { $name } sorti de son dossier
folder-in = dans { $folder }
show-in-live = Montrer en direct
rename-more = Renommer…
copy-address = Copier l’adresse du flux
address-copied = Adresse copiée
notify-stop = Ne plus me prévenir
full-by-default = Article entier par défaut
full-as-needed = Article entier au besoin seulement
rename-source = Renommer cette source
rename-source-hint = Sans nom, elle reprend celui de l’éditeur.
rename-folder = Renommer ce dossier
rename-this-folder = Renommer le dossier { $folder }
delete-this-folder = Supprimer le dossier { $folder }, garder ses sources
folder-deleted = { $count ->
    [one] Dossier { $folder } supprimé, { $count } source reste
   *[other] Dossier { $folder } supprimé, { $count } sources restent
}
renamed = Renommé
unfollowed-many = { $count ->
    [one] { $count } source n’est plus suivie
   *[other] { $count } sources ne sont plus suivies
}
out-of-live = Tenir hors du direct
sources-so-far = { $done } sur { $total }
source-changed = Réglages de { $title } modifiés
sources-changed = { $count ->
    [one] { $count } source modifiée
   *[other] { $count } sources modifiées
}
sources-checked = { $count ->
    [one] { $count } source vérifiée
   *[other] { $count } sources vérifiées
}
sources-told = { $count ->
    [one] Notifications pour { $count } source
   *[other] Notifications pour { $count } sources
}
sources-not-told = { $count ->
    [one] Plus de notifications pour { $count } source
   *[other] Plus de notifications pour { $count } sources
}
sources-refused = { $done }. { $count ->
    [one] { $count } échec : { $names }
   *[other] { $count } échecs : { $names }
}
text = Texte
text-is-full = Entier
text-is-summary = Résumé
text-is-feed = Tel quel
source-interval = Fréquence
interval-auto = Comme d’habitude
interval-15m = Toutes les 15 min
interval-1h = Toutes les heures
interval-6h = Toutes les 6 heures
interval-daily = Une fois par jour
interval-paused = Jamais
source-images = Images
source-images-inherit = Comme d’habitude
source-images-never = Seulement à ma demande
source-images-opened = À l’ouverture d’un article
source-direction = Sens du texte
direction-more = Sens du texte…
direction-auto = Celui du texte
direction-ltr = De gauche à droite
direction-rtl = De droite à gauche
in-live = Afficher dans le direct
in-live-hint = Sinon, ses articles ne paraissent que dans son dossier.
source-keep = Les articles restent
source-most = Au plus
most-any = Autant qu’il y en a
most-100 = Les 100 plus récents
most-500 = Les 500 plus récents
most-2000 = Les 2 000 plus récents
most-own = Les { $count } plus récents

## search
search = Recherche
search-everything = Chercher dans tout ce qui est ici
search-results = Résultats
search-nothing = Rien pour « { $query } »
search-meant = Vouliez-vous dire « { $words } » ?
search-recent = Recherches récentes
recent-forget = Oublier { $words }
recent-forget-all = Tout oublier
recent-forgotten = Oublié
search-keep = Enregistrer comme filtre
search-forget = Retirer ce filtre
search-kept = Vos filtres
search-kept-done = Filtre enregistré
search-forgotten = Filtre retiré
search-kept-full = Il y a de la place pour { $count } filtres. Retirez-en un d’abord.
syntax-source = d’une seule source
syntax-saved = seulement ce que vous gardez
syntax-unread = seulement ce qui n’est pas lu
syntax-before = plus ancien qu’un jour donné
syntax-phrase = ces mots ensemble
syntax-without = sans ce mot
syntax-phrase-sample = "train de nuit"
syntax-without-sample = -football
filter-source = de { $value }
filter-folder = dans le dossier { $value }
filter-lang = en { $value }
filter-tag = étiquette { $value }
filter-in = dans Gardés
filter-is = non lus
filter-before = avant { $value }
filter-after = depuis { $value }
filter-remove = Retirer le filtre : { $filter }
filters-clear = Retirer les filtres
search-clear = Effacer la recherche
search-none = Aucun résultat
search-anywhere = lance une recherche de partout
filter-add = Filtre
filter-add-name = Ajouter un filtre
search-elsewhere = { $count } dans Gardés, { $everywhere } partout
search-elsewhere-more = { $count } dans Gardés, au moins { $everywhere } partout
search-everywhere = Chercher partout
filter-week = Les 7 derniers jours
filter-month = Les 30 derniers jours
search-looking = { $count ->
    [0] Recherche dans les articles plus anciens
    [one] { $count } résultat, recherche dans les articles plus anciens
   *[other] { $count } résultats, recherche dans les articles plus anciens
}
search-more = Les { $count } premiers résultats
search-pick-title = Choisissez un article pour le lire ici
search-pick = La recherche parcourt tout ce qui est conservé sur cet ordinateur, même hors ligne.
cmd-search = Chercher dans tout ce qui est ici
search-count = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}

## activity
activity = Activité
activity-log = Ce qui s’est passé
activity-now = Maintenant
activity-checking = Relève des sources
activity-new = Nouveaux articles
activity-failed = Problèmes
activity-incomplete = Pas gardés en entier
activity-saved = { $count ->
    [one] { $count } article gardé
   *[other] { $count } articles gardés
}
activity-saves-wait = { $count ->
    [one] { $count } article sera gardé dès qu’il y aura une connexion
   *[other] { $count } articles seront gardés dès qu’il y aura une connexion
}
attention-none = Rien ne demande votre attention.
recent = Récemment
recent-none = Encore rien ici.
since = Depuis { $moment }
try-now = Essayer maintenant
manage-storage = Gérer le stockage
details = Détails
copy-log = Copier le journal
log-copied = Journal copié
check-offline = Pas de connexion
checks-offline = Pas de connexion : { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
activity-waiting = Ont demandé d’attendre
next-check-at = Prochaine relève : { $moment }
check-moved = Adresse mise à jour
check-merged = Une autre source a été déplacée ici et en fait maintenant partie
checks-quiet =
    { $count ->
        [one] Une source vérifiée, rien de nouveau
       *[other] { $count } sources vérifiées, rien de nouveau
    }
check-new = { $count ->
    [one] { $count } nouvel article
   *[other] { $count } nouveaux articles
}
check-updated = Articles mis à jour
last-days = { $count } derniers jours
read-by-you = Lus par vous
days-words = { $count } articles, au plus { $most } par jour, { $today } aujourd’hui
days-today = aujourd’hui, { $count }
last-checks = Dernières relèves
stored-images = Images qui ne sont pas gardées
stored-of = { $size } sur { $most }
stored-texts = Textes des articles
stored-library = Toute la bibliothèque
stored-free = Libre sur ce disque
clean-up = Faire de la place
cleaned-up = { $size } libérés. Rien de gardé n’a été touché.
cleaned-up-old = { $stories ->
    [one] { $size } libérés, dont { $stories } ancien article. Rien de gardé n’a été touché.
   *[other] { $size } libérés, dont { $stories } anciens articles. Rien de gardé n’a été touché.
}
cmd-activity = Activité

## follow dialog
follow-address = Adresse du site ou du flux
follow-hint = exemple.org
follow-contact = Stop Press contactera { $host } et rien d’autre
follow-looking = Recherche de flux sur { $host }
follow-found = { $count ->
    [one] { $count } flux trouvé
   *[other] { $count } flux trouvés
}
follow-which = Flux
follow-already = Vous suivez déjà { $title }
follow-done = { $count ->
    [one] Vous suivez { $title }, { $count } article ajouté
   *[other] Vous suivez { $title }, { $count } articles ajoutés
}
follow-empty = Saisissez d’abord une adresse
follow-anyway = Regarder quand même
follow-look = Regarder
follow-show = L’afficher
follow-suggested = Sources des sélections
follow-clipped = Du presse-papiers
follow-choose-word = Choisissez l’une de celles-ci, ou saisissez une adresse
follow-no-word = Aucune sélection ne contient cela. Saisissez l’adresse d’un site.
follow-drop = Déposez un lien pour suivre son site
look-preview = Aperçu
look-newest = dernier article { $when }
look-nothing = encore aucun article
look-per-day = { $count ->
    [one] environ { $count } par jour
   *[other] environ { $count } par jour
}
look-per-week = { $count ->
    [one] environ { $count } par semaine
   *[other] environ { $count } par semaine
}
look-per-month = { $count ->
    [one] environ { $count } par mois
   *[other] environ { $count } par mois
}
look-quiet = rien depuis un mois
look-whole = texte intégral
look-summary = débuts seulement

## welcome and packs
welcome-title = Que voulez-vous suivre ?
welcome-lead = Trois façons de commencer. Chaque source peut être changée ou retirée plus tard, et rien n’est contacté avant que vous ne pressiez Suivre.
welcome-pack = Prendre une sélection
welcome-packs = Sélections
pack-about = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}, { $about }
list-comma = {", "}
pack-languages = Langues des sélections
pack-region = Région
all-regions = Toutes les régions
packs-none = Aucune sélection pour ces langues et cette région.
pack-world = Monde
pack-world-about = de six continents
pack-europe = Europe
pack-europe-about = en anglais et en six autres langues
pack-maghreb = Maroc et Maghreb
pack-maghreb-about = en arabe, français et anglais
pack-spain = Espagne
pack-spain-about = presse nationale et régionale
pack-france = France
pack-france-about = presse et radio-télévision de tous bords
pack-germany = Allemagne
pack-germany-about = presse et radio-télévision de tous bords
pack-technology = Technologie
pack-technology-about = industrie, politique et machines
pack-science = Sciences
pack-science-about = revues, instituts et reporters
pack-business = Économie
pack-business-about = marchés, entreprises et travail
pack-sport = Sport
pack-sport-about = le football et tout le reste
pack-culture = Culture
pack-culture-about = livres, cinéma, musique et art
pack-arabic = En arabe
pack-arabic-about = chaînes et journaux de nombreux pays
pack-portuguese = Brésil et Portugal
pack-portuguese-about = presse et radio-télévision des deux pays
pack-japan = Japon
pack-japan-about = radio-télévision, journaux et magazines
pack-chinese = En chinois
pack-chinese-about = chaînes et journaux de nombreux pays
pack-some = { $names } et { $count } de plus
type-address = Saisir une adresse
type-address-hint = Un site, l’adresse d’un flux, ou des mots à chercher dans les sélections
bring-list = Apporter votre liste
bring-list-hint = Un fichier OPML d’un autre lecteur garde ses dossiers
take-list = Emporter votre liste
take-list-hint = Un fichier OPML dans votre dossier de téléchargements : les autres lecteurs le comprennent, et il garde dossiers et noms
drop-file = Déposez un fichier ici
choose-file = Choisir un fichier
contacted = Qui sera contacté
contacted-none = Personne encore. Choisissez une sélection, saisissez une adresse ou apportez une liste.
contacted-count = { $count ->
    [one] Ce seul site et rien d’autre.
   *[other] Ces { $count } sites et rien d’autre.
}
contacted-list = Liste des sites
contacted-typed = Saisi par vous
contacted-unchecked = Nous n’avons pas vérifié ces adresses. Certaines ont pu changer.
contacted-file = Une liste nomme ses propres sites. Ils sont contactés dès que vous choisissez le fichier.
sites = { $count ->
    [one] { $count } site
   *[other] { $count } sites
}
skip-empty = Passer, commencer à vide
follow-sources = { $count ->
    [one] Suivre { $count } source
   *[other] Suivre { $count } sources
}
working-on-it = Inscription, cela peut prendre un moment
import-title = Vos sources sont là
list-title = Avant de l’ajouter
list-new = { $count ->
    [one] { $count } nouvelle source
   *[other] { $count } nouvelles sources
}
list-already = { $count ->
    [one] { $count } déjà suivie
   *[other] { $count } déjà suivies
}
list-all = Toutes
list-none = Aucune
list-followed = déjà suivie
list-twice = figure dans un autre dossier
list-taking = { $done } sur { $total } prises
list-cancelling = On s’arrête
list-stop = Arrêter
list-ended = Vous avez arrêté. Ce qui était pris jusque-là est suivi.
list-more = { $count ->
    [one] et { $count } autre, prise ou laissée avec son dossier
   *[other] et { $count } autres, prises ou laissées avec leur dossier
}
import-added = { $count ->
    [one] { $count } source ajoutée
   *[other] { $count } sources ajoutées
}
import-already = { $count ->
    [one] { $count } était déjà suivie
   *[other] { $count } étaient déjà suivies
}
import-failed = { $count ->
    [one] { $count } entrée n’a pas pu être prise
   *[other] { $count } entrées n’ont pas pu être prises
}
import-go = Lire les nouvelles
first-keys = { $next } et { $previous } parcourent les articles. { $help } montre toutes les touches.
import-saved = Importer des articles gardés
import-saved-lead = Ce que vous avez gardé dans une autre application ou un navigateur vient avec ses étiquettes et ses dates.
import-saved-which = Signets, Pocket, Instapaper, Raindrop.io, Omnivore, Readwise, Pinboard, wallabag, FreshRSS et Feedly : choisissez le fichier qu’ils exportent, ou déposez-le sur cette fenêtre.
import-saved-choose = Choisir un fichier
import-saved-working = Lecture de la liste
import-saved-added = { $count ->
    [one] { $count } article ajouté à ceux que vous gardez
   *[other] { $count } articles ajoutés à ceux que vous gardez
}
import-saved-already = { $count ->
    [one] { $count } était déjà gardé
   *[other] { $count } étaient déjà gardés
}
import-saved-behind = Leurs textes et leurs images arrivent peu à peu, pendant que vous lisez.
import-failed-copy = Copier ces entrées
import-failed-copied = Copié
import-drop = Déposez une liste pour l’importer
cmd-import-saved = Importer des articles gardés ailleurs
packs-title = Sélections

## packing for offline
pack-offline = Provision hors ligne
pack-lead = Les derniers articles non lus, texte entier et images compris, pour un temps sans connexion.
pack-how-many = Derniers articles non lus
pack-budget = Au plus
pack-size = { $size } Mo
pack-start = Commencer
pack-cancelling = Fin après cet article
pack-goes-on = Vous pouvez fermer ce dialogue et continuer à lire.
pack-result = { $count ->
    [one] { $count } article peut être lu sans connexion
   *[other] { $count } articles peuvent être lus sans connexion
}, { $complete ->
    [0] aucun avec toutes ses images
   *[other] { $complete } avec toutes leurs images
}
pack-nothing = Tout était lu, il n’y avait rien à emporter
pack-nothing-cancelled = La provision a été arrêtée avant le premier article
pack-cancelled = Vous l’avez arrêtée avant la fin. Ce qui était pris reste.
pack-budget-reached = La limite de { $size } Mo a été atteinte.
pack-failed = { $count ->
    [one] Il manque quelque chose à { $count } article
   *[other] Il manque quelque chose à { $count } articles
}
pack-again = Recommencer
done = Terminé

## settings
appearance = Apparence
appearance-hint = Les changements se voient aussitôt, aussi dans la fenêtre derrière.
checking-hint = Les éditeurs peuvent demander de plus longues pauses ; elles sont respectées.
about = À propos
theme = Thème
theme-system = Système
theme-light = Clair
theme-dark = Sombre
theme-sepia = Sépia
theme-oled = OLED
theme-hc-light = Contraste
theme-hc-dark = Contraste sombre
accent = Couleur d’accent
accent-theme = Celle du thème
accent-teal = Bleu canard
accent-green = Vert
accent-purple = Violet
accent-amber = Ambre
accent-graphite = Graphite
headlines = Titres dans les listes
headlines-serif = Empattements
headlines-sans = Sans empattements
motion = Mouvements
motion-system = Système
motion-reduced = Moins
motion-full = Tous
reading-font = Caractère des articles
font-serif = Source Serif
font-sans = Inter
font-system = Police du système
text-size = Taille du texte
smaller = Texte plus petit
larger = Texte plus grand
pixels = { $count } px
leading = Interligne
measure = Longueur des lignes
paragraphs = Espace entre les paragraphes
characters = { $count } caractères
look-reset = Réinitialiser la typographie
look-take-back = Revenir sur la réinitialisation
look-was-reset = La typographie est réinitialisée
look-can-undo = Peut être annulé
appearance-reset = Réinitialiser l’apparence
appearance-was-reset = L’apparence est réinitialisée
density = Densité du direct
density-comfortable = Normale
density-compact = Compacte
density-wire = Dépêche
check-interval = Chercher de nouveaux articles
every-15 = Toutes les 15 min
every-30 = Toutes les 30 min
every-60 = Toutes les heures
by-hand = À la main
reading = Lecture
images = Images
images-opened = À l’ouverture d’un article
images-never = Seulement à ma demande
images-note = Les articles gardés ont toujours les leurs.
version = Version
data-folder = Votre bibliothèque
data-folder-hint = Pour déplacer la bibliothèque, fermez Stop Press et lancez « stoppress-cli move-library DOSSIER ».
move-library = Déplacer la bibliothèque…
move-library-to = Déplacer la bibliothèque vers
move-library-hint = Stop Press se ferme, copie tout, vérifie la copie et s’ouvre de nouveau. Le fichier actuel reste ici sous un autre nom.
move-library-now = Déplacer et redémarrer
log-file = Journal
copy-diagnostics = Copier le diagnostic
diagnostics-hint = Ce qu’il faut pour signaler un défaut. Les adresses que vous suivez n’y sont que si vous l’activez.
diagnostics-addresses = Avec les adresses de mes sources
drawing-safe = Dessiner sans la carte graphique
drawing-safe-hint = Pour les fenêtres qui restent vides ou sont mal dessinées. Plus lent ; cela vaut à partir du prochain démarrage.
drawing-next-start = Cela vaut à partir du prochain démarrage.
drawing-news = La fenêtre restait vide : Stop Press a donc redémarré et la dessine sans la carte graphique. Le retour est dans Réglages, À propos.
diagnostics-copied = Diagnostic copié
diagnostics-not-copied = Le diagnostic n’a pas pu être copié
preview = Aperçu
sample-of-live = Exemple du direct
sample-bank = La banque centrale maintient ses taux et promet de la patience jusqu’au printemps
sample-bank-source = Le Fil continental
sample-wind = L’éolien en mer a porté un tiers du réseau
sample-wind-source = La Gazette du port
sample-train = Le train de nuit revient après onze ans, avec une place pour les vélos
sample-train-source = Le Méridien
sample-chips = Le fabricant de puces ouvre sa salle blanche
sample-chips-source = La Revue civique
sample-first = Lundi à 1 h 40, le centre de conduite a cessé d’acheter du courant. Pendant six heures, des éoliennes dressées dans trente mètres d’eau grise ont fourni un peu plus du tiers de tout ce que le pays consommait.
sample-second = Le record avait été prévu à quelques minutes près.

search-settings = Chercher un réglage
settings-found = { $count ->
    [one] { $count } réglage trouvé
   *[other] { $count } réglages trouvés
}
settings-none = Aucun réglage de ce nom
general = Général
language = Langue de la fenêtre
language-hint = La fenêtre change aussitôt. Les articles gardent leur langue.
as-the-system = Comme le système
hours = Format de l’heure
as-the-language = Comme la langue
hours-12 = 12 heures
hours-24 = 24 heures
mark-read = Un article est lu
mark-read-glance = Ouvert, ou vu un moment
mark-read-open = Une fois ouvert
mark-read-never = Seulement si je le dis
mark-read-hint = Ouvrir, c’est cliquer ou presser Entrée. Parcourir la liste au clavier montre un article sans l’ouvrir.
auto-show = Afficher d’eux-mêmes les nouveaux articles
auto-show-hint = Seulement quand la liste est tout en haut et que vous n’y faites rien. Sinon, ils attendent derrière un bouton.
fold = Replier les rafales d’une source
fold-hint = Cinq articles ou plus qu’une source apporte en une demi-heure tiennent derrière une seule ligne.
snippets = Premiers mots sous les titres
snippets-hint = Avec la densité normale seulement.
saved-and-storage = Gardés et stockage
stored-here = Conservé sur cet ordinateur
stored-hint = Ce que vous gardez reste jusqu’à ce que vous l’enleviez, même si la source n’est plus suivie.
single-keys = Raccourcis d’une seule touche
single-keys-hint = Lettres et signes sans Ctrl. Désactivez-les si vous dictez à l’ordinateur.
key-preset = Touches comme dans
key-preset-hint = Seul ce qui diffère change. Les commandes qui perdent leur touche sont dans la palette.
keys-default = Par défaut
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = Les vôtres
keys-are-now = Les touches sont maintenant « { $preset } »
shortcuts = Raccourcis
shortcuts-hint = Pressez un raccourci pour le changer, + pour en ajouter un. Deux touches en une seconde font une suite. Échap laisse tout tel quel.
keys-press = Pressez les nouvelles touches
keys-second = { $keys } … Une seconde touche avant une seconde en fait une suite
keys-none = Aucun
keys-change = { $command } : { $keys }. Changer
keys-taken = { $keys } sert déjà à « { $command } ». Pressez d’autres touches.
keys-begins = { $other }, qui sert à « { $command } », commence par { $keys } et ne serait plus jamais entendu. Pressez d’autres touches.
keys-begun = { $keys } ne serait jamais entendu : { $other } sert déjà à « { $command } ». Pressez d’autres touches.
keys-single-off = { $keys } est une lettre ou un signe, et les raccourcis d’une seule touche sont désactivés. Pressez avec { $control }, ou activez-les.
keys-changed = { $keys } sert maintenant à « { $command } »
keys-add = Ajouter une touche à « { $command } »
keys-remove = Retirer la touche
keys-removed = { $keys } ne sert plus à « { $command } »
keys-usual = Touches habituelles de « { $command } »
keys-are-usual = « { $command } » a ses touches habituelles
images-ahead = À l’avance
cache-budget = Place pour les images qui ne sont pas gardées
cache-hint = Au-delà, les plus anciennes partent. Ce que vous gardez n’en fait jamais partie.
keep-for = Les articles restent
keep-hint = Ensuite ils partent, sauf les 20 plus récents de chaque source. Ce que vous gardez, et ce que vous avez emporté sans l’avoir lu, reste toujours.
keep-30 = 30 jours
keep-90 = 90 jours
keep-365 = Un an
keep-0 = Toujours
keep-own = { $days } jours
bag = Tout en un fichier
bag-hint = Ce que vous gardez avec ses images, sources, dossiers, étiquettes, filtres, règles de notification et réglages. Tout navigateur le montre par son index.html. Repris ici, il rejoint ce qui s’y trouve : rien ne se perd d’aucun côté.
bag-write = Écrire le fichier
bag-take = Reprendre un fichier
bag-taken = Gardés { $added }, joints à ce qui était là { $joined }, déjà là { $already }, sources { $sources }.
bag-ended = Arrêté avant la fin ; reprenez le fichier pour le reste.
delete-everything = Tout supprimer
delete-ask = Tout supprimer…
delete-hint = Ce que vous gardez part aussi. On vous demande d’abord.
delete-what = Ceci supprime pour toujours : articles gardés { $saved } avec leurs images et étiquettes, sources { $feeds }, tous les filtres et réglages, et chaque copie de la bibliothèque dans son dossier. Les fichiers exportés restent.
delete-type = Tapez « { $word } » si c’est bien cela
delete-word = supprimer
privacy-and-network = Vie privée et réseau
what-is-contacted = Qui est contacté
contacted-nobody = Personne : vous ne suivez encore aucune source.
contacted-rest = Les pages et les images des articles que vous ouvrez, gardez ou emportez viennent de leurs éditeurs. Il n’y a ni cookie ni pixel espion, et rien ne nous est envoyé, ni à personne d’autre.
accessibility = Accessibilité
messages-stay = Les messages restent
messages-short = 6 à 10 secondes
messages-long = 20 secondes
messages-until = Jusqu’à ce que je les ferme
messages-hint = Ce qu’un message propose d’annuler, la touche d’annulation l’annule à tout moment.
announce = Annoncer les nouveaux articles
announce-hint = Un lecteur d’écran dit combien sont arrivés tant que vous êtes dans le direct, une fois par minute au plus.

## toasts
marked-read = { $count ->
    [one] { $count } article marqué comme lu
   *[other] { $count } articles marqués comme lus
}
marked-unread = { $count ->
    [one] { $count } article marqué comme non lu
   *[other] { $count } articles marqués comme non lus
}
saved-many = { $count ->
    [one] { $count } article est mis de côté
   *[other] { $count } articles sont mis de côté
}
saved-already = Ils sont déjà gardés
nothing-unread = Tout était déjà lu
nothing-read = Rien n’était lu
removed-saved = Retiré des articles gardés
removed-many = { $count ->
    [one] { $count } article retiré des articles gardés
   *[other] { $count } articles retirés des articles gardés
}
tagged-many = { $count ->
    [one] { $count } article étiqueté
   *[other] { $count } articles étiquetés
}
tags-to-add = Étiquettes, séparées par des virgules
undone = Annulé
undone-count = { $count ->
    [one] { $count } changement annulé
   *[other] { $count } changements annulés
}
nothing-to-undo = Rien à annuler
redone = Rétabli
redone-count = { $count ->
    [one] { $count } changement rétabli
   *[other] { $count } changements rétablis
}
nothing-to-redo = Rien à rétablir
dismiss = Masquer
just-done = Fait à l’instant

## keyboard
keyboard = Clavier
find-shortcut = Chercher un raccourci
group-move = Se déplacer
group-go = Aller à
group-story = Article
group-many = Plusieurs à la fois
group-app = Application
group-article = Dans l’article
cmd-next = Article suivant
cmd-previous = Article précédent
cmd-next-unread = Non lu suivant
cmd-previous-unread = Non lu précédent
cmd-unfold = Déplier une rafale
cmd-page = Page, puis non lu suivant
cmd-page-back = Page précédente
cmd-first = Haut de la liste
cmd-last = Bas de la liste
cmd-screen-down = Un écran plus bas
cmd-screen-up = Un écran plus haut
cmd-show-new = Afficher les nouveaux articles
cmd-open = Ouvrir et lire
cmd-original = Ouvrir l’original
cmd-save = Garder pour lire hors ligne
cmd-read = Lu ou non lu
cmd-comments = Commentaires
cmd-copy = Copier le lien
cmd-text = Article entier ou texte du flux
cmd-changes = Ce que la source a changé
cmd-images = Afficher les images
cmd-find = Chercher dans l’article
cmd-find-next = Passage trouvé suivant
cmd-find-previous = Passage trouvé précédent
cmd-paragraph = Paragraphe suivant
cmd-paragraph-back = Paragraphe précédent
cmd-larger = Texte plus grand
cmd-smaller = Texte plus petit
cmd-tags = Étiquettes d’un article gardé
cmd-save-page = Garder une page
cmd-order = Ordre suivant des articles gardés
cmd-pack = Provision hors ligne
cmd-select = Sélectionner l’article
cmd-unselect = Retirer de la sélection
cmd-extend-down = Étendre la sélection
cmd-extend-up = Étendre la sélection vers le haut
cmd-select-all = Tout sélectionner
cmd-mark-read = Marquer la sélection comme lue
cmd-mark-unread = Marquer la sélection comme non lue
cmd-save-many = Garder la sélection
cmd-hide-many = Retirer la sélection du direct
cmd-unsave-many = Retirer la sélection des articles gardés
cmd-tag-many = Étiqueter la sélection
cmd-clear = Vider la sélection
cmd-mark-source = Cocher ou décocher la source
cmd-mark-all-sources = Cocher toutes les sources
cmd-rename-source = Renommer la source ou le dossier
cmd-unfollow-source = Ne plus suivre la source
cmd-mark-all = Tout marquer comme lu
cmd-mark-older = Marquer les plus anciens comme lus
cmd-live = En direct
cmd-saved = Gardés
cmd-sources = Sources
cmd-unread = Articles non lus
cmd-scope = Choisir une source ou un dossier
cmd-place-back = Revenir à l’endroit précédent
cmd-place-forward = Avancer à l’endroit suivant
cmd-chip = Filtre { $number } du direct
cmd-chips = Tout, non lus, dossiers
cmd-retry = Réessayer de garder
cmd-load-older = Charger des articles plus anciens
cmd-only-source = Seulement cette source
cmd-go-source = À propos de cette source
cmd-palette = Palette de commandes
commands = Commandes
palette-field = Articles, sources et commandes
palette-hint = Chercher un article, une source ou une commande
palette-found = Trouvé
palette-none = Rien trouvé
palette-move = Choisir
palette-open = Ouvrir
not-followed = Non suivie
follow-named = Suivre { $title }
cmd-follow = Suivre une source
cmd-sync = Relever maintenant
cmd-print = Imprimer
cmd-focus = Se concentrer sur l’article
cmd-list = Masquer ou afficher la liste
cmd-region = Partie suivante de la fenêtre
cmd-region-back = Partie précédente de la fenêtre
cmd-settings = Réglages
cmd-export-feeds = Exporter la liste des sources (OPML)
feeds-exported = { $count ->
    [one] 1 source est dans { $name }, dans { $folder }
   *[other] { $count } sources sont dans { $name }, dans { $folder }
}
cmd-zoom-in = Tout agrandir
cmd-zoom-out = Tout réduire
cmd-zoom-reset = Tout à la taille habituelle
zoomed = Tout à { $percent } %
cmd-undo = Annuler l’action
cmd-redo = Rétablir l’action
cmd-toast = Aller au message
cmd-help = Clavier
cmd-print-keys = Imprimer les touches
cmd-quit = Quitter
cmd-back = Retour
keys-note = Les touches seules se désactivent ou se changent dans Réglages, Clavier.
keys-change-them = Changer les touches
no-shortcut = Aucun raccourci de ce nom
key-space = Espace
key-enter = Entrée
key-escape = Échap
key-ctrl = Ctrl
key-shift = Maj
key-alt = Alt
key-home = Début
key-end = Fin
key-page-down = Page suivante
key-page-up = Page précédente
key-delete = Suppr

## Muting

mute = Masquer
cmd-hide = Retirer cet article du direct
show-again = Remettre dans le direct
hidden-now = { $count ->
    [one] Article retiré du direct
   *[other] { $count } articles retirés du direct
}
shown-again = De retour dans le direct
muted-still = Un masquage l’écarte encore du direct
cmd-mute = Masquer des mots de cet article…
cmd-mute-source = Masquer cette source…
mute-by = Que masquer
mute-words = Mots
mute-source = Source
mute-author = Auteur
mute-days = { $days } jours
mute-always = Jusqu’à suppression
mute-until = Jusqu’au { $day }
mute-how-long = Pour combien de temps
mute-count = Articles qui quittent la liste maintenant : { $count }
mute-nothing = Saisissez au moins un mot.
mute-note = Les articles enregistrés ne sont jamais masqués. Les autres reviennent à la fin.
muted-now = Masqué
unmuted-now = N’est plus masqué
muted = Masqués
mutes-none = Rien n’est masqué.
mute-add = Masquer des mots…
unmute-what = Ne plus masquer { $what }
foot-muted = Masqués aujourd’hui : { $count }
foot-mutes = Modifier ce qui est masqué

## Sign-ins and the proxy
sign-in = Se connecter…
sign-in-now = Se connecter
sign-in-to = Se connecter à { $site }
sign-in-note = Le mot de passe est conservé dans le trousseau de votre système et envoyé à ce site seulement.
sign-in-user = Nom
sign-in-password = Mot de passe
sign-out = Se déconnecter
signed-in = Connecté
signed-out = Déconnecté
signed-in-as = Connecté en tant que
signed-in-not = Non connecté
proxy = Accès à internet
proxy-hint = L’adresse d’un proxy commence par http, https, socks5 ou socks5h. Les sites de votre propre réseau sont interrogés sans lui.
proxy-system = Comme le système
proxy-direct = Direct
proxy-own = Proxy
proxy-address = Adresse du proxy

## New versions
look-for-versions = Chercher les nouvelles versions
look-for-versions-hint = Une fois par jour, là où se trouvent les versions de Stop Press. Rien n’est installé avant que vous ne le demandiez.
versions-by-packages = Les paquets de votre système apportent les nouvelles versions de ce Stop Press.
look-now = Chercher maintenant
version-there = Stop Press { $version } est disponible.
version-install = Installer
version-newest = C’est la version la plus récente.
version-installed = Stop Press { $version } est installé. Il sera là au prochain démarrage.
version-working = Un instant…

## Notifications
notifications = Notifications
notify-on = Afficher des notifications
notify-on-hint = Pour les articles qu’une règle demande, quand vous ne regardez pas la fenêtre. Quatre par heure au plus, puis une seule pour le reste.
notify-missing = Rien sur ce système n’affiche de notifications en ce moment.
notify-when = Quand
notify-at-once = À l’arrivée des articles
notify-digest = À 8:00, 13:00 et 18:00
notify-quiet = Heures calmes
notify-quiet-on = Respecter des heures calmes
notify-quiet-hint = Rien n’est affiché pendant ce temps. Ce qui est encore récent ensuite l’est alors.
notify-from = Calme à partir de
notify-until = Calme jusqu’à
notify-weekends = Samedis et dimanches calmes
notify-pause = Pause
notify-hour = Pendant une heure
notify-tomorrow = Jusqu’à demain
notify-paused = En pause jusqu’à { $time }
notify-resume = Afficher de nouveau
notify-private = Garder les titres privés
notify-private-hint = Les notifications ne nomment que la source.
notify-rules = Me prévenir pour
notify-rules-hint = Pour une source, activez-le dans ses détails. Pour un dossier, appuyez sur la cloche à côté de son nom dans Sources.
notify-rules-none = Rien pour l’instant.
notify-words = Mots dans les titres
notify-words-hint = Par exemple : ferry, tempête
notify-matching = Lesquels des mots
notify-any = L’un d’eux
notify-all = Tous
notify-phrase = Dans cet ordre
notify-words-any = L’un de ces mots
notify-words-all = Tous ces mots
notify-words-phrase = Ces mots dans cet ordre
notify-add = Ajouter
notify-remove = Plus de notifications pour { $what }
notify-me = Me prévenir
notify-me-hint = Quand de nouveaux articles de cette source arrivent.
notify-new = Me prévenir des nouveaux articles
notify-folder = Me prévenir pour { $folder }
notify-added = Vous serez prévenu pour { $what }
notify-removed = Plus de notifications pour { $what }
notify-ask-title = Afficher des notifications ?
notify-ask-text = Quand arrivent des articles que vous avez demandés, une notification les nomme : quatre par heure au plus, aucune la nuit, et aucune quand vous regardez la fenêtre.
notify-ask-note = Vous pouvez changer cela dans Réglages, Notifications.
not-now = Pas maintenant

## Continuer en arrière-plan
background = Arrière-plan
close-title = Laisser Stop Press ouvert ?
close-text = En arrière-plan il continue à chercher les nouvelles, une fois par heure pour chaque source, et reste dans la zone de notification. Quitter y met fin.
close-note = La question n’est posée qu’une fois. Réglages, Arrière-plan pour changer.
close-keep = Laisser ouvert
close-quit = Quitter
on-close = À la fermeture de la fenêtre
on-close-ask = Demander
on-close-background = Laisser ouvert
on-close-quit = Quitter
on-close-hint = Laissé ouvert, il reste dans la zone de notification et cherche les nouvelles une fois par heure pour chaque source.
on-close-no-tray = Ce bureau n’a pas de zone de notification, fermer la fenêtre quitte donc.
start-at-login = Démarrer avec la session
start-at-login-hint = Sans sa fenêtre là où il peut rester en arrière-plan.
badge = Nombre sur l’icône
badge-hint = Articles non lus du Direct, là où votre bureau affiche des nombres sur les icônes.
spare = Ménager la batterie et les connexions limitées
spare-hint = Les sources sont alors interrogées comme quand la fenêtre est cachée, et rien n’est chargé d’avance.
spare-normal = Ni l’un ni l’autre en ce moment.
spare-metered = La connexion est limitée en ce moment.
spare-power = Le système économise l’énergie en ce moment.
spare-both = La connexion est limitée et le système économise l’énergie en ce moment.
cmd-menu = Menu de l’application
app-menu = Menu

## Listen
listen = Écouter
listen-play = Lire
listen-pause = Mettre en pause
listen-next = Phrase suivante
listen-previous = Phrase précédente
listen-speed-short = { $speed }×
listen-speed-now = Vitesse : { $speed }×
listen-none = Ce système n’a pas de voix que Stop Press puisse utiliser. Sous Linux, speech-dispatcher avec un synthétiseur comme espeak-ng en apporte une.
listen-languages = Les articles dans ces langues peuvent être lus à voix haute : { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = traduction anglais français espagnol arabe
words-hours = horloge am pm
words-mark-read = vu non lu automatiquement
words-images = photos illustrations données pistage
words-listen = voix parole audio lecture à haute voix
words-theme = sombre clair sépia noir nuit mode contraste couleurs
words-accent = couleur teinte
words-density = densité compact espacement lignes disposition
words-headlines = titres police serif sans
words-font = police caractères serif sans lettres
words-size = zoom grand petit police
words-leading = hauteur espacement interligne
words-measure = longueur colonne largeur
words-auto-show = actualiser automatiquement fil
words-fold = grouper regrouper réduire ensemble
words-snippets = résumé aperçu extrait chapeau
words-mutes = masquer bloquer filtrer mots clés
words-interval = actualiser fréquence synchroniser minutes flux
words-proxy = proxy réseau serveur http mandataire connexion
words-packs = démarrage journaux abonner suivre ajouter
words-opml = flux rss liste abonnements importer exporter
words-notify-on = alertes son bureau
words-notify-quiet = ne pas déranger nuit heures
words-on-close = zone de notification réduire arrière-plan quitter
words-start-at-login = démarrage automatique lancement
words-spare = énergie batterie données mobiles
words-storage = disque espace mémoire
words-cache = disque espace limite mégaoctets
words-keep = conserver supprimer anciens jours nettoyer
words-bag = sauvegarde exporter déplacer profil transférer
words-pack = voyage avion télécharger
words-delete = effacer supprimer réinitialiser
words-single-keys = lettres raccourcis
words-key-preset = profil réinitialiser google reader netnewswire
words-keys = raccourcis touches clavier
words-contacted = pistage serveurs télémétrie requêtes
words-motion = animations transitions
words-toasts = durée délai bandeaux
words-announce = lecteur d’écran voix synthèse vocale
words-version = édition
words-data-folder = profil chemin répertoire
words-log = erreurs bogue
words-versions = mise à jour
words-diagnostics = bogue rapport erreur
words-cmd-settings = préférences options thème sombre police proxy langue configurer
words-cmd-follow = importer opml liste ajouter abonner nouveau flux rss
words-cmd-sync = actualiser recharger synchroniser
words-cmd-export = exporter signets markdown html zip télécharger
words-cmd-import-saved = importer signets lire plus tard
words-cmd-pack-now = voyage avion télécharger
words-cmd-save = signet garder hors ligne lire plus tard favori
words-cmd-save-page = url adresse signet lien
words-cmd-original = navigateur site lien
words-cmd-copy = url adresse presse-papiers
words-cmd-hide = cacher écarter ignorer ne plus voir
words-cmd-mute = bloquer cacher taire filtrer
words-cmd-go-sources = flux dossiers abonnements gérer désabonner renommer
words-cmd-go-saved = signets archive hors ligne
words-cmd-go-activity = erreurs problèmes journal historique
words-cmd-go-search = trouver requête
words-cmd-scope = barre latérale arborescence flux filtrer
words-cmd-place = historique navigation précédent suivant
words-cmd-mark-all = tout vu vider
words-cmd-help = raccourcis clavier aide
words-cmd-focus = distraction plein écran zen
words-cmd-list = panneau colonne
words-cmd-print = papier pdf
words-cmd-read-aloud = voix parole audio
words-cmd-larger = zoom agrandir police
words-cmd-smaller = zoom réduire police
words-cmd-quit = fermer sortir
words-cmd-undo = revenir défaire
words-cmd-redo = refaire répéter
