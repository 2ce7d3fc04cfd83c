# O que o programa diz, frase por frase. Trata o leitor por “você”.

## Why a site gave nothing.
said-dns = Não foi possível encontrar { $site }. O endereço pode ter mudado.
said-silent = { $site } não responde. Vamos continuar tentando.
said-silent-now = { $site } não responde.
said-no-route = No momento, não há como chegar a { $site } por esta rede.
said-sign-in-first = Esta rede exige login antes de acessar { $site }.
said-tls = Não foi possível verificar a conexão segura com { $site }, por isso nada foi carregado.
said-no-certificates = { $site } não foi acessado: não foi possível ler os certificados deste computador, que servem para reconhecer os sites.
said-cut-off = A resposta de { $site } parou no meio, por isso não foi usada.
said-too-large = O que { $site } enviou passa de 16 MB, por isso paramos.
said-redirects = { $site } fica nos redirecionando em círculos.
said-private = { $site } leva a um endereço dentro de uma rede privada, por isso não foi acessado.
said-bad-address = { $site } não é um endereço que possa ser acessado.
said-refused = { $site } recusou este aplicativo.
said-sign-in = { $site } pediu login.
said-robots = { $site } verifica se o visitante é um robô antes de responder, e só um navegador passa por isso.
said-not-found = No momento, não há nada neste endereço de { $site }. Alguns sites ficam assim por algumas horas.
said-gone = { $site } desativou este feed. Ele não será mais verificado.
said-gone-now = { $site } desativou este feed.
said-slow-down = { $site } pediu para irmos mais devagar. A próxima verificação fica para mais tarde.
said-slow-down-now = { $site } pediu para irmos mais devagar.
said-trouble = { $site } está com problemas.
said-answered-but = { $site } respondeu, mas { $why }.
said-nothing-came = { $site } respondeu sem enviar nada.
said-check-cancelled = A verificação de { $site } foi cancelada.
said-unreadable = Não foi possível ler { $site }: { $why }.
said-by-hand = Isso já dura duas semanas, e agora a verificação é só manual.
said-kept-one = O artigo que temos continua aqui.
said-kept = Os { $count } artigos que temos continuam aqui.
said-unchanged = Nada foi alterado.

## Following.
said-inside = { $site } fica na sua própria rede ou neste computador.
said-no-feed = Não encontramos nenhum feed em { $site }. Nada foi alterado.
said-no-feeds-any-more = { $site } não tem mais feeds, por isso não foi acessado. Nada foi alterado.
said-candidates = Há { $count } opções; { $number } não é nenhuma delas.
said-not-opml = Não foi possível importar este arquivo: { $why }. Nada foi alterado.
said-not-a-list = Este arquivo { $why }. Nada foi alterado.
said-search-ended = A busca foi interrompida. Nada foi alterado.
said-found-gone = O que foi encontrado neste endereço não está mais aqui. Procure de novo.
said-list-gone = Esta lista não está mais aqui. Escolha o arquivo de novo. Nada foi alterado.
said-address-taken = Você já segue este endereço. Nada foi alterado.
said-no-other-address = Nenhum feed foi encontrado em { $site } em outro endereço. Nada foi alterado.
said-no-pack = Não há nenhuma coleção chamada { $name }.
said-no-folder-of-name = Nenhum feed está em uma pasta chamada { $name }.
said-sign-in-needs = O login precisa de um nome de usuário sem dois-pontos e de uma senha.
said-not-secure = A conexão com { $site } não é segura: a senha poderia ser lida no caminho. Nada foi alterado.
said-keychain = Não foi possível abrir o cofre de senhas deste sistema, e as senhas não são guardadas em nenhum outro lugar.
said-keychain-long = Esta senha é longa demais para o cofre de senhas deste sistema.
said-keychain-several = O cofre de senhas tem vários registros para este login. Remova-os por lá.
said-keychain-linux = No Linux, trata-se de um serviço como GNOME Keyring, KWallet ou KeePassXC.
said-no-sign-in = Não há login para { $site }.
said-not-a-proxy = { $site } não é o endereço de um proxy: ele começa com http://, https://, socks5:// ou socks5h:// e não contém senha. Nada foi alterado.
said-folder-name = Uma pasta precisa de um nome. Nada foi alterado.
said-folders-long = Os nomes destas pastas, juntos, são longos demais. Nada foi alterado.
said-too-many-tags = Uma notícia pode ter até 64 etiquetas. Nada foi alterado.
said-place-gone = Este lugar não é mais conhecido; abra a lista de novo.

