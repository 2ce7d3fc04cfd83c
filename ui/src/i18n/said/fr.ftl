# Ce que dit le programme.

## Why a site gave nothing.
said-dns = { $site } est introuvable. L’adresse a peut-être changé.
said-silent = { $site } ne répond pas. Nous réessaierons.
said-no-route = Ce réseau ne mène pas à { $site } pour le moment.
said-tls = La connexion sécurisée à { $site } n’a pas pu être vérifiée : rien n’a été chargé.
said-cut-off = La réponse de { $site } s’est interrompue en route : elle n’a pas été utilisée.
said-too-large = Ce que { $site } a envoyé dépasse 16 Mo : nous nous sommes arrêtés.
said-redirects = { $site } nous fait tourner en rond.
said-private = { $site } mène à une adresse d’un réseau privé : il n’a pas été interrogé.
said-bad-address = { $site } n’est pas une adresse que l’on puisse interroger.
said-refused = { $site } a refusé cette application.
said-sign-in = { $site } demande une connexion.
said-robots = { $site } vérifie d’abord s’il a affaire à un robot ; seul un navigateur passe.
said-not-found = Il n’y a rien à cette adresse de { $site } pour l’instant. Cela arrive à certains sites pendant quelques heures.
said-gone = { $site } a retiré ce flux. Il ne sera plus interrogé.
said-slow-down = { $site } nous a demandé de ralentir. Nous le réinterrogerons plus tard.
said-trouble = { $site } rencontre des difficultés.
said-answered-but = { $site } a répondu, mais { $why }.
said-nothing-came = { $site } a répondu sans rien envoyer.
said-check-cancelled = La vérification de { $site } a été annulée.
said-unreadable = { $site } n’a pas pu être lu : { $why }.
said-by-hand = Cela dure depuis deux semaines : il n’est plus interrogé qu’à la main.
said-kept-one = L’article que nous avons reste là.
said-kept = Les { $count } articles que nous avons restent là.
said-unchanged = Rien n’a été modifié.

## Following.
said-inside = { $site } se trouve dans votre propre réseau ou sur cet ordinateur.
said-no-feed = Nous n’avons trouvé aucun flux sur { $site }. Rien n’a été modifié.
said-candidates = Il y a { $count } possibilités ; { $number } n’en fait pas partie.
said-not-opml = Cette liste d’abonnements ne peut pas être lue : { $why }. Rien n’a été modifié.
said-not-a-list = Ce fichier { $why }. Rien n’a été modifié.
said-search-ended = La recherche a été arrêtée. Rien n’a été modifié.
said-found-gone = Ce qui avait été trouvé à cette adresse n’est plus là. Cherchez à nouveau.
said-list-gone = Cette liste n’est plus là. Choisissez de nouveau son fichier. Rien n’a été modifié.
said-address-taken = Cette adresse est déjà suivie. Rien n’a été modifié.
said-no-other-address = Aucun flux n’a été trouvé sur { $site } à une autre adresse. Rien n’a été modifié.
said-no-pack = Il n’y a pas de sélection nommée { $name }.
said-sign-in-needs = Une connexion demande un nom sans deux-points et un mot de passe.
said-not-secure = La liaison avec { $site } n’est pas sécurisée : le mot de passe pourrait être lu en chemin. Rien n’a été modifié.
said-keychain = Le trousseau de ce système n’a pas pu être ouvert, et les mots de passe ne sont conservés nulle part ailleurs.
said-keychain-long = Ce mot de passe est trop long pour le trousseau de ce système.
said-keychain-several = Le trousseau contient plusieurs entrées pour cette connexion. Supprimez-les là-bas.
said-keychain-linux = Sous Linux, c’est un service comme GNOME Keyring, KWallet ou KeePassXC.
said-no-sign-in = Il n’y a pas de connexion pour { $site }.
said-not-a-proxy = { $site } n’est pas l’adresse d’un proxy : celle-ci commence par http://, https://, socks5:// ou socks5h:// et ne contient pas de mot de passe. Rien n’a été modifié.
said-folder-name = Un dossier a besoin d’un nom. Rien n’a été modifié.
said-place-gone = Cet endroit n’est plus connu ; rouvrez la liste.

## Stories.
said-no-address = La source ne donne pas d’adresse pour cet article.
said-no-comments = La source ne donne pas de commentaires pour cet article.
said-no-talk = La source n’offre pas de commentaires à afficher ici.
said-no-site = Cette source n’indique pas de site.
said-link-gone = Ce lien n’est plus dans l’article ; rouvrez-le.
said-link-nowhere = Ce lien ne mène nulle part.
said-link-kind = Ce type de lien n’est pas ouvert.
said-place = Une position dans un article est comprise entre 0 et 1.
said-no-more = La page n’apporte rien de plus que la source.
said-page = { $site } : { $why }.
said-comments-earlier = Ces commentaires ont été récupérés plus tôt.

