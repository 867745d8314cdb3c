//! Fixed sentences that more than one output carries.

use crate::text::lang::{Phrase, phrase};

/// The disclaimer, in every output.
pub(crate) const DISCLAIMER: Phrase = phrase(
    "Dit overzicht is een hulpmiddel, geen advies en geen keurmerk. Het zegt niet of een product, of uw gebruik ervan, aan de AVG voldoet; dat beoordeelt uw instelling zelf, met de FG en zo nodig een DPIA. Het geeft weer wat op de dag van de vergelijking in de genoemde bronnen stond, vaak in de woorden van de aanbieder. De AP heeft dit overzicht niet gemaakt of goedgekeurd.",
    "This overview is an aid, not advice and not a seal of quality. It does not say whether a product, or your use of it, complies with the GDPR; your institution judges that itself, with its data protection officer and a DPIA where needed. It shows what the named sources said on the day of the comparison, often in the vendor's own words. The Dutch data protection authority has neither made nor approved this overview.",
);

/// Above every ranking.
pub(crate) const HIGHER: Phrase = phrase(
    "Wie hoger staat, heeft meer punten met bron. Dat is niet altijd beter.",
    "A higher place means more points with a source. That is not always better.",
);

/// How to read the bars and the places, in two sentences.
pub(crate) const HOW_TO_READ: Phrase = phrase(
    "In de balk zijn █ de punten met bron. ▒ is wat uw instelling zelf regelt, en dus goed of niet goed doet. ░ is nog open: daar ontbreekt een antwoord, en dat telt niet als nee. De plaats geeft aan waar een product kan uitkomen als alles bekend is; producten zonder plaats tellen daarin mee.",
    "In the bar █ are the points with a source. ▒ is what your institution sees to itself, and so makes good or not. ░ is still open: an answer is missing there, and that does not count as no. The place says where a product can end up once everything is known; products without a place are counted too.",
);

/// How to read places and points, where there are no bars.
pub(crate) const PLACES_AND_POINTS: Phrase = phrase(
    "Bij ‘van’ staan de punten met bron; bij ‘tot’ staat wat het kan worden als alle open antwoorden gunstig zijn en uw instelling alles wat zij zelf regelt zo goed mogelijk doet. Een open antwoord telt niet als nee. De plaats geeft aan waar een product kan uitkomen als alles bekend is, op zijn best en op zijn slechtst; producten zonder plaats tellen daarin mee.",
    "Under ‘from’ are the points with a source; under ‘to’ is what is possible if every open answer turns out well and your institution does all that it sees to itself as well as can be. An open answer does not count as no. The place says where a product can end up once everything is known, at best and at worst; products without a place are counted too.",
);

/// In a table, where there is nothing; in a ranking, for an alternative that has no
/// place.
pub(crate) const NOTHING: &str = "·";

/// Where no product is left.
pub(crate) const NOTHING_TO_COMPARE: Phrase =
    phrase("Er zijn geen producten om te vergelijken.", "There are no products to compare.");

/// Above alternatives that the triage does not allow.
pub(crate) const NOT_ALLOWED: Phrase = phrase(
    "Laat uw afweging niet toe, en staat niet in de volgorde",
    "Not allowed by your triage, and not in the order",
);

/// Above products that were withdrawn from the market.
pub(crate) const NO_LONGER_EXISTS: Phrase = phrase("Bestaat niet meer", "No longer exists");

/// Before what can be done without any product of the kind.
pub(crate) const INSTEAD: Phrase =
    phrase("Zonder zo'n product kan ook:", "It can also be done without such a product:");

/// Before a fact that a later layer of data changes.
pub(crate) const OWN_DEVIATION: Phrase = phrase("Eigen keuze:", "Your own choice:");

/// About an alternative whose vendor has replied to a fact.
pub(crate) const VENDOR_REPLIED: Phrase = phrase("de aanbieder heeft gereageerd", "the vendor has replied");

/// Beside a council whose right is disputed: who can settle it. By article 31 of
/// the Wms, article 9.40 of the WHW, and what the national committees say of
/// themselves.
pub(crate) const DISPUTED_RIGHT: Phrase = phrase(
    "Recht betwist: bestuur en raad zijn het niet eens of de raad hierover instemmingsrecht of adviesrecht heeft. Deze nota beslist dat niet. Zo'n verschil kan worden voorgelegd aan een landelijke commissie. In het primair en voortgezet onderwijs is dat de Landelijke Commissie voor Geschillen WMS (Wms, artikel 31). Voor de studentenraad en de ouderraad in het mbo is het de Landelijke Commissie voor Geschillen studenten en ouders MBO. In het hoger onderwijs is het de Landelijke Commissie voor Geschillen medezeggenschap Hoger Onderwijs (WHW, artikel 9.40); bij een bijzondere universiteit alleen als zij daarbij is aangesloten.",
    "Right disputed: the board and the council do not agree whether the council has a right of consent or a right of advice on this. This memo does not decide it. Such a disagreement can be put to a national committee. In primary and secondary education that is the Landelijke Commissie voor Geschillen WMS (Wms, Article 31). For student and parent councils in vocational education it is the Landelijke Commissie voor Geschillen studenten en ouders MBO. In higher education it is the Landelijke Commissie voor Geschillen medezeggenschap Hoger Onderwijs (WHW, Article 9.40); for a university under private law (bijzondere universiteit) only if it has joined that committee.",
);

/// The label of what the institution uses now.
pub(crate) const IN_USE: Phrase = phrase("nu in gebruik", "in use now");
