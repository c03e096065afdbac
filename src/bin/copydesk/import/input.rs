//! A file that is read once from its beginning to its end, plain or packed.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result};
use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// Bytes that are fetched at a time.
const ROOM: usize = 1 << 18;

/// A file that is being read.
pub(super) struct Input {
    pub(super) reader: Box<dyn BufRead + Send>,
    pub(super) position: Position,
}

/// How far a file has been read, as it is packed.
#[derive(Clone, Debug, Default)]
pub(super) struct Position(Arc<AtomicU64>);

impl Position {
    /// In bytes.
    pub(super) fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// How a file is packed, by its first bytes: a name may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Plain,
    Gzip,
    Bzip2,
    Zstd,
}

impl Packing {
    fn of(first: &[u8]) -> Self {
        match first {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'B', b'Z', b'h', b'1'..=b'9', ..] => Self::Bzip2,
            // The second is a frame that is to be skipped, with which some packers begin.
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Self::Zstd,
            _ => Self::Plain,
        }
    }
}

impl Input {
    /// Opens a file behind its first `done` bytes, counted as they are unpacked. A plain one jumps there, a packed one is
    /// unpacked up to there.
    pub(super) fn open(path: &Path, done: u64) -> Result<Self> {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        let position = Position::default();
        let mut packed = BufReader::with_capacity(ROOM, Counted { file, position: position.clone() });
        let packing =
            Packing::of(packed.fill_buf().with_context(|| format!("cannot read {}", path.display()))?);
        let mut reader: Box<dyn BufRead + Send> = match packing {
            Packing::Plain => {
                packed.seek(SeekFrom::Start(done))?;
                return Ok(Self { reader: Box::new(packed), position });
            }
            Packing::Gzip => Box::new(BufReader::with_capacity(ROOM, MultiGzDecoder::new(packed))),
            Packing::Bzip2 => Box::new(BufReader::with_capacity(ROOM, MultiBzDecoder::new(packed))),
            Packing::Zstd => Box::new(BufReader::with_capacity(ROOM, Frames::Between(packed))),
        };
        io::copy(&mut reader.by_ref().take(done), &mut io::sink())
            .with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self { reader, position })
    }
}

/// A file that counts what is read of it.
struct Counted {
    file: File,
    position: Position,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.position.0.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(to)?;
        self.position.0.store(at, Ordering::Relaxed);
        Ok(at)
    }
}

type Packed = BufReader<Counted>;

/// The frames of a file that is packed with zstd, one behind the other.
enum Frames {
    Between(Packed),
    Within(Box<StreamingDecoder<Packed, FrameDecoder>>),
    End,
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            *self = match std::mem::replace(self, Self::End) {
                Self::End => return Ok(0),
                Self::Between(mut packed) => match packed.fill_buf()? {
                    [] => return Ok(0),
                    [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => skipped(packed)?,
                    _ => Self::Within(Box::new(StreamingDecoder::new(packed).map_err(io::Error::other)?)),
                },
                Self::Within(mut frame) => match frame.read(buffer)? {
                    0 => Self::Between(frame.into_inner()),
                    read => {
                        *self = Self::Within(frame);
                        return Ok(read);
                    }
                },
            };
        }
    }
}

/// Behind a frame that says of itself that it is to be skipped.
fn skipped(mut packed: Packed) -> io::Result<Frames> {
    let mut head = [0; 8];
    packed.read_exact(&mut head)?;
    let [.., a, b, c, d] = head;
    io::copy(&mut packed.by_ref().take(u32::from_le_bytes([a, b, c, d]).into()), &mut io::sink())?;
    Ok(Frames::Between(packed))
}
