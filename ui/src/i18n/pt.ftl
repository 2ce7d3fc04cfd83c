# As palavras da janela em português do Brasil. Trata o leitor por “você”; botões e menus no infinitivo.
# Termos: Últimas (Live), notícia (story), fonte (source), Salvas (Saved), coleção (pack), silenciar (mute), seguir (follow).

app-name = Stop Press
skip-stories = Ir para as notícias
skip-article = Ir para o artigo
views = Seções
live = Últimas
saved = Salvas
sources = Fontes
settings = Ajustes
close = Fechar
cancel = Cancelar
undo = Desfazer

## Live
live-region = Últimas, { $scope }
all-sources = todas as fontes
filters = Filtros
chip-all = Tudo
chip-unread = Não lidas
mark-all-read = Marcar todas como lidas
stories-newest-first = Notícias, das mais recentes às mais antigas
today = Hoje
yesterday = Ontem
new-pill = { $count ->
    [one] Mostrar { $count } notícia nova
   *[other] Mostrar { $count } notícias novas
}
new-pill-short = { $count ->
    [one] { $count } nova
   *[other] { $count } novas
}
new-pill-many = Mais de 99 novas
new-announced = { $count ->
    [one] { $count } notícia nova
   *[other] { $count } notícias novas
}
last-updated = Última atualização: { $time }
row-unread = não lida
row-saved = salva
row-stored-full = guardada com imagens
row-stored-text = texto guardado
row-stored-headline = só o título
row-time = { $date }, { $zone }
row-seen = { $date }, { $zone }, recebida: { $seen }
none-unread-title = Tudo lido
none-unread = Você já leu tudo por aqui. As próximas notícias aparecem sozinhas.
show-all = Mostrar todas
show-read = Mostrar também as lidas
older-loading = Buscando notícias mais antigas
older-came = { $count ->
    [one] Chegou { $count } notícia mais antiga
   *[other] Chegaram { $count } notícias mais antigas
}
older-none = O site não tinha nada mais antigo
none-source = Esta fonte ainda não trouxe nenhuma notícia.
none-muted-title = Nada silenciado hoje
none-muted = O que você silencia ou oculta não aparece em Últimas, mas fica aqui por um dia.
scope = Notícias de
list-width = Largura da lista
scope-all = Todas as fontes
scope-unread = { $scope }, só não lidas
scope-muted = Silenciadas hoje
folders = Pastas
languages = Idiomas
more-from = Mais { $count } de { $source }
press-to-show = pressione Enter para mostrar
you-were-here = Você parou aqui, { $time }
selected-count = { $count ->
    [one] { $count } notícia selecionada
   *[other] { $count } notícias selecionadas
}
selected-of = { $count } de { $total } selecionadas
end-farther = Notícia { $place } de { $total }. Pressione de novo para continuar
unsave = Remover de Salvas
story-mark-read = Marcar como lida
story-mark-unread = Marcar como não lida
more-actions = Mais
story-menu = O que fazer com esta notícia
none-folder-title = Nenhuma notícia por enquanto
none-folder = As fontes desta pasta ainda não trouxeram nenhuma notícia.
none-language = As fontes neste idioma ainda não trouxeram nenhuma notícia.
first-story = A primeira notícia vai aparecer aqui.
live-failed = Não foi possível carregar as notícias
try-again = Tentar de novo
find-address = Procurar novo endereço
choose-feed = Escolher outro feed
change-address = Mudar endereço
address-lead = As notícias de { $title } continuam aqui. Só muda o lugar de onde elas vêm.
address-searching = Procurando { $title } em { $host }
address-answers = A fonte voltou a responder no próprio endereço. Verifique agora.
address-use = Usar este endereço
address-changed = { $title } tem um novo endereço

## foot
foot-none = Nenhuma fonte ainda
foot-sources = { $count ->
    [one] { $count } fonte
   *[other] { $count } fontes
}
foot-checked = { $count ->
    [one] { $count } fonte, última verificação: { $time }
   *[other] { $count } fontes, última verificação: { $time }
}
foot-next-check = Próxima verificação: { $time }
foot-attention = { $count ->
    [one] { $count } requer atenção
   *[other] { $count } requerem atenção
}
foot-offline = Offline, última atualização: { $time }
foot-offline-never = Offline
foot-checking = Verificando { $done } de { $total }
foot-starting = Verificando
foot-nothing-new = Nada de novo
foot-back = Online de novo
stop-checking = Parar de verificar
foot-packing = Baixando { $done } de { $total }
foot-packing-starting = Baixando
stop-packing = Parar de baixar
banner-title = Você está offline.
banner-sign-in = Esta rede exige login.
open-browser = Abrir navegador
banner-text = Tudo o que você salvou está aqui, e também { $count ->
    [one] { $count } notícia recente.
   *[other] { $count } notícias recentes.
}
banner-dismiss = Dispensar

