//! Bytes on the server's standard input: what is handed on can be decoded, whatever came, and a good message that follows
//! an empty line is found again.
#![no_main]
#![allow(dead_code, reason = "the program uses more of these files")]

#[path = "../../src/bin/copydesk/lsp"]
mod lsp {
    pub(crate) mod decoding;
    pub(crate) mod framing;
}

use libfuzzer_sys::fuzz_target;
use tower_lsp::jsonrpc::{Request, Response};

fuzz_target!(|input: &[u8]| {
    decodable(lsp::decoding::decodable(input.to_vec()));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut output = Vec::new();
    runtime.block_on(lsp::framing::relay(input, &mut output)).expect("writing to memory");
    let mut rest = &output[..];
    while !rest.is_empty() {
        let text = rest.strip_prefix(b"Content-Length: ").expect("a frame begins with its length");
        let end = text.windows(4).position(|four| four == b"\r\n\r\n").expect("headers end");
        let length: usize = std::str::from_utf8(&text[..end]).expect("a number").parse().expect("a number");
        decodable(text[end + 4..end + 4 + length].to_vec());
        rest = &text[end + 4 + length..];
    }
});

/// Asserts that tower-lsp could decode the body.
fn decodable(body: Vec<u8>) {
    let decoded = serde_json::from_slice::<Request>(&body).is_ok() || serde_json::from_slice::<Response>(&body).is_ok();
    assert!(decoded, "{:?}", String::from_utf8_lossy(&body));
}
