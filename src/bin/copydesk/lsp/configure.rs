//! What is set: by the editor, for all drafts or for those of a folder, and by the files of the house.

use std::path::PathBuf;

use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, MessageType};

use super::folders::address;
use super::server::Server;
use super::settings;

impl Server {
    /// Takes the editor's settings over, and says in its log what is wrong with them.
    pub(super) fn configure(&self, value: &Value) {
        let (above, complaints) = settings::parse(value);
        self.houses.set_above(above);
        self.furnish();
        self.log(complaints);
    }

    /// Asks the editor what it has set for each folder, where it can tell; what it has set for all of them holds meanwhile.
    pub(super) fn ask_settings(&self) {
        let folders = self.folders.all();
        if !self.abilities().tells_settings || folders.is_empty() {
            return;
        }
        let item = |folder: &PathBuf| ConfigurationItem {
            scope_uri: address(folder),
            section: Some(settings::SECTION.to_owned()),
        };
        let (server, items) = (self.clone(), folders.iter().map(item).collect());
        tokio::spawn(async move {
            let Ok(told) = server.client.configuration(items).await else { return };
            let told = folders.into_iter().zip(told).filter(|(_, value)| value.is_object());
            let (houses, complaints): (Vec<_>, Vec<_>) = told
                .map(|(folder, value)| (folder, settings::parse(&value)))
                .map(|(folder, (house, complaints))| ((folder, house), complaints))
                .unzip();
            server.houses.set_above_in(houses);
            server.furnish();
            server.log(complaints.into_iter().flatten().collect());
        });
    }

    /// Says in the editor's log what is wrong with settings, the same thing once.
    fn log(&self, mut complaints: Vec<String>) {
        complaints.sort();
        complaints.dedup();
        let client = self.client.clone();
        tokio::spawn(async move {
            for complaint in complaints {
                client.log_message(MessageType::WARNING, complaint).await;
            }
        });
    }

    /// Reads drafts anew for which something else holds now.
    pub(super) fn furnish(&self) {
        let is_new = self.documents.configure_all(|uri| self.houses.of(uri));
        self.tell_of_houses();
        self.folders.ring();
        if is_new {
            self.refresh_hints();
        }
    }

    /// Shows what is wrong with files of the house, and takes off the screen what was put right.
    pub(super) fn tell_of_houses(&self) {
        for (uri, diagnostics) in self.houses.news(self.abilities().encoding) {
            let client = self.client.clone();
            tokio::spawn(async move { client.publish_diagnostics(uri, diagnostics, None).await });
        }
    }
}
