# Las palabras de la ventana en español.

app-name = Stop Press
skip-stories = Ir a las noticias
skip-article = Ir al artículo
views = Vistas
live = En directo
saved = Guardadas
sources = Fuentes
settings = Ajustes
close = Cerrar
cancel = Cancelar
undo = Deshacer

## Live
live-region = En directo, { $scope }
all-sources = todas las fuentes
filters = Filtros
chip-all = Todas
chip-unread = Sin leer
mark-all-read = Marcar todas como leídas
stories-newest-first = Noticias, primero las más recientes
today = Hoy
yesterday = Ayer
new-pill = { $count ->
    [one] Mostrar 1 noticia nueva
   *[other] Mostrar { $count } noticias nuevas
}
new-pill-short = { $count ->
    [one] 1 nueva
   *[other] { $count } nuevas
}
new-pill-many = Más de 99 nuevas
new-announced = { $count ->
    [one] 1 noticia nueva
   *[other] { $count } noticias nuevas
}
last-updated = Actualizado a las { $time }
row-unread = sin leer
row-saved = guardada
row-stored-full = almacenada con imágenes
row-stored-text = texto almacenado
row-stored-headline = solo el titular
row-time = { $date }, { $zone }
row-seen = { $date }, { $zone }, vista: { $seen }
none-unread-title = Nada por leer
none-unread = Ya lo ha leído todo aquí. Las noticias nuevas irán llegando solas.
show-all = Mostrar todas
show-read = Mostrar también las leídas
older-loading = Pidiendo noticias anteriores
older-came = { $count ->
    [one] Ha llegado 1 noticia anterior
   *[other] Han llegado { $count } noticias anteriores
}
older-none = El editor no tenía nada anterior
none-source = Esta fuente todavía no ha traído ninguna noticia.
none-muted-title = Nada silenciado hoy
none-muted = Lo que sus silencios apartan de En directo queda aquí un día, igual que lo que usted oculta.
scope = Noticias de
list-width = Ancho de la lista
scope-all = Todas las fuentes
scope-unread = { $scope }, solo sin leer
scope-muted = Silenciadas hoy
folders = Carpetas
languages = Lenguas
more-from = { $count } más de { $source }
press-to-show = Intro las muestra
you-were-here = Se quedó aquí a las { $time }
selected-count = { $count ->
    [one] 1 noticia seleccionada
   *[other] { $count } noticias seleccionadas
}
selected-of = { $count } de { $total } seleccionadas
end-farther = Noticia { $place } de { $total }. Pulse otra vez para seguir
unsave = Quitar de Guardadas
story-mark-read = Marcar como leída
story-mark-unread = Marcar como no leída
more-actions = Más
story-menu = Qué hacer con esta noticia
none-folder-title = Todavía no hay noticias aquí
none-folder = Las fuentes de esta carpeta todavía no han traído ninguna noticia.
none-language = Las fuentes en esta lengua todavía no han traído ninguna noticia.
first-story = Su primera noticia aparecerá aquí.
live-failed = No se han podido cargar las noticias
try-again = Reintentar
find-address = Buscar su nueva dirección
choose-feed = Elegir otro canal
change-address = Cambiar la dirección
address-lead = Las noticias de { $title } se quedan. Solo cambia de dónde vienen.
address-searching = Buscando { $title } en { $host }
address-answers = Vuelve a responder en su propia dirección. Compruébela ahora.
address-use = Usar esta dirección
address-changed = { $title } tiene una nueva dirección

## foot
foot-none = Todavía no hay fuentes
foot-sources = { $count ->
    [one] 1 fuente
   *[other] { $count } fuentes
}
foot-checked = { $count ->
    [one] 1 fuente, consultada a las { $time }
   *[other] { $count } fuentes, consultadas a las { $time }
}
foot-next-check = Próxima consulta { $time }
foot-attention = { $count ->
    [one] 1 por revisar
   *[other] { $count } por revisar
}
foot-offline = Sin conexión, actualizado a las { $time }
foot-offline-never = Sin conexión
foot-checking = Consultando { $done } de { $total }
foot-starting = Consultando
foot-nothing-new = Nada nuevo
foot-back = De nuevo en línea
stop-checking = Dejar de consultar
foot-packing = Preparando { $done } de { $total }
foot-packing-starting = Preparando
stop-packing = Dejar de preparar
banner-title = Está sin conexión.
banner-sign-in = Esta red pide iniciar sesión.
open-browser = Abrir el navegador
banner-text = Todo lo que guardó está aquí, junto con { $count ->
    [one] 1 noticia reciente.
   *[other] { $count } noticias recientes.
}
banner-dismiss = Ocultar

## article
article = Artículo
article-tools = Artículo
look = Aspecto de los artículos
previous-story = Noticia anterior
next-story = Noticia siguiente
position = { $index } de { $total }
back-to = { $view }
save = Guardar
copy-link = Copiar el enlace
link-copied = Enlace copiado
link-not-copied = No se ha podido copiar el enlace
open-original = Abrir el original
full-story = Texto completo
show-full = Mostrar el texto completo
show-feed = Mostrar el texto de la fuente
fetching-full = Descargando el texto completo…
stop-waiting = No esperar al texto completo
feed-text-note = Se muestra el texto que ofrece la fuente.
images-hidden = { $count ->
    [one] 1 imagen sin mostrar.
   *[other] { $count } imágenes sin mostrar.
}
show-images = Mostrar las imágenes
tags = Etiquetas
tag-add = Añadir etiqueta
tag-remove = Quitar la etiqueta { $tag }
comments = Comentarios
comments-count = Comentarios ({ $count })
comments-at-source = En la fuente
comments-close = Cerrar los comentarios
edited-at = editado { $time }
changes = Qué ha cambiado
changes-close = Cerrar los cambios
changes-none = No consta ningún cambio.
diff-removed = quitado:
diff-added = añadido:
comments-loading = Descargando los comentarios…
comments-none = Todavía no hay comentarios.
comments-kept = Guardados el { $date }.
comments-more = La fuente tiene más.
comments-show-more = Mostrar { $count } más
comment-nobody = Sin nombre
comment-answer = Respuesta, nivel { $depth }
comments-outside = { $label }, se abre en el navegador
following = Siguiendo
follow = Seguir
minutes = { $count } min de lectura
moment = { $date }, { $time }
long-date = { $weekday }, { $date }
day-named = { $name }, { $date }
state-complete = Guardada, con imágenes
state-partial = { $count ->
    [0] Guardada, faltan imágenes
    [one] Guardada, falta 1 imagen
   *[other] Guardada, faltan { $count } imágenes
}
state-saving = Guardando…
state-waiting = Esperando conexión
state-failed = No se ha podido guardar
state-failed-because = No se ha podido guardar, { $reason }
state-failed-sentence = No se ha podido guardar. { $reason }
image-missing = { $count ->
    [one] Esta imagen no está almacenada.
   *[other] Estas { $count } imágenes no están almacenadas.
}
image-missing-more = { $count ->
    [one] Se descargará cuando vuelva la conexión.
   *[other] Se descargarán cuando vuelva la conexión.
}
image-missing-saving = { $count ->
    [one] Se está descargando.
   *[other] Se están descargando.
}
image-missing-refused = { $count ->
    [one] Su sitio no la entregó.
   *[other] Su sitio no las entregó.
}
table-region = Tabla { $nth }
table-named = Tabla, { $caption }
code-region = Código { $nth }
code-wrap = Ajustar las líneas
enlarge = Ampliar la imagen
enlarge-named = Ampliar la imagen, { $alt }
image = Imagen
image-next = Imagen siguiente
image-previous = Imagen anterior
image-save = Guardar la imagen
image-copy-address = Copiar la dirección de la imagen
image-saved = La imagen está en { $name }, en { $folder }
image-link = Abrir el enlace de esta imagen
zoom-in = Más grande
zoom-out = Más pequeño
note = Nota
continued-at = Continúa al { $percent } %
from-the-top = Desde el principio
go-back = Volver adonde estaba
find-in-article = Buscar en el artículo
find-next = Pasaje siguiente
find-previous = Pasaje anterior
find-none = Nada encontrado
find-at = { $index } de { $total }
selection = Texto seleccionado
copy = Copiar
share = Compartir
copy-headline = Copiar el titular y el enlace
copy-markdown = Copiar como Markdown
markdown-copied = Copiado como Markdown
headline-copied = Titular y enlace copiados
share-clean = Los enlaces se copian sin rastreadores.
play-image = Animar
stop-image = Detener
copy-quote = Copiar con la fuente
search-words = Buscar estas palabras
listen-here = Escuchar desde aquí
mute-phrase = Silenciar «{ $words }»…
passage-copied = Texto copiado
quote-copied = Copiado con su fuente
not-copied = No se ha podido copiar
pick-title = Elija una noticia
pick-text = Se abre aquí y, una vez guardada, puede leerse sin conexión.
nothing-title = Todavía no hay nada que leer
nothing-text = Siga un sitio y sus noticias aparecerán aquí, primero las más recientes.
press-key = en cualquier momento
press = Pulse
gone-title = Esta noticia ya no está aquí
gone-text = Puede que ya no siga su fuente. Todo lo que guardó sigue en Guardadas.
failed-title = No se ha podido abrir esta noticia

