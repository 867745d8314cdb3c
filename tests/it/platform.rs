//! What only Linux has, or has the tools to try: standard streams that are closed
//! or full, disks that fail (`strace`), rights (`setpriv`), terminals (`script`),
//! links, pipes, devices, and names that are not text.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crate::support::{Run, program};

mod bundle;
mod bundle_bounds;
mod bundle_folders;
mod bundle_in_git;
mod check_paths;
mod data_folders;
mod dossier;
mod failing_disks;
mod fmt;
mod lines;
mod names;
mod network;
mod output;
mod refusals;
mod streams;

/// A run that `strace` followed.
pub struct Traced {
    /// How it ended: its code, or 128 and the signal as a shell has it.
    pub code: i32,
    pub out: String,
    pub err: String,
    /// The calls that were followed, one per line.
    pub log: String,
}

impl Traced {
    /// The calls that were made to fail, each as it began.
    pub fn injected(&self) -> Vec<&str> {
        let lines: Vec<&str> = self.log.lines().collect();
        let hit = |line: &str| line.contains("(INJECTED)") || line.contains("(DELAYED)");
        let of = |line: &str| line.split_whitespace().next().map(str::to_owned);
        lines
            .iter()
            .enumerate()
            .filter(|(_, line)| hit(line))
            .map(|(at, line)| {
                let begun = lines[..at].iter().rev().find(|before| {
                    line.contains(" resumed>") && of(before) == of(line) && before.contains("<unfinished")
                });
                *begun.unwrap_or(line)
            })
            .collect()
    }
}

/// Runs a command of the program in a folder, followed by `strace`. The log
/// names the files behind the numbers.
pub fn strace<S: AsRef<OsStr>>(options: &[&str], at: &Path, arguments: &[S]) -> Traced {
    let place = tempfile::tempdir().unwrap();
    let log = place.path().join("log");
    // Signals as in a shell: a test run in the background would pass on that
    // an interrupt is to be ignored.
    let mut command = Command::new("env");
    command
        .args(["--default-signal=INT,TERM,HUP", "strace", "-y"])
        .arg("--quiet=attach,personality,path-resolution")
        .arg("-o")
        .arg(&log)
        .args(options)
        .arg(env!("CARGO_BIN_EXE_keuzehulp"))
        .args(arguments)
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .env("RAYON_NUM_THREADS", "2")
        .current_dir(at)
        .stdin(Stdio::null());
    let output = command.output().expect("`env` of coreutils");
    let log = fs::read_to_string(&log).unwrap_or_default();
    assert!(
        !log.is_empty(),
        "these tests follow the program with `strace`, and that did not work: install the package \
         `strace` and let processes be traced (ptrace). It said: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    // A thread that ends together with the program leaves a call without a name.
    let known = |line: &&str| !line.contains(" ???(") && !line.contains("<... ???");
    let log = log.lines().filter(known).flat_map(|line| [line, "\n"]).collect();
    let code = code(&output);
    let run: Run = output.into();
    assert!(!run.err.contains("panicked") && code != 70 && code != 101, "{}", run.err);
    Traced { code, out: run.out, err: run.err, log }
}

/// The code of a run as a shell has it.
fn code(output: &Output) -> i32 {
    output.status.code().or_else(|| output.status.signal().map(|signal| 128 + signal)).unwrap()
}

/// A copy of the program in this folder, for a user who may not reach the one
/// that was built. It is copied by another process: a program that this one
/// still has open for writing, in any of its threads, cannot be started.
fn own_copy(folder: &Path) -> PathBuf {
    let copied = folder.join("keuzehulp");
    let status = Command::new("cp").arg(env!("CARGO_BIN_EXE_keuzehulp")).arg(&copied).status();
    assert!(status.expect("`cp` starts").success());
    copied
}

/// Runs the program as a user other than root, because root may do anything.
pub fn without_rights(root: &Path, arguments: &[&str]) -> Run {
    let program = own_copy(root);
    fs::set_permissions(root, fs::Permissions::from_mode(0o755)).unwrap();
    let meta = fs::metadata("/proc/self").unwrap();
    let mut command = if meta.uid() == 0 {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let output = command.env_clear().env("PATH", "/usr/bin:/bin").current_dir(root).args(arguments).output();
    output.expect("`setpriv` of util-linux").into()
}

/// A run that has been started in `folder` and goes on by itself.
pub fn started(folder: &Path, arguments: impl IntoIterator<Item: AsRef<OsStr>>) -> Child {
    program()
        .current_dir(folder)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits for the end of a run.
pub fn ended(child: Child) -> Run {
    child.wait_with_output().unwrap().into()
}
