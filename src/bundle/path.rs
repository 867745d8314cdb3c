//! Which paths a bundle may have: those that mean the same file on every system,
//! inside its folder.

/// The most names in a path.
const DEEPEST: usize = 8;
/// The longest name, in characters.
const LONGEST: usize = 100;

/// Whether a path is one that a bundle may have: relative, of plain names with
/// `/` between them, with nothing that leads elsewhere or that a system keeps
/// for itself. The one name that begins with a dot is that of [`ATTRIBUTES`].
///
/// [`ATTRIBUTES`]: super::ATTRIBUTES
#[must_use]
pub(crate) fn is_safe(path: &str) -> bool {
    path == super::ATTRIBUTES || path.split('/').count() <= DEEPEST && path.split('/').all(is_plain)
}

fn is_plain(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
    };
    let reserved =
        ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || numbered("com") || numbered("lpt");
    name.len() <= LONGEST
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !name.ends_with('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        && !reserved
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_plain_paths_inside_the_folder_are_safe() {
        for safe in [
            "lees-mij.txt",
            ".gitattributes",
            "gegevens/vendors/videobellen/alfa.yaml",
            "csv/datapackage.json",
            "2/x",
        ] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_path in [
            "",
            "/",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "a/",
            "./a",
            ".",
            "..",
            ".git",
            ".gitattributes.txt",
            "csv/.gitattributes",
            "a\\b",
            "c:x",
            "con",
            "NUL.txt",
            "aux.tar.gz",
            "com1",
            "LPT9.csv",
            "x.",
            "x ",
            " x",
            "a\nb",
            "a\u{1b}[2Jb",
            "é",
            "\u{202e}x",
            "-rf",
            "~x",
            "a/b/c/d/e/f/g/h/i",
        ] {
            assert!(!is_safe(unsafe_path), "{unsafe_path:?}");
        }
        assert!(!is_safe(&"x".repeat(101)));
    }
}