## saved
saved-region = Noticias guardadas
saved-list = Noticias guardadas, { $order }
saved-order = Orden de las noticias guardadas
order-newest = Últimas guardadas
order-oldest = Primeras guardadas
order-published = Fecha de publicación
order-length = Primero las más cortas
order-title = Titular
order-source = Fuente
tagged = con las etiquetas { $tags }
save-page = Guardar una página
save-page-address = Dirección de la página
save-page-hint = ejemplo.org/una-noticia
save-page-contact = Stop Press descargará esta página de { $host } y sus imágenes
save-page-saving = Guardando la página de { $host }
save-page-drop = Suelte un enlace para guardar su página
find-saved = Buscar en Guardadas
not-complete = Incompletas
this-week = Esta semana
earlier = Antes
no-date = Sin fecha
saved-total = { $count ->
    [one] 1 noticia, { $size }
   *[other] { $count } noticias, { $size }
}
saved-incomplete = { $count ->
    [one] 1 incompleta
   *[other] { $count } incompletas
}
saved-none-title = Todavía no hay nada guardado
saved-none = Pulse s en cualquier noticia. Su texto y sus imágenes se quedan aquí, también sin conexión. Cualquier página puede guardarse por su dirección.
saved-none-filter-title = Nada por aquí
saved-none-filter = Ninguna noticia guardada corresponde a este filtro.

## export
export = Exportar
export-what = Qué noticias
export-what-story = Esta noticia
export-what-marked = Las seleccionadas
export-what-shown = Todas las que se muestran
export-what-saved = Todo lo guardado
export-format = Como
export-format-epub = Libro
export-format-epub-hint = EPUB, para lectores electrónicos y aplicaciones de lectura
export-format-html = Páginas
export-format-html-hint = HTML con sus imágenes dentro; si son varias, en un archivo ZIP
export-format-markdown = Markdown
export-format-markdown-hint = Texto con sus imágenes al lado, para notas
export-format-bookmarks = Marcadores
export-format-bookmarks-hint = Direcciones y etiquetas, para navegadores y otras aplicaciones
export-start = Exportar
export-starting = Escribiendo el archivo
export-progress = Escribiendo { $done } de { $total }
export-cancelling = Terminando
export-goes-on = Puede cerrar este diálogo y seguir leyendo.
export-stop = Detener
export-cancelled = Lo detuvo antes del final. No se ha escrito ningún archivo.
export-done = { $count ->
    [one] { $count } noticia está en { $name }
   *[other] { $count } noticias están en { $name }
}
export-left-out = { $count ->
    [one] { $count } noticia no se ha podido tomar.
   *[other] { $count } noticias no se han podido tomar.
}
export-missing-images = { $count ->
    [one] { $count } imagen no está dentro.
   *[other] { $count } imágenes no están dentro.
}
export-show = Mostrar en la carpeta
cmd-export = Exportar noticias a un archivo

## sources
follow-a-source = Seguir una fuente
import-opml = Importar OPML
export-opml = Exportar OPML
browse-packs = Ver las selecciones
source = Fuente
health = Estado
last-story = Última noticia
a-week = Por sem.
source-language = Lengua
source-told = con avisos
checked = Última consulta
unread = Sin leer
sources-by-folder = Fuentes por carpeta
without-folder = Sin carpeta
needs-attention = Requiere atención
working = Funciona
trouble-dns = No se encuentra su dirección
trouble-silent = No responde desde { $day }
trouble-forbidden = Rechaza esta aplicación
trouble-sign-in = Pide iniciar sesión
trouble-challenge = Solo deja pasar a navegadores
trouble-not-found = No está en su dirección
trouble-gone = El editor ha retirado este canal
trouble-wait = Más despacio, a petición suya
trouble-server = Con dificultades desde { $day }
trouble-tls = Su conexión no es segura
trouble-not-a-feed = Ya no es un canal
trouble-other = Con problemas desde { $day }
source-details = Sobre esta fuente
address = Dirección
site = Sitio
folder = Carpeta
next-check = Próxima consulta
stories = Noticias
stories-unread = { $articles }, { $unread } sin leer
stories-since = noticias desde el { $day }
never = Nunca
open-site = Abrir el sitio
publisher-places = Dónde más seguir
publisher-looking = Consultando la página del editor
publisher-none = La página del editor no nombra ningún otro lugar.
publisher-note = Hallado en la página del editor. Cada uno se abre en su navegador.
cmd-publisher = Dónde más se puede seguir al editor
place-site = Sitio web
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
place-newsletter = Boletín
place-podcast = Pódcast
place-github = GitHub
place-other = En otro lugar
check-now = Consultar ahora
unfollow = Dejar de seguir
repaired = Reparado: { $repairs }
unfollowed = { $kept ->
    [0] Ya no sigue { $title }
    [one] Ya no sigue { $title }, queda 1 noticia guardada
   *[other] Ya no sigue { $title }, quedan { $kept } noticias guardadas
}
pick-source = Elija una fuente para ver su dirección, su estado y cuándo se volverá a consultar.
text-of-stories = Texto de sus noticias
text-auto = Según convenga
text-feed = Texto del canal
text-full = Texto completo
text-measured-short = Esta fuente solo da los comienzos.
text-measured-whole = Esta fuente da las noticias completas.
text-measured-none = Aún no se sabe cuánto da esta fuente.
text-now-full = Los textos completos se descargan de sus páginas.
text-now-feed = Se muestra su propio texto.
sources-none-title = Todavía no hay fuentes

