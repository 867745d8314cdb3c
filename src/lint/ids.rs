//! Ids that are gone, or mean something else, compared with an earlier state of the data.
//! An id lives for ever: dossiers, layers and pages of others name it.

use crate::codes;
use crate::model::{Catalogue, Criterion, Former, Id, Level, Product, Question, Variant, Worth};
use crate::say;
use crate::text::lang::{Phrase, phrase};
use crate::text::{Diagnostic, FileId, Message, Place};

codes! {
    /// An id that was there and is not any more.
    GONE = "KH540" Warning
        ("deze id is verdwenen", "this id is gone")
        ("Dossiers en gegevens van anderen noemen haar. Heet het nu anders, zet de oude id dan bij `formerly`; bestaat het niet meer, zet er `retired` of `withdrawn` bij; is een antwoord veranderd, schrijf een migratie.",
         "Dossiers and data of others name it. If it has another name now, put the old id under `formerly`; if it no longer exists, add `retired` or `withdrawn`; if an answer changed, write a migration.");
    /// An id that now means something else.
    REUSED = "KH541" Warning
        ("deze id staat nu voor iets anders", "this id stands for something else now")
        ("Wie haar noemt, krijgt ongemerkt iets anders. Geef het nieuwe een eigen id.",
         "Whoever names it gets something else without noticing. Give the new thing an id of its own.");
    /// An answer whose worth changed under the same id.
    WORTH_CHANGED = "KH542" Hint
        ("dit antwoord is nu iets anders waard", "this answer is worth something else now")
        ("Is alleen het oordeel veranderd, dan is dit goed. Is ook de betekenis van het antwoord veranderd, geef het dan een nieuwe id en schrijf een migratie.",
         "If only the judgement changed, this is fine. If the meaning of the answer changed too, give it a new id and write a migration.");
}

/// What to do where there is no key for an earlier id.
const KEEP: Phrase = phrase(
    "Dossiers en gegevens van anderen noemen haar. Geef haar de oude id terug; de naam voor lezers mag wel anders.",
    "Dossiers and data of others name it. Give it its old id back; the name for readers may change.",
);

/// Something that is gone: where it was, what it was, and what to do.
type Gone = (Place, Message, Phrase);

/// What became of the ids that the highest layer of `before` had; `layer` is its number in
/// both. Files that are gone are added to those of `now`, to have a place. Of a file with
/// errors, named in `broken` by its path inside the layer, not everything was read.
pub fn check(before: &Catalogue, now: &mut Catalogue, layer: usize, broken: &[String]) -> Vec<Diagnostic> {
    if broken.iter().any(|path| path == "criteria/kinds.yaml" || path == "criteria/themes.yaml") {
        return Vec::new();
    }
    let mut found = products(before, now, layer);
    found.extend(criteria(before, now, layer));
    let mut gone: Vec<Gone> = Vec::new();
    for (id, place) in before.kinds.iter().map(|(id, kind)| (id, kind.place)) {
        if is_of(before, place, layer) && !now.kinds.contains_key(id) {
            let message = say!("de soort `{id}` is er niet meer", "the kind `{id}` is no longer there");
            gone.push((place, message, KEEP));
        }
    }
    for (id, place) in before.themes.iter().map(|(id, theme)| (id, theme.place)) {
        if is_of(before, place, layer) && !now.themes.contains_key(id) {
            let message = say!("het thema `{id}` is er niet meer", "the theme `{id}` is no longer there");
            gone.push((place, message, KEEP));
        }
    }
    if !broken.iter().any(|path| path == "criteria/premises.yaml") {
        for (id, place) in before.premises.iter().map(|(id, premise)| (id, premise.place)) {
            if is_of(before, place, layer) && now.premise_called(id.as_str()).is_none() {
                let message =
                    say!("het uitgangspunt `{id}` is er niet meer", "the premise `{id}` is no longer there");
                gone.push((place, message, GONE.advice));
            }
        }
    }
    let is_former = |id: &Id, formerly: &[Id]| formerly.contains(id);
    let profiles = before
        .profiles
        .values()
        .map(|old| (old.place, now.profiles.values().any(|new| is_former(&old.id, &new.formerly))));
    let items = before
        .checklist
        .values()
        .map(|old| (old.place, now.checklist.values().any(|new| is_former(&old.id, &new.formerly))));
    let steps = before
        .steps
        .values()
        .map(|old| (old.place, now.steps.values().any(|new| is_former(&old.id, &new.formerly))));
    for (place, is_kept) in profiles.chain(items).chain(steps) {
        // What is withdrawn keeps its file.
        let inner = before.files.get(place.file.0 as usize).map_or("", |file| file.inner.as_str());
        let is_there = now.files.iter().any(|file| file.layer == layer && file.inner == inner);
        if is_of(before, place, layer) && !is_kept && !is_there {
            let message = say!(
                "het bestand `{inner}` is er niet meer, en andere bestanden noemen zijn id",
                "the file `{inner}` is no longer there, and other files name its id"
            );
            gone.push((place, message, GONE.advice));
        }
    }
    found.extend(at_home(before, now, layer, gone));
    let is_sound = |finding: &Diagnostic| {
        let file = now.files.get(finding.place.file.0 as usize);
        file.is_none_or(|file| file.layer != layer || !broken.contains(&file.inner))
    };
    found.into_iter().filter(is_sound).collect()
}

