# What the program says, sentence by sentence as it says it: by these the window recognises it. Placeables are what differs.

## Why a site gave nothing.
said-dns = We can’t find { $site }. The address may have changed.
said-silent = { $site } isn’t answering. We’ll keep trying.
said-no-route = There is no way to { $site } from this network just now.
said-tls = The secure connection to { $site } couldn’t be verified, so nothing was loaded.
said-cut-off = The answer of { $site } broke off in the middle, so it was not used.
said-too-large = What { $site } sent is larger than 16 MB, so we stopped.
said-redirects = { $site } sends us round in circles.
said-private = { $site } leads to an address inside a private network, so it was not asked.
said-bad-address = { $site } is not an address that can be asked.
said-refused = { $site } refused this app.
said-sign-in = { $site } asked for a sign-in.
said-robots = { $site } checks for robots before it answers, and only a browser gets past that.
said-not-found = There is nothing at this address of { $site } right now. Some sites do this for a few hours.
said-gone = { $site } has retired this feed. It will not be asked again.
said-slow-down = { $site } asked us to slow down. It will be asked again later.
said-trouble = { $site } is having trouble.
said-answered-but = { $site } answered, but { $why }.
said-nothing-came = { $site } answered with nothing.
said-check-cancelled = Checking { $site } was cancelled.
said-unreadable = { $site } could not be read: { $why }.
said-by-hand = It has done so for two weeks and is only asked by hand now.
said-kept-one = The article we have stays.
said-kept = The { $count } articles we have stay.
said-unchanged = Nothing was changed.

## Following.
said-inside = { $site } is inside your own network or this computer.
said-no-feed = { $site } offers no feed that we could find. Nothing was changed.
said-candidates = There are { $count } candidates; { $number } is none of them.
said-not-opml = This is not a subscription list that can be read: { $why }. Nothing was changed.
said-not-a-list = This file { $why }. Nothing was changed.
said-search-ended = The search was ended. Nothing was changed.
said-found-gone = What was found at this address is no longer here. Look again.
said-list-gone = This list is no longer here. Choose its file again. Nothing was changed.
said-address-taken = This address is followed already. Nothing was changed.
said-no-other-address = No feed was found at { $site } under another address. Nothing was changed.
said-no-pack = There is no pack called { $name }.
said-sign-in-needs = A sign-in needs a name without a colon, and a password.
said-not-secure = The connection to { $site } is not secure: on its way the password could be read. Nothing was changed.
said-keychain = This system’s keychain could not be opened, and passwords are kept nowhere else.
said-keychain-long = This password is too long for this system’s keychain.
said-keychain-several = The keychain has several entries for this sign-in. Remove them there.
said-keychain-linux = On Linux that is a service such as GNOME Keyring, KWallet or KeePassXC.
said-no-sign-in = There is no sign-in for { $site }.
said-not-a-proxy = { $site } is not the address of a proxy: those begin with http://, https://, socks5:// or socks5h://, and hold no password. Nothing was changed.
said-folder-name = A folder needs a name. Nothing was changed.
said-place-gone = This place is not known any more; open the list again.

## Stories.
said-no-address = The source gives no address for this story.
said-no-comments = The source gives no comments for this story.
said-no-talk = The source offers no comments that could be shown here.
said-no-site = This source names no site of its own.
said-link-gone = This link is not in the article any more; open it again.
said-link-nowhere = This link leads nowhere.
said-link-kind = This kind of link is not opened.
said-place = A place in an article is between 0 and 1.
said-no-more = The page gives no more than the source.
said-page = { $site }: { $why }.
said-comments-earlier = These comments were fetched earlier.

## Saving and packing.
said-no-room = There is no room left on the disk for its pictures.
said-not-an-address = This is not an address.
said-its-pictures = { $count } of its pictures could not be fetched.
said-picture = 1 picture could not be fetched.
said-pictures = { $count } pictures could not be fetched.
said-many-pictures = There are more than { $count } pictures.
said-save-later = There is no connection. It will be saved when the connection is back.
said-nothing-to-save = There was nothing to save.
said-pack-offline = There is no connection, so nothing can be packed. What is here can be read.
said-headline-only = There is no text, only the headline.

## Taking out and bringing in.
said-not-written = The file could not be written: { $why }. Nothing was left behind.
said-export-busy = Another export is being written; try again in a moment.
said-nothing-exported = Nothing was exported yet.
said-nothing-to-export = There is nothing to export.
said-needs-zip = Several articles in this format need a ZIP file: give a name that ends in .zip.
said-none-writable = None of these articles can be written in this form; nothing was exported.
said-too-many = These are too many stories for one file.
said-list-file = A subscription list arrives as a file.
said-saved-file = A list of saved articles arrives as a file.
said-look-again = The library changed while you were asked. Look again; nothing was deleted.
said-memory = This is more than the window can remember.
said-bag-empty = It has no headline, no address and no text.
said-bag-missing = It is not in the file that was brought in.
said-bag-file = A file of Stop Press arrives as a file.
said-any-unchanged = { $why }. Nothing was changed.

## Mutes.
said-mutes-full = There are 500 mutes already. Remove one that is no longer needed.
said-mute-source = A mute of a source needs the source.
said-mute-word = There is no word in it that could be muted.
said-rules-full = There are 500 rules already. Remove one that is no longer needed.
said-rule-source = A rule for a source needs the source.
said-rule-word = There is no word in it that could be looked for.
said-mute-days = A mute lasts 1 to 3,650 days, or until it is removed.

