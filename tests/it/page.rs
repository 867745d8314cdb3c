//! The page of `compare --format html`: what it holds and what it never holds.
//! `tests/browser` opens it in a real browser.

use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{AS_OF, DELTA, PRODUCT, run, small, small_with};

mod rank;

/// The page of a comparison of a folder of data.
fn page(data: &Path, extra: &[&str]) -> String {
    output(data, &[&["--format", "html"], extra].concat())
}

fn output(data: &Path, extra: &[&str]) -> String {
    let fixed =
        ["compare", "videobellen", "--no-builtin", "--as-of", AS_OF, "--data", data.to_str().unwrap()];
    let run = run(&[&fixed[..], extra].concat());
    assert_eq!(run.code, Some(0), "{}{}", run.err, run.out);
    run.out
}

/// The pages of the shipped data, in both languages.
fn shipped() -> Vec<String> {
    let mut pages = Vec::new();
    for kind in ["videobellen", "proctoring"] {
        for lang in ["nl", "en"] {
            let run = run(&["compare", kind, "--format", "html", "--lang", lang, "--as-of", AS_OF]);
            assert_eq!(run.code, Some(0), "{}", run.err);
            pages.push(run.out);
        }
    }
    pages
}

/// What is between two texts, the first time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    rest.split_once(after).unwrap_or_else(|| panic!("no {after}")).0
}

/// The data that the page's script ranks with.
fn embedded(page: &str) -> Value {
    serde_json::from_str(between(page, "id=\"gegevens\">", "</script>")).unwrap()
}

/// The page without its script, style and data: the markup.
fn markup(page: &str) -> String {
    let mut rest = page.to_owned();
    for element in ["style", "script", "script"] {
        let from = rest.find(&format!("<{element}")).unwrap();
        let end = format!("</{element}>");
        let to = from + rest[from..].find(&end).unwrap() + end.len();
        rest.replace_range(from..to, "");
    }
    rest
}

/// The tags of markup, each with its attributes.
fn tags(markup: &str) -> Vec<&str> {
    markup.split('<').skip(1).map(|part| part.split_once('>').unwrap().0).collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    Some(tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0)
}