/// The findings for what is gone, each in the file where it was.
fn at_home(before: &Catalogue, now: &mut Catalogue, layer: usize, gone: Vec<Gone>) -> Vec<Diagnostic> {
    let finding = |(place, message, help)| {
        let place = here(before, now, place, layer);
        Diagnostic::new(&GONE, place, message).help(help)
    };
    gone.into_iter().map(finding).collect()
}

/// Whether this place is in a file of this layer.
fn is_of(catalogue: &Catalogue, place: Place, layer: usize) -> bool {
    catalogue.files.get(place.file.0 as usize).is_some_and(|file| file.layer == layer)
}

/// The file of an earlier state as it is now; one that is gone is added to the list.
fn here(before: &Catalogue, now: &mut Catalogue, place: Place, layer: usize) -> Place {
    let Some(old) = before.files.get(place.file.0 as usize) else { return place };
    let at = now.files.iter().position(|file| file.layer == layer && file.inner == old.inner);
    let at = at.unwrap_or_else(|| {
        let root = now
            .files
            .iter()
            .find(|file| file.layer == layer)
            .map_or("", |file| file.shown.strip_suffix(&file.inner).unwrap_or(""));
        let mut gone = old.clone();
        gone.shown = format!("{root}{}", old.inner);
        gone.digest = None;
        now.files.push(gone);
        now.files.len() - 1
    });
    Place::whole_file(FileId(u32::try_from(at).unwrap_or(u32::MAX)))
}

fn products(before: &Catalogue, now: &mut Catalogue, layer: usize) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut gone: Vec<Gone> = Vec::new();
    for old in &before.products {
        let id = &old.id;
        let kind = before.kinds.get_index(old.kind).map_or("", |(id, _)| id.as_str());
        let is_same_kind =
            |new: &&Product| now.kinds.get_index(new.kind).is_some_and(|(id, _)| id.as_str() == kind);
        let new = now.products.iter().filter(is_same_kind).find(|new| new.answers_to(id.as_str()));
        let is_mine = is_of(before, old.place, layer);
        let Some(new) = new else {
            if is_mine {
                let message =
                    say!("het product `{id}` is er niet meer", "the product `{id}` is no longer there");
                gone.push((old.place, message, GONE.advice));
            }
            continue;
        };
        if is_mine && new.id == *id && differs(&old.name, &new.name) && differs(&old.maker, &new.maker) {
            let (was, is) = (&old.name, &new.name);
            let message = say!(
                "`{id}` was `{was}` van een andere maker, en is nu `{is}`",
                "`{id}` was `{was}` by another maker, and is `{is}` now"
            );
            found.push(Diagnostic::new(&REUSED, new.place, message).help(REUSED.advice));
        }
        let lost = old.formerly.iter().filter(|former| is_mine && !new.answers_to(former.as_str()));
        found.extend(lost.map(|former| lost_former(former, new.place)));
        // A layer may add variants to a product of a layer below.
        for variant in old.variants.iter().filter(|variant| is_of(before, variant.place, layer)) {
            found.extend(of_variant(variant, new));
        }
    }
    found.extend(at_home(before, now, layer, gone));
    found
}

