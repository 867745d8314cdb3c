//! The parser's syntax errors in our words, in both languages, with the likely
//! cause.

use granit_parser::{ErrorKind, ScanError};

use super::codes;
use super::diagnostic::{Code, Diagnostic};
use super::lang::Message;
use super::span::{FileId, Place, Span};
use crate::say;

/// The finding for a syntax error.
pub(super) fn finding(file: FileId, text: &str, error: &ScanError) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let mut span =
        Span::new(at, at + text.get(at..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8));
    if at >= text.trim_end().len() {
        // At the end there is nothing to see: point at the last character.
        let last = text.trim_end().char_indices().next_back().map_or(0, |(start, _)| start);
        span = Span::new(last, text.trim_end().len());
    }
    let place = Place::in_text(file, text, span);
    let (code, message, help) = explain(error.kind());
    let help = indented_with_tab(text, at).or(help);
    let mut found = Diagnostic::new(code, place, message);
    found.help = help;
    found
}

/// The sentence that helps most with text that YAML takes for something else.
fn quote_it() -> Message {
    say!(
        "zet de tekst tussen aanhalingstekens of in een blok met `>-`",
        "put the text in quotes or in a block with `>-`"
    )
}

fn indent_it() -> Message {
    say!(
        "kijk naar het inspringen: sleutels van hetzelfde niveau beginnen in dezelfde kolom",
        "look at the indentation: keys of the same level begin in the same column"
    )
}

fn indented_with_tab(text: &str, at: usize) -> Option<Message> {
    let line = text.get(..at)?.rsplit('\n').next()?;
    line.contains('\t').then(|| say!("gebruik spaties, geen tab", "use spaces, no tab"))
}