## article
article = Artigo
article-tools = Artigo
look = Aparência dos artigos
previous-story = Notícia anterior
next-story = Próxima notícia
position = { $index } de { $total }
back-to = { $view }
save = Salvar
copy-link = Copiar link
link-copied = Link copiado
link-not-copied = Não foi possível copiar o link
open-original = Abrir original
full-story = Notícia completa
show-full = Mostrar a notícia completa
show-feed = Mostrar o texto da fonte
fetching-full = Carregando a notícia completa…
stop-waiting = Não esperar a notícia completa
feed-text-note = Este é o texto que a fonte fornece.
images-hidden = { $count ->
    [one] { $count } imagem oculta.
   *[other] { $count } imagens ocultas.
}
show-images = Mostrar imagens
tags = Etiquetas
tag-add = Adicionar etiqueta
tag-remove = Remover a etiqueta { $tag }
comments = Comentários
comments-count = Comentários ({ $count })
comments-at-source = Ver na fonte
comments-close = Fechar os comentários
edited-at = editada: { $time }
changes = O que mudou
changes-close = Fechar o que mudou
changes-none = Nenhuma mudança conhecida.
diff-removed = removido:
diff-added = adicionado:
comments-loading = Carregando os comentários…
comments-none = Nenhum comentário ainda.
comments-kept = Cópia de { $date }.
comments-more = A fonte tem mais comentários que estes.
comments-show-more = Mostrar mais { $count }
comment-nobody = Sem nome
comment-answer = Resposta, nível { $depth }
comments-outside = { $label }, abre no navegador
following = Seguindo
follow = Seguir
minutes = { $count } min de leitura
moment = { $date }, { $time }
long-date = { $weekday }, { $date }
day-named = { $name }, { $date }
state-complete = Salva, com imagens
state-partial = { $count ->
    [0] Salva, faltam algumas imagens
    [one] Salva, falta { $count } imagem
   *[other] Salva, faltam { $count } imagens
}
state-saving = Salvando…
state-waiting = Aguardando conexão
state-failed = Não foi possível salvar
state-failed-because = Não foi possível salvar: { $reason }
state-failed-sentence = Não foi possível salvar. { $reason }
image-missing = { $count ->
    [one] Esta imagem não foi guardada.
   *[other] Estas { $count } imagens não foram guardadas.
}
image-missing-more = { $count ->
    [one] Ela será baixada quando a conexão voltar.
   *[other] Elas serão baixadas quando a conexão voltar.
}
image-missing-saving = { $count ->
    [one] Ela está sendo baixada.
   *[other] Elas estão sendo baixadas.
}
image-missing-refused = { $count ->
    [one] O site não a entregou.
   *[other] O site não as entregou.
}
table-region = Tabela { $nth }
table-named = Tabela, { $caption }
code-region = Código { $nth }
code-wrap = Quebrar linhas
enlarge = Ampliar imagem
enlarge-named = Ampliar imagem, { $alt }
image = Imagem
image-next = Próxima imagem
image-previous = Imagem anterior
image-save = Salvar imagem
image-copy-address = Copiar endereço da imagem
image-saved = Imagem salva como { $name }, em { $folder }
image-link = Abrir o link desta imagem
zoom-in = Ampliar
zoom-out = Reduzir
note = Nota
continued-at = Retomado em { $percent }%
from-the-top = Voltar ao começo
go-back = Voltar para onde você estava
find-in-article = Buscar no artigo
find-next = Próxima ocorrência
find-previous = Ocorrência anterior
find-none = Nada encontrado
find-at = { $index } de { $total }
selection = Texto selecionado
copy = Copiar
share = Compartilhar
copy-headline = Copiar título e link
copy-markdown = Copiar como Markdown
markdown-copied = Copiado como Markdown
headline-copied = Título e link copiados
share-clean = Os links são copiados sem rastreadores.
play-image = Reproduzir
stop-image = Parar
copy-quote = Copiar com a fonte
search-words = Buscar estas palavras
listen-here = Ouvir a partir daqui
mute-phrase = Silenciar “{ $words }”…
passage-copied = Texto copiado
quote-copied = Copiado com a fonte
not-copied = Não foi possível copiar
pick-title = Escolha uma notícia
pick-text = Ela abre aqui e, depois de salva, pode ser lida sem conexão.
nothing-title = Nada para ler ainda
nothing-text = Siga um site e as notícias dele aparecerão aqui, as mais recentes primeiro.
press-key = a qualquer momento
press = Pressione
gone-title = Esta notícia não está mais aqui
gone-text = Talvez você tenha deixado de seguir a fonte. Tudo o que você salvou continua em Salvas.
failed-title = Não foi possível abrir esta notícia

## saved
saved-region = Notícias salvas
saved-list = Notícias salvas, { $order }
saved-order = Ordem das notícias salvas
order-newest = Salvas recentemente
order-oldest = Salvas há mais tempo
order-published = Data de publicação
order-length = Mais curtas primeiro
order-title = Título
order-source = Fonte
tagged = etiquetas: { $tags }
save-page = Salvar uma página
save-page-address = Endereço da página
save-page-hint = exemplo.org/uma-noticia
save-page-contact = O Stop Press vai baixar esta página de { $host } com as imagens
save-page-saving = Salvando a página de { $host }
save-page-drop = Solte um link para salvar a página
find-saved = Buscar em Salvas
not-complete = Incompletas
this-week = Esta semana
earlier = Mais antigas
no-date = Sem data
saved-total = { $count ->
    [one] { $count } notícia, { $size }
   *[other] { $count } notícias, { $size }
}
saved-incomplete = { $count ->
    [one] { $count } incompleta
   *[other] { $count } incompletas
}
saved-none-title = Nada salvo ainda
saved-none = Pressione s em qualquer notícia. O texto e as imagens ficam aqui, mesmo sem conexão. Qualquer página pode ser salva pelo endereço.
saved-none-filter-title = Nada aqui
saved-none-filter = Nenhuma notícia salva corresponde a este filtro.

## sources
follow-a-source = Seguir uma fonte
import-opml = Importar OPML
export-opml = Exportar OPML
browse-packs = Ver coleções
source = Fonte
health = Situação
last-story = Última notícia
a-week = Por sem.
source-language = Idioma
source-told = com notificações
checked = Última verificação
unread = Não lidas
sources-by-folder = Fontes por pasta
without-folder = Sem pasta
needs-attention = Requerem atenção
working = Funcionando
trouble-dns = Endereço não encontrado
trouble-silent = Sem resposta desde { $day }
trouble-forbidden = Recusa este aplicativo
trouble-sign-in = Pede login
trouble-challenge = Só aceita navegadores
trouble-not-found = Não está mais no endereço
trouble-gone = O site desativou este feed
trouble-wait = Mais devagar, a pedido
trouble-server = Com problemas desde { $day }
trouble-tls = Conexão não segura
trouble-not-a-feed = Não é mais um feed
trouble-other = Com falhas desde { $day }
source-details = Sobre esta fonte
address = Endereço
site = Site
folder = Pasta
next-check = Próxima verificação
stories = Notícias
stories-unread = { $articles }, { $unread ->
    [one] { $unread } não lida
   *[other] { $unread } não lidas
}
stories-since = notícias desde { $day }
never = Nunca
open-site = Abrir site
publisher-places = Onde mais seguir
publisher-looking = Consultando a página do site
publisher-none = A página do site não indica nenhum outro lugar.
publisher-note = Encontrado na página do próprio site. Cada link abre no navegador.
cmd-publisher = Onde mais seguir esta fonte
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
place-newsletter = Newsletter
place-podcast = Podcast
place-github = GitHub
place-other = Outro lugar
check-now = Verificar agora
unfollow = Deixar de seguir
repaired = Corrigido: { $repairs }
unfollowed = { $kept ->
    [0] Você deixou de seguir { $title }
    [one] Você deixou de seguir { $title }; { $kept } notícia salva continua aqui
   *[other] Você deixou de seguir { $title }; { $kept } notícias salvas continuam aqui
}
pick-source = Escolha uma fonte para ver o endereço, a situação e a próxima verificação.
text-of-stories = Texto das notícias
text-auto = Automático
text-feed = Texto do feed
text-full = Notícia completa
text-measured-short = Esta fonte só traz o começo das notícias.
text-measured-whole = Esta fonte traz as notícias completas.
text-measured-none = Ainda não se sabe quanto texto esta fonte traz.
text-now-full = As notícias completas são carregadas das páginas da fonte.
text-now-feed = O texto da própria fonte é mostrado.
sources-none-title = Nenhuma fonte ainda

