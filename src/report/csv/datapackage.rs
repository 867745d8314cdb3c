//! `datapackage.json`: what the tables in a folder hold, for programs
//! (Frictionless Data Package, version 1).

use serde::Serialize;

use crate::compare::Comparison;
use crate::text::Lang;

use super::dialect::{Dialect, name};
use crate::report::table::{Column, Content};
use crate::report::words;

/// A table that was written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its path, beside the document.
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
pub(crate) struct Package {
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
    delimiter: char,
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
    decimal_char: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bare_number: Option<bool>,
}

/// Describes tables of a comparison that are in one folder.
#[must_use]
pub(crate) fn package(
    comparison: &Comparison<'_>,
    dialect: Dialect,
    tables: &[Written],
    lang: Lang,
) -> Package {
    let resource = |table: &Written| Resource {
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
            delimiter: char::from(dialect.delimiter()),
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
            skip_initial_space: false,
            header: true,
        },
        schema: Schema {
            fields: table.columns.iter().map(|column| field(column, dialect)).collect(),
            missing_values: [""],
            primary_key: keys(table).map(|column| name(column, dialect)).collect(),
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

/// The columns that identify a row.
fn keys(table: &Written) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(|column| column.is_key)
}

fn field(column: &Column, dialect: Dialect) -> Field {
    let decimal = column.content == Content::Decimal;
    Field {
        name: name(column, dialect),
        title: column.title.clone(),
        kind: match column.content {
            Content::Text | Content::Link | Content::Range => "string",
            Content::Integer => "integer",
            Content::Decimal => "number",
            Content::Date => "date",
        },
        format: (column.content == Content::Date).then_some("default"),
        decimal_char: decimal.then_some(dialect.decimal_sign()),
        bare_number: (decimal || column.content == Content::Integer).then_some(true),
    }
}
