//! The bodies of answers on their way into memory: read under a cap, unpacked when all is here, and so many at once as there is
//! room for. What they say is for others to read.

use crate::{
    answer::classify,
    coding::Codings,
    room::{Room, Taken},
    trouble::Failed,
};
use reqwest::{Response, header::CONTENT_ENCODING};
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};

/// Bodies larger than this take one of the few places for large ones, so that 256 requests cannot fill the memory.
const SMALL_BODY: usize = 256 * 1024;
const LARGE_BODIES: usize = 4;
/// Bytes of all feeds on their way, after which no other one is begun to be read.
const ON_THE_WAY: usize = 4 << 20;
/// What one takes of them at its beginning: its length where it says one, within these bounds. One that only drips holds no
/// more than this, and one that drips need not be short.
const AT_FIRST: usize = 32 << 10;
const AT_LEAST: usize = 8 << 10;
const AT_MOST: usize = 64 << 10;
/// Bytes of all feeds that are unpacked and not stored yet, after which no other one is unpacked.
const UNPACKED: usize = 4 << 20;
/// About how many bytes become of one that is packed.
const BECOMES: usize = 4;

/// What a body holds until it is stored or dropped.
#[derive(Debug, Default)]
pub(crate) struct Held {
    _large: Option<OwnedSemaphorePermit>,
    _unpacked: Option<Taken>,
}

/// The room for them.
pub(crate) struct Bodies {
    large: Arc<Semaphore>,
    on_the_way: Arc<Room>,
    unpacked: Arc<Room>,
}

impl Default for Bodies {
    fn default() -> Self {
        Bodies {
            large: Arc::new(Semaphore::new(LARGE_BODIES)),
            on_the_way: Room::of(ON_THE_WAY),
            unpacked: Room::of(UNPACKED),
        }
    }
}

impl Bodies {
    /// The content of an answer, at most `cap` bytes: a small gzip may be a large body. `in_turn`: when there is room for it
    /// beside the other feeds of a round.
    pub(crate) async fn read(
        &self,
        response: Response,
        cap: usize,
        left: Duration,
        in_turn: bool,
    ) -> Result<(Vec<u8>, Held), Failed> {
        let values = response.headers().get_all(CONTENT_ENCODING);
        let codings = Codings::of(values.iter().map(|value| value.to_str().unwrap_or("?")))?;
        let mut large = None;
        let mut way = if in_turn { Some(self.on_the_way.enter(at_first(&response)).await) } else { None };
        let packed = self.bytes(response, cap, left, &mut large, way.as_mut()).await?;
        let codings = codings.or_by_look(&packed);
        let becomes = if codings.is_empty() { packed.len() } else { packed.len() * BECOMES };
        let enter = || async { if in_turn { Some(self.unpacked.enter(becomes).await) } else { None } };
        let mut room = enter().await;
        let content = match codings.is_empty() {
            true => packed,
            false => match codings.unpack(&packed, cap.min(SMALL_BODY)) {
                Err(Failed::TooLarge) if cap > SMALL_BODY => {
                    // Whoever has a place for something large waits for room, so nobody who has room waits for such a place.
                    drop(room);
                    self.hold_large(&mut large).await?;
                    room = enter().await;
                    unpack_behind(codings, packed, cap).await?
                }
                small => small?,
            },
        };
        if let Some(room) = &mut room {
            room.grow(content.len());
        }
        Ok((content, Held { _large: large, _unpacked: room }))
    }

    /// An answer as it comes over the line.
    async fn bytes(
        &self,
        mut response: Response,
        cap: usize,
        mut left: Duration,
        large: &mut Option<OwnedSemaphorePermit>,
        mut room: Option<&mut Taken>,
    ) -> Result<Vec<u8>, Failed> {
        if response.content_length().is_some_and(|length| length > cap as u64) {
            return Err(Failed::TooLarge);
        }
        let mut bytes = Vec::with_capacity(at_first(&response));
        loop {
            let asked = Instant::now();
            let chunk = timeout(left, response.chunk()).await.map_err(|_| Failed::Timeout)?;
            left = left.saturating_sub(asked.elapsed());
            let Some(chunk) = chunk.map_err(|error| classify(&error))? else { return Ok(bytes) };
            if bytes.len() + chunk.len() > cap {
                return Err(Failed::TooLarge);
            }
            if bytes.len() + chunk.len() > SMALL_BODY {
                self.hold_large(large).await?;
            }
            bytes.extend_from_slice(&chunk);
            if let Some(room) = &mut room {
                room.grow(bytes.len());
            }
        }
    }

    async fn hold_large(&self, large: &mut Option<OwnedSemaphorePermit>) -> Result<(), Failed> {
        if large.is_none() {
            *large = Some(self.large.clone().acquire_owned().await.map_err(|_| Failed::Cancelled)?);
        }
        Ok(())
    }
}

fn at_first(response: &Response) -> usize {
    let length = response.content_length().and_then(|length| usize::try_from(length).ok());
    length.map_or(AT_FIRST, |length| length.clamp(AT_LEAST, AT_MOST))
}

/// Unpacks where it holds up nobody.
async fn unpack_behind(codings: Codings, packed: Vec<u8>, cap: usize) -> Result<Vec<u8>, Failed> {
    match tokio::task::spawn_blocking(move || codings.unpack_counted(&packed, cap)).await {
        Ok(content) => content,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}