health-paused = En pausa
health-quiet = En silencio desde { $day }
quiet-since = Nada nuevo desde { $day }.
quiet-keep = Mantener
quiet-kept = { $title } sigue entre sus fuentes
health-repaired = Funciona, reparada
quiet-for-months = Meses en silencio
many-stories = Muchas noticias
not-in-live = Fuera del directo
find-source = Buscar una fuente
no-source-found = Ninguna fuente coincide.
marked-sources = Fuentes marcadas
sources-marked = { $count ->
    [one] 1 fuente marcada
   *[other] { $count } fuentes marcadas
}
clear-marks = Quitar las marcas
move-to = Mover a…
moved-to = { $count ->
    [one] 1 fuente movida a { $folder }
   *[other] { $count } fuentes movidas a { $folder }
}
moved-out = { $count ->
    [one] 1 fuente sacada de su carpeta
   *[other] { $count } fuentes sacadas de sus carpetas
}
name = Nombre
new-folder = Carpeta nueva
new-folder-more = Carpeta nueva…
new-folder-hint = Una barra la pone dentro de otra carpeta: Tecnología/Noticias.
top-level = En ninguna otra carpeta
folder-moved-to = Carpeta { $name } movida a { $folder }
folder-moved-out = Carpeta { $name } sacada de su carpeta
folder-in = en { $folder }
show-in-live = Mostrar en directo
rename-more = Cambiar nombre…
copy-address = Copiar la dirección
address-copied = Dirección copiada
notify-stop = No avisarme
full-by-default = Texto completo por defecto
full-as-needed = Texto completo solo según convenga
rename-source = Cambiar el nombre de esta fuente
rename-source-hint = Sin nombre, vuelve a llevar el del editor.
rename-folder = Cambiar el nombre de esta carpeta
rename-this-folder = Cambiar el nombre de la carpeta { $folder }
delete-this-folder = Eliminar la carpeta { $folder } y conservar sus fuentes
folder-deleted = { $count ->
    [one] Carpeta { $folder } eliminada, se conserva 1 fuente
   *[other] Carpeta { $folder } eliminada, se conservan { $count } fuentes
}
renamed = Nombre cambiado
unfollowed-many = { $count ->
    [one] Ya no sigue 1 fuente
   *[other] Ya no sigue { $count } fuentes
}
out-of-live = Dejar fuera del directo
sources-so-far = { $done } de { $total }
source-changed = Ajustes de { $title } cambiados
sources-changed = { $count ->
    [one] 1 fuente cambiada
   *[other] { $count } fuentes cambiadas
}
sources-checked = { $count ->
    [one] 1 fuente comprobada
   *[other] { $count } fuentes comprobadas
}
sources-told = { $count ->
    [one] Avisos de 1 fuente
   *[other] Avisos de { $count } fuentes
}
sources-not-told = { $count ->
    [one] Sin más avisos de 1 fuente
   *[other] Sin más avisos de { $count } fuentes
}
sources-refused = { $done }. { $count ->
    [one] No se pudo con 1: { $names }
   *[other] No se pudo con { $count }: { $names }
}
text = Texto
text-is-full = Completo
text-is-summary = Resumen
text-is-feed = Tal cual
source-interval = Frecuencia
interval-auto = Como siempre
interval-15m = Cada 15 min
interval-1h = Cada hora
interval-6h = Cada 6 horas
interval-daily = Una vez al día
interval-paused = Nunca
source-images = Imágenes
source-images-inherit = Como siempre
source-images-never = Solo cuando las pida
source-images-opened = Al abrir una noticia
source-direction = Dirección del texto
direction-more = Dirección del texto…
direction-auto = La del texto
direction-ltr = De izquierda a derecha
direction-rtl = De derecha a izquierda
in-live = Mostrar en el directo
in-live-hint = Si no, sus noticias solo aparecen en su carpeta.
source-keep = Las noticias se quedan
source-most = Como máximo
most-any = Todas las que haya
most-100 = Las 100 más recientes
most-500 = Las 500 más recientes
most-2000 = Las 2000 más recientes
most-own = Las { $count } más recientes

## search
search = Buscar
search-everything = Buscar en todo lo que hay aquí
search-results = Resultados
search-nothing = Nada para «{ $query }»
search-meant = ¿Quería decir «{ $words }»?
search-recent = Búsquedas recientes
recent-forget = Olvidar { $words }
recent-forget-all = Olvidar todo
recent-forgotten = Olvidado
search-keep = Guardar como filtro
search-forget = Quitar este filtro
search-kept = Tus filtros
search-kept-done = Filtro guardado
search-forgotten = Filtro quitado
search-kept-full = Caben { $count } filtros. Quite antes uno.
syntax-source = solo de una fuente
syntax-saved = solo lo guardado
syntax-unread = solo lo que no ha leído
syntax-before = anterior a un día
syntax-phrase = estas palabras juntas
syntax-without = sin esta palabra
syntax-phrase-sample = "tren nocturno"
syntax-without-sample = -fútbol
filter-source = de { $value }
filter-folder = en la carpeta { $value }
filter-lang = en { $value }
filter-tag = con la etiqueta { $value }
filter-in = en Guardadas
filter-is = sin leer
filter-before = antes de { $value }
filter-after = desde { $value }
filter-remove = Quitar el filtro: { $filter }
filters-clear = Quitar los filtros
search-clear = Borrar la búsqueda
search-none = Ningún resultado
search-anywhere = inicia una búsqueda desde cualquier lugar
filter-add = Filtro
filter-add-name = Añadir un filtro
search-elsewhere = { $count } en Guardadas, { $everywhere } en todas partes
search-elsewhere-more = { $count } en Guardadas, al menos { $everywhere } en todas partes
search-everywhere = Buscar en todas partes
filter-week = Los últimos 7 días
filter-month = Los últimos 30 días
search-looking = { $count ->
    [0] Buscando en artículos más antiguos
    [one] { $count } resultado; buscando en artículos más antiguos
   *[other] { $count } resultados; buscando en artículos más antiguos
}
search-more = Los primeros { $count } resultados
search-pick-title = Elija una noticia para leerla aquí
search-pick = La búsqueda recorre todo lo guardado en este ordenador, también sin conexión.
cmd-search = Buscar en todo lo que hay aquí
search-count = { $count ->
    [one] 1 resultado
   *[other] { $count } resultados
}

