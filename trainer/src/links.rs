//! Which names have an item in Wikidata, and what makes a link to it sure (`entity::records`).
//!
//! Three sources, all of Wikidata's own content (CC0): heads of state and government with their countries as of
//! October 2022, members of the US Congress, and our own list (`lists/wikidata.tsv`) of organizations, US states,
//! cities and statesmen as of November 2026. A name that two items bear gets none.

use std::collections::BTreeMap;

use pressmark::entity::gazetteer::Classes;
use pressmark::entity::records::{Line, Sort};

use crate::Error;
use crate::gazetteer::Builder;
use crate::sources::Table;

/// The state of the sources, for the manifest.
pub const AS_OF: &str = "2026-11; heads of state and government 2022-10";

/// Our own list: kind, name, other names, item, and the names of the places it is in or leads.
const OWN: &str = include_str!("../lists/wikidata.tsv");

/// Names of countries that news uses for something else as often: the US state, either of the two Congos.
const UNSURE: &[&str] = &["Georgia", "Congo"];
/// What world-leaders-2021 puts before the names of some countries.
const FORMAL: &[&str] = &["Kingdom of the ", "Kingdom of ", "Republic of ", "State of "];

/// What is known of one name.
struct Item<'t> {
    qid: &'t str,
    class: Classes,
    sort: Sort,
    places: Vec<&'t str>,
}

/// Items by name; none where two bear the name.
type Items<'t> = BTreeMap<&'t str, Option<Item<'t>>>;

/// Gives the names their items. To be called when the builder has all names of places.
///
/// # Errors
/// If a column is missing or our own list has a kind unknown here.
pub fn add_all(leaders: &Table, congress: &Table, builder: &mut Builder) -> Result<(), Error> {
    let mut items = politicians(leaders, congress)?;
    let aliases = own(&mut items)?;
    for (name, item) in items.iter().filter_map(|(name, item)| Some((name, item.as_ref()?))) {
        give(name, item, builder);
    }
    for (alias, name) in aliases {
        let Some(Some(item)) = items.get(name) else { continue };
        match builder.record_of(alias) {
            Some(record) => item.qid.clone_into(&mut builder.record_at(record).wikidata),
            None => builder.add_with_record(alias, item.class, builder.record_of(name)),
        }
    }
    for record in UNSURE.iter().filter_map(|name| builder.record_of(name)).collect::<Vec<_>>() {
        builder.record_at(record).wikidata.clear();
    }
    Ok(())
}

fn politicians<'t>(leaders: &'t Table, congress: &'t Table) -> Result<Items<'t>, Error> {
    let mut items = Items::new();
    let person = |qid, sort, places| Item { qid, class: Classes::PERSON, sort, places };
    let columns = [leaders.column("name")?, leaders.column("qid")?, leaders.column("country")?];
    let [names, qids, countries] = columns;
    for ((name, item), country) in names.into_iter().zip(qids).zip(countries) {
        note(&mut items, name, person(item, Sort::Leader, vec![country]));
    }
    for (name, item) in congress.column("name")?.into_iter().zip(congress.column("qid")?) {
        note(&mut items, name, person(item, Sort::Politician, Vec::new()));
    }
    Ok(items)
}

/// Adds our own list, which has the last word, and gives its other names, each with the name that it is for.
fn own(items: &mut Items) -> Result<Vec<(&'static str, &'static str)>, Error> {
    let mut aliases = Vec::new();
    for line in OWN.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [kind, name, others, qid, places] = cells[..] else {
            return Err(format!("wikidata.tsv: five cells expected in '{line}'"));
        };
        let (class, sort) = sort_of(kind).ok_or_else(|| format!("wikidata.tsv: unknown kind '{kind}'"))?;
        let places = places.split('|').filter(|place| !place.is_empty()).collect();
        items.insert(name, Some(Item { qid, class, sort, places }));
        aliases.extend(others.split('|').filter(|other| !other.is_empty()).map(|other| (other, name)));
    }
    Ok(aliases)
}

fn sort_of(kind: &str) -> Option<(Classes, Sort)> {
    Some(match kind {
        "region" => (Classes::REGION, Sort::Thing),
        "city" => (Classes::CITY, Sort::City),
        "organization" => (Classes::ORGANIZATION, Sort::Organization),
        "leader" => (Classes::PERSON, Sort::Leader),
        _ => return None,
    })
}

/// Notes an item under a name; none stays where two bear the name. Who leads several countries is near each of them.
fn note<'t>(items: &mut Items<'t>, name: &'t str, item: Item<'t>) {
    // A person without a full name, or whose label nobody has translated, cannot be linked.
    if !name.contains(' ') || !item.qid.starts_with('Q') {
        return;
    }
    match items.get_mut(name) {
        Some(Some(known)) if known.qid == item.qid => known.places.extend(item.places),
        Some(known) => *known = None,
        None => {
            items.insert(name, Some(item));
        }
    }
}

/// Gives a name its record, or the record that it has its item.
fn give(name: &str, item: &Item, builder: &mut Builder) {
    let informal =
        |place: &str| FORMAL.iter().find_map(|formal| builder.record_of(place.strip_prefix(formal)?));
    let place = |place: &&str| builder.record_of(place).or_else(|| informal(place));
    let mut places: Vec<u16> = item.places.iter().filter_map(place).collect();
    places.sort_unstable();
    places.dedup();
    let line = Line { name: name.to_owned(), wikidata: item.qid.to_owned(), sort: item.sort, places };
    match builder.record_of(name) {
        Some(record) if item.class != Classes::PERSON => {
            let known = builder.record_at(record);
            *known = Line { name: std::mem::take(&mut known.name), ..line };
        }
        _ => {
            let record = builder.record(line);
            builder.add_with_record(name, item.class, Some(record));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        Table::parse(text).unwrap()
    }

    fn records(leaders: &str, congress: &str) -> Vec<Line> {
        let mut builder = Builder::default();
        let france = builder.record(Line::thing("France", "Q142"));
        builder.add_with_record("France", Classes::COUNTRY, Some(france));
        add_all(&table(leaders), &table(congress), &mut builder).unwrap();
        builder.records().to_vec()
    }

    #[test]
    fn leaders_are_near_their_country_and_shared_names_have_no_item() {
        let leaders =
            "country\tname\tqid\nFrance\tRufus Firefly\tQ11\nNowhere\tOtis Firefly\tQ12\nFrance\tQ13\tQ13\n";
        let congress = "name\tqid\nOtis Firefly\tQ14\nGloria Firefly\tQ15\n";
        let records = records(leaders, congress);
        let find = |name: &str| records.iter().find(|record| record.name == name);
        assert_eq!(find("Rufus Firefly").map(|r| (r.sort, r.places.clone())), Some((Sort::Leader, vec![0])));
        assert_eq!(find("Gloria Firefly").map(|r| r.sort), Some(Sort::Politician));
        assert!(find("Otis Firefly").is_none() && find("Q13").is_none());
    }

    #[test]
    fn our_own_list_is_well_formed_and_has_no_name_twice() {
        let names: Vec<&str> = OWN.lines().skip(1).filter_map(|line| line.split('\t').nth(1)).collect();
        let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len());
        let items = OWN.lines().skip(1).filter_map(|line| line.split('\t').nth(3));
        assert!(
            items.into_iter().all(|item| item.strip_prefix('Q').is_some_and(|n| n.parse::<u64>().is_ok()))
        );
        records("country\tname\tqid\n", "name\tqid\n");
    }
}
