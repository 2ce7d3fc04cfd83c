# Every word of the window in English. Sentence case, no exclamation marks.
# Words: Live (the ticker), story, source, Saved.

app-name = Stop Press
skip-stories = Skip to stories
skip-article = Skip to article
views = Views
live = Live
saved = Saved
sources = Sources
settings = Settings
close = Close
cancel = Cancel
undo = Undo

## Live
live-region = Live, { $scope }
all-sources = all sources
filters = Filters
chip-all = All
chip-unread = Unread
mark-all-read = Mark all as read
stories-newest-first = Stories, newest first
today = Today
yesterday = Yesterday
new-pill = { $count ->
    [one] Show 1 new story
   *[other] Show { $count } new stories
}
new-pill-short = { $count } new
new-pill-many = 99+ new
new-announced = { $count ->
    [one] 1 new story
   *[other] { $count } new stories
}
last-updated = Last updated { $time }
row-unread = unread
row-saved = saved
row-stored-full = stored with images
row-stored-text = text stored
row-stored-headline = headline only
row-time = { $date }, { $zone }
row-seen = { $date }, { $zone }, seen { $seen }
none-unread-title = Nothing unread
none-unread = You have read everything here. New stories will line up on their own.
show-all = Show all
show-read = Show those that are read too
older-loading = Asking for older stories
older-came = { $count ->
    [one] 1 older story came
   *[other] { $count } older stories came
}
older-none = The publisher had nothing older
none-source = This source has not brought a story yet.
none-muted-title = Nothing muted today
none-muted = What your mutes keep out of Live stands here for a day, and so does what you hide.
scope = Stories of
list-width = Width of the list
scope-all = All sources
scope-unread = { $scope }, unread only
scope-muted = Muted today
folders = Folders
languages = Languages
more-from = { $count } more from { $source }
press-to-show = press Enter to show them
you-were-here = You were here { $time }
selected-count = { $count ->
    [one] 1 story selected
   *[other] { $count } stories selected
}
selected-of = { $count } of { $total } selected
end-farther = Story { $place } of { $total }. Press again to go on from here
unsave = Remove from Saved
story-mark-read = Mark as read
story-mark-unread = Mark as unread
more-actions = More
story-menu = What to do with this story
none-folder-title = No stories here yet
none-folder = The sources of this folder have not brought a story yet.
none-language = The sources in this language have not brought a story yet.
first-story = Your first story will appear here.
live-failed = The stories could not be loaded
try-again = Try again
find-address = Find new address
choose-feed = Choose another feed
change-address = Change address
address-lead = The stories of { $title } stay. Only where they come from changes.
address-searching = Looking for { $title } at { $host }
address-answers = It answers again at its own address. Check it now.
address-use = Use this address
address-changed = { $title } has a new address

## foot
foot-none = No sources yet
foot-sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
foot-checked = { $count ->
    [one] 1 source, checked { $time }
   *[other] { $count } sources, checked { $time }
}
foot-next-check = Next check { $time }
foot-attention = { $count ->
    [one] 1 needs attention
   *[other] { $count } need attention
}
foot-offline = Offline, last updated { $time }
foot-offline-never = Offline
foot-checking = Checking { $done } of { $total }
foot-starting = Checking
foot-nothing-new = Nothing new
foot-back = Back online
stop-checking = Stop checking
foot-packing = Packing { $done } of { $total }
foot-packing-starting = Packing
stop-packing = Stop packing
banner-title = You’re offline.
banner-sign-in = This network needs you to sign in.
open-browser = Open browser
banner-text = Everything you saved is here, along with { $count ->
    [one] 1 recent story.
   *[other] { $count } recent stories.
}
banner-dismiss = Dismiss

## article
article = Article
article-tools = Article
look = Look of articles
previous-story = Previous story
next-story = Next story
position = { $index } of { $total }
back-to = { $view }
save = Save
copy-link = Copy link
link-copied = Link copied
link-not-copied = The link could not be copied
open-original = Open original
full-story = Full story
show-full = Show the full story
show-feed = Show the text of the source
fetching-full = Fetching the full story…
stop-waiting = Stop waiting for the full story
feed-text-note = Showing the text the source provides.
images-hidden = { $count ->
    [one] 1 image not shown.
   *[other] { $count } images not shown.
}
show-images = Show images
tags = Tags
tag-add = Add a tag
tag-remove = Remove the tag { $tag }
comments = Comments
comments-count = Comments ({ $count })
comments-at-source = At the source
comments-close = Close the comments
edited-at = edited { $time }
changes = What changed
changes-close = Close what changed
changes-none = Nothing is known to have changed.
diff-removed = removed:
diff-added = added:
comments-loading = Fetching the comments…
comments-none = No comments yet.
comments-kept = Kept on { $date }.
comments-more = The source has more than these.
comments-show-more = Show { $count } more
comment-nobody = Without a name
comment-answer = Answer, level { $depth }
comments-outside = { $label }, opens in the browser
following = Following
follow = Follow
minutes = { $count } min read
moment = { $date }, { $time }
long-date = { $weekday } { $date }
day-named = { $name }, { $date }
state-complete = Saved, with images
state-partial = { $count ->
    [0] Saved, some images missing
    [one] Saved, 1 image missing
   *[other] Saved, { $count } images missing
}
state-saving = Saving…
state-waiting = Waiting for connection
state-failed = Could not be saved
state-failed-because = Could not be saved, { $reason }
state-failed-sentence = Could not be saved. { $reason }
image-missing = { $count ->
    [one] This image was not stored.
   *[other] These { $count } images were not stored.
}
image-missing-more = { $count ->
    [one] It will be fetched when you are online again.
   *[other] They will be fetched when you are online again.
}
image-missing-saving = { $count ->
    [one] It is being fetched.
   *[other] They are being fetched.
}
image-missing-refused = { $count ->
    [one] Its site did not hand it over.
   *[other] Their site did not hand them over.
}
table-region = Table { $nth }
table-named = Table, { $caption }
code-region = Code { $nth }
code-wrap = Wrap lines
enlarge = Enlarge image
enlarge-named = Enlarge image, { $alt }
image = Image
image-next = Next image
image-previous = Previous image
image-save = Save image
image-copy-address = Copy image address
image-saved = The image is in { $name }, in { $folder }
image-link = Open the link of this image
zoom-in = Larger
zoom-out = Smaller
note = Note
continued-at = Continued at { $percent }%
from-the-top = From the top
go-back = Back to where you were
find-in-article = Find in article
find-next = Next place
find-previous = Previous place
find-none = Nothing found
find-at = { $index } of { $total }
selection = Selected text
copy = Copy
share = Share
copy-headline = Copy headline and link
copy-markdown = Copy as Markdown
markdown-copied = Copied as Markdown
headline-copied = Headline and link copied
share-clean = Links are copied without trackers.
play-image = Play
stop-image = Stop
copy-quote = Copy with source
search-words = Search for these words
listen-here = Listen from here
mute-phrase = Mute “{ $words }”…
passage-copied = Text copied
quote-copied = Copied with its source
not-copied = That could not be copied
pick-title = Pick a story
pick-text = It opens here, and stays readable without a connection once you save it.
nothing-title = Nothing to read yet
nothing-text = Follow a site and its stories will line up here, newest first.
press-key = at any time
press = Press
gone-title = This story is no longer here
gone-text = Its source may have been unfollowed. Everything you saved is still in Saved.
failed-title = This story could not be opened