/// Bytes in the letters of RFC 4648, by the book.
fn base64(bytes: &[u8]) -> String {
    let letters: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let bits: Vec<char> = bits.chars().collect();
    let mut text: String = bits
        .chunks(6)
        .map(|six| {
            let six: String = six.iter().chain(['0'; 6].iter()).take(6).collect();
            letters[usize::from_str_radix(&six, 2).unwrap()]
        })
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

#[test]
fn its_policy_allows_its_own_script_and_style_only() {
    for page in shipped() {
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        let script = page.rsplit_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
        let style = between(&page, "<style>", "</style>");
        let hash = |text: &str| base64(&Sha256::digest(text.as_bytes()));
        let wanted = format!(
            "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
            hash(script),
            hash(style)
        );
        // The apostrophe is no sign that an attribute in double quotes escapes.
        assert_eq!(policy, wanted);
        assert!(page.find("Content-Security-Policy").unwrap() < page.find("<style").unwrap());
    }
}

#[test]
fn it_asks_for_nothing_and_holds_no_handlers() {
    for page in shipped() {
        for word in
            ["@import", "fetch(", "XMLHttpRequest", "localStorage", "eval(", "innerHTML", "document.write"]
        {
            let code = format!(
                "{}{}",
                between(&page, "<style>", "</style>"),
                page.rsplit_once("<script>").unwrap().1
            );
            assert!(!code.contains(word), "{word}");
        }
        assert!(!between(&page, "<style>", "</style>").contains("url("));
        for tag in tags(&markup(&page)) {
            let name = tag.split([' ', '/']).next().unwrap();
            assert!(
                !["img", "iframe", "object", "embed", "form", "base", "audio", "video"].contains(&name),
                "{tag}"
            );
            for part in tag.split(' ').skip(1) {
                let key = part.split('=').next().unwrap();
                assert!(!(key.starts_with("on") && part.contains("=\"")), "{tag}");
                assert!(
                    !["style", "src", "srcset", "target", "ping"].contains(&key) || !part.contains("=\""),
                    "{tag}"
                );
            }
            if let Some(address) = attribute(tag, "href") {
                let plain = ["https://", "http://", "#"].iter().any(|start| address.starts_with(start));
                assert!(plain || (name == "link" && address == "data:,"), "{tag}");
                assert!(
                    address.starts_with('#') || name == "link" || tag.contains("noopener noreferrer"),
                    "{tag}"
                );
            }
        }
    }
}

#[test]
fn its_parts_are_named_and_its_links_lead_somewhere() {
    for page in shipped() {
        let markup = markup(&page);
        let tags = tags(&markup);
        let ids: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let unique: std::collections::HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id stands twice");
        for key in ["href", "aria-labelledby", "for"] {
            for to in tags.iter().filter_map(|tag| attribute(tag, key)) {
                let to = if key == "href" { to.strip_prefix('#') } else { Some(to) };
                assert!(to.is_none_or(|to| unique.contains(to)), "{key} {to:?}");
            }
        }
        assert_eq!(tags.iter().filter(|tag| tag.starts_with("h1")).count(), 1);
        for part in ["header", "nav", "main", "footer"] {
            let named = |tag: &&&str| tag.split(' ').next().unwrap().split('.').next() == Some(part);
            assert_eq!(tags.iter().filter(named).count(), 1, "{part}");
        }
        // What the script serves is hidden until the script shows it.
        let controls = tags.iter().filter(|tag| tag.contains("data-control"));
        assert!(controls.clone().count() >= 4 && controls.clone().all(|tag| tag.contains(" hidden")));
    }
}

#[test]
fn it_says_what_every_output_says() {
    for (page, lang) in shipped().iter().zip(["nl", "en", "nl", "en"]) {
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        let words = match lang {
            "nl" => [
                "Dit overzicht is een hulpmiddel, geen advies",
                "Wie hoger staat, heeft meer punten met bron. Dat is niet altijd beter.",
                "30 november 2026",
                "Zo is er gerekend",
            ],
            _ => [
                "This overview is an aid, not advice",
                "A higher place means more points with a source. That is not always better.",
                "30 November 2026",
                "How it is worked out",
            ],
        };
        for word in words {
            assert!(page.contains(word), "{word}");
        }
    }
    let first = &shipped()[2];
    let (ask, ranking) = (first.find("De AP vraagt eerst").unwrap(), first.find("id=\"kort\"").unwrap());
    assert!(ask < ranking, "the question of the AP comes first");
}

/// No text of ours is left in Dutch: what is there in Dutch only is marked so.
#[test]
fn english_is_complete() {
    let page = &shipped()[3];
    let without_dutch: String = page
        .split("<span lang=\"nl\">")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("</span>").unwrap().1 })
        .collect();
    // Names of products are names, in the language of their makers.
    let mut names: Vec<String> = embedded(page)["alternatives"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().replace('&', "&amp;"))
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let without_dutch = names.iter().fold(without_dutch, |text, name| text.replace(name, ""));
    let markup = markup(&without_dutch);
    let ours = between(&markup, "<main", "id=\"producten\"");
    for word in ["varianten", "beantwoord", "plaats ", "Weeg", "gunstig", "met bron", "aanbieder"] {
        assert!(
            !ours.contains(word),
            "{word} in {:?}",
            ours.find(word).map(|at| &ours[at.saturating_sub(80)..at + 40])
        );
    }
    for (_, text) in
        embedded(page)["words"].as_array().unwrap().iter().map(|pair| (pair[0].clone(), pair[1].clone()))
    {
        assert!(!text.as_str().unwrap().contains("varianten"));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let arguments = ["compare", "proctoring", "--format", "html", "--as-of", AS_OF];
    assert!(run(&arguments).out == run(&arguments).out);
    assert!(!run(&arguments).out.contains(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn it_shows_the_numbers_of_the_json() {
    for extra in
        [&[][..], &["--rank-by", "high"], &["--profile", "streng"], &["--weight", "access-control=0"]]
    {
        let shown = page(&small(), extra);
        let json: Value =
            serde_json::from_str(&output(&small(), &[&["--format", "json"], extra].concat())).unwrap();
        let data = embedded(&shown);
        let rows: Vec<&str> = shown.split("<li class=\"row\" data-a=\"").skip(1).collect();
        assert_eq!(rows.len(), json["ranking"].as_array().unwrap().len());
        for row in rows {
            let number: usize = row.split_once('"').unwrap().0.parse().unwrap();
            let id = &data["alternatives"][number]["id"];
            let wanted =
                json["ranking"].as_array().unwrap().iter().find(|one| one["alternative"] == *id).unwrap();
            // Whole points, the lowest down and the highest up.
            let score = |key: &str| wanted["score"][key].as_f64().unwrap();
            let printed = between(row, "data-f=\"range\">", " punten<");
            let (low, high) = printed.split_once(" tot ").unwrap_or((printed, printed));
            let (low, high): (f64, f64) = (low.parse().unwrap(), high.parse().unwrap());
            assert!(low <= score("low") + 0.051 && score("low") - 1.051 < low, "{id}: {printed}");
            assert!(high >= score("high") - 0.051 && score("high") + 1.051 > high, "{id}: {printed}");
            let places = between(row, "data-f=\"places\">", "<");
            let (best, worst) = places.split_once('–').unwrap_or((places, places));
            assert_eq!(best.parse::<u64>().unwrap(), wanted["rank_best"].as_u64().unwrap());
            assert_eq!(worst.parse::<u64>().unwrap(), wanted["rank_worst"].as_u64().unwrap());
        }
    }
}

#[test]
fn a_choice_of_products_has_places_of_its_own() {
    let part = page(&small(), &["--vendor", "beta"]);
    let places = |page: &str| {
        let from =
            page.split("<li class=\"row\"").skip(1).find(|row| row.contains("href=\"#p-beta\"")).unwrap();
        between(from, "data-f=\"places\">", "<").to_owned()
    };
    assert_eq!(places(&part), "1");
    assert_eq!(part.matches("<li class=\"row\"").count(), 1);
    let names = embedded(&part)["alternatives"].as_array().unwrap().len();
    assert_eq!(names, 1, "the script ranks within the choice");
}

/// What the script cannot work out from weights is worked out per profile.
#[test]
fn profiles_with_other_rules_have_their_own_outcomes() {
    let profile = |rest: &str| {
        format!(
            "title: {{nl: Proef, en: Trial}}\nbecause: {{nl: Proef, en: Trial}}\nextends: algemeen\nweights: {{access-control: 0}}\n{rest}\n"
        )
    };
    let data = small_with(&[
        ("criteria/profiles/gewogen.yaml", &profile("knock-outs: weighed")),
        ("criteria/profiles/niets.yaml", &profile("knock-outs: none")),
        ("criteria/profiles/vast.yaml", &profile("evidence: {minimum-grade: verified, stale: unknown}")),
    ]);
    let data = embedded(&page(data.path(), &[]));
    let profile = |id: &str| data["profiles"].as_array().unwrap().iter().find(|p| p["id"] == id).unwrap();
    let view = |id: &str| &data["views"][usize::try_from(profile(id)["view"].as_u64().unwrap()).unwrap()];
    assert_eq!(profile("gewogen")["weighed"], true);
    assert_eq!(
        view("gewogen"),
        view("algemeen"),
        "all outcomes are there, to be used while a criterion weighs"
    );
    assert_eq!(view("niets")["demands"].as_array().unwrap().len(), 0);
    assert_ne!(view("vast")["cells"], view("algemeen")["cells"]);
}

#[test]
fn what_looks_like_markup_is_text() {
    let nasty = "</script><img src=x onerror=alert(1)> \" onload=\"x";
    let product = PRODUCT.replace("name: Delta", &format!("name: {nasty:?}"));
    let product = product.replace("shows: Er is een overeenkomst.", &format!("quote: {nasty:?}"));
    let data = small_with(&[(DELTA, &product)]);
    let page = page(data.path(), &["--require", "processing-agreement=complete"]);
    assert!(!page.contains("<img") && !page.contains("\" onload=\"x"));
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &quot; onload=&quot;x"));
    let alternatives = embedded(&page)["alternatives"].clone();
    assert!(alternatives.as_array().unwrap().iter().any(|one| one["name"].as_str().unwrap().contains(nasty)));
}

#[test]
fn what_was_asked_on_top_is_told() {
    let page =
        page(&small(), &["--weight", "access-control=9", "--require", "processing-agreement=complete"]);
    assert!(page.contains("toegang telt 9 in plaats van"), "an own weight, in words");
    assert!(page.contains("Verwerkersovereenkomst: "), "an own demand, in words");
    let data = embedded(&page);
    assert_eq!(data["profiles"][0]["adjusted"], true);
    assert_eq!(data["chosen"], 0);
    let file = tempfile::tempdir().unwrap();
    let path = file.path().join("overzicht.html");
    let run = run(&["compare", "videobellen", "--as-of", AS_OF, "-o", path.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(std::fs::read_to_string(path).unwrap().starts_with("<!DOCTYPE html><html lang=\"nl\">"));
}

/// A source that was read in a copy of an unknown day may be old or not: that is no old
/// source.
#[test]
fn old_sources_and_sources_without_a_date_are_counted_apart() {
    let sources = |more: &str| PRODUCT.replace("    read: 2026-10-01\n", more);
    for (more, old, undated) in [
        ("    read: 2026-10-01\n", 0, 0),
        ("    read: 2021-10-01\n", 1, 0),
        ("    read: 2026-10-01\n    copy: undated\n", 0, 1),
    ] {
        let data = small_with(&[(DELTA, &sources(more))]);
        let page = page(data.path(), &["--vendor", "delta"]);
        let shown = |field: &str| {
            let label = between(&page, &format!("<span data-f=\"{field}\""), "</span>");
            if label.starts_with(" hidden") { 0 } else { usize::from(label.contains(">1 antwoord met een ")) }
        };
        assert_eq!((shown("old"), shown("undated")), (old, undated), "{more}");
        let states = embedded(&page)["states"].clone();
        let stale = states.as_array().unwrap().iter().map(|state| state[3].as_u64().unwrap()).max();
        assert_eq!(stale, u64::try_from(old + 2 * undated).ok(), "the script counts the same");
    }
}
