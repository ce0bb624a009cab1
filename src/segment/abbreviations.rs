//! Abbreviations that keep their full stop.

/// What a full stop after an abbreviation means for the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows: "Mr.", "Gen.", "No.". Never ends a sentence.
    Leads,
    /// May stand last: "Inc.", "a.m.", "etc.", "U.S.". Ends a sentence if the next word begins one.
    Trails,
}

/// The kind of abbreviation that `word` (lower case, without its full stop) is, if it is one.
pub(super) fn of(word: &str) -> Option<Abbreviation> {
    use Abbreviation::{Leads, Trails};
    Some(match word {
        // titles and ranks
        "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "rev" | "fr" | "sr" | "hon" | "messrs" | "mme" | "mlle" | "st"
        | "sen" | "sens" | "rep" | "reps" | "gov" | "govs" | "pres" | "amb" | "atty" | "supt" | "gen" | "adm" | "maj"
        | "col" | "lt" | "capt" | "cpl" | "sgt" | "pvt" | "cmdr" | "brig" | "det" | "insp" | "cllr" | "msgr" | "ald"
        // what a number or name follows
        | "no" | "nos" | "vol" | "fig" | "pp" | "vs" | "v" | "approx" | "est" | "ca" | "cf" | "eg" | "viz" | "al"
        | "mt" | "ft" | "pt" | "op" | "ed" | "eds" | "art" | "sec" | "ch" => Leads,
        // companies, suffixes, places
        "inc" | "corp" | "co" | "cos" | "ltd" | "llc" | "plc" | "bros" | "assn" | "assoc" | "dept" | "univ" | "jr" | "esq"
        | "ave" | "blvd" | "rd" | "sq" | "bldg" | "etc" | "ph.d" | "phd" | "m.d" | "b.a" | "m.a"
        // months and weekdays
        | "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "mon" | "tue"
        | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri"
        // American states, as the wires abbreviate them
        | "ala" | "ariz" | "ark" | "calif" | "colo" | "conn" | "del" | "fla" | "ga" | "ill" | "ind" | "kan" | "ky" | "la"
        | "md" | "mass" | "mich" | "minn" | "miss" | "mo" | "mont" | "neb" | "nev" | "okla" | "ore" | "pa" | "tenn" | "tex"
        | "va" | "vt" | "wash" | "wis" | "wyo"
        // units
        | "hr" | "hrs" | "min" | "mins" | "lb" | "lbs" | "oz" | "km" | "mi" | "cm" | "mm" | "kg" | "mph" => Trails,
        _ => return None,
    })
}
