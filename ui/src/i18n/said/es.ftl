# Lo que dice el programa.

## Why a site gave nothing.
said-dns = No encontramos { $site }. Puede que la dirección haya cambiado.
said-silent = { $site } no responde. Seguiremos intentándolo.
said-no-route = Desde esta red no se llega ahora a { $site }.
said-tls = No se pudo verificar la conexión segura con { $site }, así que no se cargó nada.
said-cut-off = La respuesta de { $site } se cortó a la mitad, así que no se usó.
said-too-large = Lo que envió { $site } supera 16 MB, así que paramos.
said-redirects = { $site } nos hace dar vueltas en círculo.
said-private = { $site } lleva a una dirección de una red privada, así que no se consultó.
said-bad-address = { $site } no es una dirección que se pueda consultar.
said-refused = { $site } rechazó esta aplicación.
said-sign-in = { $site } pide iniciar sesión.
said-robots = { $site } comprueba antes si somos un robot, y solo un navegador pasa.
said-not-found = Ahora no hay nada en esta dirección de { $site }. A algunos sitios les ocurre durante unas horas.
said-gone = { $site } ha retirado este canal. No se volverá a consultar.
said-slow-down = { $site } nos pidió ir más despacio. Se le consultará más tarde.
said-trouble = { $site } tiene problemas.
said-answered-but = { $site } respondió, pero { $why }.
said-nothing-came = { $site } respondió sin enviar nada.
said-check-cancelled = Se canceló la comprobación de { $site }.
said-unreadable = No se pudo leer { $site }: { $why }.
said-by-hand = Lleva así dos semanas y ahora solo se consulta a mano.
said-kept-one = La noticia que tenemos se queda.
said-kept = Las { $count } noticias que tenemos se quedan.
said-unchanged = No se cambió nada.

## Following.
said-inside = { $site } está en su propia red o en este equipo.
said-no-feed = No encontramos ningún canal en { $site }. No se cambió nada.
said-candidates = Hay { $count } opciones; { $number } no es una de ellas.
said-not-opml = Esta lista de suscripciones no se puede leer: { $why }. No se cambió nada.
said-not-a-list = Este archivo { $why }. No se cambió nada.
said-search-ended = La búsqueda se detuvo. No se cambió nada.
said-found-gone = Lo que se encontró en esta dirección ya no está. Busque otra vez.
said-list-gone = Esta lista ya no está aquí. Vuelva a elegir su archivo. No se ha cambiado nada.
said-address-taken = Esta dirección ya se sigue. No se ha cambiado nada.
said-no-other-address = No se ha encontrado ningún canal en { $site } con otra dirección. No se ha cambiado nada.
said-no-pack = No hay ningún paquete llamado { $name }.
said-sign-in-needs = Para iniciar sesión hacen falta un nombre sin dos puntos y una contraseña.
said-not-secure = La conexión con { $site } no es segura: la contraseña podría leerse por el camino. No se cambió nada.
said-keychain = No se ha podido abrir el llavero de este sistema, y las contraseñas no se guardan en ningún otro sitio.
said-keychain-long = Esta contraseña es demasiado larga para el llavero de este sistema.
said-keychain-several = El llavero tiene varias entradas para este inicio de sesión. Elimínalas allí.
said-keychain-linux = En Linux es un servicio como GNOME Keyring, KWallet o KeePassXC.
said-no-sign-in = No hay inicio de sesión para { $site }.
said-not-a-proxy = { $site } no es la dirección de un proxy: estas empiezan por http://, https://, socks5:// o socks5h:// y no llevan contraseña. No se cambió nada.
said-folder-name = Una carpeta necesita un nombre. No se cambió nada.
said-place-gone = Este lugar ya no se conoce; abra la lista otra vez.

## Stories.
said-no-address = La fuente no da dirección para esta noticia.
said-no-comments = La fuente no da comentarios para esta noticia.
said-no-talk = La fuente no ofrece comentarios que se puedan mostrar aquí.
said-no-site = Esta fuente no indica ningún sitio propio.
said-link-gone = Este enlace ya no está en la noticia; ábrala otra vez.
said-link-nowhere = Este enlace no lleva a ninguna parte.
said-link-kind = Este tipo de enlace no se abre.
said-place = Una posición en una noticia está entre 0 y 1.
said-no-more = La página no da más que la fuente.
said-page = { $site }: { $why }.
said-comments-earlier = Estos comentarios se obtuvieron antes.

