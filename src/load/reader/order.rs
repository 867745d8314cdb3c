//! Dates that have an order in the world: nobody replies before the question. A
//! small table says which date cannot be before which.

use crate::load::codes;
use crate::model::DayOrMonth;
use crate::say;
use crate::text::lang::phrase;
use crate::text::{Diagnostic, Phrase};

use super::dates::Written;
use super::fields::Reader;

/// Which of the two dates the finding is about.
#[derive(Clone, Copy, Debug)]
enum At {
    Earlier,
    Later,
}

/// Two dates of which one cannot be before the other.
#[derive(Debug)]
pub(crate) struct Order {
    /// What comes first in the world.
    earlier: Phrase,
    /// What comes after it.
    later: Phrase,
    at: At,
    /// What to do when it is the other way round.
    help: Phrase,
}

/// A source is read on the day that it gives, or later.
pub(crate) static READ: Order = Order {
    earlier: phrase("de datum van de bron", "the date of the source"),
    later: phrase("de dag van lezen", "the day of reading"),
    at: At::Later,
    help: codes::DATE_ORDER.advice,
};

/// A review comes after the reading.
pub(crate) static REVIEWED: Order = Order {
    earlier: phrase("de eerste lezing", "the first reading"),
    later: phrase("de tweede lezing", "the review"),
    at: At::Later,
    help: phrase(
        "Kijk welke datum niet klopt. Is de bron daarna opnieuw gelezen, laat haar dan opnieuw nakijken of haal `reviewed` weg.",
        "Check which date is wrong. If the source was read again since, have it reviewed again or remove `reviewed`.",
    ),
};

/// A reply comes after the question.
pub(crate) static ASKED: Order = Order {
    earlier: phrase("de vraag aan de maker", "the question to the maker"),
    later: phrase("de reactie", "the reply"),
    at: At::Later,
    help: phrase(
        "Kijk welke datum niet klopt. `asked` is de dag waarop de maker voor het eerst is gevraagd.",
        "Check which date is wrong. `asked` is the day on which the maker was first asked.",
    ),
};

/// A reply is about an answer, and that cannot be older than all its sources.
pub(crate) static REPLY: Order = Order {
    earlier: phrase("de oudste bron van dit antwoord", "the oldest source of this answer"),
    later: phrase("de reactie", "the reply"),
    at: At::Later,
    help: OLDER_ANSWER,
};

/// So is a dispute.
pub(crate) static DISPUTED: Order = Order {
    earlier: phrase("de oudste bron van dit antwoord", "the oldest source of this answer"),
    later: phrase("de betwisting", "the dispute"),
    at: At::Later,
    help: OLDER_ANSWER,
};

const OLDER_ANSWER: Phrase = phrase(
    "Kijk welke datum niet klopt. Ging het over een eerder antwoord, haal het dan weg en vraag de maker opnieuw.",
    "Check which date is wrong. If this was about an earlier answer, remove it and ask the maker again.",
);

/// Nobody reads of what has yet to happen.
pub(crate) static EVENT: Order = Order {
    earlier: phrase("deze gebeurtenis", "this event"),
    later: phrase("de dag waarop haar bron is gelezen", "the day on which its source was read"),
    at: At::Earlier,
    help: codes::DATE_ORDER.advice,
};

/// What was done is reviewed later.
pub(crate) static REVIEW: Order = Order {
    earlier: phrase("de dag waarop het is gedaan", "the day on which it was done"),
    later: phrase("de dag om het opnieuw te bekijken", "the day of its next review"),
    at: At::Later,
    help: phrase(
        "Kijk welke datum niet klopt, en zet bij `review` een dag die nog komt.",
        "Check which date is wrong, and give `review` a day that is still to come.",
    ),
};

/// Whoever consents or advises is heard before the choice.
pub(crate) static HEARD: Order = Order {
    earlier: phrase("deze raadpleging", "this consultation"),
    later: phrase("de keuze", "the choice"),
    at: At::Earlier,
    help: phrase(
        "Kijk welke datum niet klopt. Kloppen ze allebei, dan is er gekozen voordat hierover instemming of advies was: zeg bij `because` van de keuze waarom.",
        "Check which date is wrong. If both are right, the choice was made before this consent or advice was given: say why under `because` of the choice.",
    ),
};

/// The triage comes before the choice.
pub(crate) static TRIAGE: Order = Order {
    earlier: phrase("de eerste afweging", "the first triage"),
    later: phrase("de keuze", "the choice"),
    at: At::Later,
    help: phrase(
        "Kijk welke datum niet klopt. Kloppen ze allebei, dan is er gekozen voordat de afweging er was: zeg bij `because` waarom.",
        "Check which date is wrong. If both are right, the choice was made before the triage: say why under `because`.",
    ),
};

/// An exam is weighed before it is held.
pub(crate) static EXAM: Order = Order {
    earlier: phrase("de afweging", "the triage"),
    later: phrase("de dag van de toets", "the day of the exam"),
    at: At::Later,
    help: phrase(
        "Kijk welke datum niet klopt. Bij een toets die terugkomt, is `held` de eerstvolgende keer.",
        "Check which date is wrong. For an exam that returns, `held` is the next time.",
    ),
};

impl Reader {
    /// Reports two dates that are the wrong way round. A month is, only if all its
    /// days are.
    pub(crate) fn in_order<E: Into<DayOrMonth>, L: Into<DayOrMonth>>(
        &mut self,
        order: &Order,
        earlier: Option<Written<E>>,
        later: Option<Written<L>>,
    ) {
        let (Some(earlier), Some(later)) = (earlier, later) else { return };
        let (earlier, later) = (earlier.widened(), later.widened());
        if earlier.on.earliest() <= later.on.latest() {
            return;
        }
        let (first, second) = (earlier.on, later.on);
        let (before, after) = (order.earlier, order.later);
        let (nl, en) = (after.nl, after.en);
        let message = say!(
            "{nl} ({second}) is eerder dan {before_nl} ({first})",
            "{en} ({second}) is before {before_en} ({first})",
            before_nl = before.nl,
            before_en = before.en
        );
        let (here, there, name) = match order.at {
            At::Earlier => (earlier, later, order.later),
            At::Later => (later, earlier, order.earlier),
        };
        let mut finding = Diagnostic::new(&codes::DATE_ORDER, here.place, message).help(order.help);
        // A file that amends another has the second date elsewhere.
        if there.place.file == here.place.file {
            let (nl, en, on) = (name.nl, name.en, there.on);
            finding = finding.related(there.place, say!("{nl}: {on}", "{en}: {on}"));
        }
        self.add(finding);
    }
}