health-paused = Pausada
health-quiet = Parada desde { $day }
quiet-since = Nada de novo desde { $day }.
quiet-keep = Manter
quiet-kept = Você continua seguindo { $title }
health-repaired = Funcionando, com correções
quiet-for-months = Paradas há meses
many-stories = Muitas notícias
not-in-live = Fora de Últimas
find-source = Buscar fonte
no-source-found = Nenhuma fonte encontrada.
marked-sources = Fontes marcadas
sources-marked = { $count ->
    [one] { $count } fonte marcada
   *[other] { $count } fontes marcadas
}
clear-marks = Desmarcar todas
move-to = Mover para…
moved-to = { $count ->
    [one] { $count } fonte movida para { $folder }
   *[other] { $count } fontes movidas para { $folder }
}
moved-out = { $count ->
    [one] { $count } fonte retirada da pasta
   *[other] { $count } fontes retiradas das pastas
}
name = Nome
new-folder = Nova pasta
new-folder-more = Nova pasta…
new-folder-hint = Uma barra cria a pasta dentro de outra: Tecnologia/Notícias.
top-level = Em nenhuma outra pasta
folder-moved-to = Pasta { $name } movida para { $folder }
folder-moved-out = Pasta { $name } retirada de onde estava
folder-in = em { $folder }
show-in-live = Mostrar em Últimas
rename-more = Renomear…
copy-address = Copiar endereço do feed
address-copied = Endereço copiado
notify-stop = Não receber notificações
full-by-default = Notícia completa por padrão
full-as-needed = Notícia completa só se necessário
rename-source = Renomear esta fonte
rename-source-hint = Sem nome, volta a valer o do próprio site.
rename-folder = Renomear esta pasta
rename-this-folder = Renomear a pasta { $folder }
delete-this-folder = Excluir a pasta { $folder } e manter as fontes
folder-deleted = { $count ->
    [one] Pasta { $folder } excluída, { $count } fonte mantida
   *[other] Pasta { $folder } excluída, { $count } fontes mantidas
}
renamed = Nome alterado
unfollowed-many = { $count ->
    [one] Você deixou de seguir { $count } fonte
   *[other] Você deixou de seguir { $count } fontes
}
out-of-live = Deixar fora de Últimas
sources-so-far = { $done } de { $total } concluídas
source-changed = Ajustes de { $title } alterados
sources-changed = { $count ->
    [one] { $count } fonte alterada
   *[other] { $count } fontes alteradas
}
sources-checked = { $count ->
    [one] { $count } fonte verificada
   *[other] { $count } fontes verificadas
}
sources-told = { $count ->
    [one] Notificações ativadas para { $count } fonte
   *[other] Notificações ativadas para { $count } fontes
}
sources-not-told = { $count ->
    [one] Notificações desativadas para { $count } fonte
   *[other] Notificações desativadas para { $count } fontes
}
sources-refused = { $done }. { $count ->
    [one] { $count } falhou: { $names }
   *[other] { $count } falharam: { $names }
}
text = Texto
text-is-full = Completo
text-is-summary = Resumo
text-is-feed = Do feed
source-interval = Frequência
interval-auto = Padrão
interval-15m = A cada 15 min
interval-1h = A cada hora
interval-6h = A cada 6 horas
interval-daily = Uma vez por dia
interval-paused = Nunca
source-images = Imagens
source-images-inherit = Padrão
source-images-never = Só quando eu pedir
source-images-opened = Ao abrir uma notícia
source-direction = Direção do texto
direction-more = Direção do texto…
direction-auto = A do texto
direction-ltr = Da esquerda para a direita
direction-rtl = Da direita para a esquerda
in-live = Mostrar em Últimas
in-live-hint = Se desativado, as notícias só aparecem na pasta.
source-keep = As notícias ficam
source-most = No máximo
most-any = Sem limite
most-100 = As 100 mais recentes
most-500 = As 500 mais recentes
most-2000 = As 2.000 mais recentes
most-own = As { $count } mais recentes

## search
search = Busca
search-everything = Buscar em tudo o que está guardado aqui
search-results = Resultados
search-nothing = Nada para “{ $query }”
search-meant = Você quis dizer “{ $words }”?
search-recent = Buscas recentes
recent-forget = Remover { $words }
recent-forget-all = Limpar tudo
recent-forgotten = Removido das buscas recentes
search-keep = Salvar como filtro
search-forget = Remover este filtro
search-kept = Seus filtros
search-kept-done = Filtro salvo
search-forgotten = Filtro removido
search-kept-full = Há lugar para { $count } filtros. Remova um antes.
syntax-source = só de uma fonte
syntax-saved = só o que você salvou
syntax-unread = só o que você não leu
syntax-before = anteriores a uma data
syntax-phrase = estas palavras juntas
syntax-without = sem esta palavra
syntax-phrase-sample = "trem noturno"
syntax-without-sample = -futebol
filter-source = de { $value }
filter-folder = na pasta { $value }
filter-lang = em { $value }
filter-tag = etiqueta { $value }
filter-in = em Salvas
filter-is = não lidas
filter-before = antes de { $value }
filter-after = desde { $value }
filter-remove = Remover o filtro: { $filter }
filters-clear = Limpar filtros
search-clear = Limpar a busca
search-none = Nenhum resultado
search-anywhere = inicia uma busca de qualquer lugar
filter-add = Filtro
filter-add-name = Adicionar filtro
search-elsewhere = { $count } em Salvas, { $everywhere } no total
search-elsewhere-more = { $count } em Salvas, pelo menos { $everywhere } no total
search-everywhere = Buscar em tudo
filter-week = Últimos 7 dias
filter-month = Últimos 30 dias
search-looking = { $count ->
    [0] Buscando nas notícias mais antigas
    [one] { $count } resultado, buscando nas notícias mais antigas
   *[other] { $count } resultados, buscando nas notícias mais antigas
}
search-more = Os { $count } primeiros resultados
search-pick-title = Selecione uma notícia para ler aqui
search-pick = A busca percorre tudo o que está guardado neste computador, mesmo offline.
cmd-search = Buscar em tudo o que está guardado aqui
search-count = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}

## activity
activity = Atividade
activity-log = O que aconteceu
activity-now = Agora
activity-checking = Verificando as fontes
activity-new = Notícias novas
activity-failed = Problemas
activity-incomplete = Salvas incompletas
activity-saved = { $count ->
    [one] { $count } notícia salva
   *[other] { $count } notícias salvas
}
activity-saves-wait = { $count ->
    [one] { $count } notícia será salva quando houver conexão
   *[other] { $count } notícias serão salvas quando houver conexão
}
attention-none = Nada requer a sua atenção.
recent = Recentes
recent-none = Nada aqui ainda.
since = Desde { $moment }
try-now = Tentar agora
manage-storage = Gerenciar armazenamento
details = Detalhes
copy-log = Copiar o registro
log-copied = Registro copiado
check-offline = Sem conexão
checks-offline = Sem conexão: { $count ->
    [one] { $count } fonte
   *[other] { $count } fontes
}
activity-waiting = Pediram para esperar
next-check-at = Próxima verificação: { $moment }
check-moved = Endereço atualizado
check-merged = Outra fonte mudou para cá e agora faz parte desta
checks-quiet =
    { $count ->
        [one] { $count } fonte verificada, nada de novo
       *[other] { $count } fontes verificadas, nada de novo
    }
check-new = { $count ->
    [one] { $count } notícia nova
   *[other] { $count } notícias novas
}
check-updated = Notícias atualizadas
last-days = Últimos { $count } dias
read-by-you = Lidas por você
days-words = { $count ->
    [one] { $count } notícia
   *[other] { $count } notícias
}, no máximo { $most } por dia, { $today } hoje
days-today = hoje, { $count }
last-checks = Últimas verificações
stored-images = Imagens não salvas
stored-of = { $size } de { $most }
stored-texts = Textos das notícias
stored-library = Biblioteca inteira
stored-free = Livre neste disco
clean-up = Liberar espaço
cleaned-up = Espaço liberado: { $size }. Nada do que você salvou foi afetado.
cleaned-up-old = { $stories ->
    [one] Espaço liberado: { $size }, incluindo { $stories } notícia antiga. Nada do que você salvou foi afetado.
   *[other] Espaço liberado: { $size }, incluindo { $stories } notícias antigas. Nada do que você salvou foi afetado.
}
cmd-activity = Atividade