## Saving and packing.
said-no-room = Il n’y a plus de place sur le disque pour ses images.
said-not-an-address = Ceci n’est pas une adresse.
said-its-pictures = Images qui n’ont pas pu être récupérées : { $count }.
said-picture = 1 image n’a pas pu être récupérée.
said-pictures = Images qui n’ont pas pu être récupérées : { $count }.
said-many-pictures = Il y a plus de { $count } images.
said-save-later = Il n’y a pas de connexion. L’article sera enregistré à son retour.
said-nothing-to-save = Il n’y avait rien à enregistrer.
said-pack-offline = Il n’y a pas de connexion : rien ne peut être préparé. Ce qui est ici peut être lu.
said-headline-only = Il n’y a pas de texte, seulement le titre.

## Taking out and bringing in.
said-not-written = Le fichier n’a pas pu être écrit : { $why }. Rien n’a été laissé.
said-export-busy = Une autre extraction est en cours ; réessayez dans un instant.
said-nothing-exported = Rien n’a encore été extrait.
said-nothing-to-export = Il n’y a rien à extraire.
said-needs-zip = Plusieurs articles dans ce format demandent un fichier ZIP : donnez un nom qui finit par .zip.
said-none-writable = Aucun de ces articles ne peut être écrit sous cette forme ; rien n’a été extrait.
said-too-many = Cela fait trop d’articles pour un seul fichier.
said-list-file = Une liste d’abonnements arrive sous forme de fichier.
said-saved-file = Une liste d’articles enregistrés arrive sous forme de fichier.
said-look-again = La bibliothèque a changé pendant la question. Regardez à nouveau ; rien n’a été supprimé.
said-memory = C’est plus que ce que la fenêtre peut retenir.
said-bag-empty = Il n’a ni titre, ni adresse, ni texte.
said-bag-missing = Il n’est pas dans le fichier apporté.
said-bag-file = Un fichier de Stop Press arrive sous forme de fichier.
said-any-unchanged = { $why }. Rien n’a été modifié.

## Mutes.
said-mutes-full = Il y a déjà 500 masquages. Supprimez-en un qui ne sert plus.
said-mute-source = Pour masquer une source, il faut la source.
said-mute-word = Il n’y a là aucun mot à masquer.
said-rules-full = Il y a déjà 500 règles. Retirez-en une qui ne sert plus.
said-rule-source = Une règle pour une source a besoin de la source.
said-rule-word = Il n’y a là aucun mot à chercher.
said-mute-days = Un masquage dure de 1 à 3 650 jours, ou jusqu’à sa suppression.

## The library.
said-busy = Un autre Stop Press vérifie les sources en ce moment ; rien n’a été modifié, réessayez dans un instant.
said-inner = Une erreur s’est produite dans Stop Press : { $name }
said-library = La bibliothèque n’a pas pu être lue ou écrite : { $name }
said-disk-full = Il n’y a plus de place sur le disque : rien n’a été modifié. Tout ce qui était gardé reste.
said-read-only = La bibliothèque ne peut pas être modifiée : { $why }.
said-no-folder = Le dossier de la bibliothèque n’a pas pu être créé : { $name }
said-missing = Dans la bibliothèque, il manque { $why }.
said-damaged-story = Un article gardé n’a pas pu être relu : { $name }
said-little-room = Il n’y a pas assez de place sur le disque pour une copie de la bibliothèque : il faut { $count } Mo. Rien n’a été modifié.
said-recovered = Votre bibliothèque était endommagée. Elle a été reconstituée { $why } : sources { $sources }, articles enregistrés { $saved }. Le fichier endommagé est gardé dans le même dossier sous le nom { $name }.
said-moved = Votre bibliothèque a été déplacée vers { $name }, qui n’est pas là pour le moment. Branchez ce disque et relancez Stop Press. Rien n’a été modifié.
said-damaged = Le fichier de votre bibliothèque est endommagé. Relancez Stop Press : il rassemblera ce qui peut être sauvé.
said-damaged-open = Le fichier de votre bibliothèque est endommagé, et Stop Press l’a ouvert ailleurs. Fermez tous les Stop Press et relancez-le : il rassemblera ce qui peut être sauvé.

## The system.
said-no-downloads = Ce système n’indique pas de dossier pour les fichiers : { $name }.
said-folder-closed = Le dossier n’a pas pu être ouvert : { $name }.
said-print = La fenêtre d’impression n’a pas pu être ouverte : { $name }.
said-no-menus = Ce ne sont pas des menus de la fenêtre.
said-not-closed = La fenêtre n’a pas pu être fermée : { $name }.
said-browser = Le navigateur du système n’a pas pu être ouvert : { $name }.

