# ما يقوله البرنامج.

## Why a site gave nothing.
said-dns = تعذر العثور على { $site }. ربما تغير العنوان.
said-silent = لا يجيب { $site }. سنواصل المحاولة.
said-no-route = لا طريق إلى { $site } من هذه الشبكة الآن.
said-tls = تعذر التحقق من الاتصال الآمن مع { $site }، فلم يحمل شيء.
said-cut-off = انقطع رد { $site } في منتصفه، فلم يستخدم.
said-too-large = ما أرسله { $site } أكبر من 16 ميغابايت، فتوقفنا.
said-redirects = { $site } يعيدنا إلى نقطة البداية مرة بعد مرة.
said-private = يؤدي { $site } إلى عنوان داخل شبكة خاصة، فلم يسأل.
said-bad-address = { $site } ليس عنوانا يمكن سؤاله.
said-refused = رفض { $site } هذا التطبيق.
said-sign-in = طلب { $site } تسجيل الدخول.
said-robots = يتحقق { $site } من الروبوتات قبل أن يجيب، ولا يتجاوز ذلك إلا متصفح.
said-not-found = لا شيء في هذا العنوان من { $site } الآن. يحدث ذلك لبعض المواقع بضع ساعات.
said-gone = أوقف { $site } هذه التغذية. لن تسأل مرة أخرى.
said-slow-down = طلب { $site } أن نبطئ. سنسأله لاحقا.
said-trouble = يواجه { $site } مشكلة.
said-answered-but = أجاب { $site }، لكن { $why }.
said-nothing-came = أجاب { $site } بلا محتوى.
said-check-cancelled = ألغي فحص { $site }.
said-unreadable = تعذرت قراءة { $site }: { $why }.
said-by-hand = يفعل ذلك منذ أسبوعين، ولا يسأل الآن إلا يدويا.
said-kept-one = يبقى الخبر الذي لدينا.
said-kept = الأخبار التي لدينا باقية، وعددها { $count }.
said-unchanged = لم يتغير شيء.

## Following.
said-inside = { $site } داخل شبكتك أو على هذا الحاسوب.
said-no-feed = لم نجد تغذية في { $site }. لم يتغير شيء.
said-candidates = عدد الخيارات { $count }، و{ $number } ليس منها.
said-not-opml = لا يمكن قراءة قائمة الاشتراكات هذه: { $why }. لم يتغير شيء.
said-not-a-list = هذا الملف { $why }. لم يتغير شيء.
said-search-ended = أوقف البحث. لم يتغير شيء.
said-found-gone = ما وجد في هذا العنوان لم يعد هنا. ابحث من جديد.
said-list-gone = لم تعد هذه القائمة هنا. اختر ملفها من جديد. لم يتغير شيء.
said-address-taken = هذا العنوان متابع من قبل. لم يتغير شيء.
said-no-other-address = لم يعثر على خلاصة في { $site } بعنوان آخر. لم يتغير شيء.
said-no-pack = لا توجد حزمة باسم { $name }.
said-sign-in-needs = يحتاج تسجيل الدخول إلى اسم بلا نقطتين وإلى كلمة مرور.
said-not-secure = الاتصال بـ { $site } غير آمن: قد تقرأ كلمة المرور في الطريق. لم يتغير شيء.
said-keychain = تعذر فتح سلسلة مفاتيح هذا النظام، ولا تحفظ كلمات المرور في أي مكان آخر.
said-keychain-long = كلمة المرور هذه أطول مما تقبله سلسلة مفاتيح هذا النظام.
said-keychain-several = في سلسلة المفاتيح عدة مدخلات لهذا التسجيل. احذفها من هناك.
said-keychain-linux = في لينكس هي خدمة مثل GNOME Keyring أو KWallet أو KeePassXC.
said-no-sign-in = لا يوجد تسجيل دخول إلى { $site }.
said-not-a-proxy = { $site } ليس عنوان وكيل: يبدأ عنوانه بـ http:// أو https:// أو socks5:// أو socks5h:// ولا يحتوي على كلمة مرور. لم يتغير شيء.
said-folder-name = يحتاج المجلد إلى اسم. لم يتغير شيء.
said-place-gone = لم يعد هذا المكان معروفا؛ افتح القائمة من جديد.

