//! Words the quote rules know: the closed classes of English, and verbs with the way they report speech.
//!
//! Verbs are listed by lemma, with irregular past forms after a colon and a `+` where the last consonant doubles;
//! all their forms are made once, when the first text comes.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a verb reports speech: what it takes as its content, and what else stands with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// "She said (that) it rained", "it rained, she said".
    Say,
    /// As [`Frame::Say`], and what is promised may be an infinitive: "vowed to go on".
    Promise,
    /// As [`Frame::Say`] after "that" or with marks, but a bare noun phrase after it is its object: "wrote a book".
    Write,
    /// Someone told comes first: "told reporters (that) it rained".
    Tell,
    /// "Asked whether", "asked her why", "“Why?” he asked".
    Ask,
    /// Somebody or something, and then the words for it: "called the plan “a farce”".
    Call,
    /// The content is a noun phrase or clause that states something: "announced a plan", "predicted a defeat".
    Announce,
    /// Reports only with marked words: "joked", "shouted", "praised".
    Marked,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inflection {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", as past tense or participle.
    Past,
    /// "saying"
    Gerund,
}

/// What the lexicon says of a word form, before its neighbours have been looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Determiner,
    Possessive,
    Subject,
    Object,
    Reflexive,
    Preposition,
    To,
    And,
    But,
    Subordinator,
    That,
    Wh,
    Auxiliary,
    NonFinite,
    Modal,
    Not,
    Adverb,
    Time,
    Noun,
    Verb(Inflection, Option<Frame>),
}

/// The entry of a word in lower case.
pub(super) fn entry(lower: &str) -> Option<Entry> {
    WORDS.get(lower).copied()
}

/// Whether a noun names something said or the occasion of saying it: "in a statement", "at a rally".
pub(super) fn is_occasion(lower: &str) -> bool {
    OCCASIONS.contains(&lower)
}

/// Whether a noun names what is said, so that a clause may follow it: "the claim that".
pub(super) fn is_statement(lower: &str) -> bool {
    matches!(
        lower,
        "claim"
            | "claims"
            | "statement"
            | "assertion"
            | "allegation"
            | "allegations"
            | "suggestion"
            | "warning"
            | "pledge"
            | "promise"
            | "vow"
            | "comment"
            | "comments"
            | "remark"
            | "remarks"
            | "argument"
            | "prediction"
            | "admission"
            | "announcement"
            | "insistence"
            | "contention"
            | "complaint"
            | "declaration"
            | "conclusion"
            | "explanation"
            | "accusation"
            | "accusations"
            | "charge"
            | "charges"
            | "acknowledgment"
            | "assurance"
            | "report"
            | "assessment"
    )
}

const OCCASIONS: &[&str] = &[
    "statement",
    "statements",
    "interview",
    "interviews",
    "tweet",
    "tweets",
    "twitter",
    "facebook",
    "email",
    "e-mail",
    "mail",
    "letter",
    "speech",
    "address",
    "conference",
    "briefing",
    "call",
    "rally",
    "hearing",
    "debate",
    "report",
    "post",
    "memo",
    "message",
    "note",
    "remarks",
    "testimony",
    "article",
    "column",
    "op",
    "editorial",
    "filing",
    "ruling",
    "video",
    "podcast",
    "show",
    "program",
    "programme",
    "radio",
    "television",
    "tv",
    "court",
    "parliament",
    "press",
    "reporters",
    "journalists",
    "forum",
    "event",
    "news",
    "release",
    "appearance",
    "meeting",
    "response",
    "reply",
    "part",
];

static WORDS: LazyLock<HashMap<Box<str>, Entry>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (lemmas, frame) in VERBS {
        for lemma in lemmas.split_ascii_whitespace() {
            inflect(lemma, *frame, &mut words);
        }
    }
    // After the verbs, so that "like" and "may" are what they mostly are.
    for (list, entry) in CLOSED {
        for word in list.split_ascii_whitespace() {
            words.insert(word.into(), *entry);
        }
    }
    words
});