## activity
activity = Actividad
activity-log = Lo que ha pasado
activity-now = Ahora
activity-checking = Consultando las fuentes
activity-new = Noticias nuevas
activity-failed = Problemas
activity-incomplete = No guardadas del todo
activity-saved = { $count ->
    [one] 1 noticia guardada
   *[other] { $count } noticias guardadas
}
activity-saves-wait = { $count ->
    [one] 1 noticia se guardará cuando haya conexión
   *[other] { $count } noticias se guardarán cuando haya conexión
}
attention-none = Nada requiere su atención.
recent = Reciente
recent-none = Todavía nada por aquí.
since = Desde { $moment }
try-now = Probar ahora
manage-storage = Gestionar el espacio
details = Detalles
copy-log = Copiar el registro
log-copied = Registro copiado
check-offline = Sin conexión
checks-offline = Sin conexión: { $count ->
    [one] 1 fuente
   *[other] { $count } fuentes
}
activity-waiting = Pidieron esperar
next-check-at = Próxima consulta: { $moment }
check-moved = Dirección actualizada
check-merged = Otra fuente se ha trasladado aquí y ahora forma parte de esta
checks-quiet =
    { $count ->
        [one] Una fuente comprobada, nada nuevo
       *[other] { $count } fuentes comprobadas, nada nuevo
    }
check-new = { $count ->
    [one] 1 noticia nueva
   *[other] { $count } noticias nuevas
}
check-updated = Noticias actualizadas
last-days = Últimos { $count } días
read-by-you = Leídas por usted
days-words = { $count } noticias, como máximo { $most } al día, { $today } hoy
days-today = hoy, { $count }
last-checks = Últimas consultas
stored-images = Imágenes no guardadas
stored-of = { $size } de { $most }
stored-texts = Textos de las noticias
stored-library = Toda la biblioteca
stored-free = Libre en este disco
clean-up = Hacer sitio
cleaned-up = { $size } liberados. No se ha tocado nada de lo guardado.
cleaned-up-old = { $stories ->
    [one] { $size } liberados, con { $stories } noticia antigua. No se ha tocado nada de lo guardado.
   *[other] { $size } liberados, con { $stories } noticias antiguas. No se ha tocado nada de lo guardado.
}
cmd-activity = Actividad

## follow dialog
follow-address = Dirección del sitio o del canal
follow-hint = ejemplo.org
follow-contact = Stop Press contactará con { $host } y con nadie más
follow-looking = Buscando canales en { $host }
follow-found = { $count ->
    [one] 1 canal encontrado
   *[other] { $count } canales encontrados
}
follow-which = Canal
follow-already = Ya sigue { $title }
follow-done = { $count ->
    [one] Ahora sigue { $title }, 1 noticia añadida
   *[other] Ahora sigue { $title }, { $count } noticias añadidas
}
follow-empty = Escriba antes una dirección
follow-anyway = Mirar de todos modos
follow-look = Mirar
follow-show = Mostrarla
follow-suggested = Fuentes de los paquetes
follow-clipped = Del portapapeles
follow-choose-word = Elija una de estas o escriba una dirección
follow-no-word = Ningún paquete tiene esto. Escriba la dirección de un sitio.
follow-drop = Suelte un enlace para seguir su sitio
look-preview = Vista previa
look-newest = última noticia { $when }
look-nothing = todavía sin noticias
look-per-day = { $count ->
    [one] alrededor de 1 al día
   *[other] alrededor de { $count } al día
}
look-per-week = { $count ->
    [one] alrededor de 1 por semana
   *[other] alrededor de { $count } por semana
}
look-per-month = { $count ->
    [one] alrededor de 1 al mes
   *[other] alrededor de { $count } al mes
}
look-quiet = nada desde hace un mes
look-whole = texto completo
look-summary = solo el comienzo

## welcome and packs
welcome-title = ¿Qué quiere seguir?
welcome-lead = Tres maneras de empezar. Toda fuente puede cambiarse o quitarse después, y no se contacta con nadie hasta que pulse Seguir.
welcome-pack = Elegir una selección
welcome-packs = Selecciones
pack-about = { $count ->
    [one] 1 fuente
   *[other] { $count } fuentes
}, { $about }
list-comma = {", "}
pack-languages = Lenguas de las selecciones
pack-region = Región
all-regions = Todas las regiones
packs-none = Ninguna selección es de estas lenguas y esta región.
pack-world = Mundo
pack-world-about = de seis continentes
pack-europe = Europa
pack-europe-about = en inglés y otras seis lenguas
pack-maghreb = Marruecos y el Magreb
pack-maghreb-about = en árabe, francés e inglés
pack-spain = España
pack-spain-about = prensa nacional y regional
pack-france = Francia
pack-france-about = prensa y emisoras de todas las tendencias
pack-germany = Alemania
pack-germany-about = prensa y emisoras de todas las tendencias
pack-technology = Tecnología
pack-technology-about = industria, política y máquinas
pack-science = Ciencia
pack-science-about = revistas, institutos y reporteros
pack-business = Economía
pack-business-about = mercados, empresas y trabajo
pack-sport = Deportes
pack-sport-about = fútbol y todo lo demás
pack-culture = Cultura
pack-culture-about = libros, cine, música y arte
pack-arabic = En árabe
pack-arabic-about = emisoras y periódicos de muchos países
pack-portuguese = Brasil y Portugal
pack-portuguese-about = prensa y emisoras de ambos países
pack-japan = Japón
pack-japan-about = emisoras, periódicos y revistas
pack-chinese = En chino
pack-chinese-about = emisoras y periódicos de muchos países
pack-some = { $names } y { $count } más
type-address = Escribir una dirección
type-address-hint = Un sitio, la dirección de un canal o palabras para buscar en los paquetes
bring-list = Traer su lista
bring-list-hint = Un archivo OPML de otro lector conserva sus carpetas
take-list = Llevarse su lista
take-list-hint = Un archivo OPML en su carpeta de descargas: otros lectores lo entienden, y conserva carpetas y nombres
drop-file = Suelte aquí un archivo
choose-file = Elegir un archivo
contacted = Con quién se contactará
contacted-none = Con nadie todavía. Elija una selección, escriba una dirección o traiga una lista.
contacted-count = { $count ->
    [one] Con este único sitio y nadie más.
   *[other] Con estos { $count } sitios y nadie más.
}
contacted-list = Lista de sitios
contacted-typed = Escrito por usted
contacted-unchecked = No hemos comprobado estas direcciones. Algunas pueden haber cambiado.
contacted-file = Una lista nombra sus propios sitios. Se contacta con ellos en cuanto elija el archivo.
sites = { $count ->
    [one] 1 sitio
   *[other] { $count } sitios
}
skip-empty = Omitir y empezar sin nada
follow-sources = { $count ->
    [one] Seguir 1 fuente
   *[other] Seguir { $count } fuentes
}
working-on-it = Suscribiendo, puede tardar un momento
import-title = Sus fuentes ya están aquí
list-title = Antes de añadirla
list-new = { $count ->
    [one] 1 fuente nueva
   *[other] { $count } fuentes nuevas
}
list-already = { $count ->
    [one] 1 ya se sigue
   *[other] { $count } ya se siguen
}
list-all = Todas
list-none = Ninguna
list-followed = ya se sigue
list-twice = está en otra carpeta
list-taking = { $done } de { $total } tomadas
list-cancelling = Terminando
list-stop = Detener
list-ended = Lo terminó antes. Lo que se tomó hasta entonces se sigue.
list-more = { $count ->
    [one] y 1 más, que va con su carpeta
   *[other] y { $count } más, que van con su carpeta
}
import-added = { $count ->
    [one] 1 fuente añadida
   *[other] { $count } fuentes añadidas
}
import-already = { $count ->
    [one] 1 ya se seguía
   *[other] { $count } ya se seguían
}
import-failed = { $count ->
    [one] 1 entrada no se ha podido tomar
   *[other] { $count } entradas no se han podido tomar
}
import-go = Leer las noticias
first-keys = { $next } y { $previous } recorren las noticias. { $help } muestra todas las teclas.
import-saved = Importar artículos guardados
import-saved-lead = Lo que guardó en otra aplicación o navegador llega con sus etiquetas y sus fechas.
import-saved-which = Marcadores, Pocket, Instapaper, Raindrop.io, Omnivore, Readwise, Pinboard, wallabag, FreshRSS y Feedly: elija el archivo que exportan, o suéltelo sobre esta ventana.
import-saved-choose = Elegir un archivo
import-saved-working = Leyendo la lista
import-saved-added = { $count ->
    [one] 1 artículo añadido a lo guardado
   *[other] { $count } artículos añadidos a lo guardado
}
import-saved-already = { $count ->
    [one] 1 ya estaba guardado
   *[other] { $count } ya estaban guardados
}
import-saved-behind = Sus textos e imágenes llegan poco a poco mientras sigue leyendo.
import-failed-copy = Copiar estas entradas
import-failed-copied = Copiado
import-drop = Suelte una lista para importarla
cmd-import-saved = Importar artículos guardados en otro lugar
packs-title = Selecciones