## saved
saved-region = Saved stories
saved-list = Saved stories, { $order }
saved-order = Order of saved stories
order-newest = Newest saved
order-oldest = Oldest saved
order-published = Published
order-length = Shortest first
order-title = Title
order-source = Source
tagged = tagged { $tags }
save-page = Save a page
save-page-address = Address of the page
save-page-hint = example.org/a-story
save-page-contact = Stop Press will fetch this page of { $host } and its images
save-page-saving = Saving the page of { $host }
save-page-drop = Drop a link to save its page
find-saved = Find in Saved
not-complete = Not complete
this-week = This week
earlier = Earlier
no-date = Without a date
saved-total = { $count ->
    [one] 1 story, { $size }
   *[other] { $count } stories, { $size }
}
saved-incomplete = { $count } not complete
saved-none-title = Nothing saved yet
saved-none = Press s on any story. Its text and images stay here, also without a connection. Any page can be saved by its address.
saved-none-filter-title = Nothing here
saved-none-filter = No saved story matches this filter.

## sources
follow-a-source = Follow a source
import-opml = Import OPML
export-opml = Export OPML
browse-packs = Browse packs
source = Source
health = Health
last-story = Last story
a-week = A week
source-language = Language
source-told = with notifications
checked = Last check
unread = Unread
sources-by-folder = Sources by folder
without-folder = Without a folder
needs-attention = Needs attention
working = Working
trouble-dns = Its address cannot be found
trouble-silent = Not answering since { $day }
trouble-forbidden = Refuses this app
trouble-sign-in = Asks for a sign-in
trouble-challenge = Lets only browsers in
trouble-not-found = Not at its address
trouble-gone = The publisher has retired this feed
trouble-wait = Slower on request
trouble-server = Having trouble since { $day }
trouble-tls = Its connection is not secure
trouble-not-a-feed = Not a feed any more
trouble-other = In trouble since { $day }
source-details = About this source
address = Address
site = Site
folder = Folder
next-check = Next check
stories = Stories
stories-unread = { $articles }, { $unread } unread
stories-since = stories since { $day }
never = Never
open-site = Open site
publisher-places = Where else to follow
publisher-looking = Asking the publisher’s page
publisher-none = The publisher’s page names no other place.
publisher-note = Found on the publisher’s own page. Each opens in your browser.
cmd-publisher = Where else the publisher can be followed
place-site = Website
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
place-other = Elsewhere
check-now = Check now
unfollow = Unfollow
repaired = Repaired: { $repairs }
unfollowed = { $kept ->
    [0] Unfollowed { $title }
    [one] Unfollowed { $title }, 1 saved story kept
   *[other] Unfollowed { $title }, { $kept } saved stories kept
}
pick-source = Pick a source to see its address, its health and when it is checked next.
text-of-stories = Text of its stories
text-auto = As needed
text-feed = Feed text
text-full = Full story
text-measured-short = This source gives only beginnings.
text-measured-whole = This source gives whole stories.
text-measured-none = Not measured yet how much this source gives.
text-now-full = Full stories are fetched from its pages.
text-now-feed = Its own text is shown.
sources-none-title = No sources yet

