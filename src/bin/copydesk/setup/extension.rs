//! The extension for VS Code, which the program carries, packed as the file that editors of that family install.

use std::io::{Cursor, Write};

use anyhow::Result;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Files of the extension: the place of each, and what it says.
macro_rules! carried {
    ($($name:literal),+ $(,)?) => {
        [
            ("dist/copydesk.schema.json", include_bytes!("../../../../editors/copydesk.schema.json").as_slice()),
            $(($name, include_bytes!(concat!("../../../../editors/vscode/", $name)).as_slice())),+
        ]
    };
}

/// What the editor needs; `.vscodeignore` lists the same.
const FILES: [(&str, &[u8]); 14] = carried![
    "package.json",
    "package.nls.json",
    "package.nls.fr.json",
    "l10n/bundle.l10n.fr.json",
    "dist/extension.js",
    "dist/NOTICES.txt",
    "images/icon.png",
    "walkthrough/draft.md",
    "walkthrough/findings.md",
    "walkthrough/cards.md",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
];

/// What the format asks to be said of the files in it.
const TYPES: &str = include_str!("extension/content_types.xml");

/// What the format asks to be said of the extension.
const MANIFEST: &str = include_str!("extension/manifest.xml");

/// The name of the packed file.
pub(super) fn file_name() -> String {
    format!("copydesk-{}.vsix", env!("CARGO_PKG_VERSION"))
}

/// The packed file.
///
/// # Errors
///
/// None that a user could cause.
pub(super) fn packed() -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> Result<()> {
        archive.start_file(name, SimpleFileOptions::default())?;
        Ok(archive.write_all(bytes)?)
    };
    add("[Content_Types].xml", TYPES.as_bytes())?;
    add("extension.vsixmanifest", MANIFEST.replace("{version}", env!("CARGO_PKG_VERSION")).as_bytes())?;
    for (name, bytes) in FILES {
        add(&format!("extension/{name}"), bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