## The library.
said-busy = another Stop Press is checking feeds just now; nothing was changed, try again in a moment
said-inner = something went wrong inside Stop Press: { $name }
said-library = the library could not be read or written: { $name }
said-disk-full = There is no room left on the disk, so nothing was changed. Everything that was kept stays.
said-read-only = the library cannot be changed: { $why }
said-no-folder = the folder of the library could not be made: { $name }
said-missing = { $why } is not in the library
said-damaged-story = a stored article could not be read back: { $name }
said-little-room = There is too little room on the disk for a copy of the library: it needs { $count } MB. Nothing was changed.
said-recovered = Your library was damaged. It was put together again { $why }: { $sources } sources and { $saved } saved stories. The damaged file is kept in the same folder as { $name }.
said-moved = Your library was moved to { $name }, which is not there just now. Connect that disk and start Stop Press again. Nothing was changed.
said-damaged = The file of your library is damaged. Start Stop Press again and it puts together what can be saved.
said-damaged-open = The file of your library is damaged, and Stop Press has it open elsewhere. Close every Stop Press and start it again: it then puts together what can be saved.

## The system.
said-no-downloads = This system names no folder for files: { $name }.
said-folder-closed = The folder could not be opened: { $name }.
said-print = The print dialog could not be opened: { $name }.
said-no-menus = These are no menus of the window.
said-not-closed = The window could not be closed: { $name }.
said-browser = The system’s browser could not be opened: { $name }.

## New versions of the program.
said-versions-not-a-list = What { $site } sent is not a list of versions.
said-versions-no-version = { $site } announces something that is no version.
said-versions-older = { $site } announces an older version than this one.
said-versions-not-signed = The package of the new version is not signed by the makers of Stop Press.
said-versions-altered = The package of the new version is not what was signed.
said-versions-another = The package was signed as another version than the one that was announced.
said-versions-other-system = The package is not one for this system.
said-versions-none-here = There is no package of the new version for this system.
said-versions-elsewhere = The new version lies where no versions of Stop Press lie.
said-versions-not-secure = The package of the new version does not lie at a secure address.
said-versions-too-much = { $site } sent more than a new version can be, so we stopped.
said-versions-newest = This is the newest version.
said-versions-nothing = Nothing was installed.
said-versions-by-packages = Your system’s packages bring new versions of this Stop Press.
said-versions-failed = The new version could not be installed: { $why }. This one stays.
said-voice-gone = The system’s voice does not answer.
said-voice-much = This is more than one sentence.

## Parts of sentences: why, and what.
why-feed-empty = the answer is empty
why-not-a-feed = this is not a feed but { $why }
why-feed-large = the feed is larger than { $count } MiB
why-feed-fault = the feed could not be read because of a fault in the reader
why-list-empty = the file is empty
why-not-opml = this is not a subscription list (OPML)
why-list-large = the list is larger than { $count } MiB
why-no-address = no address was given
why-long-address = the address is longer than { $count } KiB
why-scheme = only http and https addresses can be followed, not { $name }:
why-user-info = an address with a user name or password in it is not followed
why-not-an-address = this is not a web address
why-file-empty = is empty
why-not-a-list = is not a list of saved articles but { $why }
why-feeds = is a list of feeds: import it as subscriptions
why-file-large = is larger than { $count } MiB
why-file-fault = could not be read because of a fault in the reader
why-paywall = shows only the beginning of this article to those who are not subscribers
why-challenge = wants to check the browser before it shows this article
why-consent = asks for consent before it shows this article
why-no-article = gave a page in which no article could be found
why-page-large = gave a page that is too large to be read
why-page-empty = gave an empty page
why-not-a-page = gave something that is not a web page
why-insecure = it leads from a secure to an insecure address
why-proxy = the proxy of this network asks for a sign-in
why-request = the request failed
why-other-program = another program is busy with it; try again in a moment
why-file-read-only = its file or folder is read-only
why-newer = it was written by a newer Stop Press; everything in it can be read, update the app to change it
why-older = it was written by an older Stop Press and must be brought up to date once, where it can be written
why-many-damaged = there are too many damaged libraries beside it
why-from-copy = from the last good copy and what could still be read
why-from-rest = from what could still be read
why-sign-in-page = a sign-in page
why-robot-page = a page that checks for robots
why-web-page = a web page
why-json = JSON of another kind
why-subscriptions = a subscription list
why-sitemap = a sitemap
why-xml = XML of another kind
why-plain-text = plain text
why-not-a-picture = it is not a picture
why-picture-large = the picture is too large
why-picture-damaged = the picture is damaged
why-picture-pixels = the picture has too many pixels
why-not-zip = This file is not a ZIP file that can be read
why-many-files = There are too many files in it
why-odd-name = A name in this file cannot be read
why-leads-out = A name in this file leads out of it, so it was not opened
why-newer-file = It was written by a newer Stop Press; update the app to take it in
why-foreign-zip = This ZIP file was not written by Stop Press
why-locked = It is damaged, or locked with a password
why-damaged = It is damaged
why-large-part = A part of it is larger than anything that Stop Press writes
why-not-ours = { $name } in it is not what Stop Press writes
why-part-missing = { $name } is not in it
why-not-opened = { $name } could not be opened: { $why }
why-only-followed = only http and https can be followed
what-page-row = the row to page from
what-feed = this feed
what-unnamed-folder = a folder without a name
what-folder = this folder
what-mute = this mute
what-rule = this rule
what-saved = this saved article
what-article = this article
said-file-unreadable = The file can’t be read.
said-no-plain-file = This is not a file.
said-file-too-large = This file is too large to be a list of sources.
said-no-file-waits = There is no file to open.
