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