## packing for offline
pack-offline = Preparar para leer sin conexión
pack-lead = Las últimas noticias sin leer, con todo su texto y sus imágenes, para un rato sin conexión.
pack-how-many = Últimas noticias sin leer
pack-budget = Como máximo
pack-size = { $size } MB
pack-start = Empezar
pack-cancelling = Terminando con esta noticia
pack-goes-on = Puede cerrar este diálogo y seguir leyendo.
pack-result = { $count ->
    [one] 1 noticia puede leerse sin conexión
   *[other] { $count } noticias pueden leerse sin conexión
}, { $complete ->
    [0] ninguna con todas sus imágenes
   *[other] { $complete } con todas sus imágenes
}
pack-nothing = Todo estaba leído, así que no había nada que preparar
pack-nothing-cancelled = La preparación se detuvo antes de la primera noticia
pack-cancelled = La detuvo antes del final. Lo preparado se queda.
pack-budget-reached = Se alcanzó el límite de { $size } MB.
pack-failed = { $count ->
    [one] A 1 noticia le falta algo
   *[other] A { $count } noticias les falta algo
}
pack-again = Preparar otra vez
done = Hecho

## settings
appearance = Apariencia
appearance-hint = Los cambios se ven enseguida, también en la ventana de detrás.
checking-hint = Los editores pueden pedir pausas más largas, y se respetan.
about = Acerca de
theme = Tema
theme-system = Sistema
theme-light = Claro
theme-dark = Oscuro
theme-sepia = Sepia
theme-oled = OLED
theme-hc-light = Contraste
theme-hc-dark = Contraste oscuro
accent = Color de acento
accent-theme = El del tema
accent-teal = Verde azulado
accent-green = Verde
accent-purple = Morado
accent-amber = Ámbar
accent-graphite = Grafito
headlines = Titulares en las listas
headlines-serif = Con serifa
headlines-sans = Sin serifa
motion = Movimiento
motion-system = Sistema
motion-reduced = Menos
motion-full = Todo
reading-font = Letra de los artículos
font-serif = Source Serif
font-sans = Inter
font-system = Letra del sistema
text-size = Tamaño del texto
smaller = Texto más pequeño
larger = Texto más grande
pixels = { $count } px
leading = Interlineado
measure = Longitud de línea
paragraphs = Espacio entre párrafos
characters = { $count } caracteres
look-reset = Restablecer la tipografía
look-take-back = Deshacer el restablecimiento
look-was-reset = Tipografía restablecida
look-can-undo = Se puede deshacer
appearance-reset = Restablecer la apariencia
appearance-was-reset = Apariencia restablecida
density = Densidad del directo
density-comfortable = Normal
density-compact = Compacta
density-wire = Teletipo
check-interval = Buscar noticias nuevas
every-15 = Cada 15 min
every-30 = Cada 30 min
every-60 = Cada hora
by-hand = A mano
reading = Lectura
images = Imágenes
images-opened = Al abrir una noticia
images-never = Solo cuando las pida
images-note = Las noticias guardadas siempre tienen las suyas.
version = Versión
data-folder = Su biblioteca
data-folder-hint = Para mover la biblioteca, cierre Stop Press y ejecute «stoppress-cli move-library CARPETA».
move-library = Mover la biblioteca…
move-library-to = Mover la biblioteca a
move-library-hint = Stop Press se cierra, copia todo, comprueba la copia y se abre de nuevo. El archivo actual queda aquí con otro nombre.
move-library-now = Mover y volver a abrir
log-file = Registro
copy-diagnostics = Copiar el diagnóstico
diagnostics-hint = Lo que hace falta para avisar de un fallo. Las direcciones que sigue solo están si lo activa.
diagnostics-addresses = Con las direcciones de mis fuentes
drawing-safe = Dibujar sin la tarjeta gráfica
drawing-safe-hint = Para ventanas que se quedan vacías o se dibujan mal. Más lento; vale desde el próximo inicio.
drawing-next-start = Vale desde el próximo inicio.
drawing-news = La ventana se quedaba vacía, así que Stop Press se reinició y la dibuja sin la tarjeta gráfica. En Ajustes, Acerca de, se vuelve atrás.
diagnostics-copied = Diagnóstico copiado
diagnostics-not-copied = No se ha podido copiar el diagnóstico
preview = Vista previa
sample-of-live = Muestra del directo
sample-bank = El banco central mantiene los tipos y pide paciencia hasta la primavera
sample-bank-source = Hilo Continental
sample-wind = El viento marino sostuvo un tercio de la red
sample-wind-source = El Correo del Puerto
sample-train = El tren nocturno vuelve tras once años, con sitio para bicicletas
sample-train-source = El Meridiano
sample-chips = La fábrica de chips abre su sala blanca
sample-chips-source = Revista Cívica
sample-first = El lunes a la 1:40, la sala de control dejó de comprar electricidad. Durante las seis horas siguientes, unas turbinas plantadas en treinta metros de agua gris dieron algo más de un tercio de todo lo que consumía el país.
sample-second = El récord se había previsto con pocos minutos de error.

