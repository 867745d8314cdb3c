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
        // At the end there is nothing to show: point at the last character.
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

/// The finding for a line that is not indented far enough.
pub(super) fn not_indented(place: Place) -> Diagnostic {
    let (code, message, help) = explain(&ErrorKind::InvalidFlowScalarIndent);
    let mut found = Diagnostic::new(code, place, message);
    found.help = help;
    found
}

/// The advice that helps most when YAML misreads a text.
fn quote_it() -> Message {
    say!(
        "zet de tekst tussen aanhalingstekens of in een blok met `>-`",
        "put the text in quotes or in a block with `>-`"
    )
}

#[allow(clippy::unnecessary_wraps)]
fn indent_help() -> Option<Message> {
    Some(say!(
        "kijk naar het inspringen: sleutels van hetzelfde niveau beginnen in dezelfde kolom; tekst die met een haak begint staat tussen aanhalingstekens",
        "look at the indentation: keys of the same level begin in the same column; text that begins with a bracket needs quotes"
    ))
}

fn indented_with_tab(text: &str, at: usize) -> Option<Message> {
    let line = text.get(..at)?.rsplit('\n').next()?;
    line.contains('\t').then(|| say!("gebruik spaties, geen tab", "use spaces, not a tab"))
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
            say!("hier staat een tab die niet mag", "a tab is not allowed here"),
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
        E::InvalidQuotedScalarIndent => syntax(
            say!(
                "een tekst tussen aanhalingstekens loopt door op een regel die niet inspringt",
                "a text in quotes continues on a line that is not indented"
            ),
            Some(say!(
                "sluit het aanhalingsteken, of laat de regel verder inspringen dan de sleutel",
                "close the quotation mark, or indent the line further than the key"
            )),
        ),
        E::InvalidFlowScalarIndent | E::InvalidBlockScalarIndent => syntax(
            say!("deze regel springt niet ver genoeg in", "this line is not indented far enough"),
            Some(say!(
                "een regel die bij de tekst erboven hoort, springt verder in dan de sleutel",
                "a line that continues the text above it must be indented further than the key"
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
        E::SimpleKeyExpected | E::InvalidSimpleKey => syntax(
            say!("bij deze sleutel ontbreekt de dubbele punt", "the colon is missing after this key"),
            Some(say!(
                "schrijf `sleutel: waarde`; hoort de tekst bij de regel erboven, laat hem dan inspringen",
                "write `key: value`; if the text belongs to the line above, indent it"
            )),
        ),
        E::MappingValueNotAllowed
        | E::InvalidColonPlacement
        | E::FlowMappingValueAdjacentCollection
        | E::InvalidMappingValueWhitespace => syntax(
            say!(
                "hier staat een dubbele punt waar geen sleutel kan staan",
                "there is a colon here where a key is not allowed"
            ),
            Some(say!(
                "zet tekst met een dubbele punt tussen aanhalingstekens of in een blok met `>-`; kijk ook of haken zijn gesloten en het inspringen klopt",
                "put text with a colon in quotes or in a block with `>-`; also check that brackets are closed and the indentation is right"
            )),
        ),
        E::UnexpectedCharacter { character } => {
            let shown = character.escape_default().to_string();
            syntax(
                say!(
                    "tekst kan hier niet beginnen met het teken {shown}",
                    "text cannot begin with the character {shown} here"
                ),
                Some(quote_it()),
            )
        }
        E::PlainScalarStartsWithDashFlowIndicator
        | E::UnexpectedEndOfPlainScalar
        | E::CommentNotSeparated
        | E::CommentInterceptedScalar => syntax(
            say!("deze tekst kan zo niet worden gelezen", "this text cannot be read"),
            Some(quote_it()),
        ),
        E::ExpectedBlockSequenceEntry | E::UnexpectedEofBlockSequence => syntax(
            say!(
                "in een lijst met streepjes staat hier iets zonder streepje",
                "something without a dash is in a list with dashes here"
            ),
            indent_help(),
        ),
        E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection | E::InvalidBlockEntryWhitespace => {
            syntax(
                say!("hier kan geen lijst met streepjes staan", "a list with dashes is not allowed here"),
                indent_help(),
            )
        }
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::UnexpectedEofBlockMapping
        | E::MappingKeyNotAllowed => syntax(
            say!(
                "hier wordt een sleutel met een dubbele punt verwacht",
                "a key with a colon is expected here"
            ),
            indent_help(),
        ),
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader => syntax(
            say!("na `|` of `>` hoort de regel te eindigen", "the line should end after `|` or `>`"),
            Some(say!("zet de tekst op de volgende regel", "put the text on the next line")),
        ),
        _ => syntax(codes::SYNTAX.title.into(), Some(quote_it())),
    }
}
