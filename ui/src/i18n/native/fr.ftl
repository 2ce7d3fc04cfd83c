# Ce que le programme dit hors de sa page : dans les notifications.
notify-open = Ouvrir
notify-private = Un nouvel article
notify-more =
    { $stories ->
        [one] { $stories } autre article
       *[other] { $stories } autres articles
    }
notify-digest =
    { $stories ->
        [one] { $stories } nouvel article
       *[other] { $stories } nouveaux articles
    }
tray-open = Ouvrir Stop Press
tray-unread =
    { $stories ->
        [one] { $stories } article non lu
       *[other] { $stories } articles non lus
    }
tray-refresh = Chercher de nouveaux articles
tray-pause = Suspendre les notifications
tray-pause-hour = Pendant une heure
tray-pause-tomorrow = Jusqu’à demain
tray-pause-end = Afficher de nouveau les notifications
tray-settings = Réglages…
tray-quit = Quitter
pick-folder = Déplacer la bibliothèque vers un dossier
menu-about = À propos de Stop Press
menu-services = Services
menu-hide = Masquer Stop Press
menu-hide-others = Masquer les autres
menu-show-all = Tout afficher
menu-edit = Édition
menu-undo = Annuler
menu-redo = Rétablir
menu-cut = Couper
menu-copy = Copier
menu-paste = Coller
menu-select-all = Tout sélectionner
menu-window = Fenêtre
menu-minimize = Réduire
