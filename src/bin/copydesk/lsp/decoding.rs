//! Bodies of messages: whether they can be decoded, and what is done where they cannot.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, error::Category, json};
use tower_lsp::jsonrpc::{ErrorCode, Request, Response};

/// The method under which a message is handed on that could not be decoded. Its parameter is the code of the error.
pub(crate) const UNDECODABLE: &str = "copydesk/undecodable";

/// The body itself where it can be decoded; else mended where that is sure; else a request to refuse it.
///
/// Half a surrogate pair (`\ud83d`), which editors send when an emoji is cut in two, and bytes that are no UTF-8
/// become U+FFFD. It counts one UTF-16 code unit, as the half did, so the editor's positions stay right.
pub(crate) fn decodable(body: Vec<u8>) -> Vec<u8> {
    let Err(fault) = decode(&body) else { return body };
    let mended = pair_surrogates(&String::from_utf8_lossy(&body)).into_bytes();
    if decode(&mended).is_ok() { mended } else { refusal(&body, fault) }
}

/// Whether tower-lsp can decode a body.
fn decode(body: &[u8]) -> Result<(), ErrorCode> {
    let fault = match serde_json::from_slice::<Request>(body) {
        Ok(_) => return Ok(()),
        Err(_) if serde_json::from_slice::<Response>(body).is_ok() => return Ok(()),
        Err(error) => error.classify(),
    };
    Err(if fault == Category::Data { ErrorCode::InvalidRequest } else { ErrorCode::ParseError })
}

/// A request in place of one that cannot be decoded, with its id where that much can be read.
fn refusal(body: &[u8], fault: ErrorCode) -> Vec<u8> {
    /// What has to be read of a request to answer it.
    #[derive(Deserialize)]
    struct Envelope {
        id: Value,
        #[serde(rename = "method")]
        _method: IgnoredAny,
    }
    let id = serde_json::from_slice::<Envelope>(body).map(|envelope| envelope.id);
    let id = id.ok().filter(|id| id.is_i64() || id.is_string());
    json!({ "jsonrpc": "2.0", "method": UNDECODABLE, "params": [fault.code()], "id": id })
        .to_string()
        .into_bytes()
}

/// The text of a JSON document with every `\u` escape that is half a pair without its other half replaced.
fn pair_surrogates(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let length = match (surrogate(&rest[at..]), rest.get(at + 6..).and_then(surrogate)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(_), _) => {
                out.push_str(&rest[..at]);
                out.push('\u{FFFD}');
                rest = &rest[at + 6..];
                continue;
            }
            // An escaped backslash must not lend its second half to what follows.
            _ => rest[at + 1..].chars().next().map_or(1, |next| 1 + next.len_utf8()),
        };
        out.push_str(&rest[..at + length]);
        rest = &rest[at + length..];
    }
    out + rest
}

/// The code unit of the escape that `text` begins with, if it is half a surrogate pair.
fn surrogate(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let unit = u16::from_str_radix(digits, 16).ok()?;
    (0xD800..=0xDFFF).contains(&unit).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a body.
    fn read(body: &str) -> Value {
        serde_json::from_slice(&decodable(body.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn half_an_emoji_is_one_code_unit() {
        let body =
            r#"{"jsonrpc":"2.0","method":"m","params":["a\ud83db","\\ud83d","\ud83d\ude00","\ude00"]}"#;
        assert_eq!(read(body)["params"], json!(["a\u{FFFD}b", "\\ud83d", "😀", "\u{FFFD}"]));
    }

    #[test]
    fn what_cannot_be_decoded_becomes_a_request_to_refuse_it() {
        let number = "9".repeat(400);
        let deep = "[".repeat(200) + &"]".repeat(200);
        for (body, id, code) in [
            ("{".to_owned(), Value::Null, -32700),
            ("[]".to_owned(), Value::Null, -32600),
            (format!(r#"{{"jsonrpc":"2.0","id":7,"method":"m","params":[{number}]}}"#), json!(7), -32700),
            (format!(r#"{{"jsonrpc":"2.0","id":"x","method":"m","params":{deep}}}"#), json!("x"), -32700),
            (r#"{"id":7,"method":"m"}"#.to_owned(), json!(7), -32600),
        ] {
            let refused = read(&body);
            assert_eq!(
                (&refused["method"], &refused["params"][0]),
                (&json!(UNDECODABLE), &json!(code)),
                "{body}"
            );
            assert_eq!(refused["id"], id, "{body}");
        }
    }
}