health-paused = Paused
health-quiet = Quiet since { $day }
quiet-since = Nothing new since { $day }.
quiet-keep = Keep
quiet-kept = You still follow { $title }
health-repaired = Working, repaired
quiet-for-months = Quiet for months
many-stories = Many stories
not-in-live = Not in Live
find-source = Find a source
no-source-found = No source matches.
marked-sources = Marked sources
sources-marked = { $count ->
    [one] 1 source marked
   *[other] { $count } sources marked
}
clear-marks = Take the marks away
move-to = Move to…
moved-to = { $count ->
    [one] 1 source moved to { $folder }
   *[other] { $count } sources moved to { $folder }
}
moved-out = { $count ->
    [one] 1 source moved out of its folder
   *[other] { $count } sources moved out of their folders
}
name = Name
new-folder = New folder
new-folder-more = New folder…
new-folder-hint = A slash puts it into another folder: Tech/News.
top-level = In no other folder
folder-moved-to = Folder { $name } moved into { $folder }
folder-moved-out = Folder { $name } moved out of its folder
folder-in = in { $folder }
show-in-live = Show in Live
rename-more = Rename…
copy-address = Copy feed address
address-copied = Address copied
notify-stop = Do not notify me
full-by-default = Full story by default
full-as-needed = Full story only as needed
rename-source = Rename this source
rename-source-hint = Without a name it has the publisher’s again.
rename-folder = Rename this folder
rename-this-folder = Rename the folder { $folder }
delete-this-folder = Delete the folder { $folder }, keep its sources
folder-deleted = { $count ->
    [one] Folder { $folder } deleted, 1 source kept
   *[other] Folder { $folder } deleted, { $count } sources kept
}
renamed = Renamed
unfollowed-many = { $count ->
    [one] 1 source unfollowed
   *[other] { $count } sources unfollowed
}
out-of-live = Keep out of Live
sources-so-far = { $done } of { $total } done
source-changed = Settings of { $title } changed
sources-changed = { $count ->
    [one] 1 source changed
   *[other] { $count } sources changed
}
sources-checked = { $count ->
    [one] 1 source checked
   *[other] { $count } sources checked
}
sources-told = { $count ->
    [one] Notifications for 1 source
   *[other] Notifications for { $count } sources
}
sources-not-told = { $count ->
    [one] No more notifications for 1 source
   *[other] No more notifications for { $count } sources
}
sources-refused = { $done }. { $count ->
    [one] 1 could not be done: { $names }
   *[other] { $count } could not be done: { $names }
}
text = Text
text-is-full = Full
text-is-summary = Summary
text-is-feed = As it comes
source-interval = Check interval
interval-auto = As usual
interval-15m = Every 15 min
interval-1h = Every hour
interval-6h = Every 6 hours
interval-daily = Once a day
interval-paused = Not at all
source-images = Images
source-images-inherit = As usual
source-images-never = Only when I ask
source-images-opened = When a story is opened
source-direction = Direction of text
direction-more = Direction of text…
direction-auto = As the text
direction-ltr = Left to right
direction-rtl = Right to left
in-live = Show in Live
in-live-hint = Otherwise its stories stand in its folder only.
source-keep = Stories stay
source-most = At most
most-any = As many as there are
most-100 = The newest 100
most-500 = The newest 500
most-2000 = The newest 2,000
most-own = The newest { $count }

## search
search = Search
search-everything = Search everything stored here
search-results = What was found
search-nothing = Nothing for “{ $query }”
search-meant = Did you mean “{ $words }”?
search-recent = Looked for lately
recent-forget = Forget { $words }
recent-forget-all = Forget all
recent-forgotten = Forgotten
search-keep = Save as filter
search-forget = Remove this filter
search-kept = Your filters
search-kept-done = Filter saved
search-forgotten = Filter removed
search-kept-full = There is room for { $count } filters. Remove one first.
syntax-source = only from one source
syntax-saved = only what you saved
syntax-unread = only what you have not read
syntax-before = older than a day
syntax-phrase = these words together
syntax-without = without this word
syntax-phrase-sample = "night train"
syntax-without-sample = -football
filter-source = from { $value }
filter-folder = in the folder { $value }
filter-lang = in { $value }
filter-tag = tagged { $value }
filter-in = in Saved
filter-is = unread
filter-before = before { $value }
filter-after = since { $value }
filter-remove = Remove the filter: { $filter }
filters-clear = Clear filters
search-clear = Clear the search
search-none = No results
search-anywhere = starts a new search from anywhere
filter-add = Filter
filter-add-name = Add a filter
search-elsewhere = { $count } in Saved, { $everywhere } everywhere
search-elsewhere-more = { $count } in Saved, at least { $everywhere } everywhere
search-everywhere = Search everywhere
filter-week = The last 7 days
filter-month = The last 30 days
search-looking = { $count ->
    [0] Looking through older stories
    [one] { $count } result, looking through older stories
   *[other] { $count } results, looking through older stories
}
search-more = The first { $count } results
search-pick-title = Select a story to read it here
search-pick = Search looks through everything stored on this computer, also when you are offline.
cmd-search = Search everything stored here
search-count = { $count ->
    [one] 1 result
   *[other] { $count } results
}

## activity
activity = Activity
activity-log = What went on
activity-now = Now
activity-checking = Checking sources
activity-new = New stories
activity-failed = Problems
activity-incomplete = Not saved completely
activity-saved = { $count ->
    [one] 1 story saved
   *[other] { $count } stories saved
}
activity-saves-wait = { $count ->
    [one] 1 story will be saved when there is a connection
   *[other] { $count } stories will be saved when there is a connection
}
attention-none = Nothing needs you.
recent = Recent
recent-none = Nothing here yet.
since = Since { $moment }
try-now = Try now
manage-storage = Manage storage
details = Details
copy-log = Copy the log
log-copied = Log copied
check-offline = No connection
checks-offline = No connection: { $count ->
    [one] 1 source
   *[other] { $count } sources
}
activity-waiting = Asked us to wait
next-check-at = Next check: { $moment }
check-moved = Address updated
check-merged = Another source moved here and became part of it
checks-quiet =
    { $count ->
        [one] One source checked, nothing new
       *[other] { $count } sources checked, nothing new
    }
check-new = { $count ->
    [one] 1 new story
   *[other] { $count } new stories
}
check-updated = Stories updated
last-days = Last { $count } days
read-by-you = Read by you
days-words = { $count } stories, at most { $most } a day, { $today } today
days-today = today, { $count }
last-checks = Last checks
stored-images = Images that are not saved
stored-of = { $size } of { $most }
stored-texts = Texts of stories
stored-library = The whole library
stored-free = Free on this disk
clean-up = Clean up
cleaned-up = { $size } freed. Nothing saved was touched.
cleaned-up-old = { $stories ->
    [one] { $size } freed, one old story among it. Nothing saved was touched.
   *[other] { $size } freed, { $stories } old stories among it. Nothing saved was touched.
}
cmd-activity = Activity

