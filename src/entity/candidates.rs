//! Cuts runs of capitalised words into candidate names.
//!
//! A run is grown from left to right over capitalised words and the small words, hyphens and ampersands that join
//! them; then it is cut where a title stands ("Russian | President | Vladimir Putin"), where two nationalities are
//! joined by a hyphen, and after a nationality that is not part of the name that follows it. What each candidate
//! names, if anything, is decided later, in `context.rs`.

use super::cues;
use super::gazetteer::{Classes, Entry};
use super::survey::{Style, Survey};
use crate::document::{Case, TokenKind};
use crate::span::Run;

/// The most tokens in a run: longer ones are lists or lines in capitals, and the bound keeps the work linear.
const LONGEST_RUN: usize = 14;

/// Words that may be a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The name's tokens, without titles, articles and possessive 's.
    pub tokens: Run,
    /// What the lists say of exactly these tokens.
    pub listed: Option<Entry>,
    /// Whether a title stands right before it in the same run.
    pub titled: bool,
    /// Whether its capital may be due to its place at the beginning of a sentence, or to a headline's style.
    pub unsure_capital: bool,
}

/// The candidates of an article, in order.
pub(super) fn cut(survey: &Survey) -> Vec<Candidate> {
    let mut cutter = Cutter { survey, out: Vec::new() };
    for sentence in survey.document.article_sentences() {
        let mut at = sentence.tokens.first();
        let limit = sentence.tokens.end();
        while at < limit {
            if cutter.begins(at, limit) {
                let end = cutter.run_end(at, limit);
                cutter.split(at, end);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    cutter.out
}

struct Cutter<'s, 'd> {
    survey: &'s Survey<'d>,
    out: Vec<Candidate>,
}

impl Cutter<'_, '_> {
    fn lower(&self, token: usize) -> &str {
        self.survey.document.lower(token)
    }

    fn is_name(&self, token: usize, limit: usize) -> bool {
        token < limit && self.survey.may_be_name(token)
    }

    fn is_dash(&self, token: usize) -> bool {
        self.survey.document.tokens()[token].kind == TokenKind::Dash
    }

    /// Whether a hyphen without spaces stands at `token`, with a word after it.
    fn is_hyphen(&self, token: usize, limit: usize) -> bool {
        let document = self.survey.document;
        token + 1 < limit && self.is_dash(token) && document.glued(token) && document.glued(token + 1)
    }

    /// Whether a run begins here: a capitalised word, or "al-" before one.
    fn begins(&self, at: usize, limit: usize) -> bool {
        self.is_name(at, limit)
            || cues::opens_surname(self.lower(at)) && self.is_lower(at) && self.is_name(at + 1, limit)
            || cues::is_arabic_article(self.lower(at))
                && self.is_hyphen(at + 1, limit)
                && self.is_name(at + 2, limit)
    }

    /// One past the listed name or the single token that begins at `at`.
    fn unit_end(&self, at: usize) -> usize {
        self.survey.listed(at).map_or(at + 1, |(end, _)| end)
    }

    /// One past the run that begins at `start`.
    fn run_end(&self, start: usize, limit: usize) -> usize {
        let limit = limit.min(start + LONGEST_RUN);
        let mut end = self.unit_end(start);
        if !self.is_name(start, limit) {
            end = end.max(start + if self.is_dash(start + 1) { 3 } else { 2 });
        }
        while let Some(next) = self.joined(start, end, limit) {
            end = self.unit_end(next).max(next + 1);
        }
        end.min(limit)
    }

    /// The token at which a run that covers `start..end` goes on, if it does.
    fn joined(&self, start: usize, end: usize, limit: usize) -> Option<usize> {
        if end >= limit {
            return None;
        }
        if self.is_hyphen(end, limit) {
            let goes_on = self.is_name(end + 1, limit) || self.is_second_syllable(start, end + 1);
            return goes_on.then_some(end + 1);
        }
        if self.is_name(end, limit) {
            // A colon or quotation mark stands between if the next capital begins something new.
            return (!self.survey.begins_sentence(end)).then_some(end);
        }
        let word = self.lower(end);
        let name_after = self.is_name(end + 1, limit);
        match word {
            "&" => name_after.then_some(end + 1),
            "," if end + 1 < limit && cues::is_legal_form(self.lower(end + 1)) => Some(end + 1),
            "of" => self.joined_by_of(start, end, limit),
            "for" | "on" => {
                let fits = (start..end).any(|t| cues::takes_for(self.lower(t)));
                (fits && name_after).then_some(end + 1)
            }
            "'" | "’" | "'s" | "’s" => self.joined_by_possessive(start, end, limit),
            "and" => (name_after && self.and_joins(start, end, limit)).then_some(end + 1),
            _ if cues::is_arabic_article(word) && self.is_hyphen(end + 1, limit) => {
                self.is_name(end + 2, limit).then_some(end + 2)
            }
            _ => (cues::is_name_particle(word) && name_after && self.is_lower(end))
                .then_some(end + 1)
                .or_else(|| self.after_two_particles(end, limit)),
        }
    }

    /// A syllable that is no word: the first half of "Ki-moon", "Jae-in".
    fn is_short_name(&self, token: usize) -> bool {
        self.survey.document.word(token).len() <= 4 && !self.survey.classes(token).any(Classes::COMMON)
    }

    /// The second half of a given name: "Kwok Ka-ki"; not "Hong Kong-listed".
    fn is_second_syllable(&self, start: usize, token: usize) -> bool {
        let survey = self.survey;
        let hyphen = token - 1;
        let listed =
            (start..hyphen).any(|at| survey.listed(at).is_some_and(|(end, _)| end > at + 1 && end >= hyphen));
        self.is_lower(token)
            && hyphen >= start + 2
            && !listed
            && survey.document.lower(token).len() <= 6
            && (!survey.classes(token).any(Classes::COMMON) || self.is_short_name(hyphen - 1))
            && !cues::follows_hyphen(survey.document.lower(token))
    }

    fn is_lower(&self, token: usize) -> bool {
        self.survey.document.tokens()[token].case == Case::Lower
    }

    /// "Ursula von der Leyen", "Carlos de la Cruz".
    fn after_two_particles(&self, end: usize, limit: usize) -> Option<usize> {
        let two = end + 2 < limit
            && (end..end + 2).all(|t| self.is_lower(t) && cues::is_name_particle(self.lower(t)));
        (two && self.is_name(end + 2, limit)).then_some(end + 2)
    }

    /// "National Dockers’ Federation", "People’s Party"; not "China’s Ministry".
    fn joined_by_possessive(&self, start: usize, end: usize, limit: usize) -> Option<usize> {
        let plural =
            if self.survey.document.word(end).len() > '’'.len_utf8() || self.lower(end).ends_with('s') {
                cues::is_irregular_plural(self.lower(end - 1))
            } else {
                self.lower(end - 1).ends_with('s')
                    && !self.names_country(start, end)
                    && !self.survey.is_sure(end - 1)
            };
        let last = (end + 1..limit).take_while(|&t| self.is_name(t, limit)).last()?;
        (plural && cues::is_organization_head(self.lower(last))).then_some(end + 1)
    }

    /// "University of X", "Bank of the X", "Secretary of State"; not "President of X".
    fn joined_by_of(&self, start: usize, end: usize, limit: usize) -> Option<usize> {
        let head = self.lower(end - 1);
        let next = end + 1 + usize::from(end + 1 < limit && self.lower(end + 1) == "the");
        if !self.is_name(next, limit) {
            return None;
        }
        let office = cues::is_title(head) && self.survey.classes(next).any(Classes::COMMON);
        let fits = cues::takes_of(head) || office || self.common_words_with_head(start, end, next, limit);
        fits.then_some(next)
    }

    /// "Freedom of Information Act": common words on both sides, and the head of a name at the end.
    fn common_words_with_head(&self, start: usize, end: usize, next: usize, limit: usize) -> bool {
        let common = |t: usize| self.survey.classes(t).any(Classes::COMMON) && !self.survey.is_sure(t);
        let last = (next..limit).take_while(|&t| self.is_name(t, limit)).last();
        let head = last.is_some_and(|last| last > next && self.has_head(last + 1));
        head && (start..end).all(common) && common(next)
    }

    /// "Food and Drug Administration", "Ministry of Health and Welfare"; not "Xi and Putin".
    fn and_joins(&self, start: usize, end: usize, limit: usize) -> bool {
        let common = |t: usize| self.survey.classes(t).any(Classes::COMMON) && !self.survey.is_sure(t);
        let inside_of =
            (start..end).any(|t| self.lower(t) == "of") && cues::is_organization_head(self.lower(start));
        if inside_of {
            return common(end + 1) && common(end - 1);
        }
        let mut last = end + 1;
        while self.is_name(last + 1, limit) {
            last += 1;
        }
        let headless = !(start..end).any(|t| cues::is_organization_head(self.lower(t)));
        headless && (start..end).all(common) && cues::is_organization_head(self.lower(last)) && last > end + 1
    }

    /// Cuts the run `start..end` into candidates.
    fn split(&mut self, start: usize, end: usize) {
        let mut start = self.without_opener(start, end);
        let mut titled = false;
        while start < end
            && let Some((title, after)) = self.title_in(start, end)
        {
            if title > start {
                self.simple(start, title, titled);
            }
            titled = true;
            start = after;
        }
        let start = self.without_small_words(start, end);
        if start < end {
            self.simple(start, end, titled);
        }
    }

    /// Where the run begins when the article and a sentence's first word, if that is no name, are left out.
    fn without_opener(&self, mut start: usize, end: usize) -> usize {
        let survey = self.survey;
        while start + 1 < end && self.unit_end(start) == start + 1 {
            let word = self.lower(start);
            let opener = survey.begins_sentence(start)
                && survey.style(start) == Style::Running
                && !survey.is_sure(start)
                && !survey.seen_inside(start)
                && (survey.classes(start).any(Classes::COMMON) || survey.seen_in_lower_case(start))
                && !self.has_head(end)
                && !self.is_full_name(start, end)
                && !self.is_called_organization(end)
                && self.title_at(start, end).is_none();
            if word != "the" && !opener {
                break;
            }
            start += 1;
        }
        start
    }

    /// "Terminal Sur, the company that …"
    fn is_called_organization(&self, end: usize) -> bool {
        let document = self.survey.document;
        let word = |at: usize| if at < document.tokens().len() { document.lower(at) } else { "" };
        word(end) == "," && word(end + 1) == "the" && cues::is_organization_noun(word(end + 2))
    }

    fn has_head(&self, end: usize) -> bool {
        let last = self.lower(end - 1);
        cues::is_organization_head(last)
            || cues::is_event_head(last)
            || cues::is_work_head(last)
            || cues::is_place_head(last)
    }

    /// Where the run begins when joining words are left out.
    fn without_small_words(&self, mut start: usize, end: usize) -> usize {
        while start < end
            && (self.is_dash(start) || matches!(self.lower(start), "of" | "the" | "and" | "&" | "for" | "on"))
            && self.survey.listed(start).is_none()
        {
            start += 1;
        }
        start
    }

    /// The first title in the run: where it begins, and one past it.
    fn title_in(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let listed_end = self.survey.listed(start).map_or(start, |(listed_end, _)| listed_end);
        (start..end).find_map(|at| {
            // "General Assembly", "Major League": listed names and names with a head of their own stay whole.
            let inside_listed = at < listed_end && listed_end > start + 1;
            let listed = self.survey.listed(at).is_some_and(|(listed_end, _)| listed_end > at + 1);
            let after = self.title_at(at, end).filter(|_| !inside_listed && !listed)?;
            let organization = after < end && self.has_head(end) && !self.is_first_name(after);
            let surname = at == start + 1 && after == end && self.is_full_name(start, end);
            (!organization && !surname).then_some((at, after))
        })
    }

    /// Whether a first name and a surname begin here, as in "Mark Dawson", "Grace Bishop", "Jordan Price".
    fn is_full_name(&self, start: usize, end: usize) -> bool {
        let surname = start + 1 < end && self.survey.classes(start + 1).any(Classes::SURNAME);
        surname
            && self.is_first_name(start)
            && !self.survey.classes(start).any(Classes::DEMONYM.and(Classes::GROUP))
    }

    fn is_first_name(&self, token: usize) -> bool {
        self.survey.classes(token).any(Classes::FIRST_NAME)
    }

    /// One past the title that begins at `at`: modifiers, the office, and what "of" adds to it.
    fn title_at(&self, at: usize, end: usize) -> Option<usize> {
        let mut head = at;
        while head + 1 < end
            && (cues::is_title_modifier(self.lower(head)) || self.is_dash(head))
            && (cues::is_title(self.lower(head + 1))
                || cues::is_title_modifier(self.lower(head + 1))
                || self.is_dash(head + 1))
        {
            head += 1;
        }
        let occupation = self.survey.classes(head).any(Classes::OCCUPATION);
        let named = head + 1 < end && self.is_first_name(head + 1);
        let office = cues::is_title(self.lower(head)) || occupation && named;
        if !office {
            return None;
        }
        let mut after = head + 1;
        while after < end && (cues::ends_title(self.lower(after)) || cues::is_title(self.lower(after))) {
            after += 1;
        }
        if after + 1 < end && self.lower(after) == "of" {
            let word = |t: usize| self.survey.classes(t).any(Classes::COMMON) && self.unit_end(t) == t + 1;
            let first = after + 1 + usize::from(self.lower(after + 1) == "the");
            let words = (first..end).take_while(|&t| word(t)).count();
            after = if words > 0 { first + words } else { after };
        }
        Some(after)
    }

    /// Cuts a run without titles: nationalities joined by hyphens or before a name that does not hold them.
    fn simple(&mut self, start: usize, end: usize, titled: bool) {
        let end = self.trimmed(start, end);
        if start >= end {
            return;
        }
        let unit = self.unit_end(start).min(end);
        let direction = unit == start + 1 && cues::is_direction(self.lower(start)) && start + 1 < end;
        let unit = if direction { self.unit_end(start + 1).min(end) } else { unit };
        let leads = unit < end && (self.names_country(unit - 1, unit) || self.names_country(start, unit));
        if leads && self.is_dash(unit) && self.names_country(unit + 1, self.unit_end(unit + 1).min(end)) {
            self.push(start, unit, titled);
            return self.simple(unit + 1, end, false);
        }
        // "Russian Foreign Ministry" is one name; "Russian Vladimir", "Ukraine Peace" are two things.
        let person = end == start + 2 && self.is_full_name(start, end);
        if leads && !self.is_dash(unit) && !self.has_head(end) && !person {
            self.push(start, unit, false);
            return self.simple(self.without_small_words(unit, end), end, titled);
        }
        if let Some(person) = self.person_after(start, end) {
            self.push(start, person, false);
            return self.push(person, end, titled);
        }
        self.push(start, end, titled);
    }

    /// Where a full name begins right after a place or an organization: "Vermont Bernie Sanders", "… Service Ann Lee".
    fn person_after(&self, start: usize, end: usize) -> Option<usize> {
        (start + 1..end.saturating_sub(1)).rev().take(2).find(|&at| {
            let place = self.survey.listed_as(start, at).is_some_and(|entry| {
                entry.classes.any(Classes::PLACE)
                    && !entry.classes.any(Classes::FIRST_NAME.and(Classes::COMMON))
            });
            let organization = at > start + 1 && cues::is_organization_head(self.lower(at - 1));
            (place || organization) && self.is_full_name(at, end) && !self.has_head(end)
        })
    }

    /// The end of the run without joining words and titles that were left behind.
    fn trimmed(&self, start: usize, mut end: usize) -> usize {
        while start < end
            && (self.is_dash(end - 1)
                || matches!(self.lower(end - 1), "of" | "the" | "and" | "&" | "for" | "on"))
        {
            end -= 1;
        }
        end
    }

    fn names_country(&self, start: usize, end: usize) -> bool {
        const LAND: Classes = Classes::COUNTRY.and(Classes::DEMONYM).and(Classes::GROUP);
        start < end && self.survey.listed_as(start, end).is_some_and(|entry| entry.classes.any(LAND))
    }

    fn push(&mut self, start: usize, end: usize, titled: bool) {
        let unsure_capital = self.survey.begins_sentence(start) || self.survey.style(start) != Style::Running;
        self.out.push(Candidate {
            tokens: Run::new(start, end),
            listed: self.survey.listed_as(start, end),
            titled,
            unsure_capital,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tests::toy;

    fn candidates(text: &str) -> Vec<&str> {
        let (document, names) = (crate::segment::segment(text), toy());
        let survey = Survey::new(&document, &names.gazetteer());
        cut(&survey).iter().map(|c| document.span_of(c.tokens).of(text)).collect()
    }

    #[test]
    fn joining_words_hold_a_name_together() {
        for name in [
            "Bank of Sylvania",
            "University of the Arts",
            "Ludwig van der Meer",
            "Hamid al-Rashid",
            "Smith & Sons",
            "Kwok Ka-ki",
            "Dockers’ Union",
            "Acme, Inc.",
        ] {
            assert_eq!(candidates(&format!("They saw {name} there.")), [name]);
        }
    }

    #[test]
    fn titles_nationalities_and_offices_cut_a_run() {
        assert_eq!(
            candidates("They saw Freedonian President Rufus Firefly."),
            ["Freedonian", "Rufus Firefly"]
        );
        assert_eq!(candidates("They saw Freedonian-Freedonian ties."), ["Freedonian", "Freedonian"]);
        assert_eq!(candidates("They saw the President of Freedonia."), ["Freedonia"]);
    }

    #[test]
    fn a_run_is_bounded() {
        let text = "They saw ".to_owned() + &"Abc ".repeat(100);
        assert!(candidates(&text).iter().all(|name| name.split(' ').count() <= LONGEST_RUN));
    }
}
