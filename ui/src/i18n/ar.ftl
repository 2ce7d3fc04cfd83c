# كلمات النافذة بالعربية. بلا تشكيل.

app-name = Stop Press
skip-stories = إلى الأخبار
skip-article = إلى المقال
views = العروض
live = مباشر
saved = المحفوظات
sources = المصادر
settings = الإعدادات
close = إغلاق
cancel = إلغاء
undo = تراجع

## Live
live-region = مباشر، { $scope }
all-sources = كل المصادر
filters = المرشحات
chip-all = الكل
chip-unread = غير المقروءة
mark-all-read = تعليم الكل كمقروء
stories-newest-first = الأخبار، الأحدث أولا
today = اليوم
yesterday = أمس
new-pill = { $count ->
    [zero] لا أخبار جديدة
    [one] عرض خبر جديد واحد
    [two] عرض خبرين جديدين
    [few] عرض { $count } أخبار جديدة
    [many] عرض { $count } خبرا جديدا
   *[other] عرض { $count } خبر جديد
}
new-pill-short = { $count ->
    [one] خبر جديد
    [two] خبران جديدان
   *[other] { $count } جديدة
}
new-pill-many = أكثر من 99 جديدة
new-announced = { $count ->
    [zero] لا أخبار جديدة
    [one] خبر جديد واحد
    [two] خبران جديدان
    [few] { $count } أخبار جديدة
    [many] { $count } خبرا جديدا
   *[other] { $count } خبر جديد
}
last-updated = آخر تحديث { $time }
row-unread = غير مقروء
row-saved = محفوظ
row-stored-full = مخزن مع الصور
row-stored-text = النص مخزن
row-stored-headline = العنوان فقط
row-time = { $date }، { $zone }
row-seen = { $date }، { $zone }، شوهد { $seen }
none-unread-title = لا شيء غير مقروء
none-unread = قرأت كل ما هنا. ستصل الأخبار الجديدة من تلقاء نفسها.
show-all = عرض الكل
show-read = عرض المقروءة أيضا
older-loading = يجري طلب أخبار أقدم
older-came = { $count ->
    [zero] لم يصل خبر أقدم
    [one] وصل خبر أقدم واحد
    [two] وصل خبران أقدم
    [few] وصلت { $count } أخبار أقدم
    [many] وصل { $count } خبرا أقدم
   *[other] وصل { $count } خبر أقدم
}
older-none = ليس لدى الناشر ما هو أقدم
none-source = لم يأت هذا المصدر بأي خبر بعد.
none-muted-title = لا شيء مكتوم اليوم
none-muted = ما تحجبه عن المباشر بالكتم يبقى هنا يوما، وكذلك ما تخفيه.
scope = أخبار
list-width = عرض القائمة
scope-all = كل المصادر
scope-unread = { $scope }، غير المقروءة فقط
scope-muted = المكتومة اليوم
folders = المجلدات
languages = اللغات
more-from = { $count } أخرى من { $source }
press-to-show = اضغط Enter لعرضها
you-were-here = كنت هنا { $time }
selected-count = { $count ->
    [zero] لا أخبار محددة
    [one] خبر واحد محدد
    [two] خبران محددان
    [few] { $count } أخبار محددة
    [many] { $count } خبرا محددا
   *[other] { $count } خبر محدد
}
selected-of = المحدد { $count } من { $total }
end-farther = الخبر { $place } من { $total }. اضغط مرة أخرى للمتابعة من هنا
unsave = إزالة من المحفوظات
story-mark-read = تعليم كمقروء
story-mark-unread = تعليم كغير مقروء
more-actions = المزيد
story-menu = ما يمكن فعله بهذا الخبر
none-folder-title = لا أخبار هنا بعد
none-folder = لم تأت مصادر هذا المجلد بأي خبر بعد.
none-language = لم تأت المصادر بهذه اللغة بأي خبر بعد.
first-story = سيظهر خبرك الأول هنا.
live-failed = تعذر تحميل الأخبار
try-again = إعادة المحاولة
find-address = ابحث عن عنوانه الجديد
choose-feed = اختر خلاصة أخرى
change-address = غير العنوان
address-lead = أخبار { $title } تبقى. لا يتغير إلا مصدرها.
address-searching = البحث عن { $title } في { $host }
address-answers = يجيب من جديد على عنوانه. افحصه الآن.
address-use = استعمل هذا العنوان
address-changed = لمصدر { $title } عنوان جديد

## foot
foot-none = لا مصادر بعد
foot-sources = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرا
   *[other] { $count } مصدر
}
foot-checked = { $count ->
    [zero] لا مصادر، { $time }
    [one] مصدر واحد، فحص { $time }
    [two] مصدران، فحصا { $time }
    [few] { $count } مصادر، فحصت { $time }
    [many] { $count } مصدرا، فحصت { $time }
   *[other] { $count } مصدر، فحصت { $time }
}
foot-next-check = الفحص القادم { $time }
foot-attention = { $count ->
    [one] مصدر يحتاج إلى انتباه
    [two] مصدران يحتاجان إلى انتباه
   *[other] { $count } تحتاج إلى انتباه
}
foot-offline = غير متصل، آخر تحديث { $time }
foot-offline-never = غير متصل
foot-checking = فحص { $done } من { $total }
foot-starting = جار الفحص
foot-nothing-new = لا جديد
foot-back = عاد الاتصال
stop-checking = إيقاف الفحص
foot-packing = تجهيز { $done } من { $total }
foot-packing-starting = جار التجهيز
stop-packing = إيقاف التجهيز
banner-title = أنت غير متصل.
banner-sign-in = تطلب هذه الشبكة تسجيل الدخول.
open-browser = فتح المتصفح
banner-text = كل ما حفظته هنا، ومعه { $count ->
    [zero] لا أخبار حديثة.
    [one] خبر حديث واحد.
    [two] خبران حديثان.
    [few] { $count } أخبار حديثة.
    [many] { $count } خبرا حديثا.
   *[other] { $count } خبر حديث.
}
banner-dismiss = إخفاء

## article
article = المقال
article-tools = المقال
look = مظهر المقالات
previous-story = الخبر السابق
next-story = الخبر التالي
position = { $index } من { $total }
back-to = { $view }
save = حفظ
copy-link = نسخ الرابط
link-copied = نسخ الرابط
link-not-copied = تعذر نسخ الرابط
open-original = فتح الأصل
full-story = النص الكامل
show-full = عرض النص الكامل
show-feed = عرض نص المصدر
fetching-full = جار جلب النص الكامل…
stop-waiting = عدم انتظار النص الكامل
feed-text-note = يعرض النص الذي يقدمه المصدر.
images-hidden = { $count ->
    [zero] لا صور مخفية.
    [one] صورة واحدة لم تعرض.
    [two] صورتان لم تعرضا.
    [few] { $count } صور لم تعرض.
   *[other] { $count } صورة لم تعرض.
}
show-images = عرض الصور
tags = الوسوم
tag-add = إضافة وسم
tag-remove = إزالة الوسم { $tag }
comments = التعليقات
comments-count = التعليقات ({ $count })
comments-at-source = عند المصدر
comments-close = إغلاق التعليقات
edited-at = عدل { $time }
changes = ما الذي تغير
changes-close = إغلاق التغييرات
changes-none = لا يعرف أن شيئا تغير.
diff-removed = حذف:
diff-added = أضيف:
comments-loading = جار جلب التعليقات…
comments-none = لا تعليقات بعد.
comments-kept = حفظت في { $date }.
comments-more = لدى المصدر أكثر منها.
comments-show-more = عرض { $count } أخرى
comment-nobody = بلا اسم
comment-answer = رد، المستوى { $depth }
comments-outside = { $label }، تفتح في المتصفح
following = متابع
follow = متابعة
minutes = { $count } د قراءة
moment = { $date }، { $time }
long-date = { $weekday } { $date }
day-named = { $name }، { $date }
state-complete = محفوظ مع الصور
state-partial = { $count ->
    [0] محفوظ، تنقصه صور
    [one] محفوظ، تنقصه صورة واحدة
    [two] محفوظ، تنقصه صورتان
    [few] محفوظ، تنقصه { $count } صور
   *[other] محفوظ، تنقصه { $count } صورة
}
state-saving = جار الحفظ…
state-waiting = بانتظار الاتصال
state-failed = تعذر الحفظ
state-failed-because = تعذر الحفظ، { $reason }
state-failed-sentence = تعذر الحفظ. { $reason }
image-missing = { $count ->
    [one] هذه الصورة غير مخزنة.
    [two] هاتان الصورتان غير مخزنتين.
    [few] هذه الصور وعددها { $count } غير مخزنة.
   *[other] هذه الصور وعددها { $count } غير مخزنة.
}
image-missing-more = { $count ->
    [one] ستجلب عند عودة الاتصال.
   *[other] ستجلب كلها عند عودة الاتصال.
}
image-missing-saving = { $count ->
    [one] يجري جلبها.
   *[other] يجري جلبها كلها.
}
image-missing-refused = { $count ->
    [one] لم يسلمها موقعها.
   *[other] لم يسلم موقعها أيا منها.
}
table-region = جدول { $nth }
table-named = جدول، { $caption }
code-region = شفرة { $nth }
code-wrap = طي الأسطر
enlarge = تكبير الصورة
enlarge-named = تكبير الصورة، { $alt }
image = صورة
image-next = الصورة التالية
image-previous = الصورة السابقة
image-save = حفظ الصورة
image-copy-address = نسخ عنوان الصورة
image-saved = الصورة في { $name }، في { $folder }
image-link = فتح رابط هذه الصورة
zoom-in = أكبر
zoom-out = أصغر
note = حاشية
continued-at = استؤنفت القراءة عند { $percent }٪
from-the-top = من البداية
go-back = العودة إلى حيث كنت
find-in-article = البحث في المقال
find-next = الموضع التالي
find-previous = الموضع السابق
find-none = لا نتيجة
find-at = { $index } من { $total }
selection = النص المحدد
copy = نسخ
share = مشاركة
copy-headline = نسخ العنوان والرابط
copy-markdown = نسخ بصيغة Markdown
markdown-copied = تم النسخ بصيغة Markdown
headline-copied = نسخ العنوان والرابط
share-clean = تنسخ الروابط بلا متعقبات.
play-image = تحريك
stop-image = إيقاف
copy-quote = نسخ مع المصدر
search-words = ابحث عن هذه الكلمات
listen-here = استماع من هنا
mute-phrase = كتم «{ $words }»…
passage-copied = نسخ النص
quote-copied = نسخ مع مصدره
not-copied = تعذر النسخ
pick-title = اختر خبرا
pick-text = يفتح هنا، ويبقى مقروءا بلا اتصال متى حفظته.
nothing-title = لا شيء للقراءة بعد
nothing-text = تابع موقعا فتظهر أخباره هنا، الأحدث أولا.
press-key = في أي وقت
press = اضغط
gone-title = لم يعد هذا الخبر هنا
gone-text = ربما ألغيت متابعة مصدره. كل ما حفظته باق في المحفوظات.
failed-title = تعذر فتح هذا الخبر

