//! The name lists: which file gives names of which class.

use std::path::Path;

use pressmark::entity::gazetteer::Classes;

use crate::Error;
use crate::gazetteer::Builder;
use crate::sources::{LISTS, Table};

/// Names that no open list has: aliases of countries, regions, peoples, faiths, institutions, events.
const OWN: &str = include_str!("../lists/own.tsv");

/// Countries whose English name the list of countries writes in an unusual way.
const COUNTRY_NAMES: &[(&str, &str)] = &[
    ("US", "United States"),
    ("UK", "United Kingdom"),
    ("Congo - Kinshasa", "Democratic Republic of the Congo"),
    ("Congo - Brazzaville", "Republic of the Congo"),
    ("Hong Kong SAR China", "Hong Kong"),
    ("Macau SAR China", "Macau"),
    ("Macao SAR China", "Macao"),
    ("Myanmar (Burma)", "Myanmar"),
    ("Palestinian Territories", "Palestine"),
    ("Côte d’Ivoire", "Ivory Coast"),
];

/// How many of the surnames of the US census, by frequency; rarer ones are mostly words and places too.
const US_SURNAMES: usize = 40_000;
/// Cities with fewer people than this are left out: most of their names are also surnames or words.
const SMALLEST_CITY: u32 = 15_000;

/// Adds the names of every list.
///
/// # Errors
/// If a file is missing or has not the expected columns; the message names it.
pub fn add_all(folder: &Path, builder: &mut Builder) -> Result<(), Error> {
    add_own(&["country"], builder)?;
    for source in LISTS {
        let table = Table::read(folder, source.file)?;
        add(source.file, &table, builder).map_err(|error| format!("{}: {error}", source.file))?;
    }
    add_own(&["region", "demonym", "group", "organization", "event", "work", "product"], builder)
}

fn add(file: &str, table: &Table, builder: &mut Builder) -> Result<(), Error> {
    match file {
        "countries.tsv" => countries(table, builder)?,
        "demonyms.tsv" => demonyms(table, builder)?,
        "nationalities.tsv" => nationalities(table, builder)?,
        "cities15000.tsv" => cities(table, builder)?,
        "surnames_us.tsv" => {
            let names = table.column("name")?;
            names.iter().take(US_SURNAMES).for_each(|name| builder.add(name, Classes::SURNAME));
        }
        "first_names_us.tsv" | "first_names_world.tsv" => first_names(file, table, builder)?,
        "us_congress.tsv" | "us_presidents.tsv" | "factbook_leaders.tsv" => {
            table.column("name")?.iter().for_each(|name| person(name, builder));
        }
        "factbook_parties.tsv" => {
            parties(table, builder)?;
        }
        "organisation_acronyms.tsv" => {
            let acronyms = table.column("acronym")?;
            let long_enough = acronyms.iter().filter(|name| name.len() >= 3);
            long_enough.for_each(|name| builder.add(name, Classes::ORGANIZATION));
        }
        "sp500.tsv" | "fortune500.tsv" => companies(table, builder)?,
        _ => {
            let class = class_of(file).ok_or("no rule says what its names are")?;
            table.column("name")?.iter().for_each(|name| builder.add(name, class));
        }
    }
    Ok(())
}

/// The class of the names of a plain list.
fn class_of(file: &str) -> Option<Classes> {
    Some(match file {
        "us_states.tsv" | "us_counties.tsv" | "rivers.tsv" => Classes::REGION,
        "surnames_world.tsv" => Classes::SURNAME,
        "us_agencies.tsv" | "newspapers.tsv" | "armed_groups.tsv" => Classes::ORGANIZATION,
        "occupations.tsv" => Classes::OCCUPATION,
        _ => return None,
    })
}

fn countries(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    let columns =
        [table.column("name")?, table.column("qid")?, table.column("other_names")?, table.column("capital")?];
    let [names, items, others, capitals] = columns;
    for (((listed, item), others), capital) in names.iter().zip(items).zip(others).zip(capitals) {
        let name = COUNTRY_NAMES.iter().find(|(from, _)| from == listed).map_or(*listed, |(_, to)| *to);
        let record = builder.record_of(name).unwrap_or_else(|| builder.record(name, item));
        builder.set_wikidata(record, item);
        for written in [name].into_iter().chain(others.split('|')) {
            builder.add_with_record(written.trim_end_matches(" (the)"), Classes::COUNTRY, Some(record));
        }
        builder.add(capital, Classes::CITY);
    }
    Ok(())
}