## Stories.
said-no-address = لا يعطي المصدر عنوانا لهذا الخبر.
said-no-comments = لا يعطي المصدر تعليقات لهذا الخبر.
said-no-talk = لا يقدم المصدر تعليقات يمكن عرضها هنا.
said-no-site = لا يذكر هذا المصدر موقعا له.
said-link-gone = لم يعد هذا الرابط في الخبر؛ افتحه من جديد.
said-link-nowhere = لا يؤدي هذا الرابط إلى شيء.
said-link-kind = لا يفتح هذا النوع من الروابط.
said-place = الموضع في الخبر بين 0 و1.
said-no-more = لا تعطي الصفحة أكثر مما يعطيه المصدر.
said-page = { $site }: { $why }.
said-comments-earlier = جلبت هذه التعليقات سابقا.

## Saving and packing.
said-no-room = لم تبق مساحة على القرص لصوره.
said-not-an-address = هذا ليس عنوانا.
said-its-pictures = صور تعذر جلبها: { $count }.
said-picture = تعذر جلب صورة واحدة.
said-pictures = صور تعذر جلبها: { $count }.
said-many-pictures = الصور أكثر من { $count }.
said-save-later = لا يوجد اتصال. سيحفظ حين يعود الاتصال.
said-nothing-to-save = لم يكن هناك ما يحفظ.
said-pack-offline = لا يوجد اتصال، فلا يمكن تجهيز شيء. ما هو هنا يمكن قراءته.
said-headline-only = لا نص، العنوان فقط.

## Taking out and bringing in.
said-not-written = تعذرت كتابة الملف: { $why }. لم يبق شيء.
said-export-busy = يكتب تصدير آخر الآن؛ حاول بعد لحظة.
said-nothing-exported = لم يصدر شيء بعد.
said-nothing-to-export = لا شيء للتصدير.
said-needs-zip = تحتاج عدة أخبار بهذه الصيغة إلى ملف ZIP: أعط اسما ينتهي بـ .zip.
said-none-writable = لا يمكن كتابة أي من هذه الأخبار بهذه الصيغة؛ لم يصدر شيء.
said-too-many = هذه أخبار أكثر مما يسعه ملف واحد.
said-list-file = تصل قائمة الاشتراكات ملفا.
said-saved-file = تصل قائمة الأخبار المحفوظة ملفا.
said-look-again = تغيرت المكتبة بينما كنت تسأل. انظر من جديد؛ لم يحذف شيء.
said-memory = هذا أكثر مما يمكن للنافذة تذكره.
said-bag-empty = لا عنوان له ولا رابط ولا نص.
said-bag-missing = ليس في الملف الذي أحضر.
said-bag-file = يصل ملف Stop Press ملفا.
said-any-unchanged = { $why }. لم يتغير شيء.

## Mutes.
said-mutes-full = هناك 500 كتم بالفعل. احذف ما لم تعد تحتاج إليه.
said-mute-source = يحتاج كتم مصدر إلى المصدر.
said-mute-word = لا كلمة فيه يمكن كتمها.
said-rules-full = هناك 500 قاعدة بالفعل. أزل واحدة لم تعد لازمة.
said-rule-source = قاعدة مصدر تحتاج إلى المصدر.
said-rule-word = لا كلمة فيها يمكن البحث عنها.
said-mute-days = يدوم الكتم من يوم إلى 3650 يوما، أو حتى يزال.