## Saving and packing.
said-no-room = No queda espacio en el disco para sus imágenes.
said-not-an-address = Esto no es una dirección.
said-its-pictures = Imágenes que no se pudieron obtener: { $count }.
said-picture = No se pudo obtener 1 imagen.
said-pictures = Imágenes que no se pudieron obtener: { $count }.
said-many-pictures = Hay más de { $count } imágenes.
said-save-later = No hay conexión. Se guardará cuando vuelva.
said-nothing-to-save = No había nada que guardar.
said-pack-offline = No hay conexión, así que no se puede preparar nada. Lo que hay aquí se puede leer.
said-headline-only = No hay texto, solo el titular.

## Taking out and bringing in.
said-not-written = No se pudo escribir el archivo: { $why }. No quedó nada.
said-export-busy = Se está escribiendo otra exportación; inténtelo en un momento.
said-nothing-exported = Aún no se exportó nada.
said-nothing-to-export = No hay nada que exportar.
said-needs-zip = Varias noticias en este formato necesitan un archivo ZIP: dé un nombre que acabe en .zip.
said-none-writable = Ninguna de estas noticias se puede escribir en esta forma; no se exportó nada.
said-too-many = Son demasiadas noticias para un archivo.
said-list-file = Una lista de suscripciones llega como archivo.
said-saved-file = Una lista de noticias guardadas llega como archivo.
said-look-again = La biblioteca cambió mientras se le preguntaba. Mire otra vez; no se borró nada.
said-memory = Es más de lo que la ventana puede recordar.
said-bag-empty = No tiene titular, ni dirección, ni texto.
said-bag-missing = No está en el archivo traído.
said-bag-file = Un archivo de Stop Press llega como archivo.
said-any-unchanged = { $why }. No se cambió nada.

## Mutes.
said-mutes-full = Ya hay 500 silencios. Quite uno que ya no haga falta.
said-mute-source = Para silenciar una fuente hace falta la fuente.
said-mute-word = No hay ninguna palabra que se pueda silenciar.
said-rules-full = Ya hay 500 reglas. Quite una que ya no haga falta.
said-rule-source = Una regla para una fuente necesita la fuente.
said-rule-word = No contiene ninguna palabra que se pueda buscar.
said-mute-days = Un silencio dura de 1 a 3650 días, o hasta que se quite.

## The library.
said-busy = Otro Stop Press está comprobando las fuentes ahora; no se cambió nada, inténtelo en un momento.
said-inner = Algo falló dentro de Stop Press: { $name }
said-library = No se pudo leer o escribir la biblioteca: { $name }
said-disk-full = No queda espacio en el disco, así que no se cambió nada. Todo lo guardado se queda.
said-read-only = No se puede cambiar la biblioteca: { $why }.
said-no-folder = No se pudo crear la carpeta de la biblioteca: { $name }
said-missing = En la biblioteca falta { $why }.
said-damaged-story = No se pudo releer una noticia guardada: { $name }
said-little-room = Hay poco espacio en el disco para una copia de la biblioteca: necesita { $count } MB. No se cambió nada.
said-recovered = Su biblioteca estaba dañada. Se recompuso { $why }: fuentes { $sources }, noticias guardadas { $saved }. El archivo dañado se conserva en la misma carpeta como { $name }.
said-moved = Su biblioteca se movió a { $name }, que ahora no está. Conecte ese disco e inicie Stop Press otra vez. No se cambió nada.
said-damaged = El archivo de su biblioteca está dañado. Inicie Stop Press otra vez y reunirá lo que se pueda salvar.
said-damaged-open = El archivo de su biblioteca está dañado y Stop Press lo tiene abierto en otra parte. Cierre todos los Stop Press e inícielo otra vez: reunirá lo que se pueda salvar.

## The system.
said-no-downloads = Este sistema no indica ninguna carpeta para archivos: { $name }.
said-folder-closed = No se pudo abrir la carpeta: { $name }.
said-print = No se pudo abrir el diálogo de impresión: { $name }.
said-no-menus = Estos no son menús de la ventana.
said-not-closed = No se pudo cerrar la ventana: { $name }.
said-browser = No se pudo abrir el navegador del sistema: { $name }.