/// First names with the sex that at least one bearer in ten has.
fn first_names(file: &str, table: &Table, builder: &mut Builder) -> Result<(), Error> {
    let names = table.column("name")?;
    if file == "first_names_world.tsv" {
        for (name, gender) in names.iter().zip(table.column("gender")?) {
            builder.add(name, if gender == "F" { Classes::FEMALE_NAME } else { Classes::MALE_NAME });
        }
        return Ok(());
    }
    let share = |cell: &str| cell.parse::<f64>().unwrap_or(0.0);
    let columns = table.column("female_percent")?.into_iter().zip(table.column("male_percent")?);
    for (name, (female, male)) in names.iter().zip(columns) {
        let (female, male) = (share(female), share(male));
        if female >= (female + male) / 10.0 {
            builder.add(name, Classes::FEMALE_NAME);
        }
        if male >= (female + male) / 10.0 {
            builder.add(name, Classes::MALE_NAME);
        }
    }
    Ok(())
}

fn demonyms(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    let columns = [table.column("place")?, table.column("adjectives")?, table.column("people")?];
    let [places, adjectives, people] = columns;
    for ((place, adjectives), people) in places.iter().zip(adjectives).zip(people) {
        let record = builder.record_of(place.trim_end_matches(", The"));
        for written in adjectives.split('|').chain(people.split('|')).flat_map(|w| w.split(" or ")) {
            // "UK" is listed as an adjective; it is the country all the same.
            if written.len() > 2 {
                builder.add_with_record(written, Classes::DEMONYM, record);
            }
        }
    }
    Ok(())
}

fn nationalities(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    // Names of territories ("United States Minor Outlying Islands") stand in for missing adjectives there.
    let adjectives = table.column("nationality")?;
    let short = adjectives.iter().filter(|name| name.split(' ').count() <= 2 && !name.ends_with("slands"));
    short.flat_map(|name| name.split(", ")).for_each(|name| builder.add(name, Classes::DEMONYM));
    Ok(())
}

fn cities(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    let (names, populations) = (table.column("name")?, table.column("population")?);
    for (name, population) in names.iter().zip(populations) {
        // A few cities have no population: not worth a name.
        let people: u32 = population.parse().unwrap_or(0);
        let class = match people {
            500_000.. => Classes::CITY,
            100_000.. => Classes::TOWN,
            SMALLEST_CITY.. => Classes::VILLAGE,
            _ => continue,
        };
        builder.add(name, class);
    }
    Ok(())
}

fn parties(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    let names = table.column("party")?;
    let plausible = names.iter().filter(|name| name.len() >= 4 && !name.contains('&'));
    plausible.for_each(|name| builder.add(name, Classes::ORGANIZATION));
    Ok(())
}

/// A full name, and its last token as a surname.
fn person(name: &str, builder: &mut Builder) {
    if name.contains(' ') {
        builder.add(name, Classes::PERSON);
    }
    let surname = name.rsplit(' ').next().filter(|last| last.len() > 2);
    if let Some(surname) = surname {
        builder.add(surname, Classes::SURNAME);
    }
}

/// A company's registered name, and the same without its legal form.
fn companies(table: &Table, builder: &mut Builder) -> Result<(), Error> {
    const FORMS: &[&str] = &[
        " Inc.",
        " Inc",
        " Corporation",
        " Corp.",
        " Company",
        " plc",
        " Group",
        " Holdings",
        " Incorporated",
        " Ltd.",
        " N.V.",
    ];
    for name in table.column("name")? {
        builder.add(name, Classes::ORGANIZATION);
        let bare = FORMS.iter().find_map(|form| name.strip_suffix(form));
        if let Some(bare) = bare {
            builder.add(bare.trim_end_matches([',', '&', ' ']), Classes::ORGANIZATION);
        }
    }
    Ok(())
}

/// Adds the names of our own list whose class is one of `wanted`.
fn add_own(wanted: &[&str], builder: &mut Builder) -> Result<(), Error> {
    for line in OWN.lines().skip(1) {
        let mut cells = line.split('\t');
        let (class, name) = (cells.next().unwrap_or(""), cells.next().unwrap_or(""));
        if !wanted.contains(&class) {
            continue;
        }
        let others = cells.next().unwrap_or("").split('|').filter(|other| !other.is_empty());
        let class = own_class(class).ok_or_else(|| format!("own.tsv: unknown class '{class}'"))?;
        if class == Classes::DEMONYM {
            let record = builder.record_of(name);
            others.for_each(|other| builder.add_with_record(other, class, record));
            continue;
        }
        let record = builder.record_of(name).unwrap_or_else(|| builder.record(name, ""));
        [name].into_iter().chain(others).for_each(|n| builder.add_with_record(n, class, Some(record)));
    }
    Ok(())
}

fn own_class(name: &str) -> Option<Classes> {
    Some(match name {
        "country" => Classes::COUNTRY,
        "region" => Classes::REGION,
        "demonym" => Classes::DEMONYM,
        "group" => Classes::GROUP,
        "organization" => Classes::ORGANIZATION,
        "event" => Classes::EVENT,
        "work" => Classes::WORK,
        "product" => Classes::PRODUCT,
        _ => return None,
    })
}