## follow dialog
follow-address = Endereço do site ou do feed
follow-hint = exemplo.org
follow-contact = O Stop Press vai acessar { $host } e nada mais
follow-looking = Procurando feeds em { $host }
follow-found = { $count ->
    [one] { $count } feed encontrado
   *[other] { $count } feeds encontrados
}
follow-which = Feed
follow-already = Você já segue { $title }
follow-done = { $count ->
    [one] Seguindo { $title }, { $count } notícia adicionada
   *[other] Seguindo { $title }, { $count } notícias adicionadas
}
follow-empty = Digite um endereço primeiro
follow-anyway = Procurar mesmo assim
follow-look = Procurar
follow-show = Mostrar
follow-suggested = Fontes das coleções
follow-clipped = Da área de transferência
follow-choose-word = Escolha uma destas ou digite um endereço
follow-no-word = Nenhuma coleção tem isso. Digite o endereço de um site.
follow-drop = Solte um link para seguir o site
look-preview = Prévia
look-newest = última notícia: { $when }
look-nothing = nenhuma notícia ainda
look-per-day = { $count ->
    [one] cerca de { $count } por dia
   *[other] cerca de { $count } por dia
}
look-per-week = { $count ->
    [one] cerca de { $count } por semana
   *[other] cerca de { $count } por semana
}
look-per-month = { $count ->
    [one] cerca de { $count } por mês
   *[other] cerca de { $count } por mês
}
look-quiet = nada há um mês
look-whole = texto completo
look-summary = só o começo

## welcome and packs
welcome-title = O que você quer seguir?
welcome-lead = Três maneiras de começar. Cada fonte pode ser alterada ou removida depois, e nenhum site é acessado antes de você clicar em Seguir.
welcome-pack = Escolher uma coleção
welcome-packs = Coleções
pack-about = { $count ->
    [one] { $count } fonte
   *[other] { $count } fontes
}, { $about }
list-comma = {", "}
pack-languages = Idiomas das coleções
pack-region = Região
all-regions = Todas as regiões
packs-none = Nenhuma coleção nestes idiomas e nesta região.
pack-world = Mundo
pack-world-about = de seis continentes
pack-europe = Europa
pack-europe-about = em inglês e em mais seis idiomas
pack-maghreb = Marrocos e Magreb
pack-maghreb-about = em árabe, francês e inglês
pack-spain = Espanha
pack-spain-about = jornais nacionais e regionais
pack-france = França
pack-france-about = jornais e emissoras de todas as tendências
pack-germany = Alemanha
pack-germany-about = jornais e emissoras de todas as tendências
pack-technology = Tecnologia
pack-technology-about = indústria, regulação e máquinas
pack-science = Ciência
pack-science-about = revistas, institutos e repórteres
pack-business = Economia
pack-business-about = mercados, empresas e trabalho
pack-sport = Esportes
pack-sport-about = futebol e todo o resto
pack-culture = Cultura
pack-culture-about = livros, cinema, música e arte
pack-arabic = Em árabe
pack-arabic-about = emissoras e jornais de muitos países
pack-portuguese = Brasil e Portugal
pack-portuguese-about = jornais e emissoras dos dois países
pack-japan = Japão
pack-japan-about = emissoras, jornais e revistas
pack-chinese = Em chinês
pack-chinese-about = emissoras e jornais de muitos países
pack-some = { $names } e mais { $count }
type-address = Digitar um endereço
type-address-hint = Um site, o endereço de um feed ou palavras para buscar nas coleções
bring-list = Trazer a sua lista
bring-list-hint = Um arquivo OPML de outro leitor mantém as pastas
take-list = Levar a sua lista
take-list-hint = Um arquivo OPML na pasta de downloads: outros leitores o entendem, e ele mantém pastas e nomes
drop-file = Solte um arquivo aqui
choose-file = Escolher arquivo
contacted = Sites que serão acessados
contacted-none = Nenhum por enquanto. Escolha uma coleção, digite um endereço ou traga uma lista.
contacted-count = { $count ->
    [one] Só este site e nada mais.
   *[other] Só estes { $count } sites e nada mais.
}
contacted-list = Lista de sites
contacted-typed = Digitado por você
contacted-unchecked = Não conferimos estes endereços. Alguns podem ter mudado.
contacted-file = Uma lista traz os próprios sites. Eles são acessados assim que você escolhe o arquivo.
sites = { $count ->
    [one] { $count } site
   *[other] { $count } sites
}
skip-empty = Pular e começar do zero
follow-sources = { $count ->
    [one] Seguir { $count } fonte
   *[other] Seguir { $count } fontes
}
working-on-it = Adicionando as fontes; pode demorar um pouco
import-title = Suas fontes estão aqui
list-title = Antes de importar
list-new = { $count ->
    [one] { $count } fonte nova
   *[other] { $count } fontes novas
}
list-already = { $count ->
    [one] { $count } que você já segue
   *[other] { $count } que você já segue
}
list-all = Todas
list-none = Nenhuma
list-followed = você já segue
list-twice = está em outra pasta
list-taking = { $done } de { $total } importadas
list-cancelling = Parando
list-stop = Parar
list-ended = Você parou antes do fim. As fontes importadas até ali continuam aqui.
list-more = { $count ->
    [one] e mais { $count }, que acompanha a pasta
   *[other] e mais { $count }, que acompanham a pasta
}
import-added = { $count ->
    [one] { $count } fonte adicionada
   *[other] { $count } fontes adicionadas
}
import-already = Você já seguia { $count }
import-failed = { $count ->
    [one] { $count } item não pôde ser importado
   *[other] { $count } itens não puderam ser importados
}
import-go = Ler as notícias
first-keys = { $next } e { $previous } percorrem as notícias. { $help } mostra todas as teclas.
import-saved = Importar artigos salvos
import-saved-lead = O que você salvou em outro aplicativo ou navegador vem junto, com etiquetas e datas.
import-saved-which = Favoritos, Pocket, Instapaper, Raindrop.io, Omnivore, Readwise, Pinboard, wallabag, FreshRSS e Feedly: escolha o arquivo que eles exportam ou solte-o nesta janela.
import-saved-choose = Escolher arquivo
import-saved-working = Lendo a lista
import-saved-added = { $count ->
    [one] { $count } artigo adicionado a Salvas
   *[other] { $count } artigos adicionados a Salvas
}
import-saved-already = { $count ->
    [one] { $count } já estava salvo
   *[other] { $count } já estavam salvos
}
import-saved-behind = Os textos e as imagens são baixados aos poucos, enquanto você lê.
import-failed-copy = Copiar estes itens
import-failed-copied = Copiados
import-drop = Solte uma lista para importá-la
cmd-import-saved = Importar artigos salvos em outro lugar
packs-title = Coleções