## saved
saved-region = الأخبار المحفوظة
saved-list = الأخبار المحفوظة، { $order }
saved-order = ترتيب الأخبار المحفوظة
order-newest = الأحدث حفظا
order-oldest = الأقدم حفظا
order-published = تاريخ النشر
order-length = الأقصر أولا
order-title = العنوان
order-source = المصدر
tagged = الوسوم: { $tags }
save-page = حفظ صفحة
save-page-address = عنوان الصفحة
save-page-hint = example.org/a-story
save-page-contact = سيجلب Stop Press هذه الصفحة من { $host } مع صورها
save-page-saving = جار حفظ الصفحة من { $host }
save-page-drop = أفلت رابطا لحفظ صفحته
find-saved = البحث في المحفوظات
not-complete = غير مكتملة
this-week = هذا الأسبوع
earlier = قبل ذلك
no-date = بلا تاريخ
saved-total = { $count ->
    [zero] لا أخبار، { $size }
    [one] خبر واحد، { $size }
    [two] خبران، { $size }
    [few] { $count } أخبار، { $size }
    [many] { $count } خبرا، { $size }
   *[other] { $count } خبر، { $size }
}
saved-incomplete = { $count ->
    [one] خبر غير مكتمل
    [two] خبران غير مكتملين
   *[other] { $count } غير مكتملة
}
saved-none-title = لا محفوظات بعد
saved-none = اضغط s على أي خبر. يبقى نصه وصوره هنا، حتى بلا اتصال. ويمكن حفظ أي صفحة بعنوانها.
saved-none-filter-title = لا شيء هنا
saved-none-filter = لا خبر محفوظ يطابق هذا المرشح.

## export
export = تصدير
export-what = أي الأخبار
export-what-story = هذا الخبر
export-what-marked = المحددة
export-what-shown = كل المعروضة
export-what-saved = كل المحفوظات
export-format = بصيغة
export-format-epub = كتاب
export-format-epub-hint = EPUB، لأجهزة القراءة وتطبيقاتها
export-format-html = صفحات
export-format-html-hint = HTML وصورها داخلها؛ وإن تعددت ففي ملف ZIP
export-format-markdown = Markdown
export-format-markdown-hint = نص وإلى جانبه صوره، للملاحظات
export-format-bookmarks = إشارات مرجعية
export-format-bookmarks-hint = عناوين ووسوم، للمتصفحات والتطبيقات الأخرى
export-start = تصدير
export-starting = جارية كتابة الملف
export-progress = كتابة { $done } من { $total }
export-cancelling = جار الإنهاء
export-goes-on = يمكنك إغلاق هذه النافذة ومواصلة القراءة.
export-stop = إيقاف
export-cancelled = أوقفته قبل النهاية. لم يكتب أي ملف.
export-done = { $count ->
    [zero] لا أخبار في { $name }
    [one] خبر واحد في { $name }
    [two] خبران في { $name }
    [few] { $count } أخبار في { $name }
    [many] { $count } خبرا في { $name }
   *[other] { $count } خبر في { $name }
}
export-left-out = { $count ->
    [one] خبر واحد تعذر أخذه.
    [two] خبران تعذر أخذهما.
    [few] { $count } أخبار تعذر أخذها.
    [many] { $count } خبرا تعذر أخذها.
   *[other] { $count } خبر تعذر أخذها.
}
export-missing-images = { $count ->
    [one] صورة واحدة ليست فيه.
    [two] صورتان ليستا فيه.
    [few] { $count } صور ليست فيه.
   *[other] { $count } صورة ليست فيه.
}
export-show = عرض في المجلد
cmd-export = تصدير أخبار إلى ملف

## sources
follow-a-source = متابعة مصدر
import-opml = استيراد OPML
export-opml = تصدير OPML
browse-packs = تصفح الباقات
source = المصدر
health = الحالة
last-story = آخر خبر
a-week = أسبوعيا
source-language = اللغة
source-told = مع الإشعارات
checked = آخر فحص
unread = غير المقروءة
sources-by-folder = المصادر بحسب المجلد
without-folder = بلا مجلد
needs-attention = تحتاج إلى انتباه
working = يعمل
trouble-dns = لا يعثر على عنوانه
trouble-silent = لا يجيب منذ { $day }
trouble-forbidden = يرفض هذا التطبيق
trouble-sign-in = يطلب تسجيل الدخول
trouble-challenge = لا يسمح إلا للمتصفحات
trouble-not-found = ليس في عنوانه
trouble-gone = أوقف الناشر هذه الخلاصة
trouble-wait = أبطأ بطلب منه
trouble-server = متعثر منذ { $day }
trouble-tls = اتصاله غير آمن
trouble-not-a-feed = لم يعد خلاصة
trouble-other = معطل منذ { $day }
source-details = عن هذا المصدر
address = العنوان
site = الموقع
folder = المجلد
next-check = الفحص القادم
stories = الأخبار
stories-unread = { $articles }، منها { $unread } غير مقروءة
stories-since = أخبار منذ { $day }
never = لم يحدث
open-site = فتح الموقع
publisher-places = أين يتابع أيضا
publisher-looking = جار سؤال صفحة الناشر
publisher-none = لا تذكر صفحة الناشر مكانا آخر.
publisher-note = وجدت في صفحة الناشر نفسه، ويفتح كل منها في متصفحك.
cmd-publisher = أين يمكن متابعة الناشر أيضا
place-site = الموقع
place-mastodon = ماستودون
place-bluesky = بلوسكاي
place-facebook = فيسبوك
place-instagram = إنستغرام
place-youtube = يوتيوب
place-x = إكس
place-threads = ثريدز
place-linkedin = لينكدإن
place-telegram = تيليغرام
place-whatsapp = واتساب
place-tiktok = تيك توك
place-newsletter = النشرة البريدية
place-podcast = البودكاست
place-github = غيت هب
place-other = مكان آخر
check-now = فحص الآن
unfollow = إلغاء المتابعة
repaired = أصلح: { $repairs }
unfollowed = { $kept ->
    [0] ألغيت متابعة { $title }
    [one] ألغيت متابعة { $title }، وبقي خبر محفوظ
    [two] ألغيت متابعة { $title }، وبقي خبران محفوظان
    [few] ألغيت متابعة { $title }، وبقيت { $kept } أخبار محفوظة
    [many] ألغيت متابعة { $title }، وبقي { $kept } خبرا محفوظا
   *[other] ألغيت متابعة { $title }، وبقي { $kept } خبر محفوظ
}
pick-source = اختر مصدرا لترى عنوانه وحالته وموعد فحصه القادم.
text-of-stories = نص أخباره
text-auto = عند الحاجة
text-feed = نص الخلاصة
text-full = النص الكامل
text-measured-short = هذا المصدر لا يعطي إلا البدايات.
text-measured-whole = هذا المصدر يعطي الأخبار كاملة.
text-measured-none = لم يقس بعد كم يعطي هذا المصدر.
text-now-full = تجلب النصوص الكاملة من صفحاته.
text-now-feed = يعرض نصه هو.
sources-none-title = لا مصادر بعد

