//! The house of drafts on the command line: each file is read once, and complained of once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use copydesk::knowledge::newsroom::Fault;

use super::{House, Kept, Problem, Shelf, accepted_in, parse, read_above, read_for};
use crate::arguments::About;
use crate::lines::Lines;

/// The houses of drafts, by the folder that the drafts are in.
#[derive(Debug, Default)]
pub(crate) struct Houses {
    by_folder: HashMap<PathBuf, House>,
    shelf: Shelf,
    complaints: Vec<String>,
}

impl Houses {
    /// What holds for a draft at `path`: the nearest file, and above it what the command line says.
    pub(crate) fn of(&mut self, path: &Path, about: &About) -> House {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        if !self.by_folder.contains_key(&folder) {
            let house = self.read(path);
            self.by_folder.insert(folder.clone(), house);
        }
        about.house().over(&self.by_folder[&folder])
    }

    /// What was wrong with files of the house, each said once.
    pub(crate) fn complaints(&self) -> &[String] {
        &self.complaints
    }

    /// The house with what its own files know; what is wrong with them is complained of.
    fn furnished(&mut self, mut house: House, file: &Path) -> House {
        self.shelf.furnish(&mut house, file.parent().unwrap_or(Path::new("")));
        for (path, file) in self.shelf.news() {
            let complaint = |fault: &Fault| format!("{}:{}: {}", path.display(), fault.line, fault.message);
            self.complaints.extend(file.faults.iter().map(complaint));
        }
        house
    }

    /// What the nearest file says, and what was accepted; nothing where it cannot be understood.
    fn read(&mut self, path: &Path) -> House {
        let house = match read_for(path) {
            Ok(None) => Ok(House::default()),
            Ok(Some((file, text))) => {
                let said = parse(&text).map_err(|problems| complaints(&file, &text, &problems));
                said.map(|house| self.furnished(house, &file))
            }
            Err(error) => Err(vec![format!("copydesk.toml cannot be read: {error}")]),
        };
        let folder = std::path::absolute(path).unwrap_or_default();
        let kept = read_above(folder.parent().unwrap_or(&folder));
        let (house, mut new) =
            house.map_or_else(|wrong| (House::default(), wrong), |house| (house, Vec::new()));
        new.extend(kept.iter().flat_map(Kept::complaints));
        new.retain(|complaint| !self.complaints.contains(complaint));
        self.complaints.extend(new);
        House { accepted: Arc::new(accepted_in(&kept)), ..house }
    }
}

/// Problems with file, line and column.
fn complaints(file: &Path, text: &str, problems: &[Problem]) -> Vec<String> {
    let lines = Lines::of(text);
    let complaint = |problem: &Problem| {
        let place = lines.place(problem.span().start as usize, text);
        format!("{}:{}:{}: {}", file.display(), place.line, place.column, problem.message)
    };
    problems.iter().map(complaint).collect()
}
