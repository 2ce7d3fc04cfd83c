# ما يقوله البرنامج خارج صفحته: في الإشعارات.
notify-open = فتح
notify-private = خبر جديد
notify-more =
    { $stories ->
        [one] خبر آخر
        [two] خبران آخران
        [few] { $stories } أخبار أخرى
        [many] { $stories } خبرا آخر
       *[other] { $stories } خبر آخر
    }
notify-digest =
    { $stories ->
        [one] خبر جديد واحد
        [two] خبران جديدان
        [few] { $stories } أخبار جديدة
        [many] { $stories } خبرا جديدا
       *[other] { $stories } خبر جديد
    }
tray-open = فتح Stop Press
tray-unread =
    { $stories ->
        [zero] لا أخبار غير مقروءة
        [one] خبر واحد غير مقروء
        [two] خبران غير مقروءين
        [few] { $stories } أخبار غير مقروءة
        [many] { $stories } خبرا غير مقروء
       *[other] { $stories } خبر غير مقروء
    }
tray-refresh = البحث عن أخبار جديدة
tray-pause = إيقاف الإشعارات مؤقتا
tray-pause-hour = لمدة ساعة
tray-pause-tomorrow = حتى الغد
tray-pause-end = إظهار الإشعارات من جديد
tray-settings = الإعدادات…
tray-quit = إنهاء
pick-folder = نقل المكتبة إلى مجلد
menu-about = حول Stop Press
menu-services = الخدمات
menu-hide = إخفاء Stop Press
menu-hide-others = إخفاء البقية
menu-show-all = إظهار الكل
menu-edit = تحرير
menu-undo = تراجع
menu-redo = إعادة
menu-cut = قص
menu-copy = نسخ
menu-paste = لصق
menu-select-all = تحديد الكل
menu-window = نافذة
menu-minimize = تصغير