#[allow(clippy::match_same_arms)]
fn explain(kind: &ErrorKind) -> (&'static Code, Message, Option<Message>) {
    use ErrorKind as E;
    let syntax = |message, help| (&codes::SYNTAX, message, help);
    match kind {
        E::RecursionLimitExceeded => {
            (&codes::TOO_DEEP, codes::TOO_DEEP.title.into(), Some(codes::TOO_DEEP.advice.into()))
        }
        E::DirectiveDisallowed
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::MissingDocumentEndBeforeDirective
        | E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::InvalidDirectiveTerminator
        | E::MissingYamlVersionSeparator
        | E::DirectiveByteLimitExceeded { .. }
        | E::TooManyReservedDirectiveParams { .. }
        | E::YamlVersionTooLong
        | E::MissingYamlVersion
        | E::InvalidTagDirectiveTerminator
        | E::ExpectedTagDirectiveBang => {
            (&codes::DIRECTIVE, codes::DIRECTIVE.title.into(), Some(codes::DIRECTIVE.advice.into()))
        }
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (
            &codes::TAB,
            say!("hier staat een tab die niet mag", "there is a tab here that may not be here"),
            Some(codes::TAB.advice.into()),
        ),
        E::InvalidDocumentEnd | E::MultipleDocumentsUnsupported | E::ExpectedDocumentStart => (
            &codes::SECOND_DOCUMENT,
            codes::SECOND_DOCUMENT.title.into(),
            Some(codes::SECOND_DOCUMENT.advice.into()),
        ),
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => (&codes::TAG, codes::TAG.title.into(), Some(codes::TAG.advice.into())),
        E::MissingAnchorOrAliasName | E::UnknownAnchor | E::AnchorCountOverflow => (
            &codes::ANCHOR,
            say!("na `&` of `*` staat geen naam", "there is no name after `&` or `*`"),
            Some(quote_it()),
        ),
        E::BomInsideDocument => (
            &codes::INVISIBLE_CHARACTER,
            say!(
                "hier staat het onzichtbare teken `\\u{{feff}}`",
                "there is the invisible character `\\u{{feff}}` here"
            ),
            Some(say!("haal het teken weg", "remove the character")),
        ),
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => syntax(
            say!("een aanhalingsteken wordt nergens gesloten", "a quotation mark is never closed"),
            Some(say!(
                "sluit de tekst met hetzelfde aanhalingsteken",
                "close the text with the same quotation mark"
            )),
        ),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => syntax(
            say!(
                "na het sluitende aanhalingsteken staat nog tekst",
                "there is more text after the closing quotation mark"
            ),
            Some(say!(
                "zet alles binnen de aanhalingstekens, of gebruik een blok met `>-`",
                "put everything inside the quotation marks, or use a block with `>-`"
            )),
        ),
        E::InvalidQuotedScalarIndent | E::InvalidFlowScalarIndent | E::InvalidBlockScalarIndent => syntax(
            say!("deze regel springt niet ver genoeg in", "this line is not indented far enough"),
            Some(say!(
                "een regel die bij de tekst erboven hoort, springt verder in dan de sleutel",
                "a line that belongs to the text above it is indented further than the key"
            )),
        ),
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => syntax(
            say!(
                "na de schuine streep `\\` staat geen geldig teken",
                "there is no valid character after the backslash `\\`"
            ),
            Some(say!(
                "gebruik enkele aanhalingstekens: daarin is `\\` een gewoon teken",
                "use single quotation marks: in them `\\` is an ordinary character"
            )),
        ),
        E::UnexpectedEofFlowSequence
        | E::UnclosedFlowCollection { open: '[' }
        | E::ExpectedFlowSequenceSeparator => syntax(
            say!(
                "de lijst die met `[` begint, wordt niet goed gesloten",
                "the list that begins with `[` is not closed properly"
            ),
            Some(say!(
                "zet komma's tussen de delen en sluit met `]`",
                "put commas between the items and close with `]`"
            )),
        ),
        E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::UnclosedFlowCollection { .. }
        | E::ExpectedFlowMappingSeparator => syntax(
            say!(
                "wat met `{{` begint, wordt niet goed gesloten",
                "what begins with `{{` is not closed properly"
            ),
            Some(say!(
                "zet komma's tussen de delen, zet tekst met een komma of dubbele punt tussen aanhalingstekens en sluit met `}}`",
                "put commas between the parts, put text with a comma or colon in quotes and close with `}}`"
            )),
        ),
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => syntax(
            say!(
                "hier sluit een haak die niet bij de vorige past",
                "a bracket closes here that does not match"
            ),
            Some(quote_it()),
        ),
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::FlowMappingValueAdjacentCollection
        | E::InvalidMappingValueWhitespace => syntax(
            say!(
                "hier staat een dubbele punt waar geen sleutel kan staan",
                "there is a colon here where no key can stand"
            ),
            Some(quote_it()),
        ),
        E::UnexpectedCharacter { character } => {
            let shown = character.escape_default().to_string();
            syntax(
                say!("tekst kan hier niet met `{shown}` beginnen", "text cannot begin with `{shown}` here"),
                Some(quote_it()),
            )
        }
        E::PlainScalarStartsWithDashFlowIndicator
        | E::UnexpectedEndOfPlainScalar
        | E::CommentNotSeparated
        | E::CommentInterceptedScalar => syntax(
            say!("deze tekst kan zo niet worden gelezen", "this text cannot be read like this"),
            Some(quote_it()),
        ),
        E::BlockSequenceEntryNotAllowed
        | E::BlockEntryInFlowCollection
        | E::InvalidBlockEntryWhitespace
        | E::ExpectedBlockSequenceEntry
        | E::UnexpectedEofBlockSequence => syntax(
            say!("hier kan geen lijst met streepjes staan", "no list with dashes can stand here"),
            Some(indent_it()),
        ),
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::UnexpectedEofBlockMapping
        | E::MappingKeyNotAllowed => syntax(
            say!(
                "hier wordt een sleutel met een dubbele punt verwacht",
                "a key with a colon is expected here"
            ),
            Some(indent_it()),
        ),
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader => syntax(
            say!("na `|` of `>` hoort de regel te eindigen", "the line should end after `|` or `>`"),
            Some(say!("zet de tekst op de volgende regel", "put the text on the next line")),
        ),
        _ => syntax(codes::SYNTAX.title.into(), Some(quote_it())),
    }
}
