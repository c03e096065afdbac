use super::*;

#[test]
fn every_line_reads() {
    for table in TABLES {
        read(table).unwrap_or_else(|error| panic!("{error}"));
    }
}