health-paused = متوقف مؤقتا
health-quiet = صامت منذ { $day }
quiet-since = لا جديد منذ { $day }.
quiet-keep = إبقاء
quiet-kept = ما زلت تتابع { $title }
health-repaired = يعمل بعد إصلاح
quiet-for-months = صامتة منذ أشهر
many-stories = كثيرة الأخبار
not-in-live = خارج المباشر
find-source = البحث عن مصدر
no-source-found = لا مصدر مطابق.
marked-sources = المصادر المعلمة
sources-marked = { $count ->
    [zero] لا مصادر معلمة
    [one] مصدر واحد معلم
    [two] مصدران معلمان
    [few] { $count } مصادر معلمة
    [many] { $count } مصدرا معلما
   *[other] { $count } مصدر معلم
}
clear-marks = إزالة العلامات
move-to = نقل إلى…
moved-to = { $count ->
    [one] نقل مصدر واحد إلى { $folder }
    [two] نقل مصدران إلى { $folder }
    [few] نقلت { $count } مصادر إلى { $folder }
    [many] نقل { $count } مصدرا إلى { $folder }
   *[other] نقل { $count } مصدر إلى { $folder }
}
moved-out = { $count ->
    [one] أخرج مصدر واحد من مجلده
    [two] أخرج مصدران من مجلديهما
    [few] أخرجت { $count } مصادر من مجلداتها
    [many] أخرج { $count } مصدرا من مجلداتها
   *[other] أخرج { $count } مصدر من مجلداتها
}
name = الاسم
new-folder = مجلد جديد
new-folder-more = مجلد جديد…
new-folder-hint = الشرطة المائلة تضعه داخل مجلد آخر: تقنية/أخبار.
top-level = خارج أي مجلد آخر
folder-moved-to = نقل المجلد { $name } إلى { $folder }
folder-moved-out = أخرج المجلد { $name } من مجلده
folder-in = في { $folder }
show-in-live = عرضه في المباشر
rename-more = تغيير الاسم…
copy-address = نسخ عنوان الخلاصة
address-copied = نسخ العنوان
notify-stop = لا تشعرني
full-by-default = النص الكامل دائما
full-as-needed = النص الكامل عند الحاجة فقط
rename-source = تغيير اسم هذا المصدر
rename-source-hint = بلا اسم يعود إليه اسم الناشر.
rename-folder = تغيير اسم هذا المجلد
rename-this-folder = تغيير اسم المجلد { $folder }
delete-this-folder = حذف المجلد { $folder } مع إبقاء مصادره
folder-deleted = { $count ->
    [one] حذف المجلد { $folder } وبقي مصدر واحد
    [two] حذف المجلد { $folder } وبقي مصدران
    [few] حذف المجلد { $folder } وبقيت { $count } مصادر
    [many] حذف المجلد { $folder } وبقي { $count } مصدرا
   *[other] حذف المجلد { $folder } وبقي { $count } مصدر
}
renamed = غير الاسم
unfollowed-many = { $count ->
    [one] ألغيت متابعة مصدر واحد
    [two] ألغيت متابعة مصدرين
    [few] ألغيت متابعة { $count } مصادر
    [many] ألغيت متابعة { $count } مصدرا
   *[other] ألغيت متابعة { $count } مصدر
}
out-of-live = الإبقاء خارج المباشر
sources-so-far = { $done } من { $total }
source-changed = تغيرت إعدادات { $title }
sources-changed = { $count ->
    [zero] لم يتغير أي مصدر
    [one] تغير مصدر واحد
    [two] تغير مصدران
    [few] تغيرت { $count } مصادر
    [many] تغير { $count } مصدرا
   *[other] تغير { $count } مصدر
}
sources-checked = { $count ->
    [zero] لم يفحص أي مصدر
    [one] فحص مصدر واحد
    [two] فحص مصدران
    [few] فحصت { $count } مصادر
    [many] فحص { $count } مصدرا
   *[other] فحص { $count } مصدر
}
sources-told = { $count ->
    [zero] لا إشعارات جديدة
    [one] إشعارات من مصدر واحد
    [two] إشعارات من مصدرين
    [few] إشعارات من { $count } مصادر
    [many] إشعارات من { $count } مصدرا
   *[other] إشعارات من { $count } مصدر
}
sources-not-told = { $count ->
    [zero] لم يتغير أي إشعار
    [one] لا إشعارات بعد من مصدر واحد
    [two] لا إشعارات بعد من مصدرين
    [few] لا إشعارات بعد من { $count } مصادر
    [many] لا إشعارات بعد من { $count } مصدرا
   *[other] لا إشعارات بعد من { $count } مصدر
}
sources-refused = { $done }. { $count ->
    [one] تعذر ذلك مع مصدر واحد: { $names }
    [two] تعذر ذلك مع مصدرين: { $names }
    [few] تعذر ذلك مع { $count } مصادر: { $names }
    [many] تعذر ذلك مع { $count } مصدرا: { $names }
   *[other] تعذر ذلك مع { $count } مصدر: { $names }
}
text = النص
text-is-full = كامل
text-is-summary = ملخص
text-is-feed = كما يأتي
source-interval = وتيرة الفحص
interval-auto = كالمعتاد
interval-15m = كل 15 دقيقة
interval-1h = كل ساعة
interval-6h = كل 6 ساعات
interval-daily = مرة في اليوم
interval-paused = متوقف
source-images = الصور
source-images-inherit = كالمعتاد
source-images-never = عند طلبي فقط
source-images-opened = عند فتح الخبر
source-direction = اتجاه النص
direction-more = اتجاه النص…
direction-auto = بحسب النص
direction-ltr = من اليسار إلى اليمين
direction-rtl = من اليمين إلى اليسار
in-live = العرض في المباشر
in-live-hint = وإلا ظهرت أخباره في مجلده فقط.
source-keep = مدة بقاء الأخبار
source-most = على الأكثر
most-any = كل ما يوجد
most-100 = أحدث 100
most-500 = أحدث 500
most-2000 = أحدث 2000
most-own = أحدث { $count }

## search
search = البحث
search-everything = ابحث في كل ما هو مخزن هنا
search-results = النتائج
search-nothing = لا شيء عن «{ $query }»
search-meant = هل تقصد «{ $words }»؟
search-recent = عمليات بحث حديثة
recent-forget = نسيان { $words }
recent-forget-all = نسيان الكل
recent-forgotten = تم النسيان
search-keep = حفظ البحث مرشحا
search-forget = إزالة هذا المرشح
search-kept = مرشحاتك
search-kept-done = حفظ المرشح
search-forgotten = أزيل المرشح
search-kept-full = المتاح { $count } مرشحا. أزل واحدا أولا.
syntax-source = من مصدر واحد فقط
syntax-saved = من المحفوظات فقط
syntax-unread = غير المقروء فقط
syntax-before = أقدم من يوم معين
syntax-phrase = هذه الكلمات معا
syntax-without = بلا هذه الكلمة
syntax-phrase-sample = "قطار الليل"
syntax-without-sample = -كرة
filter-source = من { $value }
filter-folder = في المجلد { $value }
filter-lang = باللغة { $value }
filter-tag = بالوسم { $value }
filter-in = في المحفوظات
filter-is = غير المقروءة
filter-before = قبل { $value }
filter-after = منذ { $value }
filter-remove = إزالة المرشح: { $filter }
filters-clear = إزالة المرشحات
search-clear = مسح البحث
search-none = لا نتائج
search-anywhere = يبدأ بحثا جديدا من أي مكان
filter-add = تصفية
filter-add-name = إضافة تصفية
search-elsewhere = { $count } في المحفوظات، و{ $everywhere } في كل مكان
search-elsewhere-more = { $count } في المحفوظات، و{ $everywhere } على الأقل في كل مكان
search-everywhere = البحث في كل مكان
filter-week = آخر 7 أيام
filter-month = آخر 30 يوما
search-looking = { $count ->
    [0] جار البحث في أخبار أقدم
    [one] نتيجة واحدة، والبحث مستمر في أخبار أقدم
    [two] نتيجتان، والبحث مستمر في أخبار أقدم
    [few] { $count } نتائج، والبحث مستمر في أخبار أقدم
   *[other] { $count } نتيجة، والبحث مستمر في أخبار أقدم
}
search-more = أول النتائج، وعددها { $count }
search-pick-title = اختر خبرا لتقرأه هنا
search-pick = يشمل البحث كل ما هو مخزن على هذا الحاسوب، حتى بلا اتصال.
cmd-search = ابحث في كل ما هو مخزن هنا
search-count = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
   *[other] { $count } نتيجة
}

