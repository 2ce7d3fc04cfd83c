//! Dictionaries: what many articles of a library have in common, so that each is packed without it. Alone, an article of 3 KB
//! compresses to a half, with a dictionary of its neighbours to a third.
//!
//! Only bodies are packed so. Saved copies stand alone: a lost dictionary could not touch them.

use crate::{Result, Store, StoreError, record::pack};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use zstd::{
    bulk::{Compressor, Decompressor},
    dict::{DecoderDictionary, EncoderDictionary},
    zstd_safe::{CParameter, get_dict_id_from_dict, get_dict_id_from_frame, get_frame_content_size},
};

/// Bytes of a dictionary: a library has many languages and sites; with 256 KB bodies took 2 of 100 less than with 110.
const BYTES: usize = 128 << 10;
/// Articles that a dictionary is made from, and the most bytes of them, and of one. It is made during a round, where memory is
/// short: with 6 MB bodies took 0 to 5 of 100 less than with 4.
const SAMPLES: i64 = 2_400;
const SAMPLED_BYTES: usize = 3 << 20;
const SAMPLE_BYTES: usize = 4 << 10;
/// From one to the next, so that they are from everywhere however many there are; has no divisor in common with their number.
const STRIDE: i64 = 1_483;
/// Articles before the first dictionary is made: as many as it is made from.
const FIRST_AT: i64 = SAMPLES;
/// A library that has grown so many times gets another one. One takes half a second of processor.
const GROWN: i64 = 16;
/// Level 3 halves a body at the speed of the disk (SPEED 3).
const LEVEL: i32 = 3;
/// Longer records are taken apart as a stream: what a damaged frame says of its length is not believed.
const BELIEVED_BYTES: u64 = 64 << 20;

/// What packs bodies: the newest dictionary of the library.
#[derive(Clone)]
pub(crate) struct Packing {
    pub(crate) id: i64,
    encoder: Arc<EncoderDictionary<'static>>,
}

impl Packing {
    pub(crate) fn compressor(&self) -> Result<Compressor<'_>> {
        summing(Compressor::with_prepared_dictionary(&self.encoder)?)
    }
}

/// What packs without a dictionary.
pub(crate) fn alone() -> Result<Compressor<'static>> {
    summing(Compressor::new(LEVEL)?)
}

