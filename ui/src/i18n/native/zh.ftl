# 程序在页面之外所说的话：通知、托盘和菜单栏（简体中文，不用称呼）。
notify-open = 打开
# 需要隐藏标题时使用。
notify-private = 有一篇新文章
notify-more = 还有{ $stories }篇文章
notify-digest = { $stories }篇新文章
tray-open = 打开Stop Press
tray-unread = { $stories }篇未读文章
tray-refresh = 立即刷新
tray-pause = 暂停通知
tray-pause-hour = 一小时
tray-pause-tomorrow = 到明天
tray-pause-end = 恢复通知
tray-settings = 设置…
tray-quit = 退出
pick-folder = 选择资料库的新位置
# macOS菜单栏：各应用通用的菜单，用词依照苹果。
menu-about = 关于Stop Press
menu-services = 服务
menu-hide = 隐藏Stop Press
menu-hide-others = 隐藏其他
menu-show-all = 全部显示
menu-edit = 编辑
menu-undo = 撤销
menu-redo = 重做
menu-cut = 剪切
menu-copy = 拷贝
menu-paste = 粘贴
menu-select-all = 全选
menu-window = 窗口
menu-minimize = 最小化