## activity
activity = النشاط
activity-log = ما جرى
activity-now = الآن
activity-checking = فحص المصادر
activity-new = أخبار جديدة
activity-failed = مشكلات
activity-incomplete = لم تحفظ كاملة
activity-saved = { $count ->
    [zero] لم يحفظ أي خبر
    [one] حفظ خبر واحد
    [two] حفظ خبران
    [few] حفظت { $count } أخبار
    [many] حفظ { $count } خبرا
   *[other] حفظ { $count } خبر
}
activity-saves-wait = { $count ->
    [zero] لا أخبار تنتظر الاتصال
    [one] سيحفظ خبر واحد عند توفر الاتصال
    [two] سيحفظ خبران عند توفر الاتصال
    [few] ستحفظ { $count } أخبار عند توفر الاتصال
    [many] سيحفظ { $count } خبرا عند توفر الاتصال
   *[other] سيحفظ { $count } خبر عند توفر الاتصال
}
attention-none = لا شيء يحتاج إليك.
recent = ما جرى حديثا
recent-none = لا شيء هنا بعد.
since = منذ { $moment }
try-now = جرب الآن
manage-storage = إدارة التخزين
details = التفاصيل
copy-log = نسخ السجل
log-copied = نسخ السجل
check-offline = لا اتصال
checks-offline = لا اتصال: { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرا
   *[other] { $count } مصدر
}
activity-waiting = طلبت منا الانتظار
next-check-at = الفحص القادم: { $moment }
check-moved = حدث العنوان
check-merged = انتقل مصدر آخر إلى هنا وصار جزءا منه
checks-quiet =
    { $count ->
        [zero] لم يفحص أي مصدر
        [one] فحص مصدر واحد، لا جديد
        [two] فحص مصدران، لا جديد
        [few] فحصت { $count } مصادر، لا جديد
        [many] فحص { $count } مصدرا، لا جديد
       *[other] فحص { $count } مصدر، لا جديد
    }
check-new = { $count ->
    [zero] لا أخبار جديدة
    [one] خبر جديد واحد
    [two] خبران جديدان
    [few] { $count } أخبار جديدة
    [many] { $count } خبرا جديدا
   *[other] { $count } خبر جديد
}
check-updated = حدثت أخبار
last-days = { $count ->
    [few] آخر { $count } أيام
   *[other] آخر { $count } يوما
}
read-by-you = قرأتها
days-words = عدد الأخبار { $count }، والأكثر في يوم { $most }، واليوم { $today }
days-today = اليوم، { $count }
last-checks = آخر الفحوص
stored-images = صور غير محفوظة
stored-of = { $size } من { $most }
stored-texts = نصوص الأخبار
stored-library = المكتبة كلها
stored-free = المتاح على هذا القرص
clean-up = إفراغ مساحة
cleaned-up = أفرغ { $size }. ولم يمس شيء من المحفوظات.
cleaned-up-old = أفرغ { $size }، ومنها أخبار قديمة عددها { $stories }. ولم يمس شيء من المحفوظات.
cmd-activity = النشاط

## follow dialog
follow-address = عنوان موقع أو خلاصة
follow-hint = example.org
follow-contact = سيتصل Stop Press بالموقع { $host } ولا شيء سواه
follow-looking = البحث عن خلاصات في { $host }
follow-found = { $count ->
    [one] عثر على خلاصة واحدة
    [two] عثر على خلاصتين
    [few] عثر على { $count } خلاصات
   *[other] عثر على { $count } خلاصة
}
follow-which = الخلاصة
follow-already = أنت تتابع { $title } من قبل
follow-done = { $count ->
    [zero] تتابع الآن { $title }، بلا أخبار بعد
    [one] تتابع الآن { $title }، أضيف خبر واحد
    [two] تتابع الآن { $title }، أضيف خبران
    [few] تتابع الآن { $title }، أضيفت { $count } أخبار
    [many] تتابع الآن { $title }، أضيف { $count } خبرا
   *[other] تتابع الآن { $title }، أضيف { $count } خبر
}
follow-empty = اكتب عنوانا أولا
follow-anyway = ابحث على كل حال
follow-look = ابحث
follow-show = أظهره
follow-suggested = مصادر من الحزم
follow-clipped = من الحافظة
follow-choose-word = اختر واحدا من هذه أو اكتب عنوانا
follow-no-word = ليس هذا في أي حزمة. اكتب عنوان موقع.
follow-drop = أفلت رابطا لمتابعة موقعه
look-preview = معاينة
look-newest = آخر خبر { $when }
look-nothing = لا أخبار بعد
look-per-day = { $count ->
    [one] نحو خبر واحد في اليوم
    [two] نحو خبرين في اليوم
    [few] نحو { $count } أخبار في اليوم
   *[other] نحو { $count } خبرا في اليوم
}
look-per-week = { $count ->
    [one] نحو خبر واحد في الأسبوع
    [two] نحو خبرين في الأسبوع
    [few] نحو { $count } أخبار في الأسبوع
   *[other] نحو { $count } خبرا في الأسبوع
}
look-per-month = { $count ->
    [one] نحو خبر واحد في الشهر
    [two] نحو خبرين في الشهر
    [few] نحو { $count } أخبار في الشهر
   *[other] نحو { $count } خبرا في الشهر
}
look-quiet = لا شيء منذ شهر
look-whole = النص كامل
look-summary = المقدمات فقط