## Stories.
said-no-address = A fonte não informa o endereço desta notícia.
said-no-comments = A fonte não informa comentários para esta notícia.
said-no-older = Esta fonte não oferece notícias mais antigas.
said-no-talk = A fonte não oferece comentários que possam ser mostrados aqui.
said-no-site = Esta fonte não indica nenhum site.
said-link-gone = Este link não está mais no artigo; abra-o de novo.
said-link-nowhere = Este link não leva a lugar nenhum.
said-link-kind = Links deste tipo não são abertos.
said-place = Uma posição no artigo fica entre 0 e 1.
said-no-more = A página não traz nada além do que a fonte já traz.
said-page = { $site }: { $why }.
said-comments-earlier = Estes comentários foram baixados antes.

## Saving and packing.
said-no-room = Não há mais espaço no disco para as imagens.
said-not-an-address = Isto não é um endereço.
said-its-pictures = { $count ->
    [one] { $count } das imagens não pôde ser baixada.
   *[other] { $count } das imagens não puderam ser baixadas.
}
said-picture = 1 imagem não pôde ser baixada.
said-pictures = { $count ->
    [one] { $count } imagem não pôde ser baixada.
   *[other] { $count } imagens não puderam ser baixadas.
}
said-many-pictures = Há mais de { $count } imagens.
said-save-later = Não há conexão. A notícia será salva quando a conexão voltar.
said-nothing-to-save = Não havia nada para salvar.
said-pack-offline = Não há conexão, por isso nada pode ser baixado. O que está aqui pode ser lido.
said-headline-only = Não há texto, só o título.

## Taking out and bringing in.
said-not-written = Não foi possível gravar o arquivo: { $why }. Nada ficou para trás.
said-export-busy = Outra exportação está em andamento; tente de novo daqui a pouco.
said-nothing-exported = Nada foi exportado ainda.
said-image-not-here = Esta imagem não está aqui, por isso não foi salva.
said-image-address = O endereço desta imagem não é conhecido.
said-nothing-to-export = Não há nada para exportar.
said-export-over-library = Uma exportação nunca é gravada sobre um arquivo da biblioteca. Escolha outro nome; nada foi gravado.
said-export-not-here = Esta notícia não está na biblioteca.
said-export-damaged = Esta notícia está danificada na biblioteca e não pode ser lida.
said-export-picture-damaged = Uma imagem desta notícia está danificada na biblioteca.
said-bag-picture-damaged = Uma imagem de “{ $title }” está danificada neste arquivo.
said-bag-picture-missing = Uma imagem de “{ $title }” não está neste arquivo.
said-needs-zip = Vários artigos neste formato precisam de um arquivo ZIP: escolha um nome que termine em .zip.
said-none-writable = Nenhum destes artigos pode ser gravado neste formato; nada foi exportado.
said-too-many = São notícias demais para um só arquivo.
said-list-file = Uma lista de assinaturas deve vir em um arquivo.
said-saved-file = Uma lista de artigos salvos deve vir em um arquivo.
said-look-again = A biblioteca mudou durante a confirmação. Confira de novo; nada foi excluído.
said-memory = Isso é mais do que a janela consegue lembrar.
said-bag-empty = Não tem título, nem endereço, nem texto.
said-bag-missing = Não está no arquivo importado.
said-bag-file = O conteúdo do Stop Press deve vir em um arquivo.
said-any-unchanged = { $why }. Nada foi alterado.

## Mutes.
said-mutes-full = Já há 500 itens silenciados. Remova um que não seja mais necessário.
said-mute-source = Para silenciar uma fonte, é preciso indicar a fonte.
said-mute-word = Não há nenhuma palavra aí que possa ser silenciada.
said-rules-full = Já há 500 regras. Remova uma que não seja mais necessária.
said-rule-source = Uma regra para uma fonte precisa da fonte.
said-rule-word = Não há nenhuma palavra aí que possa ser procurada.
said-no-setting = Este ajuste não existe ou não aceita esse valor. Nada foi alterado.
said-mute-days = Um item fica silenciado de 1 a 3.650 dias ou até ser removido.

