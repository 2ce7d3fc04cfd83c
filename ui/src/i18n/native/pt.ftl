# O que o programa diz fora da página: notificações, bandeja do sistema e barra de menus. Trata o leitor por “você”.
notify-open = Abrir
notify-private = Uma notícia nova
notify-more =
    { $stories ->
        [one] Mais { $stories } notícia
       *[other] Mais { $stories } notícias
    }
notify-digest =
    { $stories ->
        [one] { $stories } notícia nova
       *[other] { $stories } notícias novas
    }
tray-open = Abrir o Stop Press
tray-unread =
    { $stories ->
        [one] { $stories } notícia não lida
       *[other] { $stories } notícias não lidas
    }
tray-refresh = Buscar notícias novas
tray-pause = Pausar notificações
tray-pause-hour = Por uma hora
tray-pause-tomorrow = Até amanhã
tray-pause-end = Voltar a mostrar notificações
tray-settings = Ajustes…
tray-quit = Sair
pick-folder = Mover a biblioteca para uma pasta
menu-about = Sobre o Stop Press
menu-services = Serviços
menu-hide = Ocultar Stop Press
menu-hide-others = Ocultar outros
menu-show-all = Mostrar tudo
menu-edit = Editar
menu-undo = Desfazer
menu-redo = Refazer
menu-cut = Recortar
menu-copy = Copiar
menu-paste = Colar
menu-select-all = Selecionar tudo
menu-window = Janela
menu-minimize = Minimizar