## welcome and packs
welcome-title = ماذا تريد أن تتابع؟
welcome-lead = ثلاث طرق للبداية. يمكن تغيير كل مصدر أو إزالته لاحقا، ولا يتصل بأحد قبل أن تضغط متابعة.
welcome-pack = خذ باقة
welcome-packs = الباقات
pack-about = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرا
   *[other] { $count } مصدر
}، { $about }
list-comma = {"، "}
pack-languages = لغات الباقات
pack-region = المنطقة
all-regions = كل المناطق
packs-none = لا حزمة لهذه اللغات وهذه المنطقة.
pack-world = العالم
pack-world-about = من ست قارات
pack-europe = أوروبا
pack-europe-about = بالإنجليزية وست لغات أخرى
pack-maghreb = المغرب والبلدان المغاربية
pack-maghreb-about = بالعربية والفرنسية والإنجليزية
pack-spain = إسبانيا
pack-spain-about = صحف وطنية وجهوية
pack-france = فرنسا
pack-france-about = صحف وإذاعات من كل الاتجاهات
pack-germany = ألمانيا
pack-germany-about = صحف وإذاعات من كل الاتجاهات
pack-technology = التقنية
pack-technology-about = الصناعة والسياسات والآلات
pack-science = العلوم
pack-science-about = مجلات ومعاهد ومراسلون
pack-business = الاقتصاد
pack-business-about = الأسواق والشركات والعمل
pack-sport = الرياضة
pack-sport-about = كرة القدم وكل ما سواها
pack-culture = الثقافة
pack-culture-about = كتب وسينما وموسيقى وفنون
pack-arabic = بالعربية
pack-arabic-about = قنوات وصحف من بلدان كثيرة
pack-portuguese = البرازيل والبرتغال
pack-portuguese-about = صحف وقنوات من البلدين
pack-japan = اليابان
pack-japan-about = قنوات وصحف ومجلات
pack-chinese = بالصينية
pack-chinese-about = قنوات وصحف من بلدان كثيرة
pack-some = { $names } و{ $count } أخرى
type-address = اكتب عنوانا
type-address-hint = موقع أو عنوان خلاصة أو كلمات للبحث في الحزم
bring-list = أحضر قائمتك
bring-list-hint = ملف OPML من قارئ آخر يحتفظ بمجلداته
take-list = خذ قائمتك معك
take-list-hint = ملف OPML في مجلد التنزيلات: تفهمه القارئات الأخرى ويحتفظ بالمجلدات والأسماء
drop-file = أفلت ملفا هنا
choose-file = اختيار ملف
contacted = من سيتصل به
contacted-none = لا أحد بعد. اختر باقة أو اكتب عنوانا أو أحضر قائمة.
contacted-count = { $count ->
    [zero] لا أحد.
    [one] هذا الموقع وحده ولا شيء سواه.
    [two] هذان الموقعان ولا شيء سواهما.
    [few] هذه المواقع وعددها { $count } ولا شيء سواها.
   *[other] هذه المواقع وعددها { $count } ولا شيء سواها.
}
contacted-list = قائمة المواقع
contacted-typed = كتبته أنت
contacted-unchecked = لم نتحقق من هذه العناوين. ربما تغير بعضها.
contacted-file = القائمة تسمي مواقعها. ويتصل بها متى اخترت الملف.
sites = { $count ->
    [zero] لا مواقع
    [one] موقع واحد
    [two] موقعان
    [few] { $count } مواقع
    [many] { $count } موقعا
   *[other] { $count } موقع
}
skip-empty = تخط وابدأ بلا مصادر
follow-sources = { $count ->
    [zero] متابعة
    [one] متابعة مصدر واحد
    [two] متابعة مصدرين
    [few] متابعة { $count } مصادر
    [many] متابعة { $count } مصدرا
   *[other] متابعة { $count } مصدر
}
working-on-it = جارية المتابعة، قد تستغرق لحظة
import-title = مصادرك هنا
list-title = قبل الإضافة
list-new = { $count ->
    [one] مصدر جديد واحد
    [two] مصدران جديدان
    [few] { $count } مصادر جديدة
   *[other] { $count } مصدرا جديدا
}
list-already = { $count ->
    [one] واحد متابع من قبل
    [two] اثنان متابعان من قبل
    [few] { $count } متابعة من قبل
   *[other] { $count } متابعا من قبل
}
list-all = الكل
list-none = لا شيء
list-followed = متابع من قبل
list-twice = موجود في مجلد آخر
list-taking = أخذ { $done } من { $total }
list-cancelling = جار الإيقاف
list-stop = إيقاف
list-ended = أوقفته قبل نهايته. ما أخذ حتى ذلك الحين متابع.
list-more = { $count ->
    [one] وواحد آخر يتبع مجلده
    [two] واثنان آخران يتبعان مجلدهما
    [few] و{ $count } أخرى تتبع مجلدها
   *[other] و{ $count } آخر يتبع مجلده
}
import-added = { $count ->
    [zero] لم يضف مصدر
    [one] أضيف مصدر واحد
    [two] أضيف مصدران
    [few] أضيفت { $count } مصادر
    [many] أضيف { $count } مصدرا
   *[other] أضيف { $count } مصدر
}
import-already = { $count ->
    [one] مصدر كان متابعا من قبل
    [two] مصدران كانا متابعين من قبل
   *[other] { $count } كانت متابعة من قبل
}
import-failed = { $count ->
    [one] مدخل واحد تعذر أخذه
    [two] مدخلان تعذر أخذهما
    [few] { $count } مداخل تعذر أخذها
   *[other] { $count } مدخلا تعذر أخذها
}
import-go = إلى الأخبار
first-keys = { $next } و{ $previous } للتنقل بين الأخبار. { $help } يعرض كل المفاتيح.
import-saved = استيراد محفوظات
import-saved-lead = ما حفظته في تطبيق أو متصفح آخر يأتي معه وسومه وتواريخه.
import-saved-which = الإشارات المرجعية وPocket وInstapaper وRaindrop.io وOmnivore وReadwise وPinboard وwallabag وFreshRSS وFeedly: اختر الملف الذي تصدره، أو أفلته على هذه النافذة.
import-saved-choose = اختيار ملف
import-saved-working = جارية قراءة القائمة
import-saved-added = { $count ->
    [zero] لم تضف مقالة إلى المحفوظات
    [one] أضيفت مقالة واحدة إلى المحفوظات
    [two] أضيفت مقالتان إلى المحفوظات
    [few] أضيفت { $count } مقالات إلى المحفوظات
   *[other] أضيفت { $count } مقالة إلى المحفوظات
}
import-saved-already = { $count ->
    [one] واحدة كانت محفوظة من قبل
    [two] اثنتان كانتا محفوظتين من قبل
   *[other] { $count } كانت محفوظة من قبل
}
import-saved-behind = تأتي نصوصها وصورها شيئا فشيئا وأنت تقرأ.
import-failed-copy = نسخ هذه المداخل
import-failed-copied = نسخت
import-drop = أفلت قائمة لاستيرادها
cmd-import-saved = استيراد ما حفظته في مكان آخر
packs-title = الباقات

## packing for offline
pack-offline = التجهيز للقراءة بلا اتصال
pack-lead = أحدث الأخبار غير المقروءة، بنصها الكامل وصورها، لوقت بلا اتصال.
pack-how-many = أحدث الأخبار غير المقروءة
pack-budget = الحد الأقصى
pack-size = { $size } م.ب
pack-start = بدء التجهيز
pack-cancelling = سينتهي بعد هذا الخبر
pack-goes-on = يمكنك إغلاق هذه النافذة ومواصلة القراءة.
pack-result = { $count ->
    [zero] لا خبر يقرأ بلا اتصال
    [one] خبر واحد يقرأ بلا اتصال
    [two] خبران يقرآن بلا اتصال
    [few] { $count } أخبار تقرأ بلا اتصال
    [many] { $count } خبرا تقرأ بلا اتصال
   *[other] { $count } خبر تقرأ بلا اتصال
}، { $complete ->
    [0] ولا واحد بكل صوره
   *[other] { $complete } منها بكل صورها
}
pack-nothing = كل شيء مقروء، فلم يكن هناك ما يجهز
pack-nothing-cancelled = أوقف التجهيز قبل الخبر الأول
pack-cancelled = أوقفته قبل النهاية. ما جهز باق.
pack-budget-reached = بلغ الحد { $size } م.ب.
pack-failed = { $count ->
    [one] خبر واحد ينقصه شيء
    [two] خبران ينقصهما شيء
    [few] { $count } أخبار ينقصها شيء
    [many] { $count } خبرا ينقصها شيء
   *[other] { $count } خبر ينقصها شيء
}
pack-again = تجهيز من جديد
done = تم

## settings
appearance = المظهر
appearance-hint = تظهر التغييرات فورا، وفي النافذة خلفها أيضا.
checking-hint = قد يطلب الناشرون فترات أطول، وطلبهم محترم.
about = حول البرنامج
theme = السمة
theme-system = النظام
theme-light = فاتحة
theme-dark = داكنة
theme-sepia = بنية
theme-oled = OLED
theme-hc-light = متباينة
theme-hc-dark = متباينة داكنة
accent = لون التمييز
accent-theme = لون السمة
accent-teal = أزرق مخضر
accent-green = أخضر
accent-purple = بنفسجي
accent-amber = كهرماني
accent-graphite = رمادي
headlines = العناوين في القوائم
headlines-serif = مذيل
headlines-sans = بلا ذيول
motion = الحركة
motion-system = النظام
motion-reduced = أقل
motion-full = كاملة
reading-font = خط المقالات
font-serif = Source Serif
font-sans = Inter
font-system = خط النظام
text-size = حجم النص
smaller = نص أصغر
larger = نص أكبر
pixels = { $count } بكسل
leading = تباعد الأسطر
measure = طول السطر
paragraphs = المسافة بين الفقرات
characters = { $count } حرفا
look-reset = إعادة ضبط الخط
look-take-back = التراجع عن إعادة الضبط
look-was-reset = أعيد ضبط الخط
look-can-undo = يمكن التراجع عنه
appearance-reset = إعادة ضبط المظهر
appearance-was-reset = أعيد ضبط المظهر
density = كثافة المباشر
density-comfortable = عادية
density-compact = متراصة
density-wire = برقية
check-interval = البحث عن أخبار جديدة
every-15 = كل 15 دقيقة
every-30 = كل 30 دقيقة
every-60 = كل ساعة
by-hand = يدويا
reading = القراءة
images = الصور
images-opened = عند فتح الخبر
images-never = عند طلبي فقط
images-note = للأخبار المحفوظة صورها دائما.
version = الإصدار
data-folder = مكتبتك
data-folder-hint = لنقل المكتبة أغلق Stop Press ثم شغل «stoppress-cli move-library FOLDER».
move-library = نقل المكتبة…
move-library-to = نقل المكتبة إلى
move-library-hint = يغلق Stop Press وينسخ كل شيء ويفحص النسخة ثم يفتح من جديد. ويبقى الملف الحالي هنا باسم آخر.
move-library-now = انقل وافتح من جديد
log-file = ملف السجل
copy-diagnostics = نسخ التشخيص
diagnostics-hint = ما يلزم للإبلاغ عن عطل. لا تكون العناوين التي تتابعها فيه إلا إذا فعلت ذلك.
diagnostics-addresses = مع عناوين مصادري
drawing-safe = الرسم دون بطاقة الرسوميات
drawing-safe-hint = للنوافذ التي تبقى فارغة أو ترسم خطأ. أبطأ، ويسري من التشغيل القادم.
drawing-next-start = يسري من التشغيل القادم.
drawing-news = بقيت النافذة فارغة، فأعاد Stop Press التشغيل وهو يرسمها دون بطاقة الرسوميات. طريق العودة في الإعدادات، حول.
diagnostics-copied = نسخ التشخيص
diagnostics-not-copied = تعذر نسخ التشخيص
preview = معاينة
sample-of-live = نموذج من المباشر
sample-bank = البنك المركزي يثبت أسعار الفائدة ويدعو إلى الصبر حتى الربيع
sample-bank-source = البرقية القارية
sample-wind = رياح البحر تحمل ثلث الشبكة
sample-wind-source = بريد الميناء
sample-train = قطار الليل يعود بعد أحد عشر عاما وفيه مكان للدراجات
sample-train-source = خط الزوال
sample-chips = مصنع الرقائق يفتح غرفته النظيفة
sample-chips-source = المجلة المدنية
sample-first = في الساعة 01:40 من يوم الاثنين كفت غرفة التحكم عن شراء الكهرباء. وعلى مدى ست ساعات حملت توربينات قائمة في ثلاثين مترا من الماء الرمادي ما يزيد قليلا على ثلث ما كان البلد يستهلكه.
sample-second = كان الرقم القياسي متوقعا بفارق دقائق قليلة.

