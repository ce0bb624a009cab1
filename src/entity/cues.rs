//! Closed word lists: the words beside and inside a name that tell what it names.
//!
//! All in lower case and sorted, for binary search; kept out of the formatter's hands, which would give each word a
//! line of its own.

/// Whether a sorted list has the word.
fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Words that never begin a name, however they are capitalised.
pub(super) fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    const FUNCTION_WORD: &[&str] = &[
        "a", "about", "above", "according", "after", "again", "against", "all", "also", "although", "am",
        "amid", "among", "an", "and", "another", "any", "are", "around", "as", "at", "be", "because", "been",
        "before", "behind", "being", "below", "beside", "between", "both", "but", "by", "can", "could",
        "despite", "did", "do", "does", "down", "during", "each", "either", "every", "except", "few",
        "following", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "how", "however",
        "i", "if", "in", "instead", "into", "is", "it", "its", "just", "let", "like", "many", "may", "me",
        "meanwhile", "might", "more", "most", "much", "must", "my", "neither", "no", "nor", "not", "now",
        "of", "off", "on", "once", "one", "only", "onto", "or", "other", "others", "our", "out", "over",
        "per", "several", "shall", "she", "should", "since", "so", "some", "still", "such", "than", "that",
        "the", "their", "them", "then", "there", "these", "they", "this", "those", "though", "through",
        "throughout", "thus", "to", "too", "toward", "towards", "two", "under", "unless", "until", "up",
        "upon", "us", "very", "via", "was", "we", "were", "what", "when", "where", "whether", "which",
        "while", "who", "whose", "why", "will", "with", "within", "without", "would", "yes", "yet", "you",
        "your",
    ];

    has(FUNCTION_WORD, word)
}

/// Months and weekdays, whole and abbreviated.
pub(super) fn is_calendar_word(word: &str) -> bool {
    #[rustfmt::skip]
    const CALENDAR_WORD: &[&str] = &[
        "apr", "april", "aug", "august", "dec", "december", "feb", "february", "fri", "friday", "fridays",
        "jan", "january", "jul", "july", "jun", "june", "mar", "march", "may", "mon", "monday", "mondays",
        "nov", "november", "oct", "october", "sat", "saturday", "saturdays", "sep", "sept", "september",
        "sun", "sunday", "sundays", "thu", "thur", "thurs", "thursday", "thursdays", "tue", "tues", "tuesday",
        "tuesdays", "wed", "wednesday", "wednesdays",
    ];

    has(CALENDAR_WORD, word.trim_end_matches('.'))
}

/// Months that are surnames too: "Theresa May".
pub(super) fn is_surname_and_month(word: &str) -> bool {
    #[rustfmt::skip]
    const SURNAME_AND_MONTH: &[&str] = &[
        "april", "august", "june", "march", "may",
    ];

    has(SURNAME_AND_MONTH, word)
}

/// Months, whole or abbreviated, that are first names too: "Jan Novak".
pub(super) fn is_first_name_and_month(word: &str) -> bool {
    matches!(word, "april" | "jan" | "june" | "may")
}

/// Lower-case words that open a surname without a hyphen: "bin Laden".
pub(super) fn opens_surname(word: &str) -> bool {
    #[rustfmt::skip]
    const OPENS_SURNAME: &[&str] = &[
        "bin", "bint", "ibn", "von",
    ];

    has(OPENS_SURNAME, word)
}

