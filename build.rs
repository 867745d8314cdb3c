//! Lists the shipped data, so that it can be compiled into the binary.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let mut files = Vec::new();
    for top in ["vendors", "criteria"] {
        println!("cargo:rerun-if-changed={top}");
        collect(&root, Path::new(top), &mut files)?;
    }
    files.sort();
    let mut code = String::from("&[\n");
    for inner in &files {
        let path = root.join(inner);
        let path = path.to_string_lossy();
        writeln!(code, "    ({inner:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("builtin.rs"), code)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<String>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let inner = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            println!("cargo:rerun-if-changed={}", inner.display());
            collect(root, &inner, files)?;
        } else if inner.extension().is_some_and(|e| e == "yaml") {
            files.push(inner.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