search-settings = البحث في الإعدادات
settings-found = { $count ->
    [zero] لا إعدادات
    [one] عثر على إعداد واحد
    [two] عثر على إعدادين
    [few] عثر على { $count } إعدادات
    [many] عثر على { $count } إعدادا
   *[other] عثر على { $count } إعداد
}
settings-none = لا إعداد بهذا الاسم
general = عام
language = لغة النافذة
language-hint = تتغير النافذة فورا. وتبقى الأخبار بلغتها.
as-the-system = لغة النظام
hours = صيغة الوقت
as-the-language = كما في اللغة
hours-12 = 12 ساعة
hours-24 = 24 ساعة
mark-read = متى يعد الخبر مقروءا
mark-read-glance = عند فتحه أو رؤيته لحظة
mark-read-open = عند فتحه
mark-read-never = حين أقول ذلك فقط
mark-read-hint = الفتح نقرة أو Enter. والتنقل في القائمة بلوحة المفاتيح يعرض الخبر دون فتحه.
auto-show = عرض الأخبار الجديدة تلقائيا
auto-show-hint = فقط حين تكون القائمة في أعلاها ولا تفعل فيها شيئا. وإلا انتظرت خلف زر.
fold = طي دفعات المصدر الواحد
fold-hint = خمسة أخبار أو أكثر يأتي بها مصدر في نصف ساعة تقف خلف سطر واحد.
snippets = أولى الكلمات تحت العناوين
snippets-hint = مع الكثافة العادية فقط.
saved-and-storage = المحفوظات والتخزين
stored-here = المخزن على هذا الحاسوب
stored-hint = ما تحفظه يبقى حتى تزيله، حتى لو ألغيت متابعة مصدره.
single-keys = اختصارات المفتاح الواحد
single-keys-hint = حروف وعلامات بلا Ctrl. عطلها إن كنت تستخدم الإملاء الصوتي.
key-preset = المفاتيح كما في
key-preset-hint = لا يتغير إلا ما يختلف. والأوامر التي تفقد مفتاحها في لوحة الأوامر.
keys-default = المعتاد
keys-google-reader = Google Reader
keys-netnewswire = NetNewsWire
keys-own = مفاتيحك
keys-are-now = المفاتيح الآن «{ $preset }»
shortcuts = الاختصارات
shortcuts-hint = اضغط اختصارا لتغييره، أو + لإضافة آخر. ومفتاحان خلال ثانية يصنعان تتابعا. ومفتاح Esc يترك كل شيء كما كان.
keys-press = اضغط المفاتيح الجديدة
keys-second = { $keys } … مفتاح ثان خلال ثانية يجعله تتابعا
keys-none = لا شيء
keys-change = { $command }: { $keys }. تغيير
keys-taken = { $keys } لأمر «{ $command }» من قبل. اضغط مفاتيح أخرى.
keys-begins = { $other } لأمر «{ $command }» يبدأ بـ { $keys } ولن يستجاب له أبدا. اضغط مفاتيح أخرى.
keys-begun = لن يستجاب لـ { $keys } أبدا: { $other } لأمر «{ $command }» من قبل. اضغط مفاتيح أخرى.
keys-single-off = { $keys } حرف أو علامة، واختصارات المفتاح الواحد معطلة. اضغطه مع { $control } أو فعلها.
keys-changed = { $keys } الآن لأمر «{ $command }»
keys-add = إضافة مفتاح لأمر «{ $command }»
keys-remove = إزالة المفتاح
keys-removed = لم يعد { $keys } لأمر «{ $command }»
keys-usual = المفاتيح المعتادة لأمر «{ $command }»
keys-are-usual = لأمر «{ $command }» مفاتيحه المعتادة
images-ahead = مسبقا
cache-budget = مساحة الصور غير المحفوظة
cache-hint = بعدها تزال الأقدم. وما حفظته ليس منها أبدا.
keep-for = مدة بقاء الأخبار
keep-hint = بعدها تزول، إلا أحدث 20 خبرا من كل مصدر. وما حفظته، وما جهزته ولم تقرأه بعد، يبقى دائما.
keep-30 = 30 يوما
keep-90 = 90 يوما
keep-365 = سنة
keep-0 = دائما
keep-own = الأيام: { $days }
bag = كل شيء في ملف واحد
bag-hint = ما حفظته مع صوره، والمصادر والمجلدات والوسوم والكتم وقواعد الإشعارات والإعدادات. يعرضه أي متصفح من index.html. وعند إدخاله ينضم إلى ما هنا ولا يضيع شيء من الجانبين.
bag-write = كتابة الملف
bag-take = إدخال ملف
bag-taken = حفظ { $added }، وانضم إلى ما هنا { $joined }، وكان هنا { $already }، والمصادر { $sources }.
bag-ended = أنهي قبل تمامه؛ أدخل الملف مرة أخرى للباقي.
delete-everything = حذف كل شيء
delete-ask = حذف كل شيء…
delete-hint = يحذف ما حفظته أيضا. وتسأل قبل ذلك.
delete-what = يحذف هذا إلى الأبد: المحفوظات وعددها { $saved } مع صورها ووسومها، والمصادر وعددها { $feeds }، وكل الكتم والإعدادات، وكل نسخة من المكتبة في مجلدها. وتبقى الملفات التي صدرتها.
delete-type = اكتب «{ $word }» إن كنت تقصد ذلك
delete-word = حذف
privacy-and-network = الخصوصية والشبكة
what-is-contacted = من يتصل به
contacted-nobody = لا أحد: أنت لا تتابع أي مصدر بعد.
contacted-rest = تجلب صفحات وصور الأخبار التي تفتحها أو تحفظها أو تجهزها من ناشريها. لا ملفات تعريف ارتباط ولا بكسلات تتبع، ولا يرسل شيء إلينا ولا إلى غيرنا.
accessibility = تسهيلات الاستخدام
messages-stay = بقاء الرسائل
messages-short = من 6 إلى 10 ثوان
messages-long = 20 ثانية
messages-until = حتى أغلقها
messages-hint = ما تعرض الرسالة التراجع عنه، يتراجع عنه مفتاح التراجع في أي وقت.
announce = إعلان الأخبار الجديدة
announce-hint = يقول قارئ الشاشة كم خبرا وصل وأنت في المباشر، مرة في الدقيقة على الأكثر.

## toasts
marked-read = { $count ->
    [one] علم خبر واحد كمقروء
    [two] علم خبران كمقروءين
    [few] علمت { $count } أخبار كمقروءة
    [many] علم { $count } خبرا كمقروءة
   *[other] علم { $count } خبر كمقروءة
}
marked-unread = { $count ->
    [one] علم خبر واحد كغير مقروء
    [two] علم خبران كغير مقروءين
    [few] علمت { $count } أخبار كغير مقروءة
    [many] علم { $count } خبرا كغير مقروءة
   *[other] علم { $count } خبر كغير مقروءة
}
saved-many = { $count ->
    [one] جار حفظ خبر واحد
    [two] جار حفظ خبرين
    [few] جار حفظ { $count } أخبار
    [many] جار حفظ { $count } خبرا
   *[other] جار حفظ { $count } خبر
}
saved-already = محفوظة من قبل
nothing-unread = كل شيء كان مقروءا
nothing-read = لا شيء كان مقروءا
removed-saved = أزيل من المحفوظات
removed-many = { $count ->
    [one] أزيل خبر واحد من المحفوظات
    [two] أزيل خبران من المحفوظات
    [few] أزيلت { $count } أخبار من المحفوظات
    [many] أزيل { $count } خبرا من المحفوظات
   *[other] أزيل { $count } خبر من المحفوظات
}
tagged-many = { $count ->
    [one] وسم خبر واحد
    [two] وسم خبران
    [few] وسمت { $count } أخبار
    [many] وسم { $count } خبرا
   *[other] وسم { $count } خبر
}
tags-to-add = وسوم تفصل بينها فواصل
undone = تم التراجع
undone-count = { $count ->
    [one] تم التراجع عن تغيير واحد
    [two] تم التراجع عن تغييرين
    [few] تم التراجع عن { $count } تغييرات
    [many] تم التراجع عن { $count } تغييرا
   *[other] تم التراجع عن { $count } تغيير
}
nothing-to-undo = لا شيء للتراجع عنه
redone = تمت الإعادة
redone-count = { $count ->
    [one] أعيد تغيير واحد
    [two] أعيد تغييران
    [few] أعيدت { $count } تغييرات
    [many] أعيد { $count } تغييرا
   *[other] أعيد { $count } تغيير
}
nothing-to-redo = لا شيء لإعادته
dismiss = إخفاء
just-done = ما تم للتو