search-settings = Buscar un ajuste
settings-found = { $count ->
    [one] 1 ajuste encontrado
   *[other] { $count } ajustes encontrados
}
settings-none = Ningún ajuste con ese nombre
general = General
language = Lengua de la ventana
language-hint = La ventana cambia enseguida. Las noticias conservan la suya.
as-the-system = La del sistema
hours = Formato de la hora
as-the-language = Como la lengua
hours-12 = 12 horas
hours-24 = 24 horas
mark-read = Una noticia está leída
mark-read-glance = Al abrirla o verla un momento
mark-read-open = Al abrirla
mark-read-never = Solo cuando yo lo diga
mark-read-hint = Abrir es hacer clic o pulsar Intro. Recorrer la lista con el teclado muestra una noticia sin abrirla.
auto-show = Mostrar solas las noticias nuevas
auto-show-hint = Solo si la lista está arriba del todo y no hace nada en ella. Si no, esperan tras un botón.
fold = Plegar las ráfagas de una fuente
fold-hint = Cinco noticias o más que una fuente trae en media hora quedan tras una sola línea.
snippets = Primeras palabras bajo los titulares
snippets-hint = Solo con la densidad normal.
saved-and-storage = Guardadas y espacio
stored-here = Conservado en este ordenador
stored-hint = Lo que guarda se queda hasta que lo quite, también si deja de seguir la fuente.
single-keys = Atajos de una sola tecla
single-keys-hint = Letras y signos sin Ctrl. Desactívelos si dicta por voz.
key-preset = Teclas como en
key-preset-hint = Solo cambia lo que difiere. Las órdenes que pierden su tecla están en la paleta.
keys-default = Predeterminadas
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = Las suyas
keys-are-now = Las teclas son ahora «{ $preset }»
shortcuts = Atajos
shortcuts-hint = Pulse un atajo para cambiarlo, + para añadir otro. Dos teclas en un segundo forman una secuencia. Esc lo deja todo como estaba.
keys-press = Pulse las teclas nuevas
keys-second = { $keys } … Otra tecla antes de un segundo forma una secuencia
keys-none = Ninguno
keys-change = { $command }: { $keys }. Cambiar
keys-taken = { $keys } ya es de «{ $command }». Pulse otras teclas.
keys-begins = { $other }, de «{ $command }», empieza por { $keys } y no se atendería nunca. Pulse otras teclas.
keys-begun = { $keys } no se atendería nunca: { $other } ya es de «{ $command }». Pulse otras teclas.
keys-single-off = { $keys } es una letra o un signo, y los atajos de una sola tecla están desactivados. Púlselo junto con { $control }, o actívelos.
keys-changed = { $keys } es ahora «{ $command }»
keys-add = Añadir una tecla a «{ $command }»
keys-remove = Quitar la tecla
keys-removed = { $keys } ya no es «{ $command }»
keys-usual = Teclas habituales de «{ $command }»
keys-are-usual = «{ $command }» tiene sus teclas habituales
images-ahead = Por adelantado
cache-budget = Espacio para imágenes no guardadas
cache-hint = A partir de ahí se van las más antiguas. Lo que guardó nunca está entre ellas.
keep-for = Las noticias se quedan
keep-hint = Después se van, salvo las 20 más recientes de cada fuente. Lo que guardó, y lo que preparó y aún no ha leído, se queda siempre.
keep-30 = 30 días
keep-90 = 90 días
keep-365 = Un año
keep-0 = Siempre
keep-own = { $days } días
bag = Todo en un archivo
bag-hint = Lo que guardó con sus imágenes, fuentes, carpetas, etiquetas, silencios, reglas de notificación y ajustes. Cualquier navegador lo muestra por su index.html. Al traerlo se une a lo que hay: no se pierde nada de ningún lado.
bag-write = Escribir el archivo
bag-take = Traer un archivo
bag-taken = Guardadas { $added }, unidas a lo que había { $joined }, ya estaban { $already }, fuentes { $sources }.
bag-ended = Se terminó antes de tiempo; traiga el archivo otra vez para el resto.
delete-everything = Borrar todo
delete-ask = Borrar todo…
delete-hint = También se va lo que guardó. Antes se le pregunta.
delete-what = Esto borra para siempre: noticias guardadas { $saved } con sus imágenes y etiquetas, fuentes { $feeds }, todos los silencios y ajustes, y cada copia de la biblioteca en su carpeta. Los archivos exportados se quedan.
delete-type = Escriba «{ $word }» si es lo que quiere
delete-word = borrar
privacy-and-network = Privacidad y red
what-is-contacted = Con quién se contacta
contacted-nobody = Con nadie: todavía no sigue ninguna fuente.
contacted-rest = Las páginas y las imágenes de las noticias que abre, guarda o prepara vienen de sus editores. No hay cookies ni píxeles de seguimiento, y no se envía nada ni a nosotros ni a nadie.
accessibility = Accesibilidad
messages-stay = Los mensajes permanecen
messages-short = De 6 a 10 segundos
messages-long = 20 segundos
messages-until = Hasta que los cierre
messages-hint = Lo que un mensaje ofrece deshacer, la tecla de deshacer lo deshace en cualquier momento.
announce = Anunciar las noticias nuevas
announce-hint = Un lector de pantalla dice cuántas han llegado mientras está en el directo, una vez por minuto como mucho.

## toasts
marked-read = { $count ->
    [one] 1 noticia marcada como leída
   *[other] { $count } noticias marcadas como leídas
}
marked-unread = { $count ->
    [one] 1 noticia marcada como no leída
   *[other] { $count } noticias marcadas como no leídas
}
saved-many = { $count ->
    [one] Se está guardando 1 noticia
   *[other] Se están guardando { $count } noticias
}
saved-already = Ya están guardadas
nothing-unread = Ya estaba todo leído
nothing-read = Nada estaba leído
removed-saved = Quitada de Guardadas
removed-many = { $count ->
    [one] 1 noticia quitada de Guardadas
   *[other] { $count } noticias quitadas de Guardadas
}
tagged-many = { $count ->
    [one] 1 noticia etiquetada
   *[other] { $count } noticias etiquetadas
}
tags-to-add = Etiquetas, separadas por comas
undone = Deshecho
undone-count = { $count ->
    [one] 1 cambio deshecho
   *[other] { $count } cambios deshechos
}
nothing-to-undo = No hay nada que deshacer
redone = Rehecho
redone-count = { $count ->
    [one] 1 cambio rehecho
   *[other] { $count } cambios rehechos
}
nothing-to-redo = No hay nada que rehacer
dismiss = Ocultar
just-done = Recién hecho

