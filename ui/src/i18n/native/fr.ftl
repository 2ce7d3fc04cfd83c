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