## The library.
said-busy = يفحص Stop Press آخر المصادر الآن؛ لم يتغير شيء، حاول بعد لحظة.
said-inner = حدث خطأ داخل Stop Press: { $name }
said-library = تعذرت قراءة المكتبة أو الكتابة فيها: { $name }
said-disk-full = لم تبق مساحة على القرص، فلم يتغير شيء. كل ما حفظ باق.
said-read-only = لا يمكن تغيير المكتبة: { $why }.
said-no-folder = تعذر إنشاء مجلد المكتبة: { $name }
said-missing = ليس في المكتبة { $why }.
said-damaged-story = تعذرت قراءة خبر مخزن: { $name }
said-little-room = لا تكفي مساحة القرص لنسخة من المكتبة: تحتاج إلى { $count } ميغابايت. لم يتغير شيء.
said-recovered = كانت مكتبتك تالفة. أعيد تجميعها { $why }: المصادر { $sources }، والأخبار المحفوظة { $saved }. يبقى الملف التالف في المجلد نفسه باسم { $name }.
said-moved = نقلت مكتبتك إلى { $name }، وهو غير موجود الآن. صل ذلك القرص وشغل Stop Press من جديد. لم يتغير شيء.
said-damaged = ملف مكتبتك تالف. شغل Stop Press من جديد فيجمع ما يمكن إنقاذه.
said-damaged-open = ملف مكتبتك تالف، وهو مفتوح في Stop Press آخر. أغلق كل نوافذ Stop Press وشغله من جديد: يجمع عندها ما يمكن إنقاذه.

## The system.
said-no-downloads = لا يذكر هذا النظام مجلدا للملفات: { $name }.
said-folder-closed = تعذر فتح المجلد: { $name }.
said-print = تعذر فتح نافذة الطباعة: { $name }.
said-no-menus = هذه ليست قوائم النافذة.
said-not-closed = تعذر إغلاق النافذة: { $name }.
said-browser = تعذر فتح متصفح النظام: { $name }.

## New versions of the program.
said-versions-not-a-list = ما أرسله { $site } ليس قائمة إصدارات.
said-versions-no-version = يعلن { $site } شيئا ليس إصدارا.
said-versions-older = يعلن { $site } إصدارا أقدم من هذا.
said-versions-not-signed = حزمة الإصدار الجديد ليست موقعة من صانعي Stop Press.
said-versions-altered = حزمة الإصدار الجديد ليست ما جرى توقيعه.
said-versions-another = وقعت الحزمة على أنها إصدار آخر غير المعلن.
said-versions-other-system = الحزمة ليست لهذا النظام.
said-versions-none-here = لا توجد حزمة من الإصدار الجديد لهذا النظام.
said-versions-elsewhere = الإصدار الجديد في مكان لا توجد فيه إصدارات Stop Press.
said-versions-not-secure = حزمة الإصدار الجديد ليست على عنوان آمن.
said-versions-too-much = أرسل { $site } أكثر مما يمكن أن يكون إصدارا جديدا، فتوقفنا.
said-versions-newest = هذا أحدث إصدار.
said-versions-nothing = لم يثبت شيء.
said-versions-by-packages = حزم نظامك تجلب الإصدارات الجديدة لهذا البرنامج.
said-versions-failed = تعذر تثبيت الإصدار الجديد: { $why }. هذا الإصدار باق.
said-voice-gone = صوت النظام لا يجيب.
said-voice-much = هذا أكثر من جملة.

