//! Word lists for who is who: titles, family, short forms of first names, heads of organizations' names.
//!
//! All in lower case and sorted, for binary search; kept out of the formatter's hands, which would give each word a
//! line of its own.

use crate::entity::Gender;

/// Whether a sorted list has the word.
fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Words before a person's name that say what the person is, with or without a period.
pub(super) fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: &[&str] = &[
        "abbot", "activist", "actor", "actress", "adjutant", "adm", "admiral", "adviser", "advisor", "amb",
        "ambassador", "analyst", "archbishop", "archdeacon", "architect", "astronaut", "attorney",
        "attorney-general", "auditor", "author", "ayatollah", "bailiff", "baker", "baron", "baroness",
        "barrister", "biologist", "bishop", "brig", "brigadier", "brother", "candidate", "canon", "capt",
        "captain", "cardinal", "caretaker", "ceo", "chair", "chairman", "chairperson", "chairwoman",
        "chancellor", "chaplain", "chief", "chief-of-staff", "chieftain", "cllr", "cmdr", "co-chair",
        "co-founder", "coach", "cofounder", "col", "colonel", "comedian", "commander", "commissioner",
        "comptroller", "comrade", "conductor", "congressman", "congressmen", "congresswoman", "constable",
        "coordinator", "coroner", "corporal", "correspondent", "cosmonaut", "councillor", "councilman",
        "councilwoman", "counsel", "counsellor", "counselor", "count", "countess", "cpl", "curator", "dame",
        "datuk", "deacon", "dean", "defender", "deputy", "designer", "det", "detective", "diplomat",
        "director", "director-general", "doctor", "dr", "duchess", "duke", "earl", "economist", "editor",
        "emir", "emperor", "engineer", "envoy", "executive", "farmer", "father", "firefighter", "fisherman",
        "footballer", "founder", "fr", "frau", "gen", "general", "geologist", "goalkeeper", "gov",
        "governor", "governor-general", "haji", "head", "headmaster", "headmistress", "headteacher", "herr",
        "historian", "hon", "imam", "insp", "inspector", "journalist", "judge", "justice", "king", "lady",
        "lawmaker", "lawyer", "leader", "lecturer", "lieutenant", "lord", "lt", "madam", "madame",
        "magistrate", "maj", "major", "manager", "marshal", "maulana", "mayor", "midfielder", "minister",
        "miss", "mlle", "mme", "monk", "monsieur", "mp", "mr", "mrs", "ms", "mullah", "mx", "negotiator",
        "novelist", "nun", "nurse", "officer", "ombudsman", "organiser", "organizer", "owner",
        "paratrooper", "partner", "pastor", "patriarch", "physicist", "player", "pope", "postmaster",
        "premier", "pres", "president", "prince", "princess", "principal", "private", "prof", "professor",
        "prosecutor", "provost", "pvt", "queen", "rabbi", "rapper", "rector", "referee", "registrar", "rep",
        "representative", "reps", "researcher", "rev", "reverend", "scientist", "secretary",
        "secretary-general", "sen", "senator", "sens", "sergeant", "señor", "sgt", "shaikh", "shareholder",
        "sheik", "sheikh", "sheriff", "shri", "singer", "sir", "sister", "skipper", "smt", "solicitor",
        "speaker", "spokesman", "spokesperson", "spokeswoman", "sr", "sra", "strategist", "striker",
        "sultan", "superintendent", "supt", "surgeon", "tan", "taoiseach", "teacher", "trader", "treasurer",
        "trustee", "umpire", "undersecretary", "ustaz", "vice-president", "whip", "winemaker", "writer",
    ];
    has(TITLES, word.trim_end_matches('.'))
}

/// Titles that say how to address a person and not what they do.
pub(super) fn is_form_of_address(word: &str) -> bool {
    #[rustfmt::skip]
    const FORMS: &[&str] = &[
        "brother", "dame", "dr", "father", "frau", "haji", "herr", "hon", "lady", "lord", "madam", "madame",
        "miss", "mlle", "mme", "monsieur", "mr", "mrs", "ms", "mx", "señor", "shri", "sir", "sister", "smt",
        "sr", "sra",
    ];
    has(FORMS, word.trim_end_matches('.'))
}