## keyboard
keyboard = لوحة المفاتيح
find-shortcut = البحث عن اختصار
group-move = التنقل
group-go = الذهاب إلى
group-story = الخبر
group-many = عدة أخبار معا
group-app = التطبيق
group-article = في المقال
cmd-next = الخبر التالي
cmd-previous = الخبر السابق
cmd-next-unread = غير المقروء التالي
cmd-previous-unread = غير المقروء السابق
cmd-unfold = عرض دفعة مطوية
cmd-page = صفحة ثم غير المقروء التالي
cmd-page-back = صفحة إلى الخلف
cmd-first = أول القائمة
cmd-last = آخر القائمة
cmd-screen-down = شاشة إلى الأسفل
cmd-screen-up = شاشة إلى الأعلى
cmd-show-new = عرض الأخبار الجديدة
cmd-open = فتح وقراءة
cmd-original = فتح الأصل
cmd-save = حفظ للقراءة بلا اتصال
cmd-read = مقروء أو غير مقروء
cmd-comments = التعليقات
cmd-copy = نسخ الرابط
cmd-text = النص الكامل أو نص الخلاصة
cmd-changes = ما غيره المصدر
cmd-images = عرض الصور
cmd-find = البحث في المقال
cmd-find-next = الموضع التالي مما عثر عليه
cmd-find-previous = الموضع السابق مما عثر عليه
cmd-paragraph = الفقرة التالية
cmd-paragraph-back = الفقرة السابقة
cmd-larger = نص أكبر
cmd-smaller = نص أصغر
cmd-tags = وسوم خبر محفوظ
cmd-save-page = حفظ صفحة
cmd-order = الترتيب التالي للمحفوظات
cmd-pack = التجهيز للقراءة بلا اتصال
cmd-select = تحديد الخبر
cmd-unselect = إخراج من التحديد
cmd-extend-down = توسيع التحديد
cmd-extend-up = توسيع التحديد إلى الأعلى
cmd-select-all = تحديد الكل
cmd-mark-read = تعليم المحدد كمقروء
cmd-mark-unread = تعليم المحدد كغير مقروء
cmd-save-many = حفظ المحدد
cmd-hide-many = إخفاء المحدد
cmd-unsave-many = إزالة المحدد من المحفوظات
cmd-tag-many = وسم المحدد
cmd-clear = إلغاء التحديد
cmd-mark-source = وضع علامة على المصدر أو إزالتها
cmd-mark-all-sources = وضع علامة على كل المصادر
cmd-rename-source = تغيير اسم المصدر أو المجلد
cmd-unfollow-source = إلغاء متابعة المصدر
cmd-mark-all = تعليم الكل كمقروء
cmd-mark-older = تعليم الأقدم كمقروء
cmd-live = مباشر
cmd-saved = المحفوظات
cmd-sources = المصادر
cmd-unread = الأخبار غير المقروءة
cmd-scope = اختيار مصدر أو مجلد
cmd-place-back = العودة إلى الموضع السابق
cmd-place-forward = التقدم إلى الموضع التالي
cmd-chip = المرشح { $number } في المباشر
cmd-chips = الكل وغير المقروءة والمجلدات
cmd-retry = إعادة محاولة الحفظ
cmd-load-older = تحميل أخبار أقدم
cmd-only-source = هذا المصدر فقط
cmd-go-source = عن هذا المصدر
cmd-palette = لوحة الأوامر
commands = الأوامر
palette-field = الأخبار والمصادر والأوامر
palette-hint = ابحث عن خبر أو مصدر أو أمر
palette-found = ما عثر عليه
palette-none = لا نتيجة
palette-move = تنقل
palette-open = فتح
not-followed = غير متابع
follow-named = متابعة { $title }
cmd-follow = متابعة مصدر
cmd-sync = فحص الآن
cmd-print = طباعة
cmd-focus = التركيز على المقال
cmd-list = إخفاء القائمة أو عرضها
cmd-region = الجزء التالي من النافذة
cmd-region-back = الجزء السابق من النافذة
cmd-settings = الإعدادات
cmd-export-feeds = تصدير قائمة المصادر (OPML)
feeds-exported = { $count ->
    [zero] لا مصادر في { $name }، في { $folder }
    [one] مصدر واحد في { $name }، في { $folder }
    [two] مصدران في { $name }، في { $folder }
    [few] { $count } مصادر في { $name }، في { $folder }
    [many] { $count } مصدرا في { $name }، في { $folder }
   *[other] { $count } مصدر في { $name }، في { $folder }
}
cmd-zoom-in = تكبير كل شيء
cmd-zoom-out = تصغير كل شيء
cmd-zoom-reset = كل شيء بحجمه المعتاد
zoomed = كل شيء بنسبة { $percent }٪
cmd-undo = تراجع
cmd-redo = إعادة التغيير
cmd-toast = الانتقال إلى الرسالة
cmd-help = لوحة المفاتيح
cmd-print-keys = طباعة المفاتيح
cmd-quit = إنهاء التطبيق
cmd-back = رجوع
keys-note = يمكن تعطيل المفاتيح المفردة أو تغييرها في الإعدادات، لوحة المفاتيح.
keys-change-them = تغيير المفاتيح
no-shortcut = لا اختصار بهذا الاسم
key-space = المسافة
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

mute = كتم
cmd-hide = إخفاء هذا الخبر
show-again = إظهاره من جديد
hidden-now = { $count ->
    [one] أخفي خبر واحد
    [two] أخفي خبران
    [few] أخفيت { $count } أخبار
    [many] أخفي { $count } خبرا
   *[other] أخفي { $count } خبر
}
shown-again = عاد إلى المباشر
muted-still = ما زال الكتم يحجبه عن المباشر
cmd-mute = كتم كلمات من هذا الخبر…
cmd-mute-source = كتم هذا المصدر…
mute-by = ما الذي يكتم
mute-words = كلمات
mute-source = المصدر
mute-author = الكاتب
mute-days = الأيام: { $days }
mute-always = حتى الإزالة
mute-until = حتى { $day }
mute-how-long = المدة
mute-count = الأخبار التي تغادر القائمة الآن: { $count }
mute-nothing = اكتب كلمة واحدة على الأقل.
mute-note = الأخبار المحفوظة لا تكتم أبدا. ويعود غيرها حين ينتهي الكتم.
muted-now = كتم
unmuted-now = لم يعد مكتوما
muted = المكتومة
mutes-none = لا شيء مكتوم.
mute-add = كتم كلمات…
unmute-what = إزالة كتم { $what }
foot-muted = المكتومة اليوم: { $count }
foot-mutes = تغيير المكتوم

## Sign-ins and the proxy
sign-in = تسجيل الدخول…
sign-in-now = تسجيل الدخول
sign-in-to = تسجيل الدخول إلى { $site }
sign-in-note = تحفظ كلمة المرور في سلسلة مفاتيح نظامك ولا ترسل إلا إلى هذا الموقع.
sign-in-user = الاسم
sign-in-password = كلمة المرور
sign-out = تسجيل الخروج
signed-in = تم تسجيل الدخول
signed-out = تم تسجيل الخروج
signed-in-as = مسجل الدخول باسم
signed-in-not = غير مسجل الدخول
proxy = الطريق إلى الإنترنت
proxy-hint = يبدأ عنوان الوكيل بـ http أو https أو socks5 أو socks5h. تطلب مواقع شبكتك الخاصة من دونه.
proxy-system = كما في النظام
proxy-direct = مباشر
proxy-own = وكيل
proxy-address = عنوان الوكيل

