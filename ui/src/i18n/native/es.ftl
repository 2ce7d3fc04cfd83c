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
tray-open = Abrir Stop Press
tray-unread =
    { $stories ->
        [one] { $stories } noticia sin leer
       *[other] { $stories } noticias sin leer
    }
tray-refresh = Buscar noticias nuevas
tray-pause = Pausar las notificaciones
tray-pause-hour = Durante una hora
tray-pause-tomorrow = Hasta mañana
tray-pause-end = Mostrar de nuevo las notificaciones
tray-settings = Ajustes…
tray-quit = Salir
pick-folder = Mover la biblioteca a una carpeta
menu-about = Acerca de Stop Press
menu-services = Servicios
menu-hide = Ocultar Stop Press
menu-hide-others = Ocultar las demás
menu-show-all = Mostrar todo
menu-edit = Edición
menu-undo = Deshacer
menu-redo = Rehacer
menu-cut = Cortar
menu-copy = Copiar
menu-paste = Pegar
menu-select-all = Seleccionar todo
menu-window = Ventana
menu-minimize = Minimizar