/// Words that belong to a title when a title follows: "Deputy Foreign Minister", "Vice President".
pub(super) fn is_title_modifier(word: &str) -> bool {
    #[rustfmt::skip]
    const MODIFIERS: &[&str] = &[
        "acting", "agriculture", "air", "army", "assistant", "associate", "attorney", "brig", "cabinet",
        "campaign", "chief", "chief-of-staff", "co", "commercial", "communications", "crown", "culture",
        "defence", "defense", "deputy", "deputy-prime", "district", "economic", "economy", "education",
        "energy", "environment", "ex", "executive", "federal", "finance", "financial", "fire", "first",
        "foreign", "former", "founding", "general", "grand", "head", "health", "high", "home", "hon",
        "honorable", "honourable", "house", "incoming", "information", "interim", "interior",
        "investigating", "investment", "justice", "labor", "labour", "law", "lead", "legal", "lieutenant",
        "lt", "maj", "major", "majority", "managing", "marketing", "master", "medical", "minority", "most",
        "national", "operating", "opposition", "outgoing", "party", "planning", "police", "press", "prime",
        "program", "public", "right", "rt", "scientific", "security", "senior", "sgt", "special", "sports",
        "staff", "state", "supreme", "technical", "technology", "then", "tourism", "trade", "transport",
        "union", "very", "vice",
    ];
    has(MODIFIERS, word.trim_end_matches('.'))
}

/// Words that follow a title as its second half: "Attorney General", "Prime Minister", "President-elect".
pub(super) fn ends_title(word: &str) -> bool {
    matches!(word, "designate" | "elect" | "emeritus" | "general" | "in-chief" | "minister" | "whip")
}

/// Last words of organizations' names.
pub(super) fn is_organization_head(word: &str) -> bool {
    #[rustfmt::skip]
    const HEADS: &[&str] = &[
        "academy", "administration", "advisors", "aerospace", "affairs", "ag", "agency", "airforce",
        "airline", "airlines", "airways", "alliance", "analytics", "apparel", "army", "assembly",
        "associates", "association", "assurance", "athletic", "authority", "automobiles", "automotive",
        "bakery", "bancorp", "bank", "beverages", "biosciences", "biotech", "board", "brands", "breweries",
        "brewery", "brigade", "brigades", "broadcasting", "brothers", "bureau", "cabinet", "capital",
        "caucus", "center", "centre", "chamber", "chemicals", "chronicle", "church", "clinic", "club",
        "coalition", "college", "command", "commission", "committee", "communications", "companies",
        "company", "confederation", "congress", "consortium", "constabulary", "construction", "consulate",
        "consulting", "cooperation", "cooperative", "corp", "corporation", "corps", "cosmetics", "council",
        "courier", "court", "dairy", "democrats", "department", "diagnostics", "directorate", "division",
        "dynamics", "electric", "electronics", "embassy", "energies", "energy", "engineering",
        "enterprises", "entertainment", "examiner", "exchange", "fc", "federation", "financial", "fm",
        "foods", "force", "forces", "forum", "foundation", "freight", "front", "fund", "gas", "gazette",
        "genetics", "gmbh", "government", "group", "guard", "guards", "healthcare", "herald", "holding",
        "holdings", "hospital", "hotspur", "inc", "industries", "initiative", "institute", "institution",
        "instruments", "insurance", "intelligence", "international", "investments", "journal",
        "laboratories", "laboratory", "labs", "league", "legion", "limited", "llc", "llp", "logistics",
        "ltd", "materials", "media", "metals", "militia", "mills", "minerals", "mining", "ministry",
        "mission", "motor", "motors", "movement", "museum", "navy", "network", "networks", "news",
        "newspaper", "nv", "observatory", "office", "oil", "orchestra", "organisation", "organization",
        "parliament", "partners", "partnership", "party", "petroleum", "pharma", "pharmaceuticals",
        "pictures", "plc", "police", "post", "press", "properties", "prosecutor's", "radio", "railroad",
        "railway", "railways", "rangers", "realty", "records", "regiment", "republicans", "resistance",
        "resources", "restaurants", "robotics", "rovers", "sa", "savings", "school", "secretariat",
        "securities", "semiconductors", "senate", "senators", "service", "services", "shipping", "society",
        "software", "solutions", "spa", "squad", "steel", "stores", "studios", "supermarkets", "syndicate",
        "systems", "taskforce", "team", "technologies", "telecom", "telecommunications", "telegraph",
        "telekom", "television", "textiles", "theatre", "therapeutics", "times", "treasury", "tribunal",
        "tribune", "troupe", "trust", "tv", "union", "unit", "united", "university", "ventures",
        "wanderers", "watch", "watchdog", "wireless",
    ];
    has(HEADS, word.trim_end_matches('.'))
}