/// Puts all forms of a verb into the lexicon. The first listing of a form stays.
fn inflect(listed: &str, frame: Option<Frame>, words: &mut HashMap<Box<str>, Entry>) {
    let (first, irregular) = listed.split_once(':').unwrap_or((listed, ""));
    let lemma = first.trim_end_matches('+');
    let doubled = if first.ends_with('+') { &lemma[lemma.len() - 1..] } else { "" };
    let mut add = |form: &str, inflection| {
        words.entry(form.into()).or_insert(Entry::Verb(inflection, frame));
    };
    add(&third(lemma), Inflection::Third);
    if irregular.is_empty() {
        add(&past(lemma, doubled), Inflection::Past);
    } else {
        irregular.split(':').for_each(|form| add(form, Inflection::Past));
    }
    add(&gerund(lemma, doubled), Inflection::Gerund);
    add(lemma, Inflection::Base);
}

fn third(lemma: &str) -> String {
    if let Some(stem) = stem_before_y(lemma) {
        return [stem, "ies"].concat();
    }
    let hissing = lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("sh") || lemma.ends_with("ch");
    [lemma, if hissing { "es" } else { "s" }].concat()
}

fn past(lemma: &str, doubled: &str) -> String {
    match stem_before_y(lemma) {
        Some(stem) => [stem, "ied"].concat(),
        None if lemma.ends_with('e') => [lemma, "d"].concat(),
        None => [lemma, doubled, "ed"].concat(),
    }
}

fn gerund(lemma: &str, doubled: &str) -> String {
    match lemma.strip_suffix('e') {
        Some(stem) if !stem.ends_with(['e', 'i', 'y', 'o']) => [stem, "ing"].concat(),
        _ => [lemma, doubled, "ing"].concat(),
    }
}

/// A lemma without its y, if a consonant stands before it: "reply", not "say".
fn stem_before_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

const VERBS: &[(&str, Option<Frame>)] = &[
    (
        "say:said add admit+ affirm allege argue assert aver+ claim concede conclude contend explain insist \
         maintain note opine quip+ remark reply respond retort recount state speculate testify joke suggest \
         warn caution emphasize emphasise reiterate elaborate exclaim counter confess complain \
         acknowledge observe theorize predict estimate caveat boast lament muse reckon \
         recall declare imply deny point",
        Some(Frame::Say),
    ),
    (
        "write:wrote:written tweet retweet post email text blog read:read chime interject begin:began:begun \
         quote cable message proclaim agree intone deadpan+ mutter whisper shout yell chant \
         cry scream bark snap+ thunder murmur groan sigh plead answer volunteer demand continue find:found show:shown:showed",
        Some(Frame::Write),
    ),
    ("tell:told remind inform assure advise notify reassure", Some(Frame::Tell)),
    ("ask inquire enquire wonder question", Some(Frame::Ask)),
    (
        "call describe label:labeled:labelled dub+ brand term characterize characterise portray deem denounce deride slam+ \
         blast mock dismiss praise hail accuse condemn liken criticize criticise",
        Some(Frame::Call),
    ),
    (
        "announce report reveal disclose confirm indicate mention highlight hint signal forecast \
         rule:ruled charge propose recommend underline underscore clarify decry",
        Some(Frame::Announce),
    ),
    ("promise vow pledge threaten swear:swore:sworn", Some(Frame::Promise)),
    (
        "urge encourage stress admire thank laugh cheer beam tease scoff taunt rail vent gush rant credit blame compare ridicule \
         bemoan tout welcome applaud defend refer+ echo protest appeal",
        Some(Frame::Marked),
    ),
    (
        "accept act affect allow appear apply approach arrest arrive attack attend avoid back ban+ beat \
         become:became believe belong blame break:broke:broken bring:brought build:built burn buy:bought carry \
         catch:caught cause change check choose:chose:chosen claim clear climb close collect come:came compete \
         consider contain continue control cost cover create cross cut+:cut damage deal:dealt decide decline \
         defeat deliver depend deserve destroy develop die direct discover discuss draw:drew:drawn drive:drove:driven \
         drop+ earn eat:ate:eaten elect emerge enable end endorse enjoy ensure enter escape exist expand expect \
         experience express face fail fall:fell:fallen favor fear feel:felt fight:fought fill finish fire \
         fit+ flee:fled fly:flew:flown focus follow force form gain gather get+:got:gotten give:gave:given \
         go:went:gone grow:grew:grown handle happen hate head hear:heard help hit+:hit hold:held hope host hurt:hurt \
         identify improve include increase intend introduce investigate invite involve issue join keep:kept kick \
         kill know:knew:known lack land launch lead:led learn leave:left let+:let lie like limit link list \
         live look lose:lost love maintain make:made manage mark marry matter mean:meant meet:met miss move name \
         need nominate obtain occur offer open operate oppose order owe own pass pay:paid perform pick place plan+ \
         play prefer+ prepare present preserve press prevent produce promote prompt protect prove provide \
         publish pull pursue push put+:put raise reach react read realize receive recognize reduce reflect refuse \
         regard reject release rely remain remember remove repeat replace represent require resign resolve \
         return rise:rose:risen run+:ran save see:saw:seen seek:sought seem sell:sold send:sent serve set+:set \
         settle shake:shook shape share shift shoot:shot shut+:shut sign sit+:sat slip+ speak:spoke:spoken \
         spend:spent split+:split spread:spread stand:stood start stay steal:stole:stolen step+ stick:stuck stop+ \
         strike:struck struggle study submit+ succeed suffer suggest support survive suspect take:took:taken talk target \
         teach:taught tend test thank think:thought throw:threw:thrown top+ touch track travel treat trigger \
         trust try turn understand:understood use view visit vote wait walk want watch wear:wore:worn welcome win+:won wish \
         withdraw:withdrew:withdrawn work worry cite express",
        None,
    ),
];

