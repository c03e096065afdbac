//! The JSON schema of `copydesk.toml`, with which editors complete and check it.

use copydesk::CHECKS;
use schemars::schema_for;
use serde_json::{Value, json};

use super::OF_THE_DRAFT;
use super::file::{HouseFile, MARKS};
use crate::manual;

/// The schema: that of the file, with the languages and checks that there are.
pub(crate) fn schema() -> Value {
    let mut schema = schema_for!(HouseFile).to_value();
    let level = json!({ "$ref": "#/$defs/Level" });
    let checks = CHECKS.iter().map(|check| {
        let described = json!({ "allOf": [level], "description": manual::summary(check) });
        (check.name.to_owned(), described)
    });
    schema["properties"]["checks"]["properties"] = Value::Object(checks.collect());
    schema["properties"]["checks"]["additionalProperties"] = json!(false);
    schema["properties"]["language"]["enum"] = json!(copydesk::languages());
    schema["properties"]["messages"]["enum"] = json!([&[OF_THE_DRAFT], copydesk::languages()].concat());
    schema["$defs"]["Numbers"]["properties"]["thousands"]["enum"] = json!(MARKS);
    schema
}