/// Lets each frame end with the sum of what is in it: four bytes, without which a changed byte may read as text. Frames of
/// libraries from before have none and are read all the same.
fn summing(mut compressor: Compressor<'_>) -> Result<Compressor<'_>> {
    compressor.set_parameter(CParameter::ChecksumFlag(true))?;
    Ok(compressor)
}

/// A record as compressed JSON.
pub(crate) fn pack_with(compressor: &mut Compressor<'_>, record: &impl Serialize) -> Result<Vec<u8>> {
    let json = serde_json::to_vec(record).map_err(|error| StoreError::Damaged(error.to_string()))?;
    Ok(compressor.compress(&json)?)
}

/// Reads a record back that may need a dictionary of the library it is in.
pub(crate) fn unpack_body<T: DeserializeOwned>(connection: &Connection, bytes: &[u8]) -> Result<T> {
    let damaged = |error: &dyn std::fmt::Display| StoreError::Damaged(error.to_string());
    serde_json::from_slice(&json_of(connection, bytes)?).map_err(|error| damaged(&error))
}

fn json_of(connection: &Connection, bytes: &[u8]) -> Result<Vec<u8>> {
    let damaged = |error: &dyn std::fmt::Display| StoreError::Damaged(error.to_string());
    let number = get_dict_id_from_frame(bytes).map(|id| i64::from(id.get()));
    match get_frame_content_size(bytes) {
        Ok(Some(size)) if size <= BELIEVED_BYTES => {
            let mut context = Context::of(connection, number)?;
            let json = context.unpacker.decompress(bytes, usize::try_from(size).unwrap_or(0));
            context.give_back();
            json.map_err(|error| damaged(&error))
        }
        _ => match number {
            Some(id) => {
                let mut json = Vec::new();
                let mut decoder =
                    zstd::stream::read::Decoder::with_prepared_dictionary(bytes, decoder(connection, id)?)?;
                std::io::copy(&mut decoder, &mut json).map_err(|error| damaged(&error))?;
                Ok(json)
            }
            None => zstd::stream::decode_all(bytes).map_err(|error| damaged(&error)),
        },
    }
}

/// What takes records apart. Making one costs more than a record does, so a few are kept.
struct Context {
    dictionary: Option<i64>,
    unpacker: Decompressor<'static>,
}

/// Those that nobody uses.
static CONTEXTS: Mutex<Vec<Context>> = Mutex::new(Vec::new());
/// So many are kept; each takes about 160 KB.
const KEPT: usize = 4;

impl Context {
    fn of(connection: &Connection, dictionary: Option<i64>) -> Result<Self> {
        let mut kept = CONTEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = kept.iter().position(|context| context.dictionary == dictionary) {
            return Ok(kept.swap_remove(place));
        }
        drop(kept);
        let unpacker = match dictionary {
            Some(id) => Decompressor::with_prepared_dictionary(decoder(connection, id)?)?,
            None => Decompressor::new()?,
        };
        Ok(Context { dictionary, unpacker })
    }

    fn give_back(self) {
        let mut kept = CONTEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push(self);
    }
}

/// Decoders that were made once, by the number that stands in each frame; the number comes from the dictionary's bytes. There
/// are never more than a few, and each stays for as long as the app runs.
static DECODERS: Mutex<Option<HashMap<i64, &'static DecoderDictionary<'static>>>> = Mutex::new(None);

fn decoder(connection: &Connection, id: i64) -> Result<&'static DecoderDictionary<'static>> {
    let mut decoders = DECODERS.lock().unwrap_or_else(PoisonError::into_inner);
    let known = decoders.get_or_insert_default();
    if let Some(decoder) = known.get(&id) {
        return Ok(decoder);
    }
    let bytes = bytes_of(connection, id)?.ok_or_else(|| StoreError::Damaged("its dictionary is missing".into()))?;
    let decoder: &'static DecoderDictionary<'static> = Box::leak(Box::new(DecoderDictionary::copy(&bytes)));
    known.insert(id, decoder);
    Ok(decoder)
}

/// The bytes of a dictionary; `None` where they are not there, or not what they were.
fn bytes_of(connection: &Connection, id: i64) -> Result<Option<Vec<u8>>> {
    let found: Option<(Vec<u8>, Vec<u8>)> = connection
        .prepare_cached("SELECT hash, bytes FROM dictionaries WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.filter(|(hash, bytes)| Sha256::digest(bytes)[..] == hash[..]).map(|(_, bytes)| bytes))
}

/// Whether a dictionary is in the library; another library may have been put in its place meanwhile.
pub(crate) fn is_known(connection: &Connection, id: i64) -> Result<bool> {
    Ok(connection.prepare_cached("SELECT 1 FROM dictionaries WHERE id = ?1")?.exists([id])?)
}

impl Store {
    /// What to pack bodies with; `None` while the library is small.
    pub(crate) fn packing(&self) -> Result<Option<Packing>> {
        let connection = self.read()?;
        let newest: Option<i64> = connection
            .prepare_cached("SELECT id FROM dictionaries ORDER BY articles DESC, id LIMIT 1")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let Some(id) = newest else { return Ok(None) };
        let mut kept = self.packing.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.as_ref().is_none_or(|kept| kept.id != id) {
            let bytes = bytes_of(&connection, id)?;
            *kept = bytes.map(|bytes| Packing { id, encoder: Arc::new(EncoderDictionary::copy(&bytes, LEVEL)) });
        }
        Ok(kept.clone())
    }

    /// Makes a dictionary of what articles have in common, where the library has grown enough since the last one; true where
    /// it did. Later articles are packed with it, earlier ones stay as they are. Takes about a second.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn learn_what_articles_share(&self) -> Result<bool> {
        let connection = self.read()?;
        let newest: i64 =
            connection.query_row("SELECT coalesce(max(article_id), 0) FROM bodies", [], |row| row.get(0))?;
        let last: i64 =
            connection.query_row("SELECT coalesce(max(articles), 0) FROM dictionaries", [], |row| row.get(0))?;
        if newest < FIRST_AT || newest / GROWN < last {
            return Ok(false);
        }
        let samples = samples(&connection, newest)?;
        drop(connection);
        // Too few texts to learn from are no reason to fail.
        let Ok(bytes) = zstd::dict::from_continuous(&samples.bytes, &samples.lengths, BYTES) else { return Ok(false) };
        drop(samples);
        let Some(id) = get_dict_id_from_dict(&bytes) else { return Ok(false) };
        let put = "INSERT OR IGNORE INTO dictionaries (id, articles, hash, bytes) VALUES (?1, ?2, ?3, ?4)";
        // What is packed with it comes later in the same log: it cannot outlive the dictionary.
        self.write_behind(
            |transaction| {
                transaction.execute(put, params![i64::from(id.get()), newest, &Sha256::digest(&bytes)[..], bytes])?;
                Ok(true)
            },
            |_| false,
        )
    }
}

/// Records one after the other, as they are learnt from.
struct Samples {
    bytes: Vec<u8>,
    lengths: Vec<usize>,
}

/// Records from everywhere in the library, wherever the bytes are used up.
fn samples(connection: &Connection, newest: i64) -> Result<Samples> {
    let mut statement =
        connection.prepare("SELECT record FROM bodies WHERE article_id >= ?1 ORDER BY article_id LIMIT 1")?;
    let mut samples = Samples {
        bytes: Vec::with_capacity(SAMPLED_BYTES + SAMPLE_BYTES),
        lengths: Vec::with_capacity(SAMPLES as usize),
    };
    for number in 0..SAMPLES {
        let place = number * STRIDE % SAMPLES;
        let found: Option<Vec<u8>> =
            statement.query_row([1 + place * newest / SAMPLES], |row| row.get(0)).optional()?;
        let Some(record) = found else { continue };
        let Ok(json) = json_of(connection, &record) else { continue };
        let sample = &json[..json.len().min(SAMPLE_BYTES)];
        samples.bytes.extend_from_slice(sample);
        samples.lengths.push(sample.len());
        if samples.bytes.len() >= SAMPLED_BYTES {
            break;
        }
    }
    Ok(samples)
}

/// Packs a record with a compressor, or alone where there is none.
pub(crate) fn pack_body(compressor: Option<&mut Compressor<'_>>, record: &impl Serialize) -> Result<Vec<u8>> {
    match compressor {
        Some(compressor) => pack_with(compressor, record),
        None => pack(record),
    }
}

#[cfg(test)]
mod tests {
    use super::{LEVEL, Packing, pack_with};
    use std::sync::Arc;
    use zstd::{bulk::Decompressor, dict::EncoderDictionary};

    #[test]
    fn a_changed_byte_is_noticed_in_what_was_packed_with_a_dictionary_too() {
        let samples: Vec<String> =
            (0..500).map(|n| format!("{{\"html\":\"The harbour office {n}\"}}").repeat(4)).collect();
        let bytes = zstd::dict::from_samples(&samples, 8 << 10).unwrap();
        let packing = Packing { id: 1, encoder: Arc::new(EncoderDictionary::copy(&bytes, LEVEL)) };
        let text = "The harbour office of the town is closed. ".repeat(8);
        let packed = pack_with(&mut packing.compressor().unwrap(), &text).unwrap();
        let mut unpacker = Decompressor::with_dictionary(&bytes).unwrap();
        let json = serde_json::to_vec(&text).unwrap();
        assert_eq!(unpacker.decompress(&packed, json.len()).unwrap(), json);
        for at in 0..packed.len() {
            let mut changed = packed.clone();
            changed[at] ^= 0x41;
            assert!(!unpacker.decompress(&changed, json.len()).is_ok_and(|read| read != json), "byte {at}");
        }
    }
}
