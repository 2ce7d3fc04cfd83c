# ページの外での日本語：通知、トレイ、メニューバー。メニューはアップルの用語どおりの辞書形。
notify-open = 開く
# 見出しを表示しない設定のとき。
notify-private = 新着記事があります
notify-more = ほか{ $stories }件の新着記事
notify-digest = 新着記事{ $stories }件
tray-open = Stop Pressを開く
tray-unread = 未読の記事{ $stories }件
tray-refresh = 新着記事を確認
tray-pause = 通知を一時停止
tray-pause-hour = 1時間
tray-pause-tomorrow = 明日まで
tray-pause-end = 通知を再開
tray-settings = 設定…
tray-quit = 終了
pick-folder = ライブラリの移動先フォルダ
# macOSのメニューバー：どのアプリにもある項目。
menu-about = Stop Pressについて
menu-services = サービス
menu-hide = Stop Pressを非表示
menu-hide-others = ほかを非表示
menu-show-all = すべてを表示
menu-edit = 編集
menu-undo = 取り消す
menu-redo = やり直す
menu-cut = カット
menu-copy = コピー
menu-paste = ペースト
menu-select-all = すべてを選択
menu-window = ウインドウ
menu-minimize = しまう
