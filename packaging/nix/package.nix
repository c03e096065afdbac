{ lib, stdenv, fetchurl, autoPatchelfHook }:

let
  version = "@VERSION@";
  sources = {
    x86_64-linux = { target = "x86_64-unknown-linux-gnu"; sha256 = "@SHA256 x86_64-unknown-linux-gnu@"; };
    aarch64-linux = { target = "aarch64-unknown-linux-gnu"; sha256 = "@SHA256 aarch64-unknown-linux-gnu@"; };
    x86_64-darwin = { target = "x86_64-apple-darwin"; sha256 = "@SHA256 x86_64-apple-darwin@"; };
    aarch64-darwin = { target = "aarch64-apple-darwin"; sha256 = "@SHA256 aarch64-apple-darwin@"; };
  };
  source = sources.${stdenv.hostPlatform.system} or (throw "copydesk: no program for ${stdenv.hostPlatform.system}");
in
stdenv.mkDerivation {
  pname = "copydesk";
  inherit version;
  src = fetchurl {
    url = "https://github.com/copydesk/copydesk/releases/download/v${version}/copydesk-${version}-${source.target}.tar.gz";
    inherit (source) sha256;
  };
  nativeBuildInputs = lib.optional stdenv.hostPlatform.isLinux autoPatchelfHook;
  buildInputs = lib.optional stdenv.hostPlatform.isLinux stdenv.cc.cc.lib;
  installPhase = ''
    install -Dm755 copydesk $out/bin/copydesk
    mkdir -p $out/share/copydesk
    cp -r neovim $out/share/copydesk/
  '';
  meta = {
    description = "Finds what contradicts itself in a news draft: language server and command line";
    homepage = "https://github.com/copydesk/copydesk";
    license = with lib.licenses; [ mit asl20 ];
    mainProgram = "copydesk";
    platforms = builtins.attrNames sources;
  };
}