## follow dialog
follow-address = Site or feed address
follow-hint = example.org
follow-contact = Stop Press will contact { $host } and nothing else
follow-looking = Looking for feeds on { $host }
follow-found = { $count ->
    [one] 1 feed found
   *[other] { $count } feeds found
}
follow-which = Feed
follow-already = You already follow { $title }
follow-done = { $count ->
    [one] Following { $title }, 1 story added
   *[other] Following { $title }, { $count } stories added
}
follow-empty = Type an address first
follow-anyway = Look all the same
follow-look = Look
follow-show = Show it
follow-suggested = Sources of the packs
follow-clipped = From the clipboard
follow-choose-word = Choose one of these, or type an address
follow-no-word = No pack has this. Type the address of a site.
follow-drop = Drop a link to follow its site
look-preview = Preview
look-newest = last story { $when }
look-nothing = no stories yet
look-per-day = { $count ->
    [one] about 1 a day
   *[other] about { $count } a day
}
look-per-week = { $count ->
    [one] about 1 a week
   *[other] about { $count } a week
}
look-per-month = { $count ->
    [one] about 1 a month
   *[other] about { $count } a month
}
look-quiet = quiet for a month
look-whole = full text
look-summary = beginnings only

## welcome and packs
welcome-title = What do you want to follow?
welcome-lead = Three ways to begin. Every source can be changed or removed later, and nothing is contacted until you press Follow.
welcome-pack = Take a pack
welcome-packs = Packs
pack-about = { $count ->
    [one] 1 source
   *[other] { $count } sources
}, { $about }
list-comma = {", "}
pack-languages = Languages of the packs
pack-region = Region
all-regions = All regions
packs-none = No pack is of these languages and this region.
pack-world = World
pack-world-about = from six continents
pack-europe = Europe
pack-europe-about = in English and six other languages
pack-maghreb = Morocco and the Maghreb
pack-maghreb-about = in Arabic, French and English
pack-spain = Spain
pack-spain-about = national and regional papers
pack-france = France
pack-france-about = papers and broadcasters from all sides
pack-germany = Germany
pack-germany-about = papers and broadcasters from all sides
pack-technology = Technology
pack-technology-about = industry, policy and machines
pack-science = Science
pack-science-about = journals, institutes and reporters
pack-business = Business
pack-business-about = markets, companies and work
pack-sport = Sport
pack-sport-about = football and everything else
pack-culture = Culture
pack-culture-about = books, film, music and art
pack-arabic = Arabic
pack-arabic-about = broadcasters and papers of many countries
pack-portuguese = Brazil and Portugal
pack-portuguese-about = papers and broadcasters of both countries
pack-japan = Japan
pack-japan-about = broadcasters, papers and magazines
pack-chinese = Chinese
pack-chinese-about = broadcasters and papers of many countries
pack-some = { $names } and { $count } more
type-address = Type an address
type-address-hint = A site, a feed address, or words to search the packs for
bring-list = Bring your list
bring-list-hint = An OPML file from another reader keeps its folders
take-list = Take your list along
take-list-hint = An OPML file in your folder for downloads: other readers understand it, and it keeps folders and names
drop-file = Drop a file here
choose-file = Choose file
contacted = What will be contacted
contacted-none = Nothing yet. Choose a pack, type an address or bring a list.
contacted-count = { $count ->
    [one] This 1 site and nothing else.
   *[other] These { $count } sites and nothing else.
}
contacted-list = List of sites
contacted-typed = Typed by you
contacted-unchecked = These addresses were not checked by us. Some may have moved.
contacted-file = A list names its own sites. They are contacted once you choose the file.
sites = { $count ->
    [one] 1 site
   *[other] { $count } sites
}
skip-empty = Skip, start empty
follow-sources = { $count ->
    [one] Follow 1 source
   *[other] Follow { $count } sources
}
working-on-it = Following, this may take a moment
import-title = Your sources are here
list-title = Before it is taken
list-new = { $count ->
    [one] 1 new source
   *[other] { $count } new sources
}
list-already = { $count ->
    [one] 1 followed already
   *[other] { $count } followed already
}
list-all = All
list-none = None
list-followed = followed already
list-twice = stands in another folder
list-taking = { $done } of { $total } taken
list-cancelling = Ending
list-stop = Stop
list-ended = You ended it early. What was taken until then is followed.
list-more = { $count ->
    [one] and 1 more, taken or left with its folder
   *[other] and { $count } more, taken or left with their folder
}
import-added = { $count ->
    [one] 1 source added
   *[other] { $count } sources added
}
import-already = { $count ->
    [one] 1 was followed already
   *[other] { $count } were followed already
}
import-failed = { $count ->
    [one] 1 entry could not be taken
   *[other] { $count } entries could not be taken
}
import-go = Read the news
first-keys = { $next } and { $previous } move through stories. { $help } shows all keys.
import-saved = Bring in saved articles
import-saved-lead = What you saved in another app or browser comes along, with its tags and its dates.
import-saved-which = Bookmarks, Pocket, Instapaper, Raindrop.io, Omnivore, Readwise, Pinboard, wallabag, FreshRSS and Feedly: choose the file that they export, or drop it on this window.
import-saved-choose = Choose a file
import-saved-working = Reading the list
import-saved-added = { $count ->
    [one] 1 article added to Saved
   *[other] { $count } articles added to Saved
}
import-saved-already = { $count ->
    [one] 1 was saved already
   *[other] { $count } were saved already
}
import-saved-behind = Their texts and images are fetched little by little while you read on.
import-failed-copy = Copy these
import-failed-copied = Copied
import-drop = Drop a list to bring it in
cmd-import-saved = Bring in articles that you saved elsewhere
packs-title = Packs