## packing for offline
pack-offline = Baixar para ler offline
pack-lead = As notícias não lidas mais recentes, com texto completo e imagens, para quando você ficar sem conexão.
pack-how-many = Não lidas mais recentes
pack-budget = No máximo
pack-size = { $size } MB
pack-start = Baixar
pack-cancelling = Parando depois desta notícia
pack-goes-on = Você pode fechar esta janela e continuar lendo.
pack-result = { $count ->
    [one] { $count } notícia pode ser lida sem conexão
   *[other] { $count } notícias podem ser lidas sem conexão
}, { $complete ->
    [0] nenhuma com todas as imagens
   *[other] { $complete } com todas as imagens
}
pack-nothing = Tudo estava lido, não havia nada para baixar
pack-nothing-cancelled = Interrompido antes da primeira notícia
pack-cancelled = Você parou antes do fim. O que foi baixado continua aqui.
pack-budget-reached = O limite de { $size } MB foi atingido.
pack-failed = { $count ->
    [one] Falta alguma coisa em { $count } notícia
   *[other] Falta alguma coisa em { $count } notícias
}
pack-again = Baixar de novo

export = Exportar
export-what = Quais notícias
export-what-story = Esta notícia
export-what-marked = As selecionadas
export-what-shown = Todas as exibidas
export-what-saved = Tudo o que está salvo
export-format = Formato
export-format-epub = Livro
export-format-epub-hint = EPUB, para leitores digitais e aplicativos de leitura
export-format-html = Páginas
export-format-html-hint = HTML com as imagens incluídas; várias páginas vêm em um arquivo ZIP
export-format-markdown = Markdown
export-format-markdown-hint = Texto com as imagens ao lado, para anotações
export-format-bookmarks = Favoritos
export-format-bookmarks-hint = Endereços e etiquetas, para navegadores e outros aplicativos
export-start = Exportar
export-starting = Gravando o arquivo
export-progress = Gravando { $done } de { $total }
export-cancelling = Parando
export-goes-on = Você pode fechar esta janela e continuar lendo.
export-stop = Parar
export-cancelled = Você parou antes do fim. Nenhum arquivo foi gravado.
export-done = { $count ->
    [one] { $count } notícia está em { $name }
   *[other] { $count } notícias estão em { $name }
  }
export-left-out = { $count ->
    [one] { $count } notícia não pôde ser exportada.
   *[other] { $count } notícias não puderam ser exportadas.
  }
export-missing-images = { $count ->
    [one] { $count } imagem ficou de fora.
   *[other] { $count } imagens ficaram de fora.
  }
export-show = Mostrar na pasta
done = Concluir

## settings
appearance = Aparência
appearance-hint = As mudanças aparecem na hora, inclusive na janela ao fundo.
checking-hint = Os sites podem pedir intervalos maiores, e eles são respeitados.
about = Sobre
theme = Tema
theme-system = Sistema
theme-light = Claro
theme-dark = Escuro
theme-sepia = Sépia
theme-oled = OLED
theme-hc-light = Contraste
theme-hc-dark = Contraste escuro
accent = Cor de destaque
accent-theme = A do tema
accent-teal = Azul-petróleo
accent-green = Verde
accent-purple = Roxo
accent-amber = Âmbar
accent-graphite = Grafite
headlines = Títulos nas listas
headlines-serif = Com serifa
headlines-sans = Sem serifa
motion = Animações
motion-system = Sistema
motion-reduced = Reduzidas
motion-full = Todas
reading-font = Tipografia dos artigos
font-serif = Source Serif
font-sans = Inter
font-system = Do sistema
text-size = Tamanho do texto
smaller = Diminuir texto
larger = Aumentar texto
pixels = { $count } px
leading = Entrelinha
measure = Largura do texto
paragraphs = Espaço entre parágrafos
characters = { $count } caracteres
look-reset = Restaurar a tipografia
look-take-back = Desfazer a restauração
look-was-reset = Tipografia restaurada
look-can-undo = Pode ser desfeito
appearance-reset = Restaurar a aparência
appearance-was-reset = Aparência restaurada
density = Densidade de Últimas
density-comfortable = Padrão
density-compact = Compacta
density-wire = Telex
check-interval = Buscar notícias novas
every-15 = A cada 15 min
every-30 = A cada 30 min
every-60 = A cada hora
by-hand = Manualmente
reading = Leitura
images = Imagens
images-opened = Ao abrir uma notícia
images-never = Só quando eu pedir
images-note = As notícias salvas sempre vêm com imagens.
version = Versão
data-folder = Sua biblioteca
data-folder-hint = Para mover a biblioteca, feche o Stop Press e execute “stoppress-cli move-library PASTA”.
move-library = Mover a biblioteca…
move-library-to = Mover a biblioteca para
move-library-hint = O Stop Press fecha, copia tudo, confere a cópia e abre de novo. O arquivo atual continua no mesmo lugar, com outro nome.
move-library-now = Mover e reiniciar
log-file = Arquivo de registro
copy-diagnostics = Copiar diagnóstico
diagnostics-hint = O que é preciso para relatar um erro. Os endereços que você segue só entram se você ativar essa opção.
diagnostics-addresses = Com os endereços das minhas fontes
drawing-safe = Não usar a placa de vídeo
drawing-safe-hint = Para janelas que ficam vazias ou aparecem com defeito. Mais lento; vale a partir da próxima vez que o Stop Press abrir.
drawing-next-start = Vale a partir da próxima vez que o Stop Press abrir.
drawing-news = A janela ficou vazia, por isso o Stop Press reiniciou e não usa mais a placa de vídeo. Para desfazer isso, vá a Ajustes, Sobre.
diagnostics-copied = Diagnóstico copiado
diagnostics-not-copied = Não foi possível copiar o diagnóstico
preview = Prévia
sample-of-live = Amostra de Últimas
sample-bank = Banco Central mantém juros e pede paciência até o segundo semestre
sample-bank-source = Agência Continental
sample-wind = Eólicas em alto-mar geram um terço da energia da rede
sample-wind-source = Diário do Cais
sample-train = Trem noturno volta após onze anos, com lugar para bicicletas
sample-train-source = O Meridiano
sample-chips = Fabricante de chips abre sua sala limpa
sample-chips-source = Revista Cívica
sample-first = À 1h40 de segunda-feira, a sala de controle parou de comprar energia. Nas seis horas seguintes, turbinas fincadas em trinta metros de água cinzenta forneceram pouco mais de um terço de tudo o que o país consumia.
sample-second = O recorde tinha sido previsto com poucos minutos de diferença.