## New versions of the program.
said-versions-not-a-list = Ce que { $site } a envoyé n’est pas une liste de versions.
said-versions-no-version = { $site } annonce quelque chose qui n’est pas une version.
said-versions-older = { $site } annonce une version plus ancienne que celle-ci.
said-versions-not-signed = Le paquet de la nouvelle version n’est pas signé par les auteurs de Stop Press.
said-versions-altered = Le paquet de la nouvelle version n’est pas ce qui a été signé.
said-versions-another = Le paquet a été signé comme une autre version que celle annoncée.
said-versions-other-system = Ce paquet n’est pas destiné à ce système.
said-versions-none-here = Il n’y a pas de paquet de la nouvelle version pour ce système.
said-versions-elsewhere = La nouvelle version se trouve là où aucune version de Stop Press ne se trouve.
said-versions-not-secure = Le paquet de la nouvelle version ne se trouve pas à une adresse sécurisée.
said-versions-too-much = { $site } a envoyé plus que ne peut peser une nouvelle version, nous nous sommes donc arrêtés.
said-versions-newest = C’est la version la plus récente.
said-versions-nothing = Rien n’a été installé.
said-versions-by-packages = Les paquets de votre système apportent les nouvelles versions de ce Stop Press.
said-versions-failed = La nouvelle version n’a pas pu être installée : { $why }. Celle-ci reste.
said-voice-gone = La voix du système ne répond pas.
said-voice-much = C’est plus qu’une phrase.

## Parts of sentences: why, and what.
why-feed-empty = la réponse est vide
why-not-a-feed = ce n’est pas un flux mais { $why }
why-feed-large = le flux dépasse { $count } Mio
why-feed-fault = le flux n’a pas pu être lu à cause d’un défaut du lecteur
why-list-empty = le fichier est vide
why-not-opml = ce n’est pas une liste d’abonnements (OPML)
why-list-large = la liste dépasse { $count } Mio
why-no-address = aucune adresse n’a été donnée
why-long-address = l’adresse dépasse { $count } Kio
why-scheme = seules les adresses http et https peuvent être suivies, pas { $name }:
why-user-info = une adresse qui contient un nom d’utilisateur ou un mot de passe n’est pas suivie
why-not-an-address = ce n’est pas une adresse web
why-file-empty = est vide
why-not-a-list = n’est pas une liste d’articles enregistrés mais { $why }
why-feeds = est une liste de flux : importez-la comme abonnements
why-file-large = dépasse { $count } Mio
why-file-fault = n’a pas pu être lu à cause d’un défaut du lecteur
why-paywall = ne montre que le début de cet article à qui n’est pas abonné
why-challenge = veut vérifier le navigateur avant de montrer cet article
why-consent = demande un consentement avant de montrer cet article
why-no-article = a donné une page où aucun article n’a été trouvé
why-page-large = a donné une page trop grande pour être lue
why-page-empty = a donné une page vide
why-not-a-page = a donné autre chose qu’une page web
why-insecure = il mène d’une adresse sécurisée à une adresse qui ne l’est pas
why-proxy = le proxy de ce réseau demande une connexion
why-request = la demande a échoué
why-other-program = un autre programme l’utilise ; réessayez dans un instant
why-file-read-only = son fichier ou son dossier est en lecture seule
why-newer = elle a été écrite par un Stop Press plus récent ; tout peut être lu, mettez l’application à jour pour la modifier
why-older = elle a été écrite par un Stop Press plus ancien et doit être mise à jour une fois, là où elle peut être écrite
why-many-damaged = il y a trop de bibliothèques endommagées à côté
why-from-copy = à partir de la dernière bonne copie et de ce qui pouvait encore être lu
why-from-rest = à partir de ce qui pouvait encore être lu
why-sign-in-page = une page de connexion
why-robot-page = une page qui vérifie s’il y a un robot
why-web-page = une page web
why-json = un autre type de JSON
why-subscriptions = une liste d’abonnements
why-sitemap = un plan de site
why-xml = un autre type de XML
why-plain-text = du texte brut
why-not-a-picture = ce n’est pas une image
why-picture-large = l’image est trop grande
why-picture-damaged = l’image est endommagée
why-picture-pixels = l’image a trop de pixels
why-not-zip = Ce fichier n’est pas un fichier ZIP lisible
why-many-files = Il contient trop de fichiers
why-odd-name = Un nom dans ce fichier est illisible
why-leads-out = Un nom dans ce fichier mène hors de celui-ci : il n’a pas été ouvert
why-newer-file = Il a été écrit par un Stop Press plus récent ; mettez l’application à jour pour le reprendre
why-foreign-zip = Ce fichier ZIP n’a pas été écrit par Stop Press
why-locked = Il est endommagé ou protégé par un mot de passe
why-damaged = Il est endommagé
why-large-part = Une partie dépasse tout ce que Stop Press écrit
why-not-ours = { $name } n’y est pas ce que Stop Press écrit
why-part-missing = Il y manque { $name }
why-not-opened = { $name } n’a pas pu être ouvert : { $why }
why-only-followed = seuls http et https peuvent être suivis
what-page-row = la ligne d’où continuer
what-feed = cette source
what-unnamed-folder = un dossier sans nom
what-folder = ce dossier
what-mute = ce masquage
what-rule = cette règle
what-saved = cet article enregistré
what-article = cet article
said-file-unreadable = Ce fichier ne peut pas être lu.
said-no-plain-file = Ce n’est pas un fichier.
said-file-too-large = Ce fichier est trop gros pour être une liste de sources.
said-no-file-waits = Il n’y a aucun fichier à ouvrir.
