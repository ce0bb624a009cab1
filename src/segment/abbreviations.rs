//! Abbreviations that keep their full stop.

/// What is known of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Abbreviation {
    /// Whether something always follows ("Mr.", "Gen.", "No."), so that it never ends a sentence. Others may stand
    /// last ("Inc.", "a.m.", "etc.") and end one if the next word begins one.
    pub leads: bool,
    /// How it must be written to be this abbreviation and not an ordinary word before a full stop.
    pub written: Written,
}

/// How an abbreviation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// In any way: there is no such word.
    Any,
    /// With a capital: "Ill." is a state, "ill." is not.
    Capitalised,
    /// Before a number: "No. 10", but "He said no."
    BeforeNumber,
}

/// The longest abbreviation, in bytes.
const LONGEST: usize = 6;

/// The abbreviation that `word` (lower case, without its full stop) is, if it is one.
#[expect(clippy::match_same_arms, reason = "grouped by what they abbreviate")]
pub(super) fn of(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        return None;
    }
    let (leads, written) = match word {
        // titles, offices, ranks
        "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "messrs" | "mme" | "mlle" | "msgr" | "supt" | "sgt"
        | "lt" | "cpl" | "capt" | "cmdr" | "cdr" | "comdr" | "brig" | "pvt" | "cllr" | "atty" | "sens"
        | "reps" | "govs" | "gens" | "drs" | "profs" | "mdm" | "lieut" | "assoc" | "asst" | "cpt" | "ens"
        | "pfc" | "spc" | "maj" | "adm" | "insp" | "lcpl" | "ssgt" | "tsgt" | "msgt" | "cst" => {
            (true, Written::Any)
        }
        "rev" | "fr" | "hon" | "sen" | "rep" | "gov" | "pres" | "amb" | "gen" | "col" | "det" | "ald"
        | "pte" | "sr" | "br" | "mt" | "ft" | "pt" | "dist" | "treas" | "sec" | "cong" | "const" | "dep"
        | "dir" | "flt" | "rt" | "sra" => (true, Written::Capitalised),
        // what a number or name follows
        "vs" | "v" | "approx" | "ca" | "cf" | "eg" | "viz" | "al" | "resp" | "ie" | "esp" | "incl" => {
            (true, Written::Any)
        }
        "no" | "nos" | "vol" | "vols" | "fig" | "figs" | "pp" | "op" | "art" | "ch" | "chap" | "para"
        | "p" | "par" | "est" | "c" | "tel" | "ext" | "rm" | "rte" | "sect" | "ver" => {
            (true, Written::BeforeNumber)
        }
        // companies and institutions
        "inc" | "corp" | "cos" | "ltd" | "llc" | "plc" | "bros" | "assn" | "dept" | "univ" | "pty"
        | "gmbh" | "mfg" | "intl" | "natl" | "govt" | "inst" => (false, Written::Any),
        "co" | "st" | "ave" | "rd" | "sq" | "ct" | "ln" | "ste" | "apt" | "hwy" | "pkwy" => {
            (false, Written::Capitalised)
        }
        // after a name, and Latin
        "jr" | "esq" | "phd" | "blvd" | "bldg" | "etc" | "ph.d" | "ret" | "b.sc" | "m.sc" => {
            (false, Written::Any)
        }
        // months and weekdays
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
        | "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" => {
            (false, Written::Capitalised)
        }
        _ if STATES.contains(&word) => (false, Written::Capitalised),
        _ => return None,
    };
    Some(Abbreviation { leads, written })
}

/// Whether a lower-case word with its full stop is a state's or province's abbreviation: "ill.", "n.y.".
pub(super) fn is_state(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|stem| STATES.contains(&stem) || INITIALS.contains(&stem))
}

/// American states and Canadian provinces, as the wires abbreviate them.
#[rustfmt::skip] // one word a line would hide the code
const STATES: &[&str] = &[
    "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
    "alta", "ont", "que", "sask", "nfld",
];

/// States whose abbreviation is a row of initials.
const INITIALS: &[&str] =
    &["n.c", "n.d", "n.h", "n.j", "n.m", "n.y", "r.i", "s.c", "s.d", "w.va", "d.c", "b.c", "p.e.i"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_leads_and_a_company_form_may_stand_last() {
        assert!(of("mr").unwrap().leads);
        assert!(!of("inc").unwrap().leads);
        assert_eq!(of("ill").unwrap().written, Written::Capitalised);
        assert_eq!(of("word"), None);
    }
}