## The library.
said-busy = Outra instância do Stop Press está verificando os feeds no momento; nada foi alterado, tente de novo daqui a pouco
said-inner = Algo deu errado no Stop Press: { $name }
said-library = Não foi possível ler ou gravar a biblioteca: { $why }
said-disk-full = Não há mais espaço no disco, por isso nada foi alterado. Tudo o que estava guardado continua.
said-read-only = A biblioteca não pode ser alterada: { $why }
said-no-folder = Não foi possível usar a pasta da biblioteca: { $why }
said-missing = A biblioteca não contém { $why }
said-damaged-story = Esta notícia está danificada na biblioteca e não pode ser lida. Uma cópia da biblioteca talvez ainda a tenha.
said-lost-story = Esta notícia está danificada na biblioteca e não pode ser lida, e nenhuma cópia diária a tem inteira. Uma cópia que você fez talvez ainda a tenha.
said-lost-full-text = A notícia completa está danificada na biblioteca. Este é o texto da fonte.
said-part-healed = Uma parte de uma notícia salva estava danificada na biblioteca e foi restaurada.
said-parts-healed = Partes de notícias salvas estavam danificadas na biblioteca e foram restauradas: { $count }.
said-little-room = Há pouco espaço no disco para uma cópia da biblioteca: são necessários { $count } MB. Nada foi alterado.
said-recovered = A sua biblioteca estava danificada. Ela foi reconstruída { $why }: { $sources ->
    [one] { $sources } fonte
   *[other] { $sources } fontes
} e { $saved ->
    [one] { $saved } notícia salva
   *[other] { $saved } notícias salvas
}. O arquivo danificado está guardado na mesma pasta com o nome { $name }.
said-library-gone = O arquivo da sua biblioteca tinha desaparecido. Ela foi reconstruída a partir da última cópia boa: { $sources ->
    [one] { $sources } fonte
   *[other] { $sources } fontes
} e { $saved ->
    [one] { $saved } notícia salva
   *[other] { $saved } notícias salvas
}.
said-moved = A sua biblioteca foi movida para { $name }, que não está disponível no momento. Conecte esse disco e abra o Stop Press de novo. Nada foi alterado.
said-moved-away = A biblioteca de { $name } foi movida para { $folder }: abra-a ali com --profile. Nada foi alterado.
said-damaged = O arquivo da sua biblioteca está danificado. Abra o Stop Press de novo, e ele recupera o que for possível.
said-damaged-open = O arquivo da sua biblioteca está danificado e aberto em outra instância do Stop Press. Feche todas e abra o Stop Press de novo: ele então recupera o que for possível.
said-move-stayed = A sua biblioteca continua onde estava.
said-move-named = Esta biblioteca foi aberta pela pasta; quem a abre assim também a move por lá.
said-move-nowhere = Não há nenhuma pasta para onde mover a biblioteca.

## The system.
said-no-downloads = Este sistema não indica uma pasta para arquivos: { $name }.
said-folder-closed = Não foi possível abrir a pasta: { $name }.
said-print = Não foi possível abrir a janela de impressão: { $name }.
said-no-menus = Estes não são menus da janela.
said-not-closed = Não foi possível fechar a janela: { $name }.
said-not-zoomed = Não foi possível mudar o tamanho do conteúdo da janela: { $name }.
said-browser = Não foi possível abrir o navegador do sistema: { $name }.

## New versions of the program.
said-versions-not-a-list = O que { $site } enviou não é uma lista de versões.
said-versions-no-version = { $site } anuncia algo que não é uma versão.
said-versions-older = { $site } anuncia uma versão mais antiga que esta.
said-versions-not-signed = O pacote da nova versão não está assinado pelos autores do Stop Press.
said-versions-altered = O pacote da nova versão não é o que foi assinado.
said-versions-another = O pacote foi assinado como uma versão diferente da anunciada.
said-versions-other-system = O pacote não é para este sistema.
said-versions-none-here = Não há pacote da nova versão para este sistema.
said-versions-elsewhere = A nova versão está em um lugar onde não ficam versões do Stop Press.
said-versions-not-secure = O pacote da nova versão não está em um endereço seguro.
said-versions-too-much = { $site } enviou mais do que uma nova versão poderia ter, por isso paramos.
said-versions-newest = Esta é a versão mais recente.
said-versions-nothing = Nada foi instalado.
said-versions-by-packages = As novas versões deste Stop Press vêm pelos pacotes do sistema.
said-versions-failed = Não foi possível instalar a nova versão: { $why }. Esta continua.
said-voice-gone = A voz do sistema não responde.
said-voice-much = Isto é mais que uma frase.

