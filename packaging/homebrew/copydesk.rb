class Copydesk < Formula
  desc "Finds what contradicts itself in a news draft: language server and command line"
  homepage "https://github.com/copydesk/copydesk"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  base = "https://github.com/copydesk/copydesk/releases/download/v#{version}/copydesk-#{version}"
  on_macos do
    on_arm do
      url "#{base}-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA256 aarch64-apple-darwin@"
    end
    on_intel do
      url "#{base}-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA256 x86_64-apple-darwin@"
    end
  end
  on_linux do
    on_arm do
      url "#{base}-aarch64-unknown-linux-gnu.tar.gz"
      sha256 "@SHA256 aarch64-unknown-linux-gnu@"
    end
    on_intel do
      url "#{base}-x86_64-unknown-linux-gnu.tar.gz"
      sha256 "@SHA256 x86_64-unknown-linux-gnu@"
    end
  end

  def install
    bin.install "copydesk"
    pkgshare.install "neovim"
    generate_completions_from_executable(bin/"copydesk", "completions")
    system bin/"copydesk", "man", "--out", "man1"
    man1.install Dir["man1/*.1"]
  end

  test do
    (testpath/"d.md").write "PARIS, 17/12/2020 - Il a parlé vendredi 17 décembre 2020 devant le conseil.\n"
    assert_match "weekday-mismatch", shell_output("#{bin}/copydesk check d.md", 1)
  end
end