/// Words in the names of bodies that every country has.
pub(super) fn is_body_word(word: &str) -> bool {
    is_organization_head(word)
        || matches!(
            word,
            "central" | "constitutional" | "federal" | "general" | "high" | "national" | "royal" | "supreme"
        )
}

/// Heads of bodies within a body: "Harvard Law School" is not called "Harvard".
pub(super) fn is_part_of_body(word: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "academy", "board", "bureau", "center", "centre", "chamber", "clinic", "college", "commission", "committee",
        "council", "court", "department", "directorate", "division", "embassy", "foundation", "institute",
        "laboratory", "library", "museum", "office", "police", "school", "secretariat", "society", "union", "unit",
    ];
    has(PARTS, word)
}

/// Legal forms at the end of a company's name.
pub(super) fn is_legal_form(word: &str) -> bool {
    #[rustfmt::skip]
    const FORMS: &[&str] = &[
        "ag", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "limited", "llc", "llp", "ltd",
        "nv", "plc", "sa",
    ];
    has(FORMS, word.trim_end_matches('.'))
}

/// Small words that belong to the surname behind them.
pub(super) fn is_particle(word: &str) -> bool {
    #[rustfmt::skip]
    const PARTICLES: &[&str] = &[
        "abu", "af", "al", "av", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "des", "di",
        "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "ul", "van", "von", "y", "zu",
    ];
    has(PARTICLES, word)
}

/// "son of", "daughter of": what follows is another's name.
pub(super) fn is_filial(word: &str) -> bool {
    matches!(word, "bin" | "bint" | "ibn")
}

/// Arabic articles, which a hyphen joins to what follows.
pub(super) fn is_arabic_article(word: &str) -> bool {
    matches!(word, "ad" | "al" | "an" | "ar" | "as" | "ash" | "at" | "az" | "ed" | "el" | "ul")
}

