//! brat's `.ann` files, ours or a person's.

use std::collections::HashMap;

use super::anchor::{Anchors, Quoted};
use super::assemble::{Details, Piece, assemble};
use super::{Imported, check_count, needed, refused};
use crate::error::Error;
use crate::span::Span;

/// Whether a file's first line is one of brat's.
pub fn is_one(content: &str) -> bool {
    let (id, rest) = content.lines().next().and_then(|line| line.split_once('\t')).unwrap_or_default();
    let digits = id.get(1..).is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    id.starts_with(['T', 'R', 'E', 'A', 'M', 'N', '#', '*']) && digits && !rest.is_empty()
}

/// Reads annotations of `text`, which is the `.txt` file that goes with them.
pub fn read(content: &str, text: Option<&str>) -> Result<Imported, Error> {
    let text = needed(text)?;
    check_count(content.lines().count())?;
    let mut anchors = Anchors::new(text);
    let (mut placed, mut moved, mut lost) = (0_usize, 0, 0);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut indices: HashMap<&str, usize> = HashMap::new();
    for (id, rest) in entries(content, 'T') {
        let Some((label, found)) = bound(rest, text, &mut anchors) else {
            lost += 1;
            continue;
        };
        *if found.iter().any(|(_, moved)| *moved) { &mut moved } else { &mut placed } += 1;
        indices.insert(id, pieces.len());
        let spans = joined(text, found.into_iter().map(|(span, _)| span));
        pieces.push(Piece { label: label.to_owned(), spans, ..Piece::default() });
    }
    if placed + moved == 0 && lost > 0 {
        return Err(refused(&[
            "none of these annotations is of this text: open the .txt file that goes with them",
        ]));
    }
    relate(content, &mut pieces, &indices);
    let (analysis, unknown) = assemble(text, pieces);
    let placed = placed.saturating_sub(unknown);
    Ok(Imported { text: text.to_owned(), analysis, placed, moved, lost: lost + unknown })
}

/// The lines of one sort: their ids and what follows.
fn entries(content: &str, sort: char) -> impl Iterator<Item = (&str, &str)> {
    content.lines().filter(move |line| line.starts_with(sort)).filter_map(|line| line.split_once('\t'))
}

/// Label and places of a text-bound annotation: `Person 0 4;6 9<tab>words`.
fn bound<'a>(rest: &'a str, text: &str, anchors: &mut Anchors) -> Option<(&'a str, Vec<(Span, bool)>)> {
    let (head, words) = rest.split_once('\t')?;
    let (label, places) = head.split_once(' ')?;
    let number = |digits: &str| digits.parse::<u32>().ok();
    let positions: Option<Vec<(u32, u32)>> = places
        .split(';')
        .map(|place| place.split_once(' ').and_then(|(start, end)| number(start).zip(number(end))))
        .collect();
    let positions = positions?;
    let said: Option<Vec<(Span, bool)>> = positions
        .iter()
        .map(|&position| anchors.place(&Quoted { position: Some(position), ..Quoted::default() }))
        .collect();
    let stands = |places: &Vec<(Span, bool)>| {
        let found: Vec<&str> = places.iter().map(|(span, _)| span.of(text)).collect();
        found.join(" ") == words
    };
    if let Some(places) = said.filter(stands) {
        return Some((label, places));
    }
    // One in several pieces cannot be looked for: where its words are cut is not said.
    let only = (positions.len() == 1).then_some(positions[0]);
    let place = anchors.place(&Quoted { exact: Some(words), position: only, ..Quoted::default() })?;
    Some((label, vec![place]))
}

/// The spans, where those that only a line's end parts are one again: an annotation here may hold line ends.
fn joined(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last)
                if last.end < span.start
                    && Span { start: last.end, end: span.start }
                        .of(text)
                        .bytes()
                        .all(|b| matches!(b, b'\n' | b'\r')) =>
            {
                last.end = span.end;
            }
            _ => out.push(span),
        }
    }
    out.sort_unstable();
    out
}

/// Adds what stands in lines of their own: speakers and cues, Wikidata items, notes, and mentions of the same thing.
fn relate(content: &str, pieces: &mut [Piece], indices: &HashMap<&str, usize>) {
    let index = |id: &str| indices.get(id).copied();
    for (_, rest) in entries(content, '#') {
        let Some((head, note)) = rest.split_once('\t') else { continue };
        if let Some(at) = head.split_once(' ').and_then(|(_, id)| index(id)) {
            pieces[at].details = Details::read(note);
        }
    }
    for (_, rest) in entries(content, 'R') {
        let mut words = rest.split_whitespace();
        let (Some(role), Some(quote), Some(other)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        let at = |argument: &str| argument.split_once(':').and_then(|(_, id)| index(id));
        let (Some(quote), Some(other)) = (at(quote), at(other)) else { continue };
        match role {
            "Speaker" => pieces[quote].speaker = Some(other),
            "Cue" => pieces[quote].cue = Some(other),
            _ => {}
        }
    }
    for (_, rest) in entries(content, 'N') {
        let (head, name) = rest.split_once('\t').unwrap_or((rest, ""));
        let mut words = head.split_whitespace().skip(1);
        let (Some(at), Some(item)) = (words.next().and_then(index), words.next()) else { continue };
        if let Some(item) = item.strip_prefix("Wikidata:") {
            pieces[at].wikidata = Some(item.to_owned());
            pieces[at].meaning = Some(name.to_owned()).filter(|name| !name.is_empty());
        }
    }
    // Mentions of another program that are said to be the same get the name of the first.
    for (_, rest) in entries(content, '*') {
        let same: Vec<usize> = rest.split_whitespace().skip(1).filter_map(index).collect();
        let first = same.first().map(|&at| (pieces[at].details.entity, pieces[at].spans[0]));
        let Some((entity, span)) = first else { continue };
        for &at in &same {
            pieces[at].details.entity = pieces[at].details.entity.or(entity).or(Some(u32::MAX - span.start));
        }
    }
}
