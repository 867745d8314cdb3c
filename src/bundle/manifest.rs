//! The manifest: which files a bundle has, with their fingerprints, and how it was
//! made. `sha256sum -c` can read it: all other lines begin with `#`.

use std::fmt::Write as _;

use crate::text::hash::{is_sha256, sha256};

use super::{MOST_FILES, is_safe};

/// The first line: what kind of file this is.
const FIRST: &str = "# keuzehulp-bundle/1";
/// Precedes the fingerprint of everything above it.
const ABOVE: &str = "# above: ";
/// The maximum length of a header's value.
const LONGEST: usize = 65_536;

/// A file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Its path in the bundle, with `/`.
    pub path: String,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// What a manifest says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The tool and its version.
    pub tool: String,
    /// The as-of date.
    pub as_of: String,
    /// The kind of product.
    pub kind: String,
    /// The profile.
    pub profile: String,
    /// The fingerprint of the data.
    pub data: String,
    /// The command that makes the comparison again, when run in the bundle's folder.
    pub command: String,
    /// The files, in order of path.
    pub files: Vec<Listed>,
}

/// Why a manifest cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The last line does not match what precedes it.
    LastLine,
    /// This line is not valid in a manifest.
    Line(usize),
    /// There are more files than a bundle may have.
    TooMany,
}

impl Manifest {
    /// The text of the manifest.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{FIRST}\n");
        for (name, value) in self.headers() {
            // Writing into a String cannot fail.
            let _ = writeln!(text, "# {name}: {value}");
        }
        for file in &self.files {
            let _ = writeln!(text, "{}  {}", file.sha256, file.path);
        }
        let above = sha256(text.as_bytes());
        let _ = writeln!(text, "{ABOVE}{above}");
        text
    }

    fn headers(&self) -> [(&'static str, &str); 6] {
        [
            ("tool", &self.tool),
            ("as-of", &self.as_of),
            ("kind", &self.kind),
            ("profile", &self.profile),
            ("data", &self.data),
            ("command", &self.command),
        ]
    }

    /// Reads the text of a manifest, without trusting any of it.
    ///
    /// # Errors
    /// When its last line does not match, or a line is not valid in a manifest.
    pub(crate) fn read(text: &str) -> Result<Manifest, Broken> {
        let body = text.strip_suffix('\n').ok_or(Broken::LastLine)?;
        let start = body.rfind('\n').map_or(0, |at| at + 1);
        let (above, last) = (text.get(..start).unwrap_or(""), body.get(start..).unwrap_or(""));
        if last.strip_prefix(ABOVE) != Some(sha256(above.as_bytes()).as_str()) {
            return Err(Broken::LastLine);
        }
        let mut lines = above.lines().enumerate().map(|(at, line)| (at + 1, line));
        let mut header = |name: &str| -> Result<String, Broken> {
            let (at, line) = lines.next().ok_or(Broken::LastLine)?;
            let value = if name.is_empty() {
                (line == FIRST).then_some("")
            } else {
                line.strip_prefix("# ").and_then(|rest| rest.strip_prefix(name)?.strip_prefix(": "))
            };
            let harmless =
                |value: &&str| value.len() <= LONGEST && !value.contains(crate::text::safe::is_harmful);
            value.filter(harmless).map(str::to_owned).ok_or(Broken::Line(at))
        };
        header("")?;
        let mut manifest = Manifest {
            tool: header("tool")?,
            as_of: header("as-of")?,
            kind: header("kind")?,
            profile: header("profile")?,
            data: header("data")?,
            command: header("command")?,
            files: Vec::new(),
        };
        for (at, line) in lines {
            if manifest.files.len() >= MOST_FILES {
                return Err(Broken::TooMany);
            }
            let (sha256, path) = line.split_once("  ").ok_or(Broken::Line(at))?;
            let follows = manifest.files.last().is_none_or(|last| last.path.as_str() < path);
            if !is_sha256(sha256) || !is_safe(path) || !follows || path == super::MANIFEST {
                return Err(Broken::Line(at));
            }
            manifest.files.push(Listed { path: path.to_owned(), sha256: sha256.to_owned() });
        }
        Ok(manifest)
    }

    /// Whether a text begins like a manifest.
    #[must_use]
    pub(crate) fn begins(text: &[u8]) -> bool {
        text.starts_with(FIRST.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let file = |path: &str| Listed { path: path.to_owned(), sha256: sha256(path.as_bytes()) };
        Manifest {
            tool: "keuzehulp 0.1.0".to_owned(),
            as_of: "2026-11-21".to_owned(),
            kind: "videobellen".to_owned(),
            profile: "algemeen".to_owned(),
            data: sha256(b""),
            command: "keuzehulp compare videobellen".to_owned(),
            files: vec![file("csv/overzicht.csv"), file("lees-mij.txt")],
        }
    }

    /// With a last line that matches again.
    fn sealed(above: &str) -> String {
        format!("{above}{ABOVE}{}\n", sha256(above.as_bytes()))
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(Manifest::read(&manifest().text()), Ok(manifest()));
    }

    #[test]
    fn every_other_byte_is_noticed() {
        let text = manifest().text();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            if let Ok(changed) = String::from_utf8(bytes) {
                assert!(Manifest::read(&changed).is_err(), "{at}: {changed}");
            }
        }
        for end in 0..text.len() {
            assert!(Manifest::read(&text[..end]).is_err(), "{end}");
        }
    }

    #[test]
    fn a_manifest_names_no_more_files_than_a_bundle_may_have() {
        let hash = sha256(b"x");
        let file = |number: usize| Listed { path: format!("{number:06}"), sha256: hash.clone() };
        let full = Manifest { files: (0..MOST_FILES).map(file).collect(), ..manifest() };
        assert!(Manifest::read(&full.text()).is_ok_and(|read| read.files.len() == MOST_FILES));
        let fuller = Manifest { files: (0..=MOST_FILES).map(file).collect(), ..manifest() };
        assert_eq!(Manifest::read(&fuller.text()), Err(Broken::TooMany));
    }

    #[test]
    fn lines_that_lead_elsewhere_are_refused_though_the_last_line_fits() {
        let text = manifest().text();
        let above = text[..text.rfind(ABOVE).unwrap()].to_owned();
        let hash = sha256(b"x");
        for line in [
            format!("{hash}  ../x\n"),
            format!("{hash}  /etc/passwd\n"),
            format!("{hash}  manifest.txt\n"),
            format!("{hash}  lees-mij.txt\n"),
            format!("{hash}  a\n"),
            format!("{hash} *x\n"),
            format!("{}  x\n", &hash[1..]),
            "# extra: x\n".to_owned(),
            "\n".to_owned(),
        ] {
            assert!(
                matches!(Manifest::read(&sealed(&format!("{above}{line}"))), Err(Broken::Line(_))),
                "{line}"
            );
        }
        let harmful = above.replace("# kind: videobellen", "# kind: \u{1b}[2J");
        assert_eq!(Manifest::read(&sealed(&harmful)), Err(Broken::Line(4)));
        assert_eq!(Manifest::read(&sealed("")), Err(Broken::LastLine));
        assert_eq!(Manifest::read(""), Err(Broken::LastLine));
    }
}
