//! Tells Zed how to start Copydesk. Zed starts no server that no extension names.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{serde_json, Command, Extension, LanguageServerId, Result, Worktree};

const MISSING: &str =
    "The program copydesk was not found. Put it on your PATH, or name it in the settings under lsp.copydesk.binary.path.";

struct Copydesk;

impl Extension for Copydesk {
    fn new() -> Self {
        Self
    }

    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let named = LspSettings::for_worktree(id.as_ref(), worktree)?.binary.and_then(|binary| binary.path);
        let command = named.or_else(|| worktree.which("copydesk")).ok_or(MISSING)?;
        Ok(Command { command, args: vec!["lsp".to_owned()], env: worktree.shell_env() })
    }

    fn language_server_initialization_options(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.settings)
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.settings)
    }
}

zed_extension_api::register_extension!(Copydesk);