const CLOSED: &[(&str, Entry)] = &[
    (
        "the a an this these those some any every each another no both all either neither several many most few more less such",
        Entry::Determiner,
    ),
    ("my your his its our their whose", Entry::Possessive),
    ("he she they i we you it there", Entry::Subject),
    ("him them me us her", Entry::Object),
    ("himself herself themselves itself myself ourselves yourself", Entry::Reflexive),
    (
        "of in on at by for with from about into over under during against between among through without within \
         toward towards upon near across behind beyond like per via amid despite inside outside around along off \
         out up down above below versus regarding concerning including throughout alongside onto",
        Entry::Preposition,
    ),
    ("to", Entry::To),
    ("and or nor &", Entry::And),
    ("but yet", Entry::But),
    (
        "if because while although though unless whereas when whenever as since until till after before once so than whether",
        Entry::Subordinator,
    ),
    ("that", Entry::That),
    ("who whom which what how why where whoever whatever", Entry::Wh),
    ("is are was were am 'm ’m 're ’re has have had 've ’ve do does did 'd ’d", Entry::Auxiliary),
    ("be been being having doing done", Entry::NonFinite),
    ("will would can could may might must shall should 'll ’ll ca wo", Entry::Modal),
    ("not n't n’t never", Entry::Not),
    (
        "also then later just still even only already soon again now ever always often sometimes too very quite \
         rather perhaps maybe once twice instead meanwhile however therefore thus further moreover nevertheless \
         nonetheless indeed yet here away back ago almost nearly first finally simply much well far long else \
         earlier",
        Entry::Adverb,
    ),
    (
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon \
         evening night noon week weekend month january february march april june july august september october \
         november december",
        Entry::Time,
    ),
    (
        "family only party body country company city county news people police evening nothing something everything \
         anything someone everyone anyone everybody somebody one others press hearing meeting briefing filing \
         ruling building spending funding wedding evening",
        Entry::Noun,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn verb(word: &str) -> Option<(Inflection, Option<Frame>)> {
        match entry(word) {
            Some(Entry::Verb(inflection, frame)) => Some((inflection, frame)),
            _ => None,
        }
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        let forms = [
            ("said", Inflection::Past, Some(Frame::Say)),
            ("says", Inflection::Third, Some(Frame::Say)),
            ("replied", Inflection::Past, Some(Frame::Say)),
            ("testifies", Inflection::Third, Some(Frame::Say)),
            ("admitting", Inflection::Gerund, Some(Frame::Say)),
            ("arguing", Inflection::Gerund, Some(Frame::Say)),
            ("agreeing", Inflection::Gerund, Some(Frame::Write)),
            ("wrote", Inflection::Past, Some(Frame::Write)),
            ("told", Inflection::Past, Some(Frame::Tell)),
            ("asked", Inflection::Past, Some(Frame::Ask)),
            ("dubbed", Inflection::Past, Some(Frame::Call)),
            ("went", Inflection::Past, None),
            ("carries", Inflection::Third, None),
        ];
        for (word, inflection, frame) in forms {
            assert_eq!(verb(word), Some((inflection, frame)), "{word}");
        }
    }

    #[test]
    fn closed_classes_win_over_verbs() {
        assert_eq!(entry("may"), Some(Entry::Modal));
        assert_eq!(entry("like"), Some(Entry::Preposition));
        assert_eq!(entry("zebra"), None);
    }
}