## packing for offline
pack-offline = Pack for offline
pack-lead = The newest unread stories, with their whole text and their images, for a time without a connection.
pack-how-many = Newest unread stories
pack-budget = At most
pack-size = { $size } MB
pack-start = Start packing
pack-cancelling = Ending after this story
pack-goes-on = You can close this window and read on meanwhile.
pack-result = { $count ->
    [one] 1 story can be read without a connection
   *[other] { $count } stories can be read without a connection
}, { $complete ->
    [0] none with every picture
   *[other] { $complete } with every picture
}
pack-nothing = Nothing was unread, so there was nothing to pack
pack-nothing-cancelled = Packing was ended before the first story
pack-cancelled = You ended it early. What was packed stays.
pack-budget-reached = The limit of { $size } MB was reached.
pack-failed = { $count ->
    [one] Something is missing of 1 story
   *[other] Something is missing of { $count } stories
}
pack-again = Pack again

export = Take out
export-what = Which stories
export-what-story = This story
export-what-marked = The selected ones
export-what-shown = All that are shown
export-what-saved = Everything saved
export-format = As
export-format-epub = A book
export-format-epub-hint = EPUB, for e-readers and reading apps
export-format-html = Pages
export-format-html-hint = HTML with its images inside; several come in a ZIP file
export-format-markdown = Markdown
export-format-markdown-hint = Text with its images beside it, for notes
export-format-bookmarks = Bookmarks
export-format-bookmarks-hint = Addresses and tags, for browsers and other apps
export-start = Take out
export-starting = Writing the file
export-progress = Writing { $done } of { $total }
export-cancelling = Ending
export-goes-on = You can close this window and read on meanwhile.
export-stop = Stop
export-cancelled = You ended it early. No file was written.
export-done = { $count ->
    [one] { $count } story is in { $name }
   *[other] { $count } stories are in { $name }
  }
export-left-out = { $count ->
    [one] { $count } story could not be taken.
   *[other] { $count } stories could not be taken.
  }
export-missing-images = { $count ->
    [one] { $count } image is not in it.
   *[other] { $count } images are not in it.
  }
export-show = Show in folder
done = Done

## settings
appearance = Appearance
appearance-hint = Changes show at once, in the window behind too.
checking-hint = Publishers can ask for longer pauses, and they are kept.
about = About
theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark
theme-sepia = Sepia
theme-oled = OLED
theme-hc-light = Contrast
theme-hc-dark = Contrast dark
accent = Accent
accent-theme = As the theme has it
accent-teal = Teal
accent-green = Green
accent-purple = Purple
accent-amber = Amber
accent-graphite = Graphite
headlines = Headlines in lists
headlines-serif = Serif
headlines-sans = Sans
motion = Motion
motion-system = System
motion-reduced = Less
motion-full = All
reading-font = Typeface of articles
font-serif = Source Serif
font-sans = Inter
font-system = System font
text-size = Text size
smaller = Smaller text
larger = Larger text
pixels = { $count } px
leading = Line spacing
measure = Line length
paragraphs = Space between paragraphs
characters = { $count } characters
look-reset = Reset the type
look-take-back = Take the reset back
look-was-reset = The type is reset
look-can-undo = Can be undone
appearance-reset = Reset Appearance
appearance-was-reset = Appearance is reset
density = Density of Live
density-comfortable = Default
density-compact = Compact
density-wire = Wire
check-interval = Check for new stories
every-15 = Every 15 min
every-30 = Every 30 min
every-60 = Every hour
by-hand = By hand
reading = Reading
images = Images
images-opened = When a story is opened
images-never = Only when I ask
images-note = Saved stories always have theirs.
version = Version
data-folder = Your library
data-folder-hint = To move the library, close Stop Press and run “stoppress-cli move-library FOLDER”.
move-library = Move the library…
move-library-to = Move the library to
move-library-hint = Stop Press closes, copies everything, looks at the copy and opens again. The file that is here now stays beside it under another name.
move-library-now = Move and start again
log-file = Log file
copy-diagnostics = Copy diagnostics
diagnostics-hint = What a bug report needs. The addresses you follow are only in it where you turn that on.
diagnostics-addresses = With the addresses of my sources
drawing-safe = Draw without the graphics card
drawing-safe-hint = For windows that stay empty or are drawn wrongly. Slower; it holds from the next start on.
drawing-next-start = It holds from the next start on.
drawing-news = The window stayed empty, so Stop Press started again and draws it without the graphics card. Settings, About has the way back.
diagnostics-copied = Diagnostics copied
diagnostics-not-copied = The diagnostics could not be copied
preview = Preview
sample-of-live = Sample of Live
sample-bank = Central bank holds rates and signals patience into the spring
sample-bank-source = Continental Wire
sample-wind = Offshore wind carried a third of the grid
sample-wind-source = The Harbor Post
sample-train = Night train returns after eleven years, with beds for bicycles
sample-train-source = The Meridian
sample-chips = Chipmaker opens its clean room
sample-chips-source = Civic Review
sample-first = At 01:40 on Monday the control room stopped buying power. For the next six hours, turbines standing in thirty metres of grey water carried just over a third of everything the country was using.
sample-second = The record had been forecast to within a few minutes.

