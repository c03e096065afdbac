use super::*;

#[test]
fn every_line_reads() {
    read(TABLE).unwrap_or_else(|error| panic!("{error}"));
}
