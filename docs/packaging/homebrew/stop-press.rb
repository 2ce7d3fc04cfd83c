cask "stop-press" do
  arch arm: "aarch64", intel: "x64"

  version "{{version}}"
  sha256 arm:   "{{sha256 of Stop.Press_{{version}}_aarch64.dmg}}",
         intel: "{{sha256 of Stop.Press_{{version}}_x64.dmg}}"

  url "https://github.com/{{repository}}/releases/download/v#{version}/Stop.Press_#{version}_#{arch}.dmg"
  name "Stop Press"
  desc "News reader that keeps saved articles readable offline"
  homepage "https://stoppress.org"

  app "Stop Press.app"
  binary "#{appdir}/Stop Press.app/Contents/MacOS/stoppress-cli"

  # The library stays: it holds what was saved.
  zap trash: [
    "~/Library/Caches/org.stoppress.StopPress",
    "~/Library/WebKit/org.stoppress.StopPress",
  ]
end