search-settings = Buscar nos ajustes
settings-found = { $count ->
    [one] { $count } ajuste encontrado
   *[other] { $count } ajustes encontrados
}
settings-none = Nenhum ajuste com esse nome
general = Geral
language = Idioma do aplicativo
language-hint = O aplicativo muda na hora. As notícias continuam no idioma original.
as-the-system = O do sistema
hours = Formato da hora
as-the-language = Conforme o idioma
hours-12 = 12 horas
hours-24 = 24 horas
mark-read = Marcar como lida
mark-read-glance = Ao abrir ou ver por um instante
mark-read-open = Ao abrir
mark-read-never = Só quando eu marcar
mark-read-hint = Abrir é clicar ou pressionar Enter. Percorrer a lista com o teclado mostra a notícia sem abri-la.
auto-show = Mostrar notícias novas automaticamente
auto-show-hint = Só quando a lista está no início e você não está mexendo nela. Caso contrário, elas esperam atrás de um botão.
fold = Agrupar sequências da mesma fonte
fold-hint = Cinco ou mais notícias que uma fonte traz em meia hora ficam atrás de uma só linha.
snippets = Primeiras palavras sob os títulos
snippets-hint = Só com a densidade padrão.
saved-and-storage = Salvas e armazenamento
stored-here = Guardado neste computador
stored-hint = O que você salva fica até você remover, mesmo que deixe de seguir a fonte.
single-keys = Atalhos de uma só tecla
single-keys-hint = Letras e sinais sem Ctrl. Desative se você usa entrada por voz.
key-preset = Modelo de teclas
key-preset-hint = Só muda o que é diferente. Os comandos que perdem a tecla continuam na paleta de comandos.
keys-default = Padrão
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = Personalizado
keys-are-now = Modelo de teclas em uso: “{ $preset }”
shortcuts = Atalhos
shortcuts-hint = Clique em um atalho para alterá-lo ou em + para adicionar outro. Duas teclas em um segundo formam uma sequência. Esc deixa tudo como estava.
keys-press = Pressione as novas teclas
keys-second = { $keys } … Mais uma tecla em um segundo forma uma sequência
keys-none = Nenhum
keys-change = { $command }: { $keys }. Alterar
keys-taken = { $keys } já é de “{ $command }”. Pressione outras teclas.
keys-begins = { $other }, de “{ $command }”, começa com { $keys } e nunca funcionaria. Pressione outras teclas.
keys-begun = { $keys } nunca funcionaria: { $other } já é de “{ $command }”. Pressione outras teclas.
keys-single-off = { $keys } é uma letra ou um sinal, e os atalhos de uma só tecla estão desativados. Pressione junto com { $control } ou ative-os.
keys-changed = { $keys } agora é “{ $command }”
keys-add = Adicionar tecla para “{ $command }”
keys-remove = Remover tecla
keys-removed = { $keys } não é mais “{ $command }”
keys-usual = Teclas padrão de “{ $command }”
keys-are-usual = “{ $command }” voltou às teclas padrão
images-ahead = Antes de abrir
cache-budget = Espaço para imagens não salvas
cache-hint = Passando disso, as mais antigas são apagadas. O que você salvou nunca entra na conta.
keep-for = As notícias ficam
keep-hint = Depois são apagadas, exceto as 20 mais recentes de cada fonte. O que você salvou, e o que baixou e ainda não leu, fica em qualquer caso.
keep-30 = 30 dias
keep-90 = 90 dias
keep-365 = Um ano
keep-0 = Para sempre
keep-own = { $days } dias
bag = Tudo em um arquivo
bag-hint = As notícias salvas com imagens, as fontes, pastas, etiquetas, itens silenciados, regras de notificação e ajustes. Qualquer navegador mostra tudo pelo index.html. Na importação, o conteúdo se junta ao que já está aqui: nada se perde de nenhum dos lados.
bag-write = Gravar o arquivo
bag-take = Importar um arquivo
bag-taken = Salvas: { $added }; reunidas com o que estava aqui: { $joined }; já existentes: { $already }; fontes: { $sources }.
bag-ended = A importação foi interrompida; importe o arquivo de novo para trazer o resto.
delete-everything = Excluir tudo
delete-ask = Excluir tudo…
delete-hint = O que você salvou também será excluído. Antes, haverá uma confirmação.
delete-what = Isto exclui para sempre: as notícias salvas ({ $saved }), com imagens e etiquetas, as fontes ({ $feeds }), tudo o que foi silenciado, os ajustes e todas as cópias da biblioteca na pasta dela. Os arquivos que você exportou continuam.
delete-type = Digite “{ $word }” para confirmar
delete-word = excluir
privacy-and-network = Privacidade e rede
what-is-contacted = Sites acessados
contacted-nobody = Nenhum: você ainda não segue nenhuma fonte.
contacted-rest = As páginas e imagens das notícias que você abre, salva ou baixa vêm dos próprios sites. Não há cookies nem pixels de rastreamento, e nada é enviado a nós nem a mais ninguém.
accessibility = Acessibilidade
messages-stay = As mensagens ficam
messages-short = De 6 a 10 segundos
messages-long = 20 segundos
messages-until = Até serem dispensadas
messages-hint = O que uma mensagem permite desfazer também pode ser desfeito a qualquer momento com a tecla de desfazer.
announce = Anunciar notícias novas
announce-hint = O leitor de tela diz quantas chegaram enquanto você está em Últimas, no máximo uma vez por minuto.

## toasts
marked-read = { $count ->
    [one] { $count } notícia marcada como lida
   *[other] { $count } notícias marcadas como lidas
}
marked-unread = { $count ->
    [one] { $count } notícia marcada como não lida
   *[other] { $count } notícias marcadas como não lidas
}
saved-many = { $count ->
    [one] Salvando { $count } notícia
   *[other] Salvando { $count } notícias
}
saved-already = Já estão salvas
nothing-unread = Tudo já estava lido
nothing-read = Nada estava lido
removed-saved = Removida de Salvas
removed-many = { $count ->
    [one] { $count } notícia removida de Salvas
   *[other] { $count } notícias removidas de Salvas
}
tagged-many = { $count ->
    [one] { $count } notícia etiquetada
   *[other] { $count } notícias etiquetadas
}
tags-to-add = Etiquetas, separadas por vírgulas
undone = Desfeito
undone-count = { $count ->
    [one] { $count } alteração desfeita
   *[other] { $count } alterações desfeitas
}
nothing-to-undo = Nada para desfazer
redone = Refeito
redone-count = { $count ->
    [one] { $count } alteração refeita
   *[other] { $count } alterações refeitas
}
nothing-to-redo = Nada para refazer
dismiss = Dispensar
just-done = Ações recentes

