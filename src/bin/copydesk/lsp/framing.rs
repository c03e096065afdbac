//! Frames on standard input: headers, an empty line, and as many bytes as the headers say.
//!
//! tower-lsp's own reader gives up for good at the first frame that it cannot decode, and refuses headers in small
//! letters. So it is handed only frames that it can decode: each is read here first, and written anew.

use std::io;

use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};

use super::decoding::decodable;

/// The longest header line that is read in one piece, in bytes. What is longer is no header.
const HEADER_LIMIT: u64 = 8 * 1024;

/// The header that counts; its name may be written in small letters, as in HTTP.
const LENGTH: &[u8] = b"content-length:";

/// Hands every message on until there are no more. What cannot be decoded is handed on as a request that
/// [`Patient`](super::patient::Patient) refuses, so that the editor learns of it and the session goes on.
pub(crate) async fn relay(
    input: impl AsyncRead + Unpin,
    mut output: impl AsyncWrite + Unpin,
) -> io::Result<()> {
    let mut input = BufReader::new(input);
    while let Some(body) = next_body(&mut input).await? {
        let message = decodable(body);
        output.write_all(format!("Content-Length: {}\r\n\r\n", message.len()).as_bytes()).await?;
        output.write_all(&message).await?;
    }
    Ok(())
}

/// The body of the next frame; `None` at the end of input, also where that is in the middle of a frame.
async fn next_body(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let Some(length) = next_length(input).await? else { return Ok(None) };
    let mut body = Vec::new();
    // Room is made as bytes come: a header can lie about its length.
    let read = input.take(length).read_to_end(&mut body).await?;
    Ok((read as u64 == length).then_some(body))
}

/// What the next headers say of the length; `None` at the end of input. Lines that are no header are passed over,
/// and so are headers that say no length.
async fn next_length(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(HEADER_LIMIT).read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = line.trim_ascii();
        match (line.is_empty(), length) {
            (true, Some(_)) => return Ok(length),
            _ => length = length_in(line).or(length),
        }
    }
}

/// The length that a header line states. Left-overs of a frame that was longer than it said may stand before it.
fn length_in(line: &[u8]) -> Option<u64> {
    let at = line.windows(LENGTH.len()).rposition(|window| window.eq_ignore_ascii_case(LENGTH))?;
    std::str::from_utf8(line[at + LENGTH.len()..].trim_ascii()).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is handed on of `input`, one message a line.
    fn relayed(input: &[u8]) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut output = Vec::new();
        runtime.block_on(relay(input, &mut output)).unwrap();
        let frames = String::from_utf8(output).unwrap();
        frames
            .split("Content-Length: ")
            .skip(1)
            .map(|frame| frame.split_once("\r\n\r\n").unwrap().1.to_owned() + "\n")
            .collect()
    }

    const EXIT: &str = r#"{"jsonrpc":"2.0","method":"exit"}"#;

    #[test]
    fn a_header_may_be_written_in_any_way() {
        for header in [
            "content-length:33\r\n\r\n",
            "Content-Type: x\r\nCONTENT-LENGTH: 33\r\n\r\n",
            "Content-Length: 33\n\n",
        ] {
            assert_eq!(relayed(format!("{header}{EXIT}").as_bytes()), format!("{EXIT}\n"), "{header:?}");
        }
    }

    #[test]
    fn what_is_no_header_is_passed_over() {
        let input = format!("noise\r\n\r\nX: 1\r\n\r\nleft over}}Content-Length: 33\r\n\r\n{EXIT}");
        assert_eq!(relayed(input.as_bytes()), format!("{EXIT}\n"));
    }

    #[test]
    fn a_frame_that_ends_too_early_is_no_message() {
        assert_eq!(relayed(format!("Content-Length: 99999999999999\r\n\r\n{EXIT}").as_bytes()), "");
    }
}
