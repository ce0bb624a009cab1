//! A result that comes back in, to be exported: a reader may have edited it, and a file may be hostile. Whatever it
//! holds, it ends as a result that fits its text or as an error, never as a panic further on.

use crate::analysis::Analysis;
use crate::error::{Error, ErrorKind};
use crate::offsets::{OffsetMap, OffsetUnit};
use crate::span::{EntityId, MentionId, Span};

impl Analysis {
    /// The result, whose offsets count `unit`, as one with byte offsets that fits `text`. Ids of entities and their
    /// lists of mentions are worked out anew.
    ///
    /// # Errors
    /// If an offset lies outside the text or inside a character, an end before its start, or an id names nothing.
    pub fn taken_in(mut self, text: &str, unit: OffsetUnit) -> Result<Self, Error> {
        self.check_ids()?;
        let map = OffsetMap::new(text, unit);
        let mut misplaced = None;
        let mut number = 0;
        self.for_each_span(|span| {
            let ends = map.byte(span.start).zip(map.byte(span.end)).filter(|(start, end)| start <= end);
            match ends {
                Some((start, end)) => *span = Span { start, end },
                None => misplaced = misplaced.or(Some(number)),
            }
            number += 1;
        });
        if let Some(number) = misplaced {
            return Err(ErrorKind::Result("span", number).into());
        }
        for quote in &mut self.quotes {
            if let (Some(first), Some(last)) = (quote.parts.first(), quote.parts.last()) {
                quote.span = first.cover(*last);
            }
        }
        Ok(self)
    }

    /// Checks that ids name something, and gives the entities theirs.
    fn check_ids(&mut self) -> Result<(), Error> {
        let fails = |what, index| Err(ErrorKind::Result(what, index).into());
        for (index, entity) in self.entities.iter_mut().enumerate() {
            entity.id = EntityId(index as u32);
            entity.mentions.clear();
        }
        for (index, mention) in self.mentions.iter().enumerate() {
            match self.entities.get_mut(mention.entity.index()) {
                Some(entity) => entity.mentions.push(MentionId(index as u32)),
                None => return fails("mention", index),
            }
        }
        let names_nothing =
            |range: &crate::analysis::Range| range.dates.iter().any(|id| id.index() >= self.dates.len());
        if let Some(index) = self.ranges.iter().position(names_nothing) {
            return fails("range", index);
        }
        for (index, quote) in self.quotes.iter().enumerate() {
            let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.entity);
            if quote.parts.is_empty() || speaker.is_some_and(|id| id.index() >= self.entities.len()) {
                return fails("quote", index);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::Kind;
    use crate::export::fixture::fixture;
    use crate::export::{Export, Format, List};

    const TEXT: &str = "😀 “On Monday,” Ann Lee of Acme said.";

    /// The result of [`TEXT`] as it goes out, in UTF-16 units.
    fn outside() -> Analysis {
        let mut analysis = fixture(TEXT)
            .name("Ann Lee", Kind::Person)
            .name("Acme", Kind::Organization)
            .date("Monday", "2023-03-13")
            .quote(&["On Monday,"], Some(("Ann Lee", Some(0))))
            .analysis;
        let map = OffsetMap::new(TEXT, OffsetUnit::Utf16);
        analysis.for_each_span(|span| *span = Span { start: map.get(span.start), end: map.get(span.end) });
        analysis
    }

    #[test]
    fn what_went_out_comes_back_the_same() {
        let back = outside().taken_in(TEXT, OffsetUnit::Utf16).unwrap();
        assert_eq!(back.mentions[0].span.of(TEXT), "Ann Lee");
        assert_eq!(back.entities[1].mentions, [MentionId(1)]);
        assert_eq!(back.quotes[0].parts[0].of(TEXT), "On Monday,");
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_place() {
        let refused = |change: fn(&mut Analysis)| {
            let mut found = outside();
            change(&mut found);
            found.taken_in(TEXT, OffsetUnit::Utf16).unwrap_err().to_string()
        };
        assert!(refused(|a| a.mentions[0].span.end = 999).contains("span 0"));
        assert!(refused(|a| a.mentions[1].span.start = 1).contains("span 1"), "between two surrogates");
        assert!(refused(|a| a.dates[0].span = Span { start: 9, end: 3 }).contains("span 2"));
        assert!(refused(|a| a.mentions[1].entity = EntityId(7)).contains("mention 1"));
        assert!(refused(|a| a.quotes[0].parts.clear()).contains("quote 0"));
        assert!(
            refused(|a| a.quotes[0].speaker.as_mut().unwrap().entity = Some(EntityId(2))).contains("quote 0")
        );
    }

    proptest! {
        #[test]
        fn whatever_comes_in_is_written_in_every_form_or_refused(
            text in "(\\PC|[\\r\\n\\x00\\u{202E}=,\"'😀é漢]){0,40}",
            starts in prop::collection::vec((0u32..50, 0u32..12), 8),
            value in "(\\PC|[\\n\"]){0,12}",
        ) {
            let mut found = outside();
            let mut next = starts.iter().cycle();
            found.for_each_span(|span| {
                let (start, length) = next.next().unwrap();
                *span = Span { start: *start, end: start + length };
            });
            found.dates[0].value.clone_from(&value);
            found.entities[0].name.clone_from(&value);
            found.provenance.created = Some(value);
            if let Ok(analysis) = found.taken_in(&text, OffsetUnit::Utf16) {
                let export = Export { text: &text, analysis: &analysis, full_text: true };
                for (_, list) in List::ALL {
                    let _ = export.write(Format::Csv(list));
                    let _ = export.write(Format::Text(Some(list)));
                }
                for name in ["json", "html", "richtext", "markdown", "text", "webannotation", "ics", "schemaorg", "brat", "conll"] {
                    let _ = export.write(Format::parse(name, None).unwrap());
                }
            }
        }
    }
}