## keyboard
keyboard = Teclado
find-shortcut = Buscar un atajo
group-move = Moverse
group-go = Ir a
group-story = Noticia
group-many = Varias a la vez
group-app = Aplicación
group-article = En el artículo
cmd-next = Noticia siguiente
cmd-previous = Noticia anterior
cmd-next-unread = Siguiente sin leer
cmd-previous-unread = Anterior sin leer
cmd-unfold = Desplegar una ráfaga
cmd-page = Página y luego siguiente sin leer
cmd-page-back = Página atrás
cmd-first = Principio de la lista
cmd-last = Final de la lista
cmd-screen-down = Una pantalla abajo
cmd-screen-up = Una pantalla arriba
cmd-show-new = Mostrar las noticias nuevas
cmd-open = Abrir y leer
cmd-original = Abrir el original
cmd-save = Guardar para leer sin conexión
cmd-read = Leída o sin leer
cmd-comments = Comentarios
cmd-copy = Copiar el enlace
cmd-text = Texto completo o del canal
cmd-changes = Lo que cambió la fuente
cmd-images = Mostrar las imágenes
cmd-find = Buscar en el artículo
cmd-find-next = Siguiente pasaje encontrado
cmd-find-previous = Anterior pasaje encontrado
cmd-paragraph = Párrafo siguiente
cmd-paragraph-back = Párrafo anterior
cmd-larger = Texto más grande
cmd-smaller = Texto más pequeño
cmd-tags = Etiquetas de una noticia guardada
cmd-save-page = Guardar una página
cmd-order = Otro orden de las guardadas
cmd-pack = Preparar para leer sin conexión
cmd-select = Seleccionar la noticia
cmd-unselect = Sacar de la selección
cmd-extend-down = Ampliar la selección
cmd-extend-up = Ampliar la selección hacia arriba
cmd-select-all = Seleccionar todo
cmd-mark-read = Marcar la selección como leída
cmd-mark-unread = Marcar la selección como no leída
cmd-save-many = Guardar la selección
cmd-hide-many = Ocultar las seleccionadas
cmd-unsave-many = Quitar las seleccionadas de Guardadas
cmd-tag-many = Etiquetar las seleccionadas
cmd-clear = Vaciar la selección
cmd-mark-source = Marcar o desmarcar la fuente
cmd-mark-all-sources = Marcar todas las fuentes
cmd-rename-source = Cambiar el nombre de la fuente o carpeta
cmd-unfollow-source = Dejar de seguir la fuente
cmd-mark-all = Marcar todas como leídas
cmd-mark-older = Marcar las anteriores como leídas
cmd-live = En directo
cmd-saved = Guardadas
cmd-sources = Fuentes
cmd-unread = Noticias sin leer
cmd-scope = Elegir una fuente o carpeta
cmd-place-back = Volver al lugar anterior
cmd-place-forward = Avanzar al lugar siguiente
cmd-chip = Filtro { $number } del directo
cmd-chips = Todas, sin leer, carpetas
cmd-retry = Reintentar guardar
cmd-load-older = Cargar noticias anteriores
cmd-only-source = Solo esta fuente
cmd-go-source = Sobre esta fuente
cmd-palette = Paleta de órdenes
commands = Órdenes
palette-field = Noticias, fuentes y órdenes
palette-hint = Buscar una noticia, una fuente o una orden
palette-found = Encontrado
palette-none = Nada encontrado
palette-move = Moverse
palette-open = Abrir
not-followed = Sin seguir
follow-named = Seguir { $title }
cmd-follow = Seguir una fuente
cmd-sync = Consultar ahora
cmd-print = Imprimir
cmd-focus = Centrarse en el artículo
cmd-list = Ocultar o mostrar la lista
cmd-region = Parte siguiente de la ventana
cmd-region-back = Parte anterior de la ventana
cmd-settings = Ajustes
cmd-export-feeds = Exportar la lista de fuentes (OPML)
feeds-exported = { $count ->
    [one] 1 fuente está en { $name }, en { $folder }
   *[other] { $count } fuentes están en { $name }, en { $folder }
}
cmd-zoom-in = Agrandar todo
cmd-zoom-out = Reducir todo
cmd-zoom-reset = Todo al tamaño habitual
zoomed = Todo al { $percent } %
cmd-undo = Deshacer
cmd-redo = Rehacer
cmd-toast = Ir al mensaje
cmd-help = Teclado
cmd-print-keys = Imprimir las teclas
cmd-quit = Salir
cmd-back = Atrás
keys-note = Las teclas sueltas se desactivan o cambian en Ajustes, Teclado.
keys-change-them = Cambiar las teclas
no-shortcut = Ningún atajo con ese nombre
key-space = Espacio
key-enter = Intro
key-escape = Esc
key-ctrl = Ctrl
key-shift = Mayús
key-alt = Alt
key-home = Inicio
key-end = Fin
key-page-down = Av Pág
key-page-up = Re Pág
key-delete = Supr

## Muting

mute = Silenciar
cmd-hide = Ocultar esta noticia
show-again = Volver a mostrar
hidden-now = { $count ->
    [one] Noticia oculta
   *[other] { $count } noticias ocultas
}
shown-again = De nuevo en directo
muted-still = Un silencio la aparta aún de En directo
cmd-mute = Silenciar palabras de esta noticia…
cmd-mute-source = Silenciar esta fuente…
mute-by = Qué silenciar
mute-words = Palabras
mute-source = Fuente
mute-author = Autor
mute-days = { $days } días
mute-always = Hasta que se quite
mute-until = Hasta el { $day }
mute-how-long = Por cuánto tiempo
mute-count = Noticias que salen ahora de la lista: { $count }
mute-nothing = Escriba al menos una palabra.
mute-note = Las noticias guardadas nunca se silencian. Las demás vuelven al terminar.
muted-now = Silenciado
unmuted-now = Ya no está silenciado
muted = Silenciados
mutes-none = No hay nada silenciado.
mute-add = Silenciar palabras…
unmute-what = Dejar de silenciar { $what }
foot-muted = Silenciadas hoy: { $count }
foot-mutes = Cambiar lo silenciado

## Sign-ins and the proxy
sign-in = Iniciar sesión…
sign-in-now = Iniciar sesión
sign-in-to = Iniciar sesión en { $site }
sign-in-note = La contraseña se guarda en el llavero de su sistema y solo se envía a este sitio.
sign-in-user = Nombre
sign-in-password = Contraseña
sign-out = Cerrar sesión
signed-in = Sesión iniciada
signed-out = Sesión cerrada
signed-in-as = Sesión iniciada como
signed-in-not = Sin sesión
proxy = Acceso a internet
proxy-hint = La dirección de un proxy empieza por http, https, socks5 o socks5h. A los sitios de su propia red se accede sin él.
proxy-system = Como el sistema
proxy-direct = Directo
proxy-own = Proxy
proxy-address = Dirección del proxy

## New versions
look-for-versions = Buscar versiones nuevas
look-for-versions-hint = Una vez al día, donde están las versiones de Stop Press. No se instala nada antes de que usted lo diga.
versions-by-packages = Los paquetes de su sistema traen las versiones nuevas de este Stop Press.
look-now = Buscar ahora
version-there = Stop Press { $version } está disponible.
version-install = Instalar
version-newest = Esta es la versión más reciente.
version-installed = Stop Press { $version } está instalado. Estará ahí en el próximo inicio.
version-working = Un momento…