search-settings = Search settings
settings-found = { $count ->
    [one] 1 setting found
   *[other] { $count } settings found
}
settings-none = No setting of that name
general = General
language = Language of the window
language-hint = The window changes at once. Stories keep their own language.
as-the-system = As the system
hours = Time format
as-the-language = As the language
hours-12 = 12-hour
hours-24 = 24-hour
mark-read = A story is read
mark-read-glance = When opened, or seen for a moment
mark-read-open = When opened
mark-read-never = Only when I say so
mark-read-hint = Opening is a click or Enter. Moving through the list with keys shows a story without opening it.
auto-show = Show new stories by themselves
auto-show-hint = Only while the list stands at its top and you do nothing in it. Otherwise they wait behind a button.
fold = Fold bursts of one source
fold-hint = Five stories or more that a source brings within half an hour stand behind one line.
snippets = First words below headlines
snippets-hint = With the default density only.
saved-and-storage = Saved and storage
stored-here = Kept on this computer
stored-hint = What you save stays until you remove it, also when its source is unfollowed.
single-keys = Single-key shortcuts
single-keys-hint = Letters and signs without Ctrl. Switch them off if you use speech input.
key-preset = Keys as in
key-preset-hint = Only what differs changes. Commands that lose their key are in the palette.
keys-default = Default
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = Your own
keys-are-now = The keys are now “{ $preset }”
shortcuts = Shortcuts
shortcuts-hint = Press a shortcut to change it, + to add another. Two keys within a second make a sequence. Escape leaves all as it was.
keys-press = Press the new keys
keys-second = { $keys } … A second key within a second makes a sequence of it
keys-none = None
keys-change = { $command }: { $keys }. Change
keys-taken = { $keys } belongs to “{ $command }” already. Press other keys.
keys-begins = { $other } of “{ $command }” begins with { $keys } and would never be heard. Press other keys.
keys-begun = { $keys } would never be heard: { $other } belongs to “{ $command }” already. Press other keys.
keys-single-off = { $keys } is a letter or a sign, and single-key shortcuts are switched off. Press it together with { $control }, or switch them on.
keys-changed = { $keys } is now “{ $command }”
keys-add = Add a key for “{ $command }”
keys-remove = Remove key
keys-removed = { $keys } is no longer “{ $command }”
keys-usual = The usual keys for “{ $command }”
keys-are-usual = “{ $command }” has its usual keys
images-ahead = Ahead
cache-budget = Room for images that are not saved
cache-hint = Beyond it the oldest ones go. What you saved is never among them.
keep-for = Stories stay
keep-hint = Then they go, but for the newest 20 of each source. What you saved, and what you packed and have not read yet, stays in any case.
keep-30 = 30 days
keep-90 = 90 days
keep-365 = A year
keep-0 = For ever
keep-own = { $days } days
bag = Everything in one file
bag-hint = What you saved with its images, sources, folders, tags, mutes, rules for notifications and settings. Any browser shows it by its index.html. Taken in, it joins what is here: nothing is lost on either side.
bag-write = Write the file
bag-take = Take a file in
bag-taken = Saved { $added }, joined with what was here { $joined }, here already { $already }, sources { $sources }.
bag-ended = It was ended early; take the file in again for the rest.
delete-everything = Delete everything
delete-ask = Delete everything…
delete-hint = What you saved goes too. You are asked first.
delete-what = This deletes for ever: { $saved } saved stories with their images and tags, { $feeds } sources, all mutes and settings, and every copy of the library in its folder. Files that you exported stay.
delete-type = Type “{ $word }” if you mean it
delete-word = delete
privacy-and-network = Privacy and network
what-is-contacted = What is contacted
contacted-nobody = Nobody: you follow no source yet.
contacted-rest = The pages and images of stories you open, save or pack are fetched from their publishers. There are no cookies and no tracking pixels, and nothing is sent to us or to anybody else.
accessibility = Accessibility
messages-stay = Messages stay
messages-short = 6 to 10 seconds
messages-long = 20 seconds
messages-until = Until dismissed
messages-hint = What a message offers to undo, the undo key takes back at any time.
announce = Announce new stories
announce-hint = A screen reader says how many came while you are in Live, once a minute at most.

## toasts
marked-read = { $count ->
    [one] 1 story marked as read
   *[other] { $count } stories marked as read
}
marked-unread = { $count ->
    [one] 1 story marked as unread
   *[other] { $count } stories marked as unread
}
saved-many = { $count ->
    [one] 1 story is being saved
   *[other] { $count } stories are being saved
}
saved-already = They are saved already
nothing-unread = Nothing was unread
nothing-read = Nothing was read
removed-saved = Removed from Saved
removed-many = { $count ->
    [one] 1 story removed from Saved
   *[other] { $count } stories removed from Saved
}
tagged-many = { $count ->
    [one] 1 story tagged
   *[other] { $count } stories tagged
}
tags-to-add = Tags, separated by commas
undone = Undone
undone-count = { $count ->
    [one] 1 change taken back
   *[other] { $count } changes taken back
}
nothing-to-undo = Nothing to undo
redone = Redone
redone-count = { $count ->
    [one] 1 change made again
   *[other] { $count } changes made again
}
nothing-to-redo = Nothing to redo
dismiss = Dismiss
just-done = Just done