## Parts of sentences: why, and what.
why-feed-empty = a resposta está vazia
why-not-a-feed = isto não é um feed, e sim { $why }
why-feed-large = o feed passa de { $count } MiB
why-feed-fault = o feed não pôde ser lido por uma falha do leitor
why-list-empty = o arquivo está vazio
why-not-opml = isto não é uma lista de assinaturas (OPML)
why-list-large = a lista passa de { $count } MiB
why-no-address = nenhum endereço foi informado
why-long-address = o endereço passa de { $count } KiB
why-scheme = só é possível seguir endereços http e https, não { $name }:
why-user-info = um endereço com nome de usuário ou senha não pode ser seguido
why-not-an-address = isto não é um endereço da web
why-file-empty = está vazio
why-not-a-list = não é uma lista de artigos salvos, e sim { $why }
why-feeds = é uma lista de feeds: importe-a como assinaturas
why-file-large = passa de { $count } MiB
why-file-fault = não pôde ser lido por uma falha do leitor
why-paywall = só mostra o começo deste artigo a quem não é assinante
why-challenge = quer verificar o navegador antes de mostrar este artigo
why-consent = pede consentimento antes de mostrar este artigo
why-no-article = enviou uma página em que nenhum artigo foi encontrado
why-page-large = enviou uma página grande demais para ser lida
why-page-empty = enviou uma página vazia
why-not-a-page = enviou algo que não é uma página da web
why-insecure = leva de um endereço seguro a um endereço não seguro
why-proxy = o proxy desta rede pede login
why-request = a solicitação falhou
why-other-program = está em uso por outro programa; tente de novo daqui a pouco
why-file-read-only = o arquivo ou a pasta é somente leitura
why-no-such-file = esse arquivo ou essa pasta não existe
why-not-allowed = este sistema não permite
why-disk-full = o disco está cheio
why-disk-read-only = o disco é somente leitura
why-is-folder = é uma pasta
why-path-not-folder = uma parte do caminho não é uma pasta
why-bad-file-name = o nome não pode ser usado aqui
why-exists = já existe
why-file-limit = ficaria maior do que o disco permite
why-system-fault = o sistema informou um erro
why-file-not-opened = o arquivo não pôde ser aberto
why-file-damaged = o arquivo está danificado
why-file-not-library = o arquivo não é uma biblioteca
why-newer = foi gravada por uma versão mais recente do Stop Press; tudo pode ser lido, mas para alterá-la é preciso atualizar o aplicativo
why-older = foi gravada por uma versão mais antiga do Stop Press e precisa ser atualizada uma vez, em um lugar onde possa ser gravada
why-many-damaged = há bibliotecas danificadas demais ao lado dela
why-from-copy = a partir da última cópia boa e do que ainda podia ser lido
why-from-rest = a partir do que ainda podia ser lido
why-sign-in-page = uma página de login
why-robot-page = uma página que verifica se o visitante é um robô
why-web-page = uma página da web
why-json = outro tipo de JSON
why-subscriptions = uma lista de assinaturas
why-sitemap = um mapa do site
why-xml = outro tipo de XML
why-plain-text = texto simples
why-not-a-picture = não é uma imagem
why-picture-large = a imagem é grande demais
why-picture-damaged = a imagem está danificada
why-picture-pixels = a imagem tem pixels demais
why-not-zip = Este arquivo não é um arquivo ZIP que possa ser lido
why-many-files = Há arquivos demais nele
why-odd-name = Um nome neste arquivo não pode ser lido
why-leads-out = Um nome neste arquivo leva para fora dele, por isso ele não foi aberto
why-newer-file = Foi gravado por uma versão mais recente do Stop Press; atualize o aplicativo para importá-lo
why-foreign-zip = Este arquivo ZIP não foi gravado pelo Stop Press
why-move-none = Não há biblioteca para mover
why-move-name = O nome dessa pasta não pode ser registrado; escolha outra
why-move-taken = Já há uma biblioteca em { $name }
why-move-room = Há pouco espaço em { $name }
why-move-open = O Stop Press está com a biblioteca aberta; feche todas as janelas e tente de novo
why-move-unsound = A cópia não ficou íntegra
why-locked = Está danificado ou protegido por senha
why-damaged = Está danificado
why-large-part = Uma parte dele é maior do que tudo o que o Stop Press grava
why-not-ours = { $name }, dentro dele, não é o que o Stop Press grava
why-part-missing = { $name } não está nele
why-not-opened = Não foi possível abrir { $name }: { $why }
why-only-followed = só é possível seguir http e https
why-list-deep = o que está a mais de { $count } níveis de profundidade nesta lista ficou de fora
why-list-feeds = só os { $count } primeiros feeds de uma lista são lidos
why-list-entries = só os { $count } primeiros itens de uma lista são lidos
why-list-cut = esta lista está cortada, e falta o que vinha depois do fim
what-page-row = a linha de onde continuar
what-feed = esta fonte
what-unnamed-folder = uma pasta sem nome
what-folder = esta pasta
what-mute = este item silenciado
what-rule = esta regra
what-saved = este artigo salvo
what-article = este artigo
said-file-unreadable = Não é possível ler o arquivo.
said-no-plain-file = Isto não é um arquivo.
said-file-too-large = Este arquivo é grande demais para ser uma lista de fontes.
said-no-file-waits = Não há nenhum arquivo para abrir.
