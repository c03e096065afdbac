//! `copydesk setup`: an editor is set up by one command, and nothing of the user's own is touched.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop where it is")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty home folder.
fn home(test: &str) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("setup").join(test);
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(home.join("bin")).unwrap();
    home
}

/// Runs `copydesk setup` there, with no terminal to ask on; the home's own programs come before the system's.
fn setup(home: &Path, arguments: &[&str]) -> Output {
    setup_with(home, "/bin:/usr/bin", arguments)
}

/// The same, with these folders behind the home's own on the PATH.
fn setup_with(home: &Path, path: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("setup")
        .args(arguments)
        .env_clear()
        .env("HOME", home)
        .env("PATH", home.join("bin").display().to_string() + ":" + path)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

#[test]
fn neovim_gets_the_plugin_among_its_packages() {
    let home = home("neovim");
    let output = setup(&home, &["neovim"]);
    assert!(output.status.success(), "{}", said(&output));
    let plugin = home.join(".local/share/nvim/site/pack/copydesk/start/copydesk");
    for file in ["plugin/copydesk.lua", "lsp/copydesk.lua", "lua/copydesk.lua", "doc/copydesk.txt"] {
        let ours = Path::new("editors/neovim").join(file);
        assert_eq!(fs::read(plugin.join(file)).unwrap(), fs::read(ours).unwrap(), "{file}");
    }
}

#[test]
fn every_file_of_the_plugin_is_carried() {
    let home = home("whole");
    setup(&home, &["neovim"]);
    let plugin = home.join(".local/share/nvim/site/pack/copydesk/start/copydesk");
    for folder in ["plugin", "lsp", "lua", "lua/copydesk", "doc"] {
        let names = |root: &Path| {
            let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
            let mut names: Vec<_> = entries.filter(|name| name != "tags").collect();
            names.sort();
            names
        };
        assert_eq!(names(&plugin), names(Path::new("editors/neovim")), "{folder}");
    }
}

#[test]
fn what_the_user_changed_stays_until_it_may_be_replaced() {
    let home = home("changed");
    setup(&home, &["neovim"]);
    let file = home.join(".local/share/nvim/site/pack/copydesk/start/copydesk/lsp/copydesk.lua");
    fs::write(&file, "-- mine").unwrap();

    let output = setup(&home, &["neovim"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("lsp/copydesk.lua was changed and is left as it is"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), "-- mine");

    assert!(setup(&home, &["neovim", "--yes"]).status.success());
    assert_ne!(fs::read_to_string(&file).unwrap(), "-- mine");
}

#[test]
fn helix_gets_a_file_of_languages_or_is_told_what_to_add() {
    let home = home("helix");
    let file = home.join(".config/helix/languages.toml");
    assert!(said(&setup(&home, &["helix"])).contains("Copydesk is now in"));
    assert!(said(&setup(&home, &["helix"])).contains("Copydesk is in"));
    toml::from_str::<toml::Table>(&fs::read_to_string(&file).unwrap()).unwrap();

    fs::write(&file, "# mine\n").unwrap();
    let output = setup(&home, &["helix", "--yes"]);
    assert!(said(&output).contains("[language-server.copydesk]"), "{}", said(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), "# mine\n");
}

#[test]
fn emacs_is_told_what_to_add() {
    assert!(said(&setup(&home("emacs"), &["emacs"])).contains("(\"copydesk\" \"lsp\")"));
}

/// A command `code` that keeps a copy of what it is asked to install.
fn code(home: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let code = home.join("bin/code");
    fs::write(&code, "#!/bin/sh\necho \"$@\" > \"$HOME/asked\"\ncp \"$2\" \"$HOME/got.vsix\" 2>&1 || true\n")
        .unwrap();
    fs::set_permissions(&code, fs::Permissions::from_mode(0o755)).unwrap();
}

/// The files in a packed extension.
fn packed(file: &Path) -> zip::ZipArchive<fs::File> {
    zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap()
}

#[test]
fn vs_code_installs_the_extension_that_the_program_carries() {
    let home = home("vscode");
    code(&home);
    let output = setup(&home, &["vscode"]);
    assert!(output.status.success(), "{}", said(&output));
    let manifest =
        std::io::read_to_string(packed(&home.join("got.vsix")).by_name("extension/package.json").unwrap());
    assert_eq!(manifest.unwrap(), fs::read_to_string("editors/vscode/package.json").unwrap());
    let asked = fs::read_to_string(home.join("asked")).unwrap();
    let file = asked.split_whitespace().find(|word| word.ends_with(".vsix")).unwrap();
    assert!(!Path::new(file).exists(), "{file} is left lying about");
}

#[test]
fn every_file_of_the_extension_is_carried() {
    let home = home("whole-extension");
    code(&home);
    setup(&home, &["vscode"]);
    let archive = packed(&home.join("got.vsix"));
    let names: Vec<_> = archive.file_names().map(Result::unwrap).collect();
    let carried: Vec<_> = names.iter().filter_map(|name| name.strip_prefix("extension/")).collect();
    let wanted = fs::read_to_string("editors/vscode/.vscodeignore").unwrap();
    let wanted: Vec<_> = wanted.lines().filter_map(|line| line.strip_prefix('!')).collect();
    for name in wanted.iter().filter(|name| !name.contains('*')) {
        assert!(carried.contains(name), "{name} is not carried");
    }
    for folder in ["l10n", "walkthrough"] {
        for entry in fs::read_dir(Path::new("editors/vscode").join(folder)).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().display());
            assert!(carried.contains(&name.as_str()), "{name} is not carried");
        }
    }
}

#[test]
fn vs_code_installs_the_extension_that_is_named() {
    let home = home("vscode-named");
    code(&home);
    let output = setup(&home, &["vscode", "--vsix", "/tmp/copydesk-1.vsix"]);
    assert!(output.status.success(), "{}", said(&output));
    let asked = fs::read_to_string(home.join("asked")).unwrap();
    assert!(asked.starts_with("--install-extension /tmp/copydesk-1.vsix"), "{asked}");
}

/// Not on a Mac, where an editor that is not on the PATH is found and would be given it.
#[test]
#[cfg(target_os = "linux")]
fn without_an_editor_the_extension_is_left_where_it_is_told() {
    let home = home("no-editor");
    // The system may well have an editor, which is none of this test's business.
    let output = setup_with(&home, "", &["vscode"]);
    assert_eq!(output.status.code(), Some(2));
    let file =
        home.join(".local/share/copydesk").join(format!("copydesk-{}.vsix", env!("CARGO_PKG_VERSION")));
    assert!(said(&output).contains(&file.display().to_string()), "{}", said(&output));
    assert!(packed(&file).by_name("extension/dist/extension.js").is_ok());
}
