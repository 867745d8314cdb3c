//! The findings that loading can give, beyond those of YAML itself.

use crate::codes;

codes! {
    /// A file or folder that the system does not allow reading.
    UNREADABLE = "KH030" Error
        ("het bestand kan niet worden gelezen", "the file cannot be read")
        ("Kijk of het bestand er nog is en of u het mag openen.", "Check that the file is still there and that you may open it.");
    /// A device, pipe, or link out of the data folder.
    NOT_A_FILE = "KH031" Error
        ("dit is geen gewoon bestand in deze map", "this is not an ordinary file in this folder")
        ("Zet hier een gewoon bestand neer. Koppelingen naar buiten de gegevensmap, apparaten en pijpen worden niet gelezen.",
         "Put an ordinary file here. Links that leave the data folder, devices and pipes are not read.");
    /// A file whose name cannot be an id.
    BAD_FILE_NAME = "KH032" Error
        ("de bestandsnaam kan geen id zijn", "the file name cannot be an id")
        ("De naam van het bestand is de id. Gebruik kleine letters, cijfers en streepjes, 2 tot 64 tekens.",
         "The name of the file is the id. Use lowercase letters, digits and hyphens, 2 to 64 characters.");
    /// Two files with the same id.
    SAME_ID = "KH033" Error
        ("twee bestanden hebben dezelfde id", "two files have the same id")
        ("Houd er een over: het is niet te zeggen welke van de twee geldt.", "Keep one: it is unclear which of the two counts.");
    /// A file that is not read because of its name or folder.
    NOT_READ = "KH034" Warning
        ("dit bestand wordt niet gelezen", "this file is not read")
        ("Een gegevensbestand eindigt op `.yaml` en staat in `vendors/<soort>/` of `criteria/<thema>/`.",
         "A data file ends in `.yaml` and is in `vendors/<kind>/` or `criteria/<theme>/`.");
    /// More files than a folder may have.
    TOO_MANY_FILES = "KH035" Error
        ("de map heeft te veel bestanden", "the folder has too many files")
        ("Een gegevensmap heeft hooguit 100.000 bestanden. Zijn het er meer, dan wordt er niet een gelezen.",
         "A data folder has at most 100,000 files. If there are more, none is read.");
    /// A folder without vendors/ and criteria/.
    NO_DATA = "KH036" Error
        ("in deze map staan geen gegevens", "there is no data in this folder")
        ("Een gegevensmap heeft een map `vendors` of een map `criteria`.", "A data folder has a folder `vendors` or a folder `criteria`.");
    /// criteria/kinds.yaml or criteria/themes.yaml is not there.
    MISSING_FILE = "KH037" Error
        ("dit bestand ontbreekt", "this file is missing")
        ("Zonder dit bestand is niet bekend welke soorten en thema's er zijn.", "Without this file the kinds and themes are not known.");
    /// A path given to `check` that holds no data and no dossier.
    NOT_CHECKED = "KH038" Error
        ("dit kan `check` niet nakijken", "`check` cannot check this")
        ("Geef een gegevensmap, een bestand daarin, of een dossier. Een gegevensmap heeft een map `vendors` of een map `criteria`; een dossier heet `dossier.yaml`.",
         "Give a data folder, a file in one, or a dossier. A data folder has a folder `vendors` or a folder `criteria`; a dossier is called `dossier.yaml`.");

    /// A key that this kind of file does not have.
    UNKNOWN_KEY = "KH101" Error
        ("deze sleutel bestaat hier niet", "this key does not exist here")
        ("Kijk in docs/bestanden.md welke sleutels er zijn.", "See docs/bestanden.md for the keys.");
    /// A required key that is not there.
    MISSING_KEY = "KH102" Error
        ("een verplichte sleutel ontbreekt", "a required key is missing")
        ("Vul de sleutel in.", "Fill in the key.");
    /// Text where a list should be, and so on.
    WRONG_SHAPE = "KH103" Error
        ("hier hoort iets anders te staan", "something else is expected here")
        ("Een lijst staat tussen `[` en `]` of met streepjes; sleutels met waarden springen in.",
         "A list is written between `[` and `]` or with dashes; keys with values are indented.");
    /// A word that is not an id.
    BAD_ID = "KH104" Error
        ("dit kan geen id zijn", "this cannot be an id")
        ("Een id heeft kleine letters, cijfers en streepjes, begint met een letter en is 2 tot 64 tekens lang.",
         "An id consists of lowercase letters, digits and hyphens, begins with a letter and is 2 to 64 characters long.");
    /// Not a date.
    BAD_DATE = "KH105" Error
        ("dit is geen datum", "this is not a date")
        ("Schrijf een datum als 2026-11-21. Bij een document of gebeurtenis mag ook de maand, als 2026-03: verzin geen dag die u niet weet.",
         "Write a date as 2026-11-21. For a document or event the month will do, as 2026-03: do not make up a day that you do not know.");
    /// A date after the as-of date.
    FUTURE_DATE = "KH106" Error
        ("deze datum ligt na de dag van de vergelijking", "this date is after the day of the comparison")
        ("Kijk naar de datum, of geef een latere --as-of.", "Check the date, or give a later --as-of.");
    /// Not an address that a person can open without risk.
    BAD_ADDRESS = "KH107" Error
        ("dit is geen gewoon webadres", "this is not a plain web address")
        ("Een adres begint met https:// of http:// en heeft geen spaties, gebruikersnaam of wachtwoord. Een naam met andere letters schrijft u als xn--….",
         "An address begins with https:// or http:// and has no spaces, user name or password. Write a name with other letters as xn--….");
    /// A quote over 300 characters.
    LONG_QUOTE = "KH108" Error
        ("dit citaat is te lang", "this quote is too long")
        ("Een citaat is hooguit 300 tekens. Kort het in met `[…]`.", "A quote is at most 300 characters. Shorten it with `[…]`.");
    /// Not a whole number in range.
    BAD_NUMBER = "KH109" Error
        ("dit is geen geheel getal", "this is not a whole number")
        ("Schrijf een geheel getal met alleen cijfers: 30.", "Write a whole number with digits only: 30.");
    /// A word that is not one of the few that are allowed here.
    UNKNOWN_WORD = "KH110" Error
        ("dit woord kan hier niet staan", "this word is not allowed here")
        ("Schrijf een van deze woorden.", "Write one of these words.");
    /// A text without one of the two languages.
    MISSING_LANGUAGE = "KH111" Error
        ("een van de twee talen ontbreekt", "one of the two languages is missing")
        ("Onder criteria/ staat elke tekst er in het Nederlands en in het Engels: {nl: …, en: …}.",
         "Under criteria/ every text is in Dutch and in English: {nl: …, en: …}.");
    /// The same item twice in a list.
    REPEATED = "KH112" Error
        ("dit staat er twee keer", "this is a duplicate")
        ("Haal er een weg.", "Remove one.");
    /// An empty list or mapping.
    NOTHING_INSIDE = "KH113" Error
        ("hier hoort ten minste één deel te staan", "at least one item is required here")
        ("Vul ten minste één deel in.", "Fill in at least one item.");
    /// More than a question, product or list can have.
    TOO_MANY = "KH114" Error
        ("dit zijn er te veel", "there are too many of these")
        ("Een vraag heeft hooguit 64 antwoorden, een product hooguit 64 varianten, en er zijn hooguit 64 soorten.",
         "A question has at most 64 answers, a product at most 64 variants, and there are at most 64 kinds.");

    /// Two dates of which the second is before the first.
    DATE_ORDER = "KH130" Warning
        ("deze datums kunnen niet in deze volgorde", "these dates cannot be in this order")
        ("Kijk welke van de twee datums niet klopt.", "Check which of the two dates is wrong.");

    /// Not exactly one of one-of, any-of and number.
    QUESTION_FORM = "KH201" Error
        ("een criterium heeft precies één vorm van vraag", "a criterion has exactly one form of question")
        ("Kies één van `one-of`, `any-of` en `number`.", "Choose one of `one-of`, `any-of` and `number`.");
    /// A level that does not exist.
    UNKNOWN_LEVEL = "KH202" Error
        ("dit niveau bestaat niet", "this level does not exist")
        ("Een niveau is good, partly, insufficient of een percentage als \"70%\".", "A level is good, partly, insufficient or a percentage such as \"70%\".");
    /// Levels not from best to worst.
    LEVEL_ORDER = "KH203" Error
        ("de niveaus staan niet van best naar slechtst", "the levels do not go from best to worst")
        ("Zet het beste niveau bovenaan; het eerste niveau dat opgaat, telt.", "Put the best level first; the first level that applies counts.");
    /// `otherwise` not at the end, or missing there.
    OTHERWISE = "KH204" Error
        ("`otherwise` staat bij het laatste niveau, en alleen daar", "`otherwise` belongs at the last level, and only there")
        ("Schrijf bij het laatste niveau `otherwise`, zodat elk antwoord een niveau heeft.",
         "Write `otherwise` at the last level, so that every answer has a level.");
    /// A condition that cannot be read.
    BAD_CONDITION = "KH205" Error
        ("deze voorwaarde kan niet worden gelezen", "this condition cannot be read")
        ("Zie docs/bestanden.md, onder Voorwaarden.", "See docs/bestanden.md, under Conditions.");
    /// A kind that does not exist.
    UNKNOWN_KIND = "KH206" Error
        ("deze soort bestaat niet", "this kind does not exist")
        ("De soorten staan in criteria/kinds.yaml.", "The kinds are in criteria/kinds.yaml.");
    /// A theme that does not exist.
    UNKNOWN_THEME = "KH207" Error
        ("dit thema bestaat niet", "this theme does not exist")
        ("De thema's staan in criteria/themes.yaml.", "The themes are in criteria/themes.yaml.");
    /// A criterion whose levels depend on too many options one by one.
    TOO_INTRICATE = "KH208" Error
        ("de niveaus hangen van te veel losse keuzes af", "the levels depend on too many separate options")
        ("Noem minder keuzes apart, of splits de vraag in twee criteria.", "Name fewer options separately, or split the question into two criteria.");
    /// `group-by` with something other than a one-of criterion of that kind.
    GROUP_BY = "KH209" Error
        ("`group-by` noemt een criterium met `one-of` dat voor deze soort geldt", "`group-by` names a criterion with `one-of` that applies to this kind")
        ("Noem zo'n criterium of haal `group-by` weg.", "Name such a criterion or remove `group-by`.");

    /// An AP sentence that does not exist.
    UNKNOWN_SENTENCE = "KH210" Error
        ("deze zin van de AP bestaat niet", "this sentence of the DPA does not exist")
        ("De zinnen staan in criteria/sentences/.", "The sentences are in criteria/sentences/.");
    /// The same sentence in two documents.
    SAME_SENTENCE = "KH211" Error
        ("deze zin staat al in een ander document", "this sentence is already in another document")
        ("Een zin heeft één plaats. Haal er een weg of geef hem een andere id.", "A sentence is in one document only. Remove one or give it another id.");
    /// A criterion whose id is a word of `group-by`.
    RESERVED_ID = "KH212" Warning
        ("deze id is een vast woord bij `group-by`", "this id is a fixed word under `group-by`")
        ("Geef het criterium een andere id.", "Give the criterion another id.");
    /// Own work that spans no levels, or is written as something that it is not.
    OWN_WORK_FORM = "KH213" Error
        ("`own-work` past hier zo niet", "`own-work` does not fit here like this")
        ("Zie docs/bestanden.md, onder Eigen werk.", "See docs/bestanden.md, under Own work.");

    /// A criterion that does not exist.
    UNKNOWN_CRITERION = "KH301" Error
        ("dit criterium bestaat niet", "this criterion does not exist")
        ("De criteria zijn de bestanden in criteria/; `keuzehulp list criteria` noemt ze.",
         "The criteria are the files in criteria/; `keuzehulp list criteria` lists them.");
    /// A criterion of another kind.
    OTHER_KIND = "KH302" Error
        ("dit criterium geldt niet voor deze soort", "this criterion does not apply to this kind")
        ("Haal het feit weg, of voeg de soort toe aan `applies-to` van het criterium.",
         "Remove the fact, or add the kind to `applies-to` of the criterion.");
    /// An answer that the criterion does not have.
    UNKNOWN_ANSWER = "KH303" Error
        ("dit antwoord bestaat niet bij dit criterium", "this criterion does not have this answer")
        ("`keuzehulp explain criterion ID` noemt de antwoorden.", "`keuzehulp explain criterion ID` lists the answers.");
    /// A variant that the product does not have.
    UNKNOWN_VARIANT = "KH304" Error
        ("deze variant bestaat niet bij dit product", "this product does not have this variant")
        ("De varianten staan onder `variants`.", "The variants are under `variants`.");
    /// Two answers for one variant.
    VARIANT_TWICE = "KH305" Error
        ("deze variant heeft twee antwoorden", "this variant has two answers")
        ("Elke variant staat bij hooguit één antwoord.", "Each variant can have at most one answer.");
    /// A source that the file does not name.
    UNKNOWN_SOURCE = "KH306" Error
        ("deze bron staat niet onder `sources`", "this source is not under `sources`")
        ("Voeg de bron toe onder `sources`, met `title`, `url`, `read` en `grade`.",
         "Add the source under `sources`, with `title`, `url`, `read` and `grade`.");
    /// An answer with no evidence for a variant.
    NO_EVIDENCE = "KH307" Error
        ("bij dit antwoord staat geen onderbouwing", "there is no evidence for this answer")
        ("Voeg onder `evidence` een bron toe met een citaat of omschrijving, of schrijf `unknown: reden`.",
         "Add a source with a quote or description under `evidence`, or write `unknown: reason`.");
    /// A form of answer that does not fit the question.
    WRONG_FORM = "KH308" Error
        ("deze vorm van antwoord past niet bij de vraag", "this form of answer does not fit the question")
        ("Bij `one-of` hoort `answer` of `one-of`; bij `any-of` horen `has`, `lacks` en `not-found`; bij `number` hoort `answer`, `one-of` of `between`.",
         "`one-of` takes `answer` or `one-of`; `any-of` takes `has`, `lacks` and `not-found`; `number` takes `answer`, `one-of` or `between`.");
    /// An option in none or in two of has, lacks and not-found.
    OPTION_PLACES = "KH309" Error
        ("elke keuze staat in precies één van `has`, `lacks` en `not-found`", "every option is in exactly one of `has`, `lacks` and `not-found`")
        ("Zet wat u niet vond in `not-found`: dat telt niet als nee.", "Put what you did not find in `not-found`: it does not count as no.");
    /// `between` with its bounds in the wrong order.
    BAD_RANGE = "KH310" Error
        ("dit bereik klopt niet", "this range is not valid")
        ("Schrijf `between: [kleinste, grootste]`; het grootste mag `unlimited` zijn.",
         "Write `between: [smallest, largest]`; the largest may be `unlimited`.");
    /// A key that an amending file may not have.
    AMEND_KEY = "KH311" Error
        ("een aanvullend bestand heeft alleen `sources`, nieuwe `variants` en `facts`", "an amending file has only `sources`, new `variants` and `facts`")
        ("Dit product staat al in de gegevens eronder. Haal de andere sleutels weg.",
         "This product is already in the data below. Remove the other keys.");
    /// An amended fact without a reason.
    AMEND_REASON = "KH312" Error
        ("bij een afwijkend feit hoort een reden", "a fact that deviates needs a reason")
        ("Voeg `because` toe: waarom wijkt uw antwoord af? De reden staat in elk overzicht.",
         "Add `because`: why does your answer differ? The reason is shown in every overview.");
    /// A variant that is there already.
    VARIANT_EXISTS = "KH313" Error
        ("deze variant is er al", "this variant exists already")
        ("Een aanvullend bestand voegt alleen nieuwe varianten toe.", "An amending file only adds new variants.");
    /// Evidence with neither or both of quote and shows.
    EVIDENCE_FORM = "KH314" Error
        ("onderbouwing heeft een citaat (`quote`) of een omschrijving (`shows`)", "evidence has a quote (`quote`) or a description (`shows`)")
        ("Schrijf er precies één van.", "Write exactly one of the two.");
    /// Own work on a variant that the institution does not run.
    OWN_WORK_ELSEWHERE = "KH315" Error
        ("dit antwoord kan alleen als de instelling de variant zelf beheert", "this answer is only possible where the institution runs the variant itself")
        ("Bij deze variant heeft een ander de dienst in handen, dus de instelling regelt dit daar niet zelf. Geef het antwoord dat uit de bron volgt, of `unknown` met wat u hebt gezocht. Beheert de instelling de variant wel zelf, verbeter dan `hosting`.",
         "Another party runs this variant, so the institution does not see to this itself. Give the answer that follows from the source, or `unknown` with what you looked for. If the institution does run the variant itself, correct `hosting`.");
    /// `filed` without a pledge, or a pledge with an address.
    SOURCE_PLACE = "KH316" Error
        ("een toezegging heeft `filed`, en elke andere bron heeft `url`", "a pledge has `filed`, and every other source has `url`")
        ("Geef het adres (`url`) waar iedereen de bron kan lezen. Zegt de aanbieder het alleen in een brief of bericht aan u, schrijf dan `grade: pledged` met `filed` en zonder `url`.",
         "Give the address (`url`) where anyone can read the source. If the vendor says it only in a letter or message to you, write `grade: pledged` with `filed` and without `url`.");
    /// A pledge in data that others share.
    PLEDGE_SHARED = "KH317" Error
        ("een toezegging kan niet staan in gegevens die u met anderen deelt", "a pledge cannot be in data that you share with others")
        ("Wat in uw eigen administratie ligt, kunnen anderen niet nakijken. Vraag de aanbieder om het openbaar te maken, en schrijf dan `url` met `grade: vendor`. Of zet de bron met haar feiten in een eigen map met alleen uw aanvullingen, zonder `criteria/kinds.yaml`.",
         "Others cannot check what is in your own records. Ask the vendor to publish it, and then write `url` with `grade: vendor`. Or move the source and its facts to a folder with your own additions only, without `criteria/kinds.yaml`.");
    /// A source that says what the answer rules out.
    CONTRADICTED = "KH320" Error
        ("deze bron zegt iets dat het antwoord uitsluit", "this source says something that the answer rules out")
        ("Spreken bronnen elkaar tegen, laat dan beide mogelijk: met `one-of` of `between`, en een keuze onder `not-found`. Of verbeter `says`, of noem bij `for` alleen de varianten waar de bron over gaat.",
         "Where sources contradict each other, leave both possible: with `one-of` or `between`, and an option under `not-found`. Or correct `says`, or name under `for` only the variants that the source covers.");

    /// A weight outside 0 to 100.
    WEIGHT_RANGE = "KH401" Error
        ("een gewicht is een geheel getal van 0 tot en met 100", "a weight is a whole number from 0 to 100")
        ("Kies een getal van 0 tot en met 100.", "Choose a number from 0 to 100.");
    /// A profile that does not exist.
    UNKNOWN_PROFILE = "KH402" Error
        ("deze weging bestaat niet", "this profile does not exist")
        ("De wegingen zijn de bestanden in criteria/profiles/; `keuzehulp list profiles` noemt ze.",
         "The profiles are the files in criteria/profiles/; `keuzehulp list profiles` lists them.");
    /// A circle of `extends`.
    EXTENDS_CYCLE = "KH403" Error
        ("deze wegingen breiden elkaar in een kring uit", "these profiles extend each other in a circle")
        ("Haal een van de `extends` weg.", "Remove one of the `extends`.");
    /// No criterion of a kind has any weight.
    ZERO_WEIGHTS = "KH404" Error
        ("geen enkel criterium van deze soort weegt mee", "no criterion of this kind has any weight")
        ("Geef ten minste één criterium een gewicht, en zijn thema een deel.", "Give at least one criterion a weight, and its theme a budget.");
    /// Weights whose common denominator is too large.
    TOO_FINE = "KH405" Error
        ("deze gewichten zijn samen te fijn verdeeld om exact mee te rekenen", "together these weights are too finely divided to calculate exactly")
        ("Gebruik kleinere of rondere gewichten binnen de thema's.", "Use smaller or rounder weights within the themes.");
    /// No profile at all.
    NO_PROFILE = "KH406" Error
        ("er is geen enkele weging", "there is no profile at all")
        ("Voeg een bestand toe in criteria/profiles/.", "Add a file in criteria/profiles/.");
    /// A chain of `extends` that is too long.
    EXTENDS_TOO_DEEP = "KH407" Error
        ("te veel wegingen staan op elkaar", "too many profiles are built on one another")
        ("Bouw voort op een weging die dichter bij het begin staat, of schrijf deze weging voluit.",
         "Extend a profile that is closer to the start, or write this profile out in full.");

    /// An id that was renamed.
    RENAMED = "KH501" Warning
        ("deze id is hernoemd", "this id was renamed")
        ("Gebruik de nieuwe id. De oude blijft werken.", "Use the new id. The old one keeps working.");
    /// A withdrawn criterion.
    WITHDRAWN = "KH502" Warning
        ("dit criterium wordt niet meer gebruikt", "this criterion is no longer used")
        ("Het telt niet mee. Haal het weg als u het niet meer nodig hebt.", "It does not count. Remove it if you no longer need it.");

    /// A heading of the checklist that does not exist.
    UNKNOWN_HEADING = "KH701" Error
        ("deze kop van de checklist bestaat niet", "this heading of the checklist does not exist")
        ("De koppen staan in criteria/checklist/headings.yaml.", "The headings are in criteria/checklist/headings.yaml.");
    /// An item of the checklist that does not exist.
    UNKNOWN_ITEM = "KH702" Error
        ("dit punt van de checklist bestaat niet", "this item of the checklist does not exist")
        ("De punten zijn de bestanden in criteria/checklist/; `keuzehulp checklist` noemt ze.",
         "The items are the files in criteria/checklist/; `keuzehulp checklist` lists them.");
    /// A step of the triage that does not exist.
    UNKNOWN_STEP = "KH703" Error
        ("deze stap van de afweging bestaat niet", "this step of the triage does not exist")
        ("De stappen zijn de bestanden in criteria/triage/; `keuzehulp triage` noemt ze.",
         "The steps are the files in criteria/triage/; `keuzehulp triage` lists them.");
    /// An item or step that does not apply to this kind.
    NOT_THIS_KIND = "KH704" Error
        ("dit geldt niet voor de soort van dit dossier", "this does not apply to the kind of this dossier")
        ("Haal het weg, of kijk of `kind` klopt.", "Remove it, or check whether `kind` is right.");
    /// A step with neither or both of one-of and allows.
    STEP_FORM = "KH705" Error
        ("een stap heeft `one-of` of `allows`", "a step has `one-of` or `allows`")
        ("Schrijf precies een van de twee. `unless-written` hoort bij `allows`.",
         "Write exactly one of the two. `unless-written` belongs with `allows`.");
    /// A field of the need that does not exist, or that is not a number.
    UNKNOWN_NEED = "KH706" Error
        ("dit staat niet in de situatie van een dossier", "this is not in the need of a dossier")
        ("Kijk in docs/bestanden.md, onder need.", "See docs/bestanden.md, under need.");
    /// A need that contradicts itself.
    NEED_CONTRADICTION = "KH707" Error
        ("`minors` en `youngest` spreken elkaar tegen", "`minors` and `youngest` contradict each other")
        ("Onder de achttien is iemand minderjarig. Pas een van de twee aan.", "Anyone under eighteen is a minor. Change one of the two.");
    /// An answer without a required reason.
    NO_REASON = "KH708" Error
        ("hier hoort een reden bij", "a reason is required here")
        ("Schrijf op waarom. Zonder reden kan niemand de afweging volgen.", "Write down why. Without a reason nobody can follow it.");
    /// An answer that does not belong to the step.
    STEP_ANSWER = "KH709" Error
        ("dit antwoord past niet bij deze stap", "this answer does not fit this step")
        ("Bij een stap met `one-of` hoort `answer`, bij een stap met `allows` hoort `allow`; `keuzehulp triage` noemt de antwoorden.",
         "A step with `one-of` takes `answer`, a step with `allows` takes `allow`; `keuzehulp triage` lists the answers.");
    /// A choice of neither or both of a product and an alternative without one.
    CHOICE_FORM = "KH710" Error
        ("een keuze is een product (`alternative`) of iets anders (`instead`)", "a choice is a product (`alternative`) or something else (`instead`)")
        ("Schrijf precies een van de twee.", "Write exactly one of the two.");
    /// A product that does not exist.
    UNKNOWN_PRODUCT = "KH711" Error
        ("dit product of deze variant bestaat niet", "this product or variant does not exist")
        ("Schrijf product/variant; `keuzehulp list products` noemt ze.", "Write product/variant; `keuzehulp list products` lists them.");
    /// Something instead of a product that does not exist.
    UNKNOWN_INSTEAD = "KH712" Error
        ("dit alternatief zonder product bestaat niet", "this alternative without a product does not exist")
        ("De alternatieven staan in criteria/triage/alternatives.yaml.", "The alternatives are in criteria/triage/alternatives.yaml.");
    /// A number of the dossier where only a plain number is allowed.
    NEED_PLACE = "KH713" Error
        ("een getal uit het dossier kan hier niet staan", "a number of the dossier is not allowed here")
        ("Dat kan alleen bij `answers` van een eis in een weging, voor een vraag naar een getal. Schrijf hier een getal.",
         "It is allowed only in `answers` of a requirement in a profile, for a question about a number. Write a number here.");
    /// A candidate, or what is in use, that no longer exists.
    GONE_PRODUCT = "KH714" Warning
        ("dit product bestaat niet meer", "this product no longer exists")
        ("Het wordt niet vergeleken. Haal het weg, of noem waar u nu uit kiest en wat u nu gebruikt.",
         "It is not compared. Remove it, or name what you choose from and what you use now.");
    /// Two answers of an institution to the same question about the same alternative.
    OWN_WORK_TWICE = "KH715" Error
        ("over deze variant staat er al een antwoord", "there already is an answer about this variant")
        ("Geef per criterium en variant één antwoord. Zonder `for` gaat een antwoord over alle varianten.", "Give one answer for each criterion and variant. Without `for` an answer is about all variants.");
    /// Own work answered with own work.
    OWN_WORK_AGAIN = "KH716" Error
        ("dit zegt alleen dat u het zelf regelt, niet hoe", "this only says that you see to it yourself, not how")
        ("Schrijf op hoe u het regelt, met een van de andere antwoorden. Weet u dat nog niet, laat dit dan weg.", "Write down how you see to it, with one of the other answers. If you do not know yet, leave this out.");

    /// An e-mail address or telephone number in a dossier, or where a role belongs.
    PERSONAL_DATA = "KH720" Warning
        ("hier lijkt een e-mailadres of telefoonnummer te staan", "this looks like an e-mail address or telephone number")
        ("Schrijf rollen op, geen personen: veel mensen lezen wat hier staat, en het blijft lang bewaard.",
         "Write roles, not persons: many people read this and it is kept for years.");
    /// Something done, without a record of when, by whom, and where it is
    /// filed.
    BARE_RECORD = "KH721" Warning
        ("bij iets dat gedaan is hoort wie, wanneer en waar het ligt", "something that is done needs a role, a date and where it is filed")
        ("Vul `role`, `on` en `filed` in, zodat iemand het later terugvindt.", "Fill in `role`, `on` and `filed`, so that people can find it later.");
    /// Something done that must be reviewed, without a day for it.
    NO_REVIEW = "KH722" Warning
        ("hier hoort een dag bij waarop u het opnieuw bekijkt", "a date for the next review is required here")
        ("Vul `review` in met een dag.", "Fill in a date under `review`.");
    /// A step that was answered after the triage had ended.
    AFTER_THE_END = "KH723" Warning
        ("deze stap komt na het einde van de afweging", "this step comes after the end of the triage")
        ("Een eerdere stap zegt dat er geen product nodig is. Kijk of dat antwoord klopt, of haal deze stap weg.",
         "An earlier step says that no product is needed. Check that answer, or remove this step.");
}