## Parts of sentences: why, and what.
why-feed-empty = الرد فارغ
why-not-a-feed = هذه ليست تغذية بل { $why }
why-feed-large = التغذية أكبر من { $count } ميغابايت
why-feed-fault = تعذرت قراءة التغذية بسبب خلل في القارئ
why-list-empty = الملف فارغ
why-not-opml = هذه ليست قائمة اشتراكات (OPML)
why-list-large = القائمة أكبر من { $count } ميغابايت
why-no-address = لم يعط عنوان
why-long-address = العنوان أطول من { $count } كيلوبايت
why-scheme = لا تتابع إلا عناوين http وhttps، لا { $name }:
why-user-info = لا يتابع عنوان فيه اسم مستخدم أو كلمة مرور
why-not-an-address = هذا ليس عنوان ويب
why-file-empty = فارغ
why-not-a-list = ليس قائمة أخبار محفوظة بل { $why }
why-feeds = قائمة تغذيات: استوردها اشتراكات
why-file-large = أكبر من { $count } ميغابايت
why-file-fault = تعذرت قراءته بسبب خلل في القارئ
why-paywall = لا يظهر لغير المشتركين إلا بداية هذا الخبر
why-challenge = يريد التحقق من المتصفح قبل عرض هذا الخبر
why-consent = يطلب الموافقة قبل عرض هذا الخبر
why-no-article = أعطى صفحة لم يوجد فيها خبر
why-page-large = أعطى صفحة أكبر من أن تقرأ
why-page-empty = أعطى صفحة فارغة
why-not-a-page = أعطى شيئا ليس صفحة ويب
why-insecure = ينقل من عنوان آمن إلى عنوان غير آمن
why-proxy = يطلب وسيط هذه الشبكة تسجيل الدخول
why-request = فشل الطلب
why-other-program = يستخدمها برنامج آخر؛ حاول بعد لحظة
why-file-read-only = ملفها أو مجلدها للقراءة فقط
why-newer = كتبها إصدار أحدث من Stop Press؛ يمكن قراءة كل ما فيها، حدث التطبيق لتغييرها
why-older = كتبها إصدار أقدم من Stop Press ويجب تحديثها مرة حيث يمكن الكتابة
why-many-damaged = بجانبها مكتبات تالفة أكثر مما ينبغي
why-from-copy = من آخر نسخة سليمة ومما أمكنت قراءته
why-from-rest = مما أمكنت قراءته
why-sign-in-page = صفحة تسجيل دخول
why-robot-page = صفحة تتحقق من الروبوتات
why-web-page = صفحة ويب
why-json = نوع آخر من JSON
why-subscriptions = قائمة اشتراكات
why-sitemap = خريطة موقع
why-xml = نوع آخر من XML
why-plain-text = نص عادي
why-not-a-picture = ليست صورة
why-picture-large = الصورة أكبر من اللازم
why-picture-damaged = الصورة تالفة
why-picture-pixels = في الصورة نقاط أكثر من اللازم
why-not-zip = هذا الملف ليس ملف ZIP يمكن قراءته
why-many-files = فيه ملفات أكثر من اللازم
why-odd-name = في هذا الملف اسم لا يمكن قراءته
why-leads-out = في هذا الملف اسم يقود إلى خارجه، فلم يفتح
why-newer-file = كتبه إصدار أحدث من Stop Press؛ حدث التطبيق لإحضاره
why-foreign-zip = لم يكتب Stop Press ملف ZIP هذا
why-locked = إنه تالف أو مقفل بكلمة مرور
why-damaged = إنه تالف
why-large-part = جزء منه أكبر من كل ما يكتبه Stop Press
why-not-ours = { $name } فيه ليس مما يكتبه Stop Press
why-part-missing = ينقصه { $name }
why-not-opened = تعذر فتح { $name }: { $why }
why-only-followed = لا يتابع إلا http وhttps
what-page-row = السطر الذي يتابع منه
what-feed = هذا المصدر
what-unnamed-folder = مجلد بلا اسم
what-folder = هذا المجلد
what-mute = هذا الكتم
what-rule = هذه القاعدة
what-saved = هذا الخبر المحفوظ
what-article = هذا الخبر
said-file-unreadable = تعذرت قراءة الملف.
said-no-plain-file = هذا ليس ملفا.
said-file-too-large = هذا الملف أكبر من أن يكون قائمة مصادر.
said-no-file-waits = لا يوجد ملف لفتحه.
