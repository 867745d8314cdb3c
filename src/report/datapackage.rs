//! `datapackage.json`: what the tables in a folder hold, for programs
//! (Frictionless Data Package, version 1).

use serde::Serialize;

use crate::compare::Comparison;
use crate::text::Lang;

use super::csv::{Columns, Content, Dialect, fields, key};
use super::words;

/// A table that was written.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which columns it has.
    pub columns: Columns,
    /// Its name, beside the document.
    pub path: String,
    /// What it is, for people.
    pub title: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// The document.
#[derive(Debug, Serialize)]
pub struct Package {
    profile: &'static str,
    name: String,
    title: String,
    description: String,
    version: String,
    resources: Vec<Resource>,
}

#[derive(Debug, Serialize)]
struct Resource {
    profile: &'static str,
    name: String,
    path: String,
    title: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    dialect: CsvDialect,
    schema: Schema,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct CsvDialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    skip_initial_space: bool,
    header: bool,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    primary_key: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: String,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bare_number: Option<bool>,
}

/// Describes tables of a comparison that stand in one folder.
#[must_use]
pub fn package(comparison: &Comparison<'_>, dialect: Dialect, tables: &[Table], lang: Lang) -> Package {
    let resource = |table: &Table| Resource {
        profile: "tabular-data-resource",
        name: table.path.trim_end_matches(".csv").to_owned(),
        path: table.path.clone(),
        title: table.title.clone(),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: table.bytes,
        hash: format!("sha256:{}", table.sha256),
        dialect: CsvDialect {
            delimiter: match dialect {
                Dialect::Dutch => ";",
                Dialect::Rfc4180 => ",",
            },
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
            skip_initial_space: false,
            header: true,
        },
        schema: Schema {
            fields: fields(comparison, dialect, table.columns, lang)
                .into_iter()
                .map(|field| self::field(field, dialect))
                .collect(),
            missing_values: [""],
            primary_key: key(dialect, table.columns, lang),
        },
    };
    Package {
        profile: "tabular-data-package",
        name: format!("keuzehulp-{}-{}", comparison.kind_id, comparison.as_of),
        title: words::compared(comparison, lang),
        description: words::DISCLAIMER.get(lang).to_owned(),
        version: comparison.sha256.to_owned(),
        resources: tables.iter().map(resource).collect(),
    }
}

fn field(field: super::csv::Field, dialect: Dialect) -> Field {
    let decimal = field.content == Content::Decimal;
    Field {
        name: field.name,
        title: field.title,
        kind: match field.content {
            Content::Text => "string",
            Content::Integer => "integer",
            Content::Decimal => "number",
            Content::Date => "date",
        },
        format: (field.content == Content::Date).then_some("default"),
        decimal_char: decimal.then_some(match dialect {
            Dialect::Dutch => ",",
            Dialect::Rfc4180 => ".",
        }),
        bare_number: (decimal || field.content == Content::Integer).then_some(true),
    }
}