## New versions
look-for-versions = البحث عن إصدارات جديدة
look-for-versions-hint = مرة في اليوم، حيث توجد إصدارات Stop Press. لا يثبت شيء قبل أن تطلب ذلك.
versions-by-packages = حزم نظامك تجلب الإصدارات الجديدة لهذا البرنامج.
look-now = ابحث الآن
version-there = الإصدار { $version } من Stop Press متوفر.
version-install = تثبيت
version-newest = هذا أحدث إصدار.
version-installed = ثبت الإصدار { $version } من Stop Press. سيكون حاضرا عند التشغيل القادم.
version-working = لحظة…

## الإشعارات
notifications = الإشعارات
notify-on = إظهار الإشعارات
notify-on-hint = عن أخبار تطلبها قاعدة، ما دمت لا تنظر إلى النافذة. أربعة في الساعة على الأكثر، ثم واحد للباقي.
notify-missing = لا شيء في هذا النظام يعرض الإشعارات الآن.
notify-when = متى
notify-at-once = عند وصول الأخبار
notify-digest = في 8:00 و13:00 و18:00
notify-quiet = ساعات الهدوء
notify-quiet-on = مراعاة ساعات الهدوء
notify-quiet-hint = لا يظهر شيء في هذا الوقت. وما يبقى جديدا بعده يظهر حينها.
notify-from = هدوء من
notify-until = هدوء حتى
notify-weekends = السبت والأحد هادئان
notify-pause = إيقاف مؤقت
notify-hour = لمدة ساعة
notify-tomorrow = حتى الغد
notify-paused = متوقفة حتى { $time }
notify-resume = إظهارها من جديد
notify-private = إبقاء العناوين خاصة
notify-private-hint = تذكر الإشعارات المصدر فقط.
notify-rules = أشعرني بشأن
notify-rules-hint = لمصدر، فعله في تفاصيله. ولمجلد، اضغط الجرس بجانب اسمه في المصادر.
notify-rules-none = لا شيء بعد.
notify-words = كلمات في العناوين
notify-words-hint = مثلا: عبارة، عاصفة
notify-matching = أي من الكلمات
notify-any = إحداها
notify-all = كلها
notify-phrase = بهذا الترتيب
notify-words-any = إحدى هذه الكلمات
notify-words-all = كل هذه الكلمات
notify-words-phrase = هذه الكلمات بهذا الترتيب
notify-add = إضافة
notify-remove = لا مزيد من الإشعارات بشأن { $what }
notify-me = أشعرني
notify-me-hint = عند وصول أخبار جديدة من هذا المصدر.
notify-new = أشعرني بالأخبار الجديدة
notify-folder = أشعرني بشأن { $folder }
notify-added = ستصلك إشعارات بشأن { $what }
notify-removed = لا مزيد من الإشعارات بشأن { $what }
notify-ask-title = هل تظهر الإشعارات؟
notify-ask-text = عندما تصل أخبار طلبتها يذكرها إشعار: أربعة في الساعة على الأكثر، ولا شيء ليلا، ولا شيء وأنت تنظر إلى النافذة.
notify-ask-note = يمكنك تغيير ذلك في الإعدادات، الإشعارات.
not-now = ليس الآن

## العمل في الخلفية
background = الخلفية
close-title = هل يبقى Stop Press عاملا؟
close-text = في الخلفية يواصل البحث عن الأخبار، مرة في الساعة لكل مصدر، ويبقى في شريط النظام. والإنهاء يوقفه.
close-note = تسأل مرة واحدة. يمكن تغييره في الإعدادات، الخلفية.
close-keep = إبقاؤه عاملا
close-quit = إنهاء
on-close = عند إغلاق النافذة
on-close-ask = السؤال
on-close-background = إبقاؤه عاملا
on-close-quit = إنهاء
on-close-hint = إن بقي عاملا فهو في شريط النظام ويبحث عن الأخبار مرة في الساعة لكل مصدر.
on-close-no-tray = ليس لسطح المكتب هذا شريط نظام، فإغلاق النافذة ينهي البرنامج.
start-at-login = البدء مع الجلسة
start-at-login-hint = دون نافذته حيث يمكن أن يبقى في الخلفية.
badge = عدد على الأيقونة
badge-hint = الأخبار غير المقروءة في مباشر، حيث يعرض سطح المكتب أعدادا على الأيقونات.
spare = مراعاة البطارية والاتصالات المحدودة
spare-hint = تسأل المصادر عندئذ كما حين تكون النافذة مخفية، ولا يجلب شيء مسبقا.
spare-normal = لا هذا ولا ذاك الآن.
spare-metered = الاتصال محدود الآن.
spare-power = النظام يوفر الطاقة الآن.
spare-both = الاتصال محدود والنظام يوفر الطاقة الآن.
cmd-menu = قائمة البرنامج
app-menu = القائمة

## Listen
listen = استماع
listen-play = تشغيل
listen-pause = إيقاف مؤقت
listen-next = الجملة التالية
listen-previous = الجملة السابقة
listen-speed-short = { $speed }×
listen-speed-now = السرعة: { $speed }×
listen-none = ليس في هذا النظام صوت يمكن أن يستعمله Stop Press. في Linux يأتي به speech-dispatcher مع مولد صوت مثل espeak-ng.
listen-languages = يمكن قراءة المقالات بهذه اللغات بصوت عال: { $languages }.

## Further words that settings and commands are found by; never shown. What the titles say already need not be here.
words-language = ترجمة لسان عربي
words-hours = ساعة صباحا مساء
words-mark-read = مقروء تلقائي
words-images = صور بيانات تتبع
words-listen = صوت قراءة استماع
words-theme = داكن فاتح بني أسود ليلي تباين ألوان مظهر
words-accent = لون
words-density = مدمج تباعد صفوف كثافة
words-headlines = عناوين خط
words-font = خط حروف
words-size = تكبير تصغير خط
words-leading = ارتفاع تباعد سطر
words-measure = طول عمود عرض
words-auto-show = تحديث تلقائي
words-fold = تجميع طي معا
words-snippets = ملخص مقتطف معاينة أسطر
words-mutes = كتم حجب إخفاء كلمات
words-interval = تحديث مزامنة دقائق
words-proxy = بروكسي proxy شبكة خادم وسيط اتصال
words-packs = صحف اشتراك متابعة إضافة
words-opml = خلاصات قائمة اشتراكات استيراد تصدير
words-notify-on = تنبيهات صوت
words-notify-quiet = عدم الإزعاج ليل ساعات
words-on-close = شريط خلفية إنهاء تصغير
words-start-at-login = تشغيل تلقائي إقلاع
words-spare = طاقة بطارية بيانات
words-storage = قرص مساحة ذاكرة
words-cache = قرص مساحة حد
words-keep = احتفاظ حذف قديم أيام
words-bag = نسخ احتياطي تصدير نقل
words-pack = سفر تنزيل
words-delete = مسح محو حذف
words-single-keys = حروف اختصارات
words-key-preset = إعادة استعادة google reader netnewswire
words-keys = مفاتيح اختصارات
words-contacted = تتبع خوادم طلبات
words-motion = حركة انتقال
words-toasts = مدة رسائل
words-announce = قارئ الشاشة صوت
words-version = إصدار
words-data-folder = مسار ملف
words-log = أخطاء سجل
words-versions = تحديث ترقية
words-diagnostics = خلل تقرير خطأ
words-cmd-settings = تفضيلات خيارات مظهر داكن خط لغة
words-cmd-follow = استيراد opml قائمة إضافة اشتراك خلاصة جديد
words-cmd-sync = تحديث مزامنة
words-cmd-export = تصدير إشارات تنزيل
words-cmd-import-saved = استيراد إشارات القراءة لاحقا
words-cmd-pack-now = سفر طائرة تنزيل
words-cmd-save = حفظ إشارة مفضلة دون اتصال
words-cmd-save-page = رابط عنوان إشارة
words-cmd-original = متصفح موقع رابط
words-cmd-copy = رابط عنوان حافظة
words-cmd-hide = حجب استبعاد عدم الإظهار
words-cmd-mute = حجب إخفاء
words-cmd-go-sources = خلاصات مجلدات اشتراكات إدارة إلغاء
words-cmd-go-saved = إشارات أرشيف
words-cmd-go-activity = أخطاء مشكلات سجل
words-cmd-go-search = بحث
words-cmd-scope = شريط جانبي شجرة خلاصات تصفية
words-cmd-place = سجل تنقل سابق تال
words-cmd-mark-all = الكل مقروء
words-cmd-help = مساعدة اختصارات
words-cmd-focus = تركيز ملء الشاشة
words-cmd-list = شريط جانبي
words-cmd-print = طباعة ورق
words-cmd-read-aloud = صوت قراءة
words-cmd-larger = تكبير خط
words-cmd-smaller = تصغير خط
words-cmd-quit = خروج إغلاق
words-cmd-undo = تراجع
words-cmd-redo = إعادة تكرار