/// What tells father from son, as a number: "Jr.", "III".
pub(super) fn generation(word: &str) -> Option<u8> {
    match word.trim_end_matches('.') {
        "sr" => Some(1),
        "jr" | "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// A member of somebody's family, with the gender where the word has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kin(pub Option<Gender>);

/// What a word for a member of a family says.
pub(super) fn kin(word: &str) -> Option<Kin> {
    Some(Kin(match word {
        "wife" | "widow" | "daughter" | "mother" | "sister" | "aunt" | "niece" | "grandmother"
        | "granddaughter" | "ex-wife" | "girlfriend" | "stepmother" | "stepdaughter" | "half-sister" => {
            Some(Gender::She)
        }
        "husband" | "widower" | "son" | "father" | "brother" | "uncle" | "nephew" | "grandfather"
        | "grandson" | "ex-husband" | "boyfriend" | "stepfather" | "stepson" | "half-brother" => {
            Some(Gender::He)
        }
        "cousin" | "twin" | "partner" | "spouse" | "child" | "sibling" => None,
        _ => return None,
    }))
}

/// The first name that a short form stands for; the name itself if it stands for none.
pub(super) fn formal(name: &str) -> &str {
    #[rustfmt::skip]
    const SHORT_FORMS: &[(&str, &str)] = &[
        ("abe", "abraham"), ("al", "albert"), ("alex", "alexander"), ("andy", "andrew"), ("becky", "rebecca"),
        ("ben", "benjamin"), ("bernie", "bernard"), ("bill", "william"), ("billy", "william"), ("bob", "robert"),
        ("bobby", "robert"), ("charlie", "charles"), ("chris", "christopher"), ("chuck", "charles"),
        ("dan", "daniel"), ("danny", "daniel"), ("dave", "david"), ("debbie", "deborah"), ("dick", "richard"),
        ("don", "donald"), ("doug", "douglas"), ("ed", "edward"), ("fred", "frederick"), ("gene", "eugene"),
        ("greg", "gregory"), ("jake", "jacob"), ("jeff", "jeffrey"), ("jenny", "jennifer"), ("jerry", "gerald"),
        ("jim", "james"), ("jimmy", "james"), ("joe", "joseph"), ("joey", "joseph"), ("johnny", "john"),
        ("jon", "jonathan"), ("josh", "joshua"), ("kate", "katherine"), ("kathy", "katherine"), ("ken", "kenneth"),
        ("larry", "lawrence"), ("len", "leonard"), ("liz", "elizabeth"), ("maggie", "margaret"), ("matt", "matthew"),
        ("mike", "michael"), ("mitch", "mitchell"), ("nick", "nicholas"), ("pam", "pamela"), ("pat", "patrick"),
        ("pete", "peter"), ("phil", "philip"), ("ray", "raymond"), ("rick", "richard"), ("rob", "robert"),
        ("ron", "ronald"), ("sam", "samuel"), ("sandy", "sandra"), ("steve", "steven"), ("sue", "susan"),
        ("ted", "edward"), ("tim", "timothy"), ("tom", "thomas"), ("tommy", "thomas"), ("tony", "anthony"),
        ("vicky", "victoria"), ("will", "william"), ("zach", "zachary"),
    ];
    SHORT_FORMS.binary_search_by_key(&name, |(short, _)| short).map_or(name, |at| SHORT_FORMS[at].1)
}

/// How a person is spoken of who has this title or is called by this noun.
pub(super) fn gender_of_word(word: &str) -> Option<Gender> {
    #[rustfmt::skip]
    const SHE: &[&str] = &[
        "actress", "baroness", "countess", "dame", "duchess", "empress", "frau", "heiress", "hostess", "lady",
        "madam", "madame", "miss", "mlle", "mme", "mrs", "ms", "princess", "queen", "señora", "sra",
    ];
    #[rustfmt::skip]
    const HE: &[&str] = &[
        "baron", "count", "duke", "emperor", "herr", "imam", "king", "lord", "monsieur", "monsignor", "mr", "pope",
        "prince", "señor", "sheikh", "sir",
    ];
    let word = word.trim_end_matches('.');
    if has(SHE, word) || word.ends_with("woman") {
        Some(Gender::She)
    } else if has(HE, word)
        || word.ends_with("man") && word.len() > 5 && !matches!(word, "german" | "roman" | "ottoman")
    {
        Some(Gender::He)
    } else {
        kin(word).and_then(|kin| kin.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_generations_are_found() {
        assert_eq!(formal("bill"), "william");
        assert_eq!(formal("zach"), "zachary");
        assert_eq!(formal("abe"), "abraham");
        assert_eq!(formal("olena"), "olena");
        assert_eq!(generation("jr."), generation("ii"));
        assert_eq!(generation("hale"), None);
    }

    #[test]
    fn words_tell_how_a_person_is_spoken_of() {
        for (word, wanted) in [
            ("mrs.", Some(Gender::She)),
            ("spokeswoman", Some(Gender::She)),
            ("chairman", Some(Gender::He)),
            ("brother", Some(Gender::He)),
            ("cousin", None),
            ("german", None),
            ("president", None),
        ] {
            assert_eq!(gender_of_word(word), wanted, "{word}");
        }
    }
}