/// Endings of places' names in many countries.
pub(super) fn ends_like_place(word: &str) -> bool {
    #[rustfmt::skip]
    const ENDINGS: &[&str] = &[
        "abad", "burg", "burgh", "bury", "dorf", "garh", "grad", "heim", "land", "nagar", "polis", "pur",
        "shire", "stadt", "stan", "ville",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Endings of surnames that mean "son of" or "from".
pub(super) fn ends_like_surname(word: &str) -> bool {
    #[rustfmt::skip]
    const ENDINGS: &[&str] = &[
        "enko", "escu", "eva", "ević", "ian", "idze", "oglu", "opoulos", "ova", "ovic", "ović", "oğlu", "sen",
        "shvili", "ski", "sky", "sson", "wicz", "yan", "zadeh",
    ];
    word.len() > 5 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Words for directions, which belong to the name of a region or a people: "South American", "West Africa".
pub(super) fn is_direction(word: &str) -> bool {
    #[rustfmt::skip]
    const DIRECTION: &[&str] = &[
        "central", "east", "eastern", "greater", "latin", "lower", "new", "north", "northeast", "northern",
        "northwest", "south", "southeast", "southern", "southwest", "upper", "west", "western",
    ];

    has(DIRECTION, word)
}

/// Legal forms, which may follow a company's name after a comma.
pub(super) fn is_legal_form(word: &str) -> bool {
    #[rustfmt::skip]
    const LEGAL_FORM: &[&str] = &[
        "ag", "co", "corp", "gmbh", "inc", "llc", "llp", "ltd", "nv", "plc", "sa",
    ];

    has(LEGAL_FORM, word.trim_end_matches('.'))
}

/// Words after a hyphen that are no part of the name before it: "London-based".
pub(super) fn follows_hyphen(word: &str) -> bool {
    #[rustfmt::skip]
    const FOLLOWS_HYPHEN: &[&str] = &[
        "affiliated", "allied", "area", "backed", "based", "born", "bound", "brokered", "controlled",
        "designate", "designed", "educated", "elect", "funded", "held", "led", "like", "linked", "listed",
        "made", "mediated", "occupied", "owned", "related", "run", "sponsored", "style", "trained", "type",
        "wide",
    ];

    has(FOLLOWS_HYPHEN, word)
}

/// First words of holidays: days, and as such found by the date stage.
pub(super) fn is_holiday(word: &str) -> bool {
    #[rustfmt::skip]
    const HOLIDAY: &[&str] = &[
        "christmas", "easter", "halloween", "hogmanay", "thanksgiving", "whitsun",
    ];

    has(HOLIDAY, word)
}

/// Plurals without -s, whose possessive may stand inside a name: "People’s Party".
pub(super) fn is_irregular_plural(word: &str) -> bool {
    #[rustfmt::skip]
    const IRREGULAR_PLURAL: &[&str] = &[
        "children", "people", "police",
    ];

    has(IRREGULAR_PLURAL, word) || word.ends_with("men")
}

/// Capitalised words that name nothing of the seven kinds.
pub(super) fn is_plain_capitalised(word: &str) -> bool {
    #[rustfmt::skip]
    const PLAIN_CAPITALISED: &[&str] = &[
        "allah", "celsius", "fahrenheit", "god", "heaven", "hell", "internet", "lord", "satan", "web",
    ];

    has(PLAIN_CAPITALISED, word)
}

/// Abbreviations in capitals that name nothing.
pub(super) fn is_plain_acronym(word: &str) -> bool {
    #[rustfmt::skip]
    const PLAIN_ACRONYM: &[&str] = &[
        "a.d", "a.m", "ad", "ai", "aids", "am", "atm", "b.c", "ba", "bc", "bsc", "bst", "cctv", "cd", "ceo",
        "cet", "cfo", "coo", "covid", "covid-19", "cto", "diy", "dj", "dna", "dvd", "edt", "est", "ev", "evs",
        "faq", "fir", "ft", "gdp", "ghz", "gmt", "gnp", "gpa", "gps", "hiv", "hr", "icu", "id", "ied", "ieds",
        "ii", "iii", "ipl", "ipo", "ist", "it", "iv", "ix", "km", "led", "lgbt", "lgbtq", "ma", "mba", "mep",
        "meps", "mhz", "mla", "mlas", "mp", "mps", "msc", "mvp", "ngo", "ngos", "odi", "odis", "ok", "p.m",
        "pc", "pcr", "ph.d", "phd", "pm", "pr", "pst", "q&a", "qr", "r&d", "rna", "rsvp", "sars", "sms",
        "suv", "tv", "uav", "uavs", "url", "usb", "utc", "uv", "vat", "vi", "vii", "viii", "vip", "vp",
    ];

    has(PLAIN_ACRONYM, word.trim_end_matches('.'))
}

/// Small words that join the parts of a person's name.
pub(super) fn is_name_particle(word: &str) -> bool {
    #[rustfmt::skip]
    const NAME_PARTICLE: &[&str] = &[
        "abu", "af", "ag", "al", "av", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den", "der",
        "des", "di", "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le", "los", "ten", "ter", "ul",
        "ur", "van", "von", "y", "zu",
    ];

    has(NAME_PARTICLE, word)
}

/// Arabic articles, which a hyphen joins to what follows.
pub(super) fn is_arabic_article(word: &str) -> bool {
    #[rustfmt::skip]
    const ARABIC_ARTICLE: &[&str] = &[
        "ad", "al", "an", "ar", "as", "ash", "at", "az", "ed", "el", "ul",
    ];

    has(ARABIC_ARTICLE, word)
}

/// Last words of organizations' names.
pub(super) fn is_organization_head(word: &str) -> bool {
    #[rustfmt::skip]
    const ORGANIZATION_HEAD: &[&str] = &[
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

    has(ORGANIZATION_HEAD, word.trim_end_matches('.'))
}

/// Last words of places' names.
pub(super) fn is_place_head(word: &str) -> bool {
    #[rustfmt::skip]
    const PLACE_HEAD: &[&str] = &[
        "airfield", "airport", "archipelago", "arena", "avenue", "base", "basin", "bay", "beach", "boulevard",
        "bridge", "camp", "canal", "canyon", "castle", "cathedral", "cemetery", "channel", "city", "coast",
        "compound", "corridor", "county", "courthouse", "crater", "creek", "crossing", "dam", "delta",
        "desert", "district", "falls", "farm", "forest", "garden", "gardens", "glacier", "governorate",
        "gulf", "harbor", "harbour", "heights", "highway", "hill", "hills", "hotel", "house", "inn", "island",
        "islands", "isle", "isles", "jail", "junction", "lake", "lakes", "lane", "lodge", "mall", "mill",
        "mine", "monastery", "mosque", "mount", "mountain", "mountains", "oasis", "oblast", "ocean", "palace",
        "park", "pass", "peak", "peninsula", "plain", "plains", "plateau", "plaza", "port", "prefecture",
        "prison", "province", "quarry", "raion", "ranch", "range", "reef", "region", "republic", "reservoir",
        "ridge", "river", "road", "route", "sea", "shrine", "springs", "square", "st", "stadium", "state",
        "station", "strait", "street", "suburb", "temple", "terminal", "territory", "tower", "towers", "town",
        "township", "tunnel", "valley", "village", "volcano", "waterfall", "woods", "zone", "zoo",
    ];

    has(PLACE_HEAD, word.trim_end_matches('.'))
}

/// First words of places' names.
pub(super) fn is_place_opener(word: &str) -> bool {
    #[rustfmt::skip]
    const PLACE_OPENER: &[&str] = &[
        "bay", "camp", "cape", "fort", "ft", "gulf", "isle", "lake", "mount", "mt", "port", "river", "strait",
    ];

    has(PLACE_OPENER, word.trim_end_matches('.'))
}

/// Last words of events' names.
pub(super) fn is_event_head(word: &str) -> bool {
    #[rustfmt::skip]
    const EVENT_HEAD: &[&str] = &[
        "airshow", "attack", "attacks", "awards", "battle", "biennale", "campaign", "carnival",
        "celebration", "ceremony", "championship", "championships", "classic", "conference", "congresses",
        "convention", "coup", "crusade", "cup", "day", "derby", "disaster", "earthquake", "election",
        "elections", "eve", "expo", "fair", "festival", "final", "finals", "games", "genocide", "grammys",
        "invasion", "marathon", "massacre", "masters", "movement's", "offensive", "olympiad", "olympics",
        "open", "operation", "oscars", "pandemic", "paralympics", "pride", "primary", "prix", "prize",
        "rebellion", "referendum", "regatta", "revolt", "revolution", "riots", "series", "shooting", "show",
        "spring", "storm", "summit", "symposium", "tour", "tournament", "trophy", "tsunami", "uprising",
        "war", "wars", "week", "year",
    ];

    has(EVENT_HEAD, word)
}

/// First words of events' names.
pub(super) fn is_event_opener(word: &str) -> bool {
    #[rustfmt::skip]
    const EVENT_OPENER: &[&str] = &[
        "battle", "cyclone", "hurricane", "operation", "siege", "typhoon",
    ];

    has(EVENT_OPENER, word)
}

/// Last words of laws, treaties and other titled works.
pub(super) fn is_work_head(word: &str) -> bool {
    #[rustfmt::skip]
    const WORK_HEAD: &[&str] = &[
        "accord", "accords", "act", "agreement", "agreements", "amendment", "bill", "charter", "code",
        "constitution", "convention", "conventions", "covenant", "declaration", "directive", "law", "laws",
        "memorandum", "pact", "protocol", "report", "resolution", "rules", "statute", "treaties", "treaty",
    ];

    has(WORK_HEAD, word)
}

/// Words after which "of" goes on with the same name.
pub(super) fn takes_of(word: &str) -> bool {
    #[rustfmt::skip]
    const TAKES_OF: &[&str] = &[
        "bay", "brotherhood", "cape", "coast", "communist", "day", "duchy", "emirate", "faculty", "gulf",
        "horn", "house", "isle", "kingdom", "library", "massacre", "order", "port", "republic", "school",
        "sea", "sisters", "sons", "state", "states", "strait", "tower", "university", "war",
    ];

    is_organization_head(word) || is_work_head(word) || is_event_opener(word) || has(TAKES_OF, word)
}

/// Words after which "for" or "on" goes on with the same name.
pub(super) fn takes_for(word: &str) -> bool {
    #[rustfmt::skip]
    const TAKES_FOR: &[&str] = &[
        "agency", "alliance", "association", "bureau", "campaign", "center", "centers", "centre", "centres",
        "coalition", "commission", "commissioner", "committee", "conference", "convention", "council",
        "department", "forum", "foundation", "front", "fund", "institute", "ministry", "movement", "network",
        "office", "organisation", "organization", "party", "society", "treaty", "union",
    ];

    has(TAKES_FOR, word)
}

/// Titles and offices that stand before a person's name.
pub(super) fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLE: &[&str] = &[
        "abbot", "activist", "actor", "actress", "adm", "admiral", "adviser", "advisor", "amb", "ambassador",
        "analyst", "archbishop", "astronaut", "attorney", "auditor", "author", "ayatollah", "bailiff",
        "baron", "baroness", "barrister", "bishop", "brig", "brigadier", "brother", "canon", "capt",
        "captain", "cardinal", "ceo", "chair", "chairman", "chairperson", "chairwoman", "chancellor",
        "chaplain", "chief", "cllr", "cmdr", "coach", "col", "colonel", "comedian", "commander",
        "commissioner", "comptroller", "comrade", "congressman", "congressmen", "congresswoman", "constable",
        "coordinator", "coroner", "corporal", "correspondent", "cosmonaut", "councillor", "councilman",
        "councilwoman", "counsel", "counselor", "count", "countess", "cpl", "dame", "datuk", "deacon",
        "defender", "deputy", "det", "detective", "director", "dr", "duchess", "duke", "earl", "economist",
        "editor", "emir", "emperor", "envoy", "executive", "father", "firefighter", "footballer", "founder",
        "fr", "frau", "gen", "general", "goalkeeper", "gov", "governor", "haji", "head", "herr", "historian",
        "hon", "imam", "insp", "inspector", "journalist", "judge", "justice", "king", "lady", "lawmaker",
        "lawyer", "leader", "lieutenant", "lord", "lt", "madam", "madame", "magistrate", "maj", "major",
        "manager", "marshal", "maulana", "mayor", "midfielder", "minister", "miss", "mlle", "mme", "monk",
        "monsieur", "mp", "mr", "mrs", "ms", "mullah", "mx", "nun", "nurse", "officer", "ombudsman",
        "paratrooper", "pastor", "patriarch", "pope", "postmaster", "premier", "pres", "president", "prince",
        "princess", "private", "prof", "professor", "prosecutor", "pvt", "queen", "rabbi", "rapper",
        "referee", "registrar", "rep", "representative", "reps", "rev", "reverend", "secretary", "sen",
        "senator", "sens", "sergeant", "señor", "sgt", "shaikh", "sheik", "sheikh", "sheriff", "shri",
        "singer", "sir", "sister", "smt", "solicitor", "speaker", "spokesman", "spokesperson", "spokeswoman",
        "sr", "sra", "striker", "sultan", "superintendent", "supt", "tan", "taoiseach", "trader", "treasurer",
        "umpire", "ustaz",
    ];

    has(TITLE, word.trim_end_matches('.'))
}

/// Titles that say how to address a person and not what they do.
pub(super) fn is_form_of_address(word: &str) -> bool {
    #[rustfmt::skip]
    const FORM_OF_ADDRESS: &[&str] = &[
        "brother", "dr", "father", "frau", "haji", "herr", "hon", "madam", "madame", "miss", "mlle", "mme",
        "monsieur", "mr", "mrs", "ms", "mx", "señor", "shri", "sir", "sister", "smt", "sr", "sra",
    ];

    has(FORM_OF_ADDRESS, word.trim_end_matches('.'))
}

/// Words that belong to a title when a title follows: "Deputy Foreign Minister", "Vice President".
pub(super) fn is_title_modifier(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLE_MODIFIER: &[&str] = &[
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

    has(TITLE_MODIFIER, word.trim_end_matches('.'))
}

/// Words that follow a title as its second half: "Attorney General", "Governor General", "Secretary-General".
pub(super) fn ends_title(word: &str) -> bool {
    #[rustfmt::skip]
    const ENDS_TITLE: &[&str] = &[
        "designate", "elect", "emeritus", "general", "in-chief", "minister", "whip",
    ];

    has(ENDS_TITLE, word)
}

/// Lower-case words right before a name that only persons have before theirs, beside titles.
pub(super) fn is_person_noun(word: &str) -> bool {
    #[rustfmt::skip]
    const PERSON_NOUN: &[&str] = &[
        "artist", "astronaut", "banker", "batsman", "batter", "billionaire", "biologist", "boss", "bowler",
        "brother", "businessman", "businesswoman", "candidate", "captain", "champion", "cleric", "colleague",
        "comedian", "composer", "counterpart", "critic", "dancer", "daughter", "defender", "dictator",
        "diplomat", "dissident", "driver", "epidemiologist", "expert", "father", "filmmaker", "forward",
        "friend", "golfer", "gunman", "heir", "husband", "incumbent", "magnate", "model", "mother",
        "musician", "named", "nominee", "novelist", "official", "owner", "painter", "physicist", "pitcher",
        "poet", "politician", "preacher", "predecessor", "quarterback", "rapper", "researcher", "resident",
        "rival", "scientist", "shooter", "sister", "skipper", "son", "sprinter", "strongman", "student",
        "successor", "surgeon", "suspect", "swimmer", "teacher", "teammate", "tycoon", "veteran", "victim",
        "virologist", "wicketkeeper", "widow", "wife", "winger", "writer",
    ];

    is_title(word) || has(PERSON_NOUN, word)
}

/// Kinds of titled works, before the title.
pub(super) fn is_work_noun(word: &str) -> bool {
    #[rustfmt::skip]
    const WORK_NOUN: &[&str] = &[
        "album", "anthem", "ballad", "book", "comedy", "documentary", "drama", "episode", "film", "hit",
        "memoir", "movie", "musical", "novel", "opera", "painting", "play", "poem", "series", "show",
        "single", "song", "titled",
    ];

    has(WORK_NOUN, word)
}

/// Verbs whose subject speaks.
pub(super) fn is_speech_verb(word: &str) -> bool {
    #[rustfmt::skip]
    const SPEECH_VERB: &[&str] = &[
        "acknowledged", "added", "adds", "admitted", "argued", "asked", "asks", "believed", "believes",
        "claimed", "commented", "complained", "conceded", "concluded", "confirmed", "continued", "declared",
        "denied", "explained", "hoped", "hopes", "insisted", "joked", "noted", "pointed", "recalled",
        "remarked", "replied", "responded", "said", "say", "says", "speaks", "spoke", "stated", "stressed",
        "suggested", "tells", "testified", "thinks", "thought", "told", "tweeted", "vowed", "warned",
        "writes", "wrote",
    ];

    has(SPEECH_VERB, word)
}

/// Verbs that only persons do, mostly.
pub(super) fn is_person_verb(word: &str) -> bool {
    #[rustfmt::skip]
    const PERSON_VERB: &[&str] = &[
        "aged", "arrived", "asserted", "cried", "died", "discussed", "flew", "graduated", "herself",
        "himself", "jr", "laughed", "married", "met", "planned", "plans", "pleaded", "resigned", "retired",
        "sang", "scored", "smiled", "sr", "starred", "struck", "tweeted", "urged", "visited", "walked", "who",
        "whose",
    ];

    is_speech_verb(word) || has(PERSON_VERB, word)
}

/// Prepositions that places follow.
pub(super) fn is_place_preposition(word: &str) -> bool {
    #[rustfmt::skip]
    const PLACE_PREPOSITION: &[&str] = &[
        "across", "around", "at", "central", "downtown", "east", "eastern", "entered", "from", "in", "inside",
        "into", "invaded", "leave", "left", "mainland", "near", "neighboring", "neighbouring", "north",
        "northeast", "northeastern", "northern", "northwest", "northwestern", "off", "outside", "reached",
        "rural", "south", "southeast", "southeastern", "southern", "southwest", "southwestern", "throughout",
        "to", "toward", "towards", "upstate", "via", "visit", "visited", "visiting", "west", "western",
    ];

    has(PLACE_PREPOSITION, word)
}

/// Nouns that a place's name follows ("the city of X") or that follow it ("X province").
pub(super) fn is_place_noun(word: &str) -> bool {
    #[rustfmt::skip]
    const PLACE_NOUN: &[&str] = &[
        "area", "areas", "border", "capital", "cities", "country", "districts", "enclave", "governor",
        "kingdom", "mayor", "metro", "municipality", "nation", "neighborhood", "neighbourhood", "outskirts",
        "provinces", "resort", "shore", "skies", "states", "streets", "suburbs", "towns", "villages",
    ];

    is_place_head(word) || has(PLACE_NOUN, word)
}

/// Nouns after an organization's name.
pub(super) fn is_organization_noun(word: &str) -> bool {
    #[rustfmt::skip]
    const ORGANIZATION_NOUN: &[&str] = &[
        "agency", "agents", "boss", "candidate", "ceo", "chairman", "channel", "chief", "club", "coach",
        "company", "correspondent", "customers", "director", "employees", "envoy", "executive", "executives",
        "fans", "fighters", "firm", "group", "headquarters", "inspectors", "investigators", "investors",
        "journalist", "lawmaker", "lawmakers", "leadership", "magazine", "manager", "member", "members",
        "membership", "militant", "militants", "newspaper", "official", "officials", "party", "peacekeepers",
        "players", "rebels", "report", "reporter", "researchers", "shares", "side", "soldiers", "spokesman",
        "spokesperson", "spokeswoman", "squad", "staff", "statement", "stock", "subsidiary", "troops",
        "users", "website", "workers",
    ];

    has(ORGANIZATION_NOUN, word)
}

/// Nouns before an organization's name.
pub(super) fn leads_to_organization(word: &str) -> bool {
    #[rustfmt::skip]
    const LEADS_TO_ORGANIZATION: &[&str] = &[
        "acquired", "against", "agency", "airline", "automaker", "band", "bank", "beat", "broadcaster",
        "carmaker", "carrier", "chain", "champions", "channel", "charity", "chipmaker", "club", "company",
        "conglomerate", "contractor", "daily", "developer", "firm", "giant", "group", "insurer", "joined",
        "magazine", "maker", "manufacturer", "militia", "movement", "network", "newspaper", "nonprofit",
        "operator", "organisation", "organization", "party", "producer", "publisher", "retailer", "rivals",
        "signed", "startup", "team", "told", "university", "watchdog", "website",
    ];

    has(LEADS_TO_ORGANIZATION, word)
}
