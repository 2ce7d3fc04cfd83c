//! Content codings: how an answer is packed on its way (RFC 9110, 8.4). It is unpacked when all of it is here: what unpacks
//! takes from 50 KB to some megabytes, and is not kept for each of hundreds of answers under way. Nothing here asks or stores.

use crate::trouble::Failed;
use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};
use std::io::{self, Read, Write};

/// What servers are told that they may send.
pub(crate) const ACCEPTED: &str = "gzip, br, zstd";

/// An answer that is packed more often is none of a publisher.
const MOST: usize = 2;
/// The window of zstd in bits, 8 MB: no more is allowed on the web (RFC 9659), and it is memory that the sender chooses.
const ZSTD_WINDOW: u32 = 23;
const BUFFER: usize = 8 << 10;

/// How an answer is packed, the last coding first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Codings(Vec<Coding>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
}

/// One of the two ways to undo a coding.
type Unpack = fn(Coding, &[u8], usize) -> Result<Vec<u8>, Failed>;

impl Codings {
    /// As the values of `Content-Encoding` say.
    ///
    /// # Errors
    /// `Other` where it is packed in a way that nobody asked for.
    pub(crate) fn of<'a>(values: impl IntoIterator<Item = &'a str>) -> Result<Self, Failed> {
        let mut codings = Vec::new();
        for value in values {
            for name in value.split(',').map(str::trim) {
                codings.push(match name.to_ascii_lowercase().as_str() {
                    "" | "identity" | "none" => continue,
                    "gzip" | "x-gzip" => Coding::Gzip,
                    "deflate" => Coding::Deflate,
                    "br" => Coding::Brotli,
                    "zstd" => Coding::Zstd,
                    "compress" | "x-compress" | "exi" | "aes128gcm" | "dcb" | "dcz" => {
                        return Err(Failed::Other("its answer is packed in a way that was not asked for".into()));
                    }
                    // Seen in the wild: the name of a charset, which packs nothing.
                    _ => continue,
                });
            }
        }
        if codings.len() > MOST {
            return Err(Failed::Other("its answer is packed again and again".into()));
        }
        codings.reverse();
        Ok(Codings(codings))
    }

    /// These, or gzip where none are named and the content begins as only that does: a packed file that a server hands out as
    /// it lies there.
    pub(crate) fn or_by_look(self, content: &[u8]) -> Self {
        let is_packed = self.is_empty() && content.starts_with(GZIP) && content.get(2) == Some(&8);
        if is_packed { Codings(vec![Coding::Gzip]) } else { self }
    }

    /// True where nothing is packed.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The content, at most `cap` bytes of it, also on the way between two codings.
    ///
    /// # Errors
    /// `TooLarge` beyond the cap; `CutOff` where an end is missing or something is damaged.
    pub(crate) fn unpack(&self, packed: &[u8], cap: usize) -> Result<Vec<u8>, Failed> {
        self.unpack_with(packed, cap, Coding::unpack)
    }

    /// As [`Codings::unpack`], for what may be large: it is unpacked once to count it, which keeps nothing, and then into as
    /// much memory as it takes. What is larger than the cap never takes any.
    ///
    /// # Errors
    /// As [`Codings::unpack`].
    pub(crate) fn unpack_counted(&self, packed: &[u8], cap: usize) -> Result<Vec<u8>, Failed> {
        self.unpack_with(packed, cap, Coding::unpack_counted)
    }

    fn unpack_with(&self, packed: &[u8], cap: usize, unpack: Unpack) -> Result<Vec<u8>, Failed> {
        let [first, rest @ ..] = self.0.as_slice() else { return capped(packed, cap) };
        let mut content = unpack(*first, packed, cap)?;
        for coding in rest {
            content = unpack(*coding, &content, cap)?;
        }
        Ok(content)
    }
}

impl Coding {
    fn unpack(self, packed: &[u8], cap: usize) -> Result<Vec<u8>, Failed> {
        self.unpack_into(packed, cap, Vec::new())
    }

    fn unpack_counted(self, packed: &[u8], cap: usize) -> Result<Vec<u8>, Failed> {
        let length = self.write(packed, cap, &mut io::sink())?;
        self.unpack_into(packed, cap, Vec::with_capacity(length))
    }

    fn unpack_into(self, packed: &[u8], cap: usize, mut content: Vec<u8>) -> Result<Vec<u8>, Failed> {
        self.write(packed, cap, &mut content)?;
        Ok(content)
    }

    /// How many bytes it wrote, at most one more than the cap.
    fn write(self, packed: &[u8], cap: usize, content: &mut dyn Write) -> Result<usize, Failed> {
        let written = match self {
            // Seen in the wild: the header with an empty body, or with one that nobody packed.
            _ if packed.is_empty() => Ok(0),
            Coding::Gzip if !packed.starts_with(GZIP) => take(packed, cap, content),
            Coding::Gzip => gunzip(packed, cap, content),
            // What the standard means has a header of zlib; some servers send it without.
            Coding::Deflate if is_zlib(packed) => take(ZlibDecoder::new(packed), cap, content),
            Coding::Deflate => take(DeflateDecoder::new(packed), cap, content),
            Coding::Brotli => take(brotli::Decompressor::new(packed, BUFFER), cap, content),
            Coding::Zstd => zstd::stream::read::Decoder::with_buffer(packed).and_then(|mut decoder| {
                decoder.window_log_max(ZSTD_WINDOW)?;
                take(decoder, cap, content)
            }),
        };
        let written = written.map_err(|_| Failed::CutOff)?;
        if written > cap { Err(Failed::TooLarge) } else { Ok(written) }
    }
}

