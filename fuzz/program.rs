//! What the program's files about the command line and the house need of one another. They call each other by `crate::…`, so
//! a target takes what it names into its root: `use program::{arguments, …}`.

#[path = "../src/bin/copydesk"]
pub(crate) mod files {
    pub(crate) mod arguments;
    pub(crate) mod day;
    pub(crate) mod guard;
    pub(crate) mod house;
    pub(crate) mod jsonl;
    pub(crate) mod lines;
    pub(crate) mod manual;
    pub(crate) mod outcome;
    pub(crate) mod records;

    /// Of the importer, what its command line speaks of.
    pub(crate) mod import {
        mod found;
        pub(crate) use found::{Choice, Wanted};
    }
}