## keyboard
keyboard = Teclado
find-shortcut = Buscar atalho
group-move = Navegar
group-go = Ir para
group-story = Notícia
group-many = Várias de uma vez
group-app = Aplicativo
group-article = No artigo
cmd-next = Próxima notícia
cmd-previous = Notícia anterior
cmd-next-unread = Próxima não lida
cmd-previous-unread = Não lida anterior
cmd-unfold = Mostrar uma sequência agrupada
cmd-page = Próxima página, depois próxima não lida
cmd-page-back = Página anterior
cmd-first = Início da lista
cmd-last = Fim da lista
cmd-screen-down = Uma tela para baixo
cmd-screen-up = Uma tela para cima
cmd-show-new = Mostrar notícias novas
cmd-open = Abrir e ler
cmd-original = Abrir original
cmd-save = Salvar para ler offline
cmd-read = Lida ou não lida
cmd-comments = Comentários
cmd-copy = Copiar link
cmd-text = Notícia completa ou texto do feed
cmd-changes = O que a fonte mudou
cmd-images = Mostrar imagens
cmd-find = Buscar no artigo
cmd-find-next = Próxima ocorrência
cmd-find-previous = Ocorrência anterior
cmd-paragraph = Próximo parágrafo
cmd-paragraph-back = Parágrafo anterior
cmd-larger = Aumentar texto
cmd-smaller = Diminuir texto
cmd-tags = Etiquetas de uma notícia salva
cmd-save-page = Salvar uma página
cmd-order = Mudar a ordem das salvas
cmd-pack = Baixar para ler offline
cmd-export = Exportar notícias para um arquivo
cmd-select = Selecionar notícia
cmd-unselect = Tirar da seleção
cmd-extend-down = Estender seleção
cmd-extend-up = Estender seleção para cima
cmd-select-all = Selecionar tudo
cmd-mark-read = Marcar selecionadas como lidas
cmd-mark-unread = Marcar selecionadas como não lidas
cmd-save-many = Salvar selecionadas
cmd-hide-many = Ocultar selecionadas
cmd-unsave-many = Remover selecionadas de Salvas
cmd-tag-many = Etiquetar selecionadas
cmd-clear = Limpar seleção
cmd-mark-source = Marcar ou desmarcar fonte
cmd-mark-all-sources = Marcar todas as fontes
cmd-rename-source = Renomear fonte ou pasta
cmd-unfollow-source = Deixar de seguir a fonte
cmd-mark-all = Marcar todas como lidas
cmd-mark-older = Marcar as mais antigas como lidas
cmd-live = Últimas
cmd-saved = Salvas
cmd-sources = Fontes
cmd-unread = Notícias não lidas
cmd-scope = Escolher uma fonte ou pasta
cmd-place-back = Voltar ao lugar anterior
cmd-place-forward = Avançar ao próximo lugar
cmd-chip = Filtro { $number } de Últimas
cmd-chips = Tudo, não lidas, pastas
cmd-retry = Tentar salvar de novo
cmd-load-older = Carregar notícias mais antigas
cmd-only-source = Só esta fonte
cmd-go-source = Sobre esta fonte
cmd-palette = Paleta de comandos
commands = Comandos
palette-field = Notícias, fontes e comandos
palette-hint = Buscar uma notícia, fonte ou comando
palette-found = Encontrado
palette-none = Nada encontrado
palette-move = Navegar
palette-open = Abrir
not-followed = Não seguida
follow-named = Seguir { $title }
cmd-follow = Seguir uma fonte
cmd-sync = Verificar agora
cmd-print = Imprimir
cmd-focus = Foco no artigo
cmd-list = Mostrar ou ocultar a lista
cmd-region = Próxima parte da janela
cmd-region-back = Parte anterior da janela
cmd-settings = Ajustes
cmd-export-feeds = Exportar a lista de fontes (OPML)
feeds-exported = { $count ->
    [one] { $count } fonte está em { $name }, em { $folder }
   *[other] { $count } fontes estão em { $name }, em { $folder }
}
cmd-zoom-in = Aumentar tudo
cmd-zoom-out = Diminuir tudo
cmd-zoom-reset = Voltar tudo ao tamanho normal
zoomed = Tudo em { $percent }%
cmd-undo = Desfazer
cmd-redo = Refazer
cmd-toast = Ir para a mensagem
cmd-help = Teclado
cmd-print-keys = Imprimir as teclas
cmd-quit = Sair
cmd-back = Voltar
keys-note = Os atalhos de uma só tecla podem ser desativados ou alterados em Ajustes, Teclado.
keys-change-them = Alterar teclas
no-shortcut = Nenhum atalho com esse nome
key-space = Espaço
key-enter = Enter
key-escape = Esc
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-home = Home
key-end = End
key-page-down = Page Down
key-page-up = Page Up
key-delete = Delete

## Muting

mute = Silenciar
cmd-hide = Ocultar esta notícia
show-again = Mostrar de novo
hidden-now = { $count ->
    [one] Notícia ocultada
   *[other] { $count } notícias ocultadas
}
shown-again = De volta a Últimas
muted-still = Ainda fora de Últimas porque está silenciada
cmd-mute = Silenciar palavras desta notícia…
cmd-mute-source = Silenciar esta fonte…
mute-by = O que silenciar
mute-words = Palavras
mute-source = Fonte
mute-author = Autor
mute-days = { $days } dias
mute-always = Até ser removido
mute-until = Até { $day }
mute-how-long = Por quanto tempo
mute-count = Notícias que saem de Últimas agora: { $count }
mute-nothing = Digite pelo menos uma palavra.
mute-note = As notícias salvas nunca são silenciadas. As demais voltam quando o prazo termina.
muted-now = Silenciado
unmuted-now = Não está mais silenciado
muted = Silenciados
mutes-none = Nada está silenciado.
mute-add = Silenciar palavras…
unmute-what = Deixar de silenciar { $what }
foot-muted = Silenciadas hoje: { $count }
foot-mutes = Alterar o que está silenciado

## Sign-ins and the proxy
sign-in = Fazer login…
sign-in-now = Entrar
sign-in-to = Fazer login em { $site }
sign-in-note = A senha fica no cofre de senhas do sistema e só é enviada a este site.
sign-in-user = Usuário
sign-in-password = Senha
sign-out = Sair da conta
signed-in = Você entrou na conta
signed-out = Você saiu da conta
signed-in-as = Conta
signed-in-not = Sem login
proxy = Acesso à internet
proxy-hint = O endereço de um proxy começa com http, https, socks5 ou socks5h. Os sites da sua própria rede são acessados sem ele.
proxy-system = Como no sistema
proxy-direct = Direto
proxy-own = Proxy
proxy-address = Endereço do proxy

## New versions
look-for-versions = Buscar novas versões
look-for-versions-hint = Uma vez por dia, onde as versões do Stop Press são publicadas. Nada é instalado sem a sua autorização.
versions-by-packages = As novas versões deste Stop Press vêm pelos pacotes do sistema.
look-now = Buscar agora
version-there = O Stop Press { $version } está disponível.
version-install = Instalar
version-newest = Esta é a versão mais recente.
version-installed = O Stop Press { $version } foi instalado e será usado na próxima vez que o aplicativo abrir.
version-working = Um momento…