/// What is not packed.
fn capped(content: &[u8], cap: usize) -> Result<Vec<u8>, Failed> {
    if content.len() > cap { Err(Failed::TooLarge) } else { Ok(content.to_vec()) }
}

const GZIP: &[u8] = &[0x1f, 0x8b];

/// Member after member; what follows the last one is ignored, as browsers do.
fn gunzip(mut packed: &[u8], cap: usize, content: &mut dyn Write) -> io::Result<usize> {
    let mut written = 0;
    while packed.starts_with(GZIP) && written <= cap {
        let mut decoder = GzDecoder::new(packed);
        written += take(&mut decoder, cap - written, content)?;
        packed = decoder.into_inner();
    }
    Ok(written)
}

fn is_zlib(packed: &[u8]) -> bool {
    matches!(packed, [method, flags, ..] if method & 15 == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0)
}

/// Reads one byte more than the cap where there is one, so that it shows.
fn take(from: impl Read, cap: usize, content: &mut dyn Write) -> io::Result<usize> {
    let written = io::copy(&mut from.take(cap as u64 + 1), content)?;
    Ok(usize::try_from(written).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::Codings;
    use crate::trouble::Failed;
    use flate2::{
        Compression,
        write::{DeflateEncoder, GzEncoder, ZlibEncoder},
    };
    use std::io::Write;

    const CAP: usize = 4_000;

    fn codings(value: &str) -> Result<Codings, Failed> {
        Codings::of([value])
    }

    fn gzipped(content: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        match name {
            "deflate" => {
                let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(content).unwrap();
                encoder.finish().unwrap()
            }
            "br" => {
                let mut out = Vec::new();
                let parameters = brotli::enc::BrotliEncoderParams::default();
                brotli::BrotliCompress(&mut &*content, &mut out, &parameters).unwrap();
                out
            }
            "zstd" => zstd::bulk::compress(content, 3).unwrap(),
            _ => gzipped(content),
        }
    }

    #[test]
    fn each_coding_gives_the_content_up_to_the_cap_and_says_what_is_wrong_with_it() {
        for (name, unpack) in ["gzip", "deflate", "br", "zstd", "X-GZip"].into_iter().flat_map(|name| {
            [(name, Codings::unpack as fn(&Codings, &[u8], usize) -> _), (name, Codings::unpack_counted)]
        }) {
            let codings = codings(name).unwrap();
            for length in [0, 1, CAP - 1, CAP] {
                let content: Vec<u8> = (0..length).map(|number| (number % 251) as u8).collect();
                assert_eq!(unpack(&codings, &packed(name, &content), CAP).unwrap(), content, "{name}, {length}");
            }
            let beyond = packed(name, &vec![b'x'; CAP + 1]);
            assert_eq!(unpack(&codings, &beyond, CAP), Err(Failed::TooLarge), "{name}");
            let bomb = packed(name, &vec![0; 1 << 20]);
            assert_eq!(unpack(&codings, &bomb, CAP), Err(Failed::TooLarge), "{name}");
            let content: Vec<u8> = (0..CAP).map(|number| (number * number % 251) as u8).collect();
            let whole = packed(name, &content);
            assert_eq!(unpack(&codings, &whole[..whole.len() / 2], CAP), Err(Failed::CutOff), "{name}");
            assert_eq!(unpack(&codings, b"", CAP).unwrap(), b"", "{name}");
        }
    }

    #[test]
    fn what_may_be_large_takes_as_much_memory_as_it_has_bytes() {
        let content = vec![b'x'; 1_000_000];
        for name in ["gzip", "deflate", "br", "zstd"] {
            let whole = codings(name).unwrap().unpack_counted(&packed(name, &content), 1 << 20).unwrap();
            assert_eq!((whole.len(), whole.capacity()), (content.len(), content.len()), "{name}");
        }
    }

    #[test]
    fn what_servers_do_beside_the_standard_is_understood() {
        let gzip = codings("gzip").unwrap();
        assert_eq!(gzip.unpack(b"<rss/>", CAP).unwrap(), b"<rss/>", "never packed");
        let members = [gzipped(b"one "), gzipped(b"two"), b"\0\0".to_vec()].concat();
        assert_eq!(gzip.unpack(&members, CAP).unwrap(), b"one two", "several members and a rest");
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::default());
        raw.write_all(b"<rss/>").unwrap();
        assert_eq!(codings("deflate").unwrap().unpack(&raw.finish().unwrap(), CAP).unwrap(), b"<rss/>");
        assert!(codings("identity, none").unwrap().is_empty());
        assert!(codings("utf-8").unwrap().is_empty());
        let unnamed = codings("").unwrap();
        assert_eq!(unnamed.clone().or_by_look(&gzipped(b"<rss/>")), codings("gzip").unwrap());
        assert_eq!(unnamed.clone().or_by_look(b"<rss/>"), unnamed);
    }

    #[test]
    fn codings_are_undone_in_their_order_and_never_without_end() {
        let twice = codings("br, gzip").unwrap();
        assert_eq!(twice.unpack(&gzipped(&packed("br", b"<rss/>")), CAP).unwrap(), b"<rss/>");
        let between = gzipped(&gzipped(&vec![7; 1 << 20]));
        assert_eq!(codings("gzip, gzip").unwrap().unpack(&between, CAP), Err(Failed::TooLarge));
        assert!(matches!(codings("gzip, gzip, gzip"), Err(Failed::Other(_))));
        assert!(matches!(codings("compress"), Err(Failed::Other(_))));
    }
}
