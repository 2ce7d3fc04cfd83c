# What the program says outside of its page: in notifications and in the tray. No page need be there for it.
notify-open = Open
# Where headlines are to stay private.
notify-private = A new story
notify-more =
    { $stories ->
        [one] { $stories } more story
       *[other] { $stories } more stories
    }
notify-digest =
    { $stories ->
        [one] { $stories } new story
       *[other] { $stories } new stories
    }
tray-open = Open Stop Press
tray-unread =
    { $stories ->
        [one] { $stories } unread story
       *[other] { $stories } unread stories
    }
tray-refresh = Check for new stories
tray-pause = Pause notifications
tray-pause-hour = For an hour
tray-pause-tomorrow = Until tomorrow
tray-pause-end = Show notifications again
tray-settings = Settings…
tray-quit = Quit
pick-folder = Move the library to a folder
# The menu bar of macOS: what every app has there, as Apple calls it.
menu-about = About Stop Press
menu-services = Services
menu-hide = Hide Stop Press
menu-hide-others = Hide others
menu-show-all = Show all
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-cut = Cut
menu-copy = Copy
menu-paste = Paste
menu-select-all = Select all
menu-window = Window
menu-minimize = Minimise
