# Lo que el programa dice fuera de su página: en las notificaciones.
notify-open = Abrir
notify-private = Una noticia nueva
notify-more =
    { $stories ->
        [one] { $stories } noticia más
       *[other] { $stories } noticias más
    }
notify-digest =
    { $stories ->
        [one] { $stories } noticia nueva
       *[other] { $stories } noticias nuevas
    }