## Notificaciones
notifications = Notificaciones
notify-on = Mostrar notificaciones
notify-on-hint = De noticias que pide una regla, mientras no mira la ventana. Como mucho cuatro por hora, y luego una para el resto.
notify-missing = Nada en este sistema muestra notificaciones en este momento.
notify-when = Cuándo
notify-at-once = Cuando llegan las noticias
notify-digest = A las 8:00, 13:00 y 18:00
notify-quiet = Horas tranquilas
notify-quiet-on = Respetar horas tranquilas
notify-quiet-hint = No se muestra nada en ese tiempo. Lo que después aún sea reciente se muestra entonces.
notify-from = Silencio desde
notify-until = Silencio hasta
notify-weekends = Sábados y domingos en silencio
notify-pause = Pausa
notify-hour = Durante una hora
notify-tomorrow = Hasta mañana
notify-paused = En pausa hasta { $time }
notify-resume = Mostrar de nuevo
notify-private = Mantener los titulares en privado
notify-private-hint = Las notificaciones solo nombran la fuente.
notify-rules = Avisarme de
notify-rules-hint = Para una fuente, actívelo en sus detalles. Para una carpeta, pulse la campana junto a su nombre en Fuentes.
notify-rules-none = Nada todavía.
notify-words = Palabras en los titulares
notify-words-hint = Por ejemplo: ferri, tormenta
notify-matching = Cuáles de las palabras
notify-any = Alguna de ellas
notify-all = Todas
notify-phrase = En este orden
notify-words-any = Alguna de estas palabras
notify-words-all = Todas estas palabras
notify-words-phrase = Estas palabras en este orden
notify-add = Añadir
notify-remove = No más notificaciones de { $what }
notify-me = Avisarme
notify-me-hint = Cuando llegan noticias nuevas de esta fuente.
notify-new = Avisarme de las noticias nuevas
notify-folder = Avisarme de { $folder }
notify-added = Se le avisará de { $what }
notify-removed = No más notificaciones de { $what }
notify-ask-title = ¿Mostrar notificaciones?
notify-ask-text = Cuando llegan noticias que ha pedido, una notificación las nombra: como mucho cuatro por hora, ninguna de noche y ninguna mientras mira la ventana.
notify-ask-note = Puede cambiarlo en Ajustes, Notificaciones.
not-now = Ahora no

## Seguir en segundo plano
background = Segundo plano
close-title = ¿Dejar Stop Press en marcha?
close-text = En segundo plano sigue buscando noticias, una vez por hora para cada fuente, y queda en la bandeja. Salir lo termina.
close-note = Se pregunta una vez. Ajustes, Segundo plano lo cambia.
close-keep = Dejar en marcha
close-quit = Salir
on-close = Al cerrar la ventana
on-close-ask = Preguntar
on-close-background = Dejar en marcha
on-close-quit = Salir
on-close-hint = En marcha queda en la bandeja y busca noticias una vez por hora para cada fuente.
on-close-no-tray = Este escritorio no tiene bandeja, así que cerrar la ventana sale.
start-at-login = Empezar con la sesión
start-at-login-hint = Sin su ventana donde puede seguir en segundo plano.
badge = Número en el icono
badge-hint = Noticias sin leer de En directo, donde su escritorio muestra números en los iconos.
spare = Cuidar la batería y las conexiones de uso medido
spare-hint = Entonces se pregunta a las fuentes como con la ventana oculta, y no se trae nada por adelantado.
spare-normal = Ahora mismo no ocurre ninguna de las dos cosas.
spare-metered = La conexión es de uso medido ahora mismo.
spare-power = El sistema ahorra energía ahora mismo.
spare-both = La conexión es de uso medido y el sistema ahorra energía ahora mismo.
cmd-menu = Menú de la aplicación
app-menu = Menú

## Listen
listen = Escuchar
listen-play = Reproducir
listen-pause = Pausar
listen-next = Frase siguiente
listen-previous = Frase anterior
listen-speed-short = { $speed }×
listen-speed-now = Velocidad: { $speed }×
listen-none = Este sistema no tiene ninguna voz que Stop Press pueda usar. En Linux la trae speech-dispatcher con un sintetizador como espeak-ng.
listen-languages = Se pueden leer en voz alta los artículos en estos idiomas: { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = traducción inglés francés español árabe
words-hours = reloj am pm
words-mark-read = visto sin leer automáticamente
words-images = fotos ilustraciones datos rastreo
words-listen = voz habla audio leer en voz alta
words-theme = oscuro claro sepia negro noche modo contraste colores
words-accent = color tono
words-density = densidad compacta espaciado filas disposición
words-headlines = títulos fuente letra serif sans
words-font = fuente tipo serif sans letras
words-size = zoom grande pequeño letra
words-leading = altura espaciado interlineado
words-measure = longitud columna anchura
words-auto-show = actualizar automáticamente
words-fold = agrupar plegar juntas
words-snippets = resumen extracto entradilla líneas
words-mutes = silenciar bloquear ocultar filtrar palabras clave
words-interval = actualizar frecuencia sincronizar minutos
words-proxy = proxy red servidor http conexión
words-packs = inicio periódicos suscribir seguir añadir
words-opml = fuentes rss lista suscripciones importar exportar
words-notify-on = avisos alertas sonido escritorio
words-notify-quiet = no molestar noche horas
words-on-close = bandeja minimizar segundo plano salir
words-start-at-login = inicio automático arranque
words-spare = energía batería datos móviles
words-storage = disco espacio memoria
words-cache = disco espacio límite megabytes
words-keep = conservar borrar antiguas días limpiar
words-bag = copia de seguridad exportar mover perfil
words-pack = viaje vuelo descargar
words-delete = borrar eliminar restablecer
words-single-keys = letras atajos
words-key-preset = perfil restablecer google reader netnewswire
words-keys = atajos teclas
words-contacted = rastreo servidores telemetría peticiones
words-motion = animación transiciones
words-toasts = duración tiempo
words-announce = lector de pantalla voz
words-version = edición
words-data-folder = perfil ruta directorio
words-log = errores fallo
words-versions = actualización
words-diagnostics = fallo informe error
words-cmd-settings = preferencias opciones tema oscuro letra proxy idioma configurar
words-cmd-follow = importar opml lista añadir suscribir nueva fuente rss
words-cmd-sync = actualizar recargar sincronizar
words-cmd-export = exportar marcadores markdown html zip descargar
words-cmd-import-saved = importar marcadores leer más tarde
words-cmd-pack-now = viaje vuelo avión descargar
words-cmd-save = marcador conservar sin conexión leer más tarde favorita
words-cmd-save-page = url dirección marcador enlace
words-cmd-original = navegador sitio enlace
words-cmd-copy = url dirección portapapeles
words-cmd-hide = esconder descartar no ver más
words-cmd-mute = bloquear ocultar filtrar
words-cmd-go-sources = fuentes carpetas suscripciones gestionar dejar de seguir
words-cmd-go-saved = marcadores archivo sin conexión
words-cmd-go-activity = errores problemas registro historial
words-cmd-go-search = buscar encontrar consulta
words-cmd-scope = barra lateral árbol canales filtrar
words-cmd-place = historial navegación anterior siguiente
words-cmd-mark-all = todo visto vaciar
words-cmd-help = atajos teclado ayuda
words-cmd-focus = distracción pantalla completa zen
words-cmd-list = panel columna
words-cmd-print = papel pdf
words-cmd-read-aloud = voz audio
words-cmd-larger = zoom agrandar letra
words-cmd-smaller = zoom reducir letra
words-cmd-quit = cerrar salir
words-cmd-undo = revertir
words-cmd-redo = repetir otra vez
