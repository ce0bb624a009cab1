//! The words of time: each word's meaning for the grammar, looked up in a hash table made at compile time.

use super::holiday::Holiday;
use super::value::{PartOfDay, Season, Unit};

/// What a token means to the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// No word of time, and none that may stand between two: it ends an expression.
    Other,
    /// A word that has meaning only beside others: "the", "last", "early", "of". Rules compare its letters.
    Glue,
    /// Glue that an expression may rest on: "period", "term", the apostrophe of "’98".
    Anchor,
    /// 1 is January.
    Month(u8),
    /// 1 is Monday, as in ISO 8601.
    Weekday(u8),
    /// "Mondays"
    Weekdays(u8),
    Season(Season),
    Unit {
        unit: Unit,
        plural: bool,
    },
    /// "daily", "annually": once per unit.
    Recurring(Unit),
    PartOfDay(PartOfDay),
    /// "noon" and "midnight", with their hour.
    NamedHour(u8),
    /// "a.m." is false, "p.m." true.
    Meridiem(bool),
    /// A time zone; true is UTC itself.
    Zone(bool),
    /// "yesterday" is -1, "today" 0, "tomorrow" 1.
    Deictic(i8),
    Tonight,
    Holiday(Holiday),
    /// Digits alone: their value, how many there are, and whether commas part them.
    Digits {
        value: u32,
        len: u8,
        grouped: bool,
    },
    /// "2.5", in hundredths.
    Decimal(u32),
    /// "10:30"
    Clock {
        hour: u8,
        minute: u8,
        second: Option<u8>,
    },
    /// "24th", "second": what it counts to.
    Ordinal(u8),
    /// "1980s", "90s": the first year, or its last two digits.
    Decade(u16),
    /// "one" to "nineteen", "twenty" … "ninety".
    Cardinal(u8),
    /// "hundred", "thousand", "million".
    Scale(u32),
    /// "several", "few", "many": a number that is not said.
    Some,
    /// "half"
    Half,
    /// "now", "currently"
    Present,
    /// "recently", "previously"
    Past,
    /// "soon"
    Future,
    /// "BC" is true, "AD" false.
    Era(bool),
    /// "Q3"
    QuarterName(u8),
    /// "H1"
    HalfName(u8),
}

impl Lexeme {
    /// Whether an expression may rest on this word alone or with glue and numbers.
    pub(super) fn is_core(self) -> bool {
        match self {
            Self::Other | Self::Glue | Self::Decimal(_) | Self::Some | Self::Half => false,
            // From 17 on a number in words may begin a year: "nineteen ninety-six".
            Self::Cardinal(number) => (17..=20).contains(&number),
            Self::Digits { len, grouped, .. } => (3..=8).contains(&len) && !grouped,
            _ => true,
        }
    }
}

/// The meaning of a word in lower case. [`Lexeme::Other`] for a word that is not in the lexicon.
pub(super) fn look_up(word: &str) -> Lexeme {
    if word.len() > LONGEST {
        return Lexeme::Other;
    }
    let mut slot = hash(word.as_bytes());
    loop {
        match TABLE[slot] {
            0 => return Lexeme::Other,
            entry if WORDS[entry as usize - 1].0 == word => return WORDS[entry as usize - 1].1,
            _ => slot = (slot + 1) % SLOTS,
        }
    }
}

/// Length of the longest word in bytes.
const LONGEST: usize = 16;
/// A power of two, about four times the number of words, so that most words not in the table are told at first look.
const SLOTS: usize = 2048;
/// One more than the index into [`WORDS`]; 0 is empty. Open addressing.
static TABLE: [u16; SLOTS] = build();

const fn build() -> [u16; SLOTS] {
    let mut table = [0; SLOTS];
    let mut index = 0;
    while index < WORDS.len() {
        assert!(WORDS[index].0.len() <= LONGEST);
        let mut slot = hash(WORDS[index].0.as_bytes());
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        index += 1;
        table[slot] = index as u16;
    }
    table
}

