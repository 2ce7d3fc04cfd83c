//! One module per promise to the reader.
