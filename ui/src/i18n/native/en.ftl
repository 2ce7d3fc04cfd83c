# What the program says outside of its page: in notifications. No page need be there for it.
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
