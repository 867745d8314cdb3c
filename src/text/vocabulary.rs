//! Closed vocabularies: the few words that a key of a file, a document for
//! machines or an option can hold. Each is one enum, so that a word is written
//! once and everything else (tables of keys, decoders, documents) takes it from
//! there.

/// A closed list of words for machines. [`vocabulary!`](crate::vocabulary)
/// implements it.
pub(crate) trait Vocabulary: Copy + 'static {
    /// The words, in the order of the documentation.
    const IDS: &'static [&'static str];

    /// The value with this word.
    fn from_id(id: &str) -> Option<Self>;
}

/// Defines an enum whose values each have one word in files and for machines:
/// `ALL` lists the values, `id` gives the word of one, and
/// [`Vocabulary`] finds a value by its word.
#[doc(hidden)]
#[macro_export]
macro_rules! vocabulary {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$inner:meta])* $value:ident = $id:literal),* $(,)?
    }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $(#[$meta])*
        pub enum $name {
            $($(#[$inner])* $value),*
        }

        impl $name {
            /// All values, in the order of the documentation.
            pub const ALL: [$name; [$($id),*].len()] = [$($name::$value),*];

            /// The word in files and for machines.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $($name::$value => $id),*
                }
            }
        }

        impl $crate::text::Vocabulary for $name {
            const IDS: &'static [&'static str] = &[$($id),*];

            fn from_id(id: &str) -> Option<$name> {
                match id {
                    $($id => Some($name::$value),)*
                    _ => None,
                }
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::Vocabulary as _;
    use crate::text::Severity;

    #[test]
    fn a_word_leads_to_its_value_and_back() {
        assert_eq!(Severity::ALL.map(Severity::id), Severity::IDS);
        for value in Severity::ALL {
            assert_eq!(Severity::from_id(value.id()), Some(value));
        }
        assert_eq!(Severity::from_id("Error"), None);
        assert!(Severity::Error < Severity::Hint);
    }
}