## keyboard
keyboard = Keyboard
find-shortcut = Find a shortcut
group-move = Move
group-go = Go to
group-story = Story
group-many = Many at once
group-app = Application
group-article = In the article
cmd-next = Next story
cmd-previous = Previous story
cmd-next-unread = Next unread
cmd-previous-unread = Previous unread
cmd-unfold = Show a folded burst
cmd-page = Page, then next unread
cmd-page-back = Page back
cmd-first = Top of the list
cmd-last = Bottom of the list
cmd-screen-down = One screen down
cmd-screen-up = One screen up
cmd-show-new = Show new stories
cmd-open = Open and read
cmd-original = Open original
cmd-save = Save for offline
cmd-read = Read or unread
cmd-comments = Comments
cmd-copy = Copy link
cmd-text = Full story or feed text
cmd-changes = What the source changed
cmd-images = Show images
cmd-find = Find in article
cmd-find-next = Next place found
cmd-find-previous = Previous place found
cmd-paragraph = Next paragraph
cmd-paragraph-back = Previous paragraph
cmd-larger = Larger text
cmd-smaller = Smaller text
cmd-tags = Tags of a saved story
cmd-save-page = Save a page
cmd-order = Next order of saved stories
cmd-pack = Pack for offline
cmd-export = Take stories out into a file
cmd-select = Select story
cmd-unselect = Take out of the selection
cmd-extend-down = Extend selection
cmd-extend-up = Extend selection upwards
cmd-select-all = Select all
cmd-mark-read = Mark selected as read
cmd-mark-unread = Mark selected as unread
cmd-save-many = Save selected
cmd-hide-many = Hide selected stories
cmd-unsave-many = Remove selected from Saved
cmd-tag-many = Tag selected
cmd-clear = Clear selection
cmd-mark-source = Mark or unmark source
cmd-mark-all-sources = Mark all sources
cmd-rename-source = Rename source or folder
cmd-unfollow-source = Unfollow source
cmd-mark-all = Mark all as read
cmd-mark-older = Mark older as read
cmd-live = Live
cmd-saved = Saved
cmd-sources = Sources
cmd-unread = Unread stories
cmd-scope = Choose a source or folder
cmd-place-back = Back to the place before
cmd-place-forward = Forward to the next place
cmd-chip = Filter { $number } of Live
cmd-chips = All, Unread, folders
cmd-retry = Try again to save
cmd-load-older = Load older stories
cmd-only-source = Only this source
cmd-go-source = About this source
cmd-palette = Command palette
commands = Commands
palette-field = Stories, sources and commands
palette-hint = Find a story, a source or a command
palette-found = Found
palette-none = Nothing found
palette-move = Move
palette-open = Open
not-followed = Not followed
follow-named = Follow { $title }
cmd-follow = Follow a source
cmd-sync = Check now
cmd-print = Print
cmd-focus = Focus on the article
cmd-list = Hide or show the list
cmd-region = Next part of the window
cmd-region-back = Previous part of the window
cmd-settings = Settings
cmd-export-feeds = Export the list of sources (OPML)
feeds-exported = { $count ->
    [one] 1 source is in { $name }, in { $folder }
   *[other] { $count } sources are in { $name }, in { $folder }
}
cmd-zoom-in = Make everything larger
cmd-zoom-out = Make everything smaller
cmd-zoom-reset = Make everything its usual size
zoomed = Everything at { $percent }%
cmd-undo = Undo
cmd-redo = Redo
cmd-toast = Go to the message
cmd-help = Keyboard
cmd-print-keys = Print the keys
cmd-quit = Quit
cmd-back = Back
keys-note = Single keys can be switched off or changed in Settings, Keyboard.
keys-change-them = Change keys
no-shortcut = No shortcut of that name
key-space = Space
key-enter = Enter
key-escape = Esc
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-home = Home
key-end = End
key-page-down = Page down
key-page-up = Page up
key-delete = Delete

## Muting

mute = Mute
cmd-hide = Hide this story
show-again = Show again
hidden-now = { $count ->
    [one] Story hidden
   *[other] { $count } stories hidden
}
shown-again = Back in Live
muted-still = Its mute still keeps it out of Live
cmd-mute = Mute words of this story…
cmd-mute-source = Mute this source…
mute-by = What to mute
mute-words = Words
mute-source = Source
mute-author = Author
mute-days = { $days } days
mute-always = Until removed
mute-until = Until { $day }
mute-how-long = For how long
mute-count = Stories that leave Live now: { $count }
mute-nothing = Type at least one word.
mute-note = Saved stories are never muted. Muted ones come back when the mute ends.
muted-now = Muted
unmuted-now = No longer muted
muted = Muted
mutes-none = Nothing is muted.
mute-add = Mute words…
unmute-what = Remove the mute of { $what }
foot-muted = Muted today: { $count }
foot-mutes = Change what is muted

## Sign-ins and the proxy
sign-in = Sign in…
sign-in-now = Sign in
sign-in-to = Sign in to { $site }
sign-in-note = The password is kept in your system’s keychain and sent to this site only.
sign-in-user = Name
sign-in-password = Password
sign-out = Sign out
signed-in = Signed in
signed-out = Signed out
signed-in-as = Signed in as
signed-in-not = Not signed in
proxy = Way to the internet
proxy-hint = A proxy’s address begins with http, https, socks5 or socks5h. Sites in your own network are asked without it.
proxy-system = As the system
proxy-direct = Direct
proxy-own = Proxy
proxy-address = Address of the proxy

## New versions
look-for-versions = Look for new versions
look-for-versions-hint = Once a day, where the releases of Stop Press lie. Nothing is installed before you say so.
versions-by-packages = Your system’s packages bring new versions of this Stop Press.
look-now = Look now
version-there = Stop Press { $version } is there.
version-install = Install
version-newest = This is the newest version.
version-installed = Stop Press { $version } is installed. It is there at the next start.
version-working = One moment…