/// The finding about an earlier id that is no longer under `formerly`.
fn lost_former(former: &Id, place: Place) -> Diagnostic {
    let message = say!(
        "de eerdere id `{former}` staat niet meer bij `formerly`",
        "the earlier id `{former}` is no longer under `formerly`"
    );
    Diagnostic::new(&GONE, place, message).help(GONE.advice)
}

fn differs(one: &str, other: &str) -> bool {
    one.to_lowercase() != other.to_lowercase()
}

fn of_variant(old: &Variant, product: &Product) -> Option<Diagnostic> {
    let (product_id, id) = (&product.id, &old.id);
    let Some(new) = product.variants.iter().find(|new| new.id == *id) else {
        let message = say!(
            "de variant `{product_id}/{id}` is er niet meer",
            "the variant `{product_id}/{id}` is no longer there"
        );
        return Some(Diagnostic::new(&GONE, product.place, message).help(KEEP));
    };
    if new.hosting == old.hosting {
        return None;
    }
    let (was, is) = (old.hosting.id(), new.hosting.id());
    let message = say!(
        "`{product_id}/{id}` was `{was}` en is nu `{is}`: dat is een andere variant",
        "`{product_id}/{id}` was `{was}` and is `{is}` now: that is another variant"
    );
    Some(Diagnostic::new(&REUSED, new.place, message).help(REUSED.advice))
}

fn criteria(before: &Catalogue, now: &mut Catalogue, layer: usize) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut gone: Vec<Gone> = Vec::new();
    for old in before.criteria.values().filter(|old| is_of(before, old.place, layer)) {
        let id = &old.id;
        match now.criteria.values().find(|new| new.answers_to(id.as_str())) {
            Some(new) => {
                found.extend(answers(old, new));
                let lost = old.formerly.iter().filter(|former| !new.answers_to(former.as_str()));
                found.extend(lost.map(|former| lost_former(former, new.place)));
            }
            None => gone.push((
                old.place,
                say!("het criterium `{id}` is er niet meer", "the criterion `{id}` is no longer there"),
                GONE.advice,
            )),
        }
    }
    found.extend(at_home(before, now, layer, gone));
    found
}

/// What became of the answers of a criterion.
fn answers(old: &Criterion, new: &Criterion) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let worths = |question: &Question, id: &str| match question {
        Question::OneOf(answers) => {
            answers.iter().find(|(choice, _)| choice.id.as_str() == id).map(|(_, worth)| *worth)
        }
        _ => None,
    };
    let criterion = &new.id;
    for choice in old.question.choices() {
        let id = choice.id.as_str();
        if new.question.find(id).is_none() {
            if Former::find(&new.former, id).is_none() {
                let message = say!(
                    "het antwoord `{id}` op `{criterion}` is er niet meer, en geen migratie noemt het",
                    "the answer `{id}` to `{criterion}` is no longer there, and no migration names it"
                );
                found.push(Diagnostic::new(&GONE, new.place, message).help(GONE.advice));
            }
            continue;
        }
        if let (Some(was), Some(is)) = (worths(&old.question, id), worths(&new.question, id))
            && was != is
        {
            let name = |worth: Worth| worth.fixed().map_or_else(|| "own-work".to_owned(), Level::name);
            let (was, is) = (name(was), name(is));
            let message = say!(
                "het antwoord `{id}` op `{criterion}` was `{was}` en is nu `{is}`",
                "the answer `{id}` to `{criterion}` was `{was}` and is `{is}` now"
            );
            found.push(Diagnostic::new(&WORTH_CHANGED, new.place, message).help(WORTH_CHANGED.advice));
        }
    }
    found
}
