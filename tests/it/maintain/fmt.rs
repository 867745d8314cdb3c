//! Files get one layout, and say what they said.

mod random;