## Notifications
notifications = Notificações
notify-on = Mostrar notificações
notify-on-hint = Para notícias que se encaixam em uma regra, quando você não está olhando para a janela. No máximo quatro por hora; depois, uma só para as demais.
notify-missing = Nada neste sistema mostra notificações no momento.
notify-when = Quando
notify-at-once = Assim que as notícias chegam
notify-digest = Às 8h, 13h e 18h
notify-quiet = Horário de silêncio
notify-quiet-on = Respeitar horário de silêncio
notify-quiet-hint = Nada é mostrado nesse período. O que ainda for novidade aparece quando ele terminar.
notify-from = Silêncio a partir de
notify-until = Silêncio até
notify-weekends = Silêncio aos sábados e domingos
notify-pause = Pausar
notify-hour = Por uma hora
notify-tomorrow = Até amanhã
notify-paused = Pausadas até { $time }
notify-resume = Voltar a mostrar
notify-private = Ocultar os títulos
notify-private-hint = As notificações só trazem o nome da fonte.
notify-rules = Notificar sobre
notify-rules-hint = Para uma fonte, ative nos detalhes dela. Para uma pasta, clique no sino ao lado do nome em Fontes.
notify-rules-none = Nada ainda.
notify-words = Palavras nos títulos
notify-words-hint = Por exemplo: balsa, temporal
notify-matching = Quais das palavras
notify-any = Qualquer uma
notify-all = Todas
notify-phrase = Nesta ordem
notify-words-any = Qualquer uma destas palavras
notify-words-all = Todas estas palavras
notify-words-phrase = Estas palavras nesta ordem
notify-add = Adicionar
notify-remove = Desativar notificações sobre { $what }
notify-me = Receber notificações
notify-me-hint = Quando chegarem notícias novas desta fonte.
notify-new = Receber notificações de notícias novas
notify-folder = Receber notificações sobre { $folder }
notify-added = Você vai receber notificações sobre { $what }
notify-removed = Notificações sobre { $what } desativadas
notify-ask-title = Mostrar notificações?
notify-ask-text = Quando chegam notícias que você pediu, uma notificação avisa quais são: no máximo quatro por hora, nenhuma à noite e nenhuma enquanto você olha para a janela.
notify-ask-note = Você pode mudar isso em Ajustes, Notificações.
not-now = Agora não

## Going on in the background
background = Segundo plano
close-title = Manter o Stop Press ativo?
close-text = Em segundo plano, ele continua buscando notícias, uma vez por hora em cada fonte, e fica na bandeja do sistema. Sair interrompe tudo isso.
close-note = Esta pergunta só aparece uma vez. Para mudar depois, vá a Ajustes, Segundo plano.
close-keep = Manter ativo
close-quit = Sair
on-close = Ao fechar a janela
on-close-ask = Perguntar
on-close-background = Manter ativo
on-close-quit = Sair
on-close-hint = Ativo, ele fica na bandeja do sistema e busca notícias uma vez por hora em cada fonte.
on-close-no-tray = Este ambiente gráfico não tem bandeja do sistema, por isso fechar a janela encerra o aplicativo.
start-at-login = Iniciar com o sistema
start-at-login-hint = Sem mostrar a janela, se puder ficar ativo em segundo plano.
badge = Número no ícone
badge-hint = Notícias não lidas em Últimas, se o ambiente gráfico mostrar números nos ícones.
spare = Poupar a bateria e as conexões limitadas
spare-hint = Nesses casos, as fontes são verificadas como quando a janela está oculta, e nada é baixado com antecedência.
spare-normal = No momento, nenhum dos dois casos se aplica.
spare-metered = A conexão está limitada no momento.
spare-power = O sistema está economizando energia no momento.
spare-both = A conexão está limitada e o sistema está economizando energia no momento.
cmd-menu = Menu do aplicativo
app-menu = Menu

## Listen
listen = Ouvir
listen-play = Reproduzir
listen-pause = Pausar
listen-next = Próxima frase
listen-previous = Frase anterior
listen-speed-short = { $speed }×
listen-speed-now = Velocidade: { $speed }×
listen-none = Este sistema não tem nenhuma voz que o Stop Press possa usar. No Linux, o speech-dispatcher com um sintetizador como o espeak-ng fornece uma.
listen-languages = Notícias nestes idiomas podem ser lidas em voz alta: { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = tradução língua inglês francês espanhol árabe alemão português japonês chinês
words-hours = relógio horário am pm
words-mark-read = visto vista não lida automaticamente
words-images = fotos figuras dados rastreamento
words-listen = voz fala áudio ler em voz alta narrar
words-theme = escuro claro sépia preto noite modo noturno contraste cores
words-accent = cor tom realce
words-density = densidade compacta espaçamento linhas layout
words-headlines = manchetes fonte letra serifa
words-font = fonte letra tipo serifa
words-size = zoom maior menor fonte letra
words-leading = altura da linha espaçamento
words-measure = comprimento da linha coluna margem
words-auto-show = atualizar recarregar sozinhas
words-fold = recolher juntar rajada
words-snippets = resumo prévia trecho linhas
words-mutes = silenciar bloquear ocultar filtrar palavras-chave
words-interval = atualizar frequência sincronizar minutos feeds intervalo
words-proxy = proxy rede servidor http conexão
words-packs = pacotes jornais assinar seguir adicionar
words-opml = feeds rss lista assinaturas importar exportar
words-notify-on = alertas avisos som área de trabalho
words-notify-quiet = não perturbe noite horas
words-on-close = bandeja minimizar segundo plano encerrar
words-start-at-login = inicialização automática ligar login sessão
words-spare = energia bateria dados móveis franquia
words-storage = disco espaço memória
words-cache = disco limite megabytes cache
words-keep = retenção excluir apagar antigas dias limpar
words-bag = backup cópia exportar migrar perfil transferir
words-pack = viagem voo avião download
words-delete = apagar remover limpar redefinir
words-single-keys = teclas letras
words-key-preset = predefinição perfil redefinir google reader netnewswire
words-keys = teclas combinações
words-contacted = rastreamento servidores telemetria solicitações
words-motion = movimento transições
words-toasts = duração tempo avisos
words-announce = leitor de tela voz
words-version = edição compilação
words-data-folder = perfil caminho diretório
words-log = erros falhas log
words-versions = atualização atualizar
words-diagnostics = falha relatório erro bug
words-cmd-settings = configurações preferências opções tema escuro fonte proxy idioma configurar
words-cmd-follow = importar opml lista adicionar assinar novo feed rss
words-cmd-sync = atualizar recarregar sincronizar
words-cmd-export = favoritos markdown html zip baixar
words-cmd-import-saved = favoritos ler mais tarde
words-cmd-pack-now = viagem voo avião download
words-cmd-save = favorito guardar ler mais tarde estrela
words-cmd-save-page = importar url endereço favorito link
words-cmd-original = navegador site link
words-cmd-copy = url endereço área de transferência
words-cmd-hide = esconder descartar não ver mais
words-cmd-mute = bloquear ocultar filtrar
words-cmd-go-sources = feeds pastas assinaturas gerenciar deixar de seguir cancelar renomear
words-cmd-go-saved = favoritos arquivo offline biblioteca
words-cmd-go-activity = erros problemas registro histórico
words-cmd-go-search = procurar encontrar pesquisar consulta
words-cmd-scope = barra lateral árvore feeds filtrar
words-cmd-place = histórico navegação anterior próximo
words-cmd-mark-all = limpar vistas em dia
words-cmd-help = atalhos ajuda
words-cmd-focus = distração tela cheia foco zen
words-cmd-list = barra lateral painel
words-cmd-print = papel pdf
words-cmd-read-aloud = voz fala áudio
words-cmd-larger = zoom maior fonte letra
words-cmd-smaller = zoom menor fonte letra
words-cmd-quit = encerrar fechar
words-cmd-undo = reverter voltar
words-cmd-redo = repetir de novo