/// FNV-1a.
const fn hash(word: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < word.len() {
        hash = (hash ^ word[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 15)) as usize % SLOTS
}

const fn one(unit: Unit) -> Lexeme {
    Lexeme::Unit { unit, plural: false }
}

const fn many(unit: Unit) -> Lexeme {
    Lexeme::Unit { unit, plural: true }
}

use Lexeme::{
    Cardinal, Deictic, Era, Future, Glue, Meridiem, Month, NamedHour, Ordinal, Past, Present, Recurring,
    Scale,
};
use Lexeme::{Weekday, Weekdays, Zone};

/// Every word once, in lower case.
#[rustfmt::skip]
static WORDS: &[(&str, Lexeme)] = &[
    // months
    ("january", Month(1)), ("jan.", Month(1)), ("jan", Month(1)),
    ("february", Month(2)), ("feb.", Month(2)), ("feb", Month(2)),
    ("march", Month(3)), ("mar.", Month(3)), ("mar", Month(3)),
    ("april", Month(4)), ("apr.", Month(4)), ("apr", Month(4)),
    ("may", Month(5)),
    ("june", Month(6)), ("jun.", Month(6)), ("jun", Month(6)),
    ("july", Month(7)), ("jul.", Month(7)), ("jul", Month(7)),
    ("august", Month(8)), ("aug.", Month(8)), ("aug", Month(8)),
    ("september", Month(9)), ("sept.", Month(9)), ("sept", Month(9)), ("sep.", Month(9)), ("sep", Month(9)),
    ("october", Month(10)), ("oct.", Month(10)), ("oct", Month(10)),
    ("november", Month(11)), ("nov.", Month(11)), ("nov", Month(11)),
    ("december", Month(12)), ("dec.", Month(12)), ("dec", Month(12)),
    // weekdays
    ("monday", Weekday(1)), ("mon.", Weekday(1)), ("mon", Weekday(1)), ("mondays", Weekdays(1)),
    ("tuesday", Weekday(2)), ("tue.", Weekday(2)), ("tue", Weekday(2)), ("tues.", Weekday(2)), ("tues", Weekday(2)),
    ("tuesdays", Weekdays(2)),
    ("wednesday", Weekday(3)), ("wed.", Weekday(3)), ("wed", Weekday(3)), ("wednesdays", Weekdays(3)),
    ("thursday", Weekday(4)), ("thu.", Weekday(4)), ("thu", Weekday(4)), ("thur.", Weekday(4)), ("thur", Weekday(4)),
    ("thurs.", Weekday(4)), ("thurs", Weekday(4)), ("thursdays", Weekdays(4)),
    ("friday", Weekday(5)), ("fri.", Weekday(5)), ("fri", Weekday(5)), ("fridays", Weekdays(5)),
    ("saturday", Weekday(6)), ("sat.", Weekday(6)), ("sat", Weekday(6)), ("saturdays", Weekdays(6)),
    ("sunday", Weekday(7)), ("sun.", Weekday(7)), ("sun", Weekday(7)), ("sundays", Weekdays(7)),
    // seasons
    ("spring", Lexeme::Season(Season::Spring)), ("springtime", Lexeme::Season(Season::Spring)),
    ("summer", Lexeme::Season(Season::Summer)), ("summertime", Lexeme::Season(Season::Summer)),
    ("fall", Lexeme::Season(Season::Fall)), ("autumn", Lexeme::Season(Season::Fall)),
    ("winter", Lexeme::Season(Season::Winter)), ("wintertime", Lexeme::Season(Season::Winter)),
    // units
    ("second", Ordinal(2)), ("seconds", many(Unit::Second)), ("sec", one(Unit::Second)), ("secs", many(Unit::Second)),
    ("minute", one(Unit::Minute)), ("minutes", many(Unit::Minute)), ("min", one(Unit::Minute)), ("mins", many(Unit::Minute)),
    ("hour", one(Unit::Hour)), ("hours", many(Unit::Hour)), ("hr", one(Unit::Hour)), ("hrs", many(Unit::Hour)),
    ("day", one(Unit::Day)), ("days", many(Unit::Day)), ("night", Lexeme::PartOfDay(PartOfDay::Night)), ("nights", many(Unit::Day)),
    ("weekend", one(Unit::Weekend)), ("weekends", many(Unit::Weekend)),
    ("week", one(Unit::Week)), ("weeks", many(Unit::Week)), ("wk", one(Unit::Week)), ("wks", many(Unit::Week)),
    ("fortnight", one(Unit::Fortnight)), ("fortnights", many(Unit::Fortnight)), ("fortnightly", Recurring(Unit::Fortnight)),
    ("month", one(Unit::Month)), ("months", many(Unit::Month)),
    ("quarter", one(Unit::Quarter)), ("quarters", many(Unit::Quarter)),
    ("semester", one(Unit::Half)),
    ("year", one(Unit::Year)), ("years", many(Unit::Year)), ("yr", one(Unit::Year)), ("yrs", many(Unit::Year)),
    ("decade", one(Unit::Decade)), ("decades", many(Unit::Decade)),
    ("century", one(Unit::Century)), ("centuries", many(Unit::Century)),
    ("millennium", one(Unit::Millennium)), ("millennia", many(Unit::Millennium)),
    ("daily", Recurring(Unit::Day)), ("nightly", Recurring(Unit::Day)), ("hourly", Recurring(Unit::Hour)),
    ("weekly", Recurring(Unit::Week)), ("monthly", Recurring(Unit::Month)), ("quarterly", Recurring(Unit::Quarter)),
    ("yearly", Recurring(Unit::Year)), ("annually", Recurring(Unit::Year)), ("annual", Recurring(Unit::Year)),
    // parts of the day, times
    ("morning", Lexeme::PartOfDay(PartOfDay::Morning)), ("dawn", Lexeme::PartOfDay(PartOfDay::Morning)),
    ("afternoon", Lexeme::PartOfDay(PartOfDay::Afternoon)),
    ("evening", Lexeme::PartOfDay(PartOfDay::Evening)), ("dusk", Lexeme::PartOfDay(PartOfDay::Evening)),
    ("overnight", Lexeme::PartOfDay(PartOfDay::Night)),
    ("lunchtime", Lexeme::PartOfDay(PartOfDay::Midday)),
    ("noon", NamedHour(12)), ("midday", NamedHour(12)), ("midnight", NamedHour(24)),
    ("a.m.", Meridiem(false)), ("am", Meridiem(false)), ("a.m", Meridiem(false)),
    ("p.m.", Meridiem(true)), ("pm", Meridiem(true)), ("p.m", Meridiem(true)),
    ("gmt", Zone(true)), ("utc", Zone(true)), ("est", Zone(false)), ("edt", Zone(false)), ("cst", Zone(false)),
    ("cdt", Zone(false)), ("mst", Zone(false)), ("mdt", Zone(false)), ("pst", Zone(false)), ("pdt", Zone(false)),
    ("bst", Zone(false)), ("cet", Zone(false)), ("cest", Zone(false)), ("ist", Zone(false)), ("jst", Zone(false)),
    ("aest", Zone(false)), ("et", Zone(false)), ("pt", Zone(false)), ("ct", Zone(false)), ("eastern", Zone(false)),
    ("pacific", Zone(false)), ("o'clock", Lexeme::Anchor), ("o’clock", Lexeme::Anchor), ("local", Glue), ("time", Glue),
    // days from here
    ("today", Deictic(0)), ("yesterday", Deictic(-1)), ("tomorrow", Deictic(1)), ("tonight", Lexeme::Tonight),
    // references
    ("now", Present), ("currently", Present), ("nowadays", Present), ("presently", Present), ("current", Present),
    ("recently", Past), ("previously", Past), ("formerly", Past), ("recent", Past), ("former", Past), ("past", Past), ("once", Past),
    ("soon", Future), ("future", Future),
    // eras, fiscal years
    ("bc", Era(true)), ("b.c.", Era(true)), ("bce", Era(true)), ("b.c.e.", Era(true)), ("b.c", Era(true)),
    ("ad", Era(false)), ("a.d.", Era(false)), ("ce", Era(false)), ("c.e.", Era(false)), ("a.d", Era(false)),
    ("fiscal", Glue), ("financial", Glue), ("calendar", Glue), ("full", Glue), ("fy", Glue),
    // numbers
    ("zero", Cardinal(0)), ("one", Cardinal(1)), ("two", Cardinal(2)), ("three", Cardinal(3)), ("four", Cardinal(4)),
    ("five", Cardinal(5)), ("six", Cardinal(6)), ("seven", Cardinal(7)), ("eight", Cardinal(8)), ("nine", Cardinal(9)),
    ("ten", Cardinal(10)), ("eleven", Cardinal(11)), ("twelve", Cardinal(12)), ("thirteen", Cardinal(13)),
    ("fourteen", Cardinal(14)), ("fifteen", Cardinal(15)), ("sixteen", Cardinal(16)), ("seventeen", Cardinal(17)),
    ("eighteen", Cardinal(18)), ("nineteen", Cardinal(19)), ("twenty", Cardinal(20)), ("thirty", Cardinal(30)),
    ("forty", Cardinal(40)), ("fifty", Cardinal(50)), ("sixty", Cardinal(60)), ("seventy", Cardinal(70)),
    ("eighty", Cardinal(80)), ("ninety", Cardinal(90)), ("dozen", Cardinal(12)),
    ("hundred", Scale(100)), ("thousand", Scale(1000)), ("million", Scale(1_000_000)),
    ("first", Ordinal(1)), ("third", Ordinal(3)), ("fourth", Ordinal(4)), ("fifth", Ordinal(5)), ("sixth", Ordinal(6)),
    ("seventh", Ordinal(7)), ("eighth", Ordinal(8)), ("ninth", Ordinal(9)), ("tenth", Ordinal(10)),
    ("eleventh", Ordinal(11)), ("twelfth", Ordinal(12)), ("thirteenth", Ordinal(13)), ("fourteenth", Ordinal(14)),
    ("fifteenth", Ordinal(15)), ("sixteenth", Ordinal(16)), ("seventeenth", Ordinal(17)), ("eighteenth", Ordinal(18)),
    ("nineteenth", Ordinal(19)), ("twentieth", Ordinal(20)), ("thirtieth", Ordinal(30)),
    ("several", Lexeme::Some), ("few", Lexeme::Some), ("many", Lexeme::Some), ("some", Lexeme::Some),
    ("dozens", Lexeme::Some), ("hundreds", Lexeme::Some), ("thousands", Lexeme::Some), ("couple", Cardinal(2)),
    ("half", Lexeme::Half), ("halves", Lexeme::Half),
    ("twenties", Lexeme::Decade(20)), ("thirties", Lexeme::Decade(30)), ("forties", Lexeme::Decade(40)),
    ("fifties", Lexeme::Decade(50)), ("sixties", Lexeme::Decade(60)), ("seventies", Lexeme::Decade(70)),
    ("eighties", Lexeme::Decade(80)), ("nineties", Lexeme::Decade(90)),
    // holidays of one word, or told by their first; the rest of the name is read by the grammar
    ("christmas", Lexeme::Holiday(Holiday::Christmas)), ("easter", Lexeme::Holiday(Holiday::Easter)),
    ("thanksgiving", Lexeme::Holiday(Holiday::Thanksgiving)), ("halloween", Lexeme::Holiday(Holiday::Halloween)),
    ("juneteenth", Lexeme::Holiday(Holiday::Juneteenth)), ("pentecost", Lexeme::Holiday(Holiday::Pentecost)),
    ("epiphany", Lexeme::Holiday(Holiday::Epiphany)), ("kwanzaa", Lexeme::Holiday(Holiday::Kwanzaa)),
    // words that lead or join; the first words of holidays' names are among them
    ("the", Glue), ("a", Glue), ("an", Glue), ("of", Glue), ("in", Glue), ("on", Glue), ("at", Glue), ("and", Glue),
    ("or", Glue), ("to", Glue), ("from", Glue), ("until", Glue), ("till", Glue), ("through", Glue), ("between", Glue),
    ("than", Glue), ("that", Glue), ("this", Glue), ("these", Glue), ("those", Glue), ("same", Glue), ("last", Glue),
    ("next", Glue), ("coming", Glue), ("following", Glue), ("previous", Glue), ("preceding", Glue), ("prior", Glue),
    ("latest", Glue), ("every", Glue), ("each", Glue), ("any", Glue), ("other", Glue), ("its", Glue), ("their", Glue),
    ("'s", Glue), ("’s", Glue), ("early", Glue), ("late", Glue), ("mid", Glue), ("middle", Glue), ("earlier", Glue),
    ("later", Glue), ("beginning", Glue), ("start", Glue), ("end", Glue), ("close", Glue), ("turn", Glue), ("rest", Glue),
    ("remainder", Glue), ("height", Glue), ("ago", Glue), ("hence", Glue), ("before", Glue), ("after", Glue), ("back", Glue),
    ("about", Glue), ("around", Glue), ("approximately", Glue), ("roughly", Glue), ("nearly", Glue), ("almost", Glue),
    ("more", Glue), ("less", Glue), ("fewer", Glue), ("over", Glue), ("under", Glue), ("least", Glue), ("most", Glue),
    ("up", Glue), ("no", Glue), ("only", Glue), ("just", Glue), ("another", Glue), ("additional", Glue), ("so", Glue),
    ("twice", Glue), ("times", Glue), ("per", Glue), ("ahead", Glue), ("year-end", Glue), ("near", Glue), ("term", Lexeme::Anchor),
    ("short", Glue), ("long", Glue), ("old", Glue), ("period", Lexeme::Anchor), ("ended", Glue), ("ending", Glue), ("comparable", Glue),
    ("corresponding", Glue), ("sometime", Glue), ("then", Glue), ("very", Glue), ("with", Glue), ("trading", Glue),
    ("business", Glue), ("working", Glue), ("consecutive", Glue), ("straight", Glue), ("successive", Glue),
    ("eve", Glue), ("memorial", Glue), ("labor", Glue), ("labour", Glue), ("independence", Glue), ("veterans", Glue),
    ("presidents", Glue), ("columbus", Glue), ("new", Glue), ("good", Glue), ("boxing", Glue), ("valentine", Glue),
    ("mother", Glue), ("father", Glue), ("st.", Glue), ("patrick", Glue), ("martin", Glue), ("luther", Glue), ("king", Glue),
    ("jr.", Glue), ("jr", Glue), ("groundhog", Glue), ("ash", Glue), ("palm", Glue), ("black", Glue), ("cyber", Glue),
    ("election", Glue), ("inauguration", Glue), ("bastille", Glue), ("remembrance", Glue), ("armistice", Glue), ("anzac", Glue),
    ("australia", Glue), ("canada", Glue), ("guy", Glue), ("fawkes", Glue), ("earth", Glue), ("fools", Glue), ("fool", Glue),
    ("bonfire", Glue), ("flag", Glue), ("holy", Glue), ("maundy", Glue), ("all", Glue), ("saints", Glue), ("souls", Glue),
    ("women", Glue), ("international", Glue), ("v-e", Glue), ("d-day", Glue), ("indigenous", Glue), ("peoples", Glue),
    ("s", Glue), (",", Glue), ("-", Glue), ("–", Glue), ("—", Glue), ("--", Glue), ("/", Lexeme::Anchor), (".", Glue), ("[", Glue), ("]", Glue), ("'", Lexeme::Anchor), ("’", Lexeme::Anchor), ("‘", Lexeme::Anchor),
];