## Notifications
notifications = Notifications
notify-on = Show notifications
notify-on-hint = Of stories that a rule asks for, while you are not looking at the window. At most four an hour, then one for the rest.
notify-missing = Nothing on this system shows notifications just now.
notify-when = When
notify-at-once = As stories arrive
notify-digest = At 8:00, 13:00 and 18:00
notify-quiet = Quiet hours
notify-quiet-on = Keep quiet hours
notify-quiet-hint = Nothing is shown in this time. What is still news afterwards is shown then.
notify-from = Quiet from
notify-until = Quiet until
notify-weekends = Saturdays and Sundays are quiet
notify-pause = Pause
notify-hour = For an hour
notify-tomorrow = Until tomorrow
notify-paused = Paused until { $time }
notify-resume = Show again
notify-private = Keep headlines private
notify-private-hint = Notifications name the source only.
notify-rules = Notify me about
notify-rules-hint = For a source, switch it on in its details. For a folder, press the bell beside its name in Sources.
notify-rules-none = Nothing yet.
notify-words = Words in headlines
notify-words-hint = For example: ferry, storm
notify-matching = Which of the words
notify-any = Any of them
notify-all = All of them
notify-phrase = In this order
notify-words-any = Any of these words
notify-words-all = All of these words
notify-words-phrase = These words in this order
notify-add = Add
notify-remove = No more notifications about { $what }
notify-me = Notify me
notify-me-hint = When new stories of this source arrive.
notify-new = Notify me about new stories
notify-folder = Notify me about { $folder }
notify-added = You will be notified about { $what }
notify-removed = No more notifications about { $what }
notify-ask-title = Show notifications?
notify-ask-text = When stories arrive that you asked for, a notification names them: at most four an hour, none at night, and none while you are looking at the window.
notify-ask-note = You can change this in Settings, Notifications.
not-now = Not now

## Going on in the background
background = Background
close-title = Keep Stop Press running?
close-text = In the background it goes on looking for news, once an hour for each source, and stays in the tray. Quitting ends it.
close-note = You are asked once. Settings, Background changes it.
close-keep = Keep running
close-quit = Quit
on-close = When the window is closed
on-close-ask = Ask
on-close-background = Keep running
on-close-quit = Quit
on-close-hint = Kept running, it stands in the tray and looks for news once an hour for each source.
on-close-no-tray = This desktop has no tray, so closing the window quits.
start-at-login = Start with the session
start-at-login-hint = Without its window where it may keep running in the background.
badge = Number at the icon
badge-hint = Unread stories in Live, where your desktop shows numbers at icons.
spare = Take care of battery and metered connections
spare-hint = Sources are then asked as when the window is hidden, and nothing is fetched ahead.
spare-normal = Just now neither is so.
spare-metered = The connection is metered just now.
spare-power = The system saves power just now.
spare-both = The connection is metered and the system saves power just now.
cmd-menu = Menu of the app
app-menu = Menu

## Listen
listen = Listen
listen-play = Play
listen-pause = Pause
listen-next = Next sentence
listen-previous = Previous sentence
listen-speed-short = { $speed }×
listen-speed-now = Speed: { $speed }×
listen-none = This system has no voice that Stop Press can use. On Linux, speech-dispatcher with a synthesiser such as espeak-ng brings one.
listen-languages = Stories in these languages can be read aloud: { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = translation locale
words-hours = clock am pm
words-mark-read = seen unread automatically
words-images = pictures photos tracking data
words-listen = voice speech audio read aloud
words-theme = dark light sepia black night mode contrast colours colors
words-accent = colour color
words-density = density compact wire spacing rows layout
words-headlines = titles font serif sans
words-font = typeface serif sans letters
words-size = zoom bigger larger smaller font
words-leading = line height spacing
words-measure = line length column width
words-auto-show = refresh update automatically ticker
words-fold = cluster group collapse together burst
words-snippets = summary preview excerpt teaser lines
words-mutes = mute block hide filter keywords
words-interval = refresh update frequency sync fetch minutes feeds
words-proxy = proxy network server http connection
words-packs = starter newspapers subscribe follow add
words-opml = feeds rss list subscriptions import export
words-notify-on = alerts popup sound desktop
words-notify-quiet = do not disturb night hours
words-on-close = tray minimize background quit exit
words-start-at-login = autostart boot startup launch
words-spare = power battery metered mobile data
words-storage = disk space memory
words-cache = disk space limit megabytes
words-keep = retention delete old days clean
words-bag = backup export move profile transfer
words-pack = travel flight download
words-delete = erase remove reset wipe
words-single-keys = hotkeys letters shortcuts
words-key-preset = preset profile reset google reader netnewswire
words-keys = hotkeys bindings
words-contacted = tracking servers telemetry requests
words-motion = animation transitions
words-toasts = duration timeout banners
words-announce = screen reader speech voice live region
words-version = release build
words-data-folder = profile path directory
words-log = errors debug bug
words-versions = update upgrade
words-diagnostics = bug report error debug
words-cmd-settings = preferences options theme dark font proxy language configure
words-cmd-follow = import opml list add subscribe new feed rss
words-cmd-sync = refresh update reload fetch sync
words-cmd-export = export bookmarks markdown html zip download
words-cmd-import-saved = import bookmarks read later
words-cmd-pack-now = travel flight download airplane
words-cmd-save = bookmark keep offline read later star
words-cmd-save-page = import url address bookmark link
words-cmd-original = browser website link
words-cmd-copy = url address clipboard
words-cmd-hide = dismiss remove never show
words-cmd-mute = block hide silence filter
words-cmd-go-sources = feeds folders subscriptions manage unfollow unsubscribe rename
words-cmd-go-saved = bookmarks archive offline library
words-cmd-go-activity = errors problems log history
words-cmd-go-search = find query look
words-cmd-scope = sidebar tree feeds filter narrow
words-cmd-place = history navigate previous next
words-cmd-mark-all = clear seen catch up
words-cmd-help = hotkeys shortcuts keyboard
words-cmd-focus = distraction fullscreen zen
words-cmd-list = sidebar panel
words-cmd-print = paper pdf
words-cmd-read-aloud = voice speech audio
words-cmd-larger = zoom bigger font
words-cmd-smaller = zoom font
words-cmd-quit = exit close
words-cmd-undo = revert back
words-cmd-redo = again repeat