## New versions of the program.
said-versions-not-a-list = Lo que envió { $site } no es una lista de versiones.
said-versions-no-version = { $site } anuncia algo que no es una versión.
said-versions-older = { $site } anuncia una versión más antigua que esta.
said-versions-not-signed = El paquete de la versión nueva no está firmado por los autores de Stop Press.
said-versions-altered = El paquete de la versión nueva no es lo que se firmó.
said-versions-another = El paquete se firmó como otra versión que la anunciada.
said-versions-other-system = El paquete no es para este sistema.
said-versions-none-here = No hay paquete de la versión nueva para este sistema.
said-versions-elsewhere = La versión nueva está donde no hay versiones de Stop Press.
said-versions-not-secure = El paquete de la versión nueva no está en una dirección segura.
said-versions-too-much = { $site } envió más de lo que puede ocupar una versión nueva, así que paramos.
said-versions-newest = Esta es la versión más reciente.
said-versions-nothing = No se instaló nada.
said-versions-by-packages = Los paquetes de su sistema traen las versiones nuevas de este Stop Press.
said-versions-failed = No se pudo instalar la versión nueva: { $why }. Esta se queda.
said-voice-gone = La voz del sistema no responde.
said-voice-much = Esto es más que una frase.

## Parts of sentences: why, and what.
why-feed-empty = la respuesta está vacía
why-not-a-feed = no es un canal sino { $why }
why-feed-large = el canal supera { $count } MiB
why-feed-fault = el canal no se pudo leer por un fallo del lector
why-list-empty = el archivo está vacío
why-not-opml = no es una lista de suscripciones (OPML)
why-list-large = la lista supera { $count } MiB
why-no-address = no se dio ninguna dirección
why-long-address = la dirección supera { $count } KiB
why-scheme = solo se pueden seguir direcciones http y https, no { $name }:
why-user-info = no se sigue una dirección con nombre de usuario o contraseña
why-not-an-address = no es una dirección web
why-file-empty = está vacío
why-not-a-list = no es una lista de noticias guardadas sino { $why }
why-feeds = es una lista de canales: impórtela como suscripciones
why-file-large = supera { $count } MiB
why-file-fault = no se pudo leer por un fallo del lector
why-paywall = muestra solo el principio de esta noticia a quien no está suscrito
why-challenge = quiere comprobar el navegador antes de mostrar esta noticia
why-consent = pide consentimiento antes de mostrar esta noticia
why-no-article = dio una página en la que no se encontró ninguna noticia
why-page-large = dio una página demasiado grande para leerla
why-page-empty = dio una página vacía
why-not-a-page = dio algo que no es una página web
why-insecure = lleva de una dirección segura a una insegura
why-proxy = el proxy de esta red pide iniciar sesión
why-request = la petición falló
why-other-program = otro programa la está usando; inténtelo en un momento
why-file-read-only = su archivo o carpeta es de solo lectura
why-newer = la escribió un Stop Press más nuevo; todo se puede leer, actualice la aplicación para cambiarla
why-older = la escribió un Stop Press más antiguo y debe actualizarse una vez, donde se pueda escribir
why-many-damaged = hay demasiadas bibliotecas dañadas junto a ella
why-from-copy = con la última copia buena y lo que aún se podía leer
why-from-rest = con lo que aún se podía leer
why-sign-in-page = una página de inicio de sesión
why-robot-page = una página que comprueba si hay robots
why-web-page = una página web
why-json = otro tipo de JSON
why-subscriptions = una lista de suscripciones
why-sitemap = un mapa del sitio
why-xml = otro tipo de XML
why-plain-text = texto sin formato
why-not-a-picture = no es una imagen
why-picture-large = la imagen es demasiado grande
why-picture-damaged = la imagen está dañada
why-picture-pixels = la imagen tiene demasiados píxeles
why-not-zip = Este archivo no es un archivo ZIP legible
why-many-files = Contiene demasiados archivos
why-odd-name = Un nombre de este archivo no se puede leer
why-leads-out = Un nombre de este archivo lleva fuera de él, así que no se abrió
why-newer-file = Lo escribió un Stop Press más nuevo; actualice la aplicación para traerlo
why-foreign-zip = Este archivo ZIP no lo escribió Stop Press
why-locked = Está dañado o protegido con contraseña
why-damaged = Está dañado
why-large-part = Una parte es mayor que todo lo que escribe Stop Press
why-not-ours = { $name } no es lo que escribe Stop Press
why-part-missing = Falta { $name }
why-not-opened = No se pudo abrir { $name }: { $why }
why-only-followed = solo se pueden seguir http y https
what-page-row = la fila desde la que seguir
what-feed = esta fuente
what-unnamed-folder = una carpeta sin nombre
what-folder = esta carpeta
what-mute = este silencio
what-rule = esta regla
what-saved = esta noticia guardada
what-article = esta noticia
said-file-unreadable = No se puede leer el archivo.
said-no-plain-file = Esto no es un archivo.
said-file-too-large = Este archivo es demasiado grande para ser una lista de fuentes.
said-no-file-waits = No hay ningún archivo que abrir.
