//! Each check has its page, and each page its check.

use std::fs;

use copydesk::CHECKS;

use crate::{assert_none, tree};

#[test]
fn each_check_has_its_page() {
    assert_none(
        CHECKS.iter().flat_map(|check| faults(check.name, check.page)).collect(),
        "A check is explained by docs/checks/NAME.md, which starts with `# NAME`, shows an article in which the check finds \
         something and is embedded as `Check::page`.",
    );
}

#[test]
fn each_page_has_its_check() {
    let pages = tree::files("docs/checks", "md").into_iter();
    let name =
        |path: &std::path::PathBuf| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let is_known = |name: &str| name == "README" || CHECKS.iter().any(|check| check.name == name);
    let faults = pages.map(|path| name(&path)).filter(|name| !is_known(name));
    assert_none(
        faults.map(|name| format!("docs/checks/{name}.md explains no check")).collect(),
        "Enter the check in CHECKS (src/check.rs), or take its page away.",
    );
}

#[test]
fn names_of_checks_are_in_kebab_case_and_unique() {
    let is_kebab = |name: &str| {
        name.split('-').all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase()))
    };
    let twice = |name: &str| CHECKS.iter().filter(|check| check.name == name).count() > 1;
    let faults = CHECKS.iter().map(|check| check.name).filter(|name| !is_kebab(name) || twice(name));
    assert_none(
        faults.map(String::from).collect(),
        "Names of checks are stable, in kebab case, and name the fault.",
    );
}

/// What is wrong with the page of a check.
fn faults(name: &str, embedded: &str) -> Vec<String> {
    let path = format!("docs/checks/{name}.md");
    let Ok(page) = fs::read_to_string(tree::root().join(&path)) else {
        return vec![format!("{path} is missing")];
    };
    let rules = [
        (page.starts_with(&format!("# {name}\n")), "does not start with the name of the check"),
        (page.contains(&format!("^ {name}")), "shows no finding of the check"),
        (page == embedded, "is not what `Check::page` embeds"),
    ];
    rules.iter().filter(|(holds, _)| !holds).map(|(_, fault)| format!("{path} {fault}")).collect()
}
