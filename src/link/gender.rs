//! Whether a person is spoken of as he or she, as far as titles, roles and first names tell.

use crate::document::Document;
use crate::entity::Entity;
use crate::span::Span;

/// How a person is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

/// What one mention of a person says, by the title before it.
pub(super) fn by_title(document: &Document, mention: Span) -> Option<Gender> {
    let first = document.token_at(mention.start);
    let title = first.checked_sub(1).map(|t| document.lower(t).trim_end_matches('.'))?;
    of_word(title)
}

/// What a person's first name, and role if the article gives one, say.
pub(super) fn by_name(entity: &Entity) -> Option<Gender> {
    let role = entity.role.as_deref().unwrap_or("").to_ascii_lowercase();
    if let Some(gender) = role.split_ascii_whitespace().find_map(of_word) {
        return Some(gender);
    }
    let mut words = entity.name.split_ascii_whitespace();
    let first = words.next()?.to_ascii_lowercase();
    words.next()?;
    if contains(HE_NAMES, &first) {
        Some(Gender::He)
    } else if contains(SHE_NAMES, &first) {
        Some(Gender::She)
    } else {
        None
    }
}

fn of_word(word: &str) -> Option<Gender> {
    let she = matches!(
        word,
        "mrs"
            | "ms"
            | "miss"
            | "mme"
            | "madame"
            | "lady"
            | "dame"
            | "queen"
            | "princess"
            | "duchess"
            | "baroness"
            | "sister"
            | "mother"
            | "wife"
            | "daughter"
            | "widow"
            | "aunt"
            | "grandmother"
            | "actress"
            | "hostess"
    ) || word.ends_with("woman");
    let he = matches!(
        word,
        "mr" | "sir"
            | "lord"
            | "king"
            | "prince"
            | "duke"
            | "baron"
            | "father"
            | "brother"
            | "husband"
            | "son"
            | "uncle"
            | "grandfather"
            | "pope"
            | "imam"
            | "monsignor"
    ) || word.ends_with("man") && word.len() > 5 && word != "german";
    if she {
        Some(Gender::She)
    } else if he {
        Some(Gender::He)
    } else {
        None
    }
}

fn contains(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|n| n == name)
}

/// First names that are nearly always a man's in English-language news.
const HE_NAMES: &str = "aaron abdul adam ahmed alan albert alejandro alexander alfred ali andreas andrew andrzej anthony antonio \
    arthur ben benjamin bernard bernie bill bob boris brad brandon brendan brian bruce bryan carl carlos charles chris \
    christopher chuck clarence colin craig dan daniel dave david dennis diego dieter dmitri dmitry dmytro donald doug douglas \
    ed eduardo edward elijah emmanuel enrique eric erik ernesto fernando francisco frank fred gary george gerald gordon \
    graham greg gregory gustavo hans harald harold harry hassan heinrich henry howard hugh hussein ian ibrahim igor isaac \
    ivan jack jacob jaime jake james javier jason jeff jeffrey jeremy jerry jim jimmy joe joel johan john jonathan jorge \
    jose joseph joshua juan julian justin karl keith ken kenneth kevin klaus lars larry lawrence leonard lewis liam louis \
    luigi luis luke manuel marc marco mario mark martin matt matthew michael miguel mike mitch mohamed mohammad mohammed \
    muhammad narendra nathan neil nicholas nicolas nigel noah oleg oliver olivier omar oscar patrick paul pavel pedro peter \
    phil philip pierre pieter rafael rajiv ralph ray raymond ricardo richard rob robert roberto rodrigo roger roland ron \
    ronald rory roy russell ryan samuel scott sean sebastian sergei sergey simon stefan stephen steve steven stuart ted \
    terry thomas tim timothy tobias tom tony travis trevor vincent viktor vladimir volodymyr walter wayne wei werner \
    wilhelm william yusuf youssef zachary";

/// First names that are nearly always a woman's.
const SHE_NAMES: &str = "abigail agnes aisha alice alicia alison amanda amber amelia amina amy ana andrea angela anita anna anne \
    annie barbara beatrice becky beth betty brenda bridget camila carla carly carmen carol caroline carolyn catherine \
    cecilia charlotte cheryl chiara christina christine claire clara claudia cynthia daniela deborah debbie denise diana \
    diane donna dorothy eleanor elena elisabeth elizabeth ellen emily emma esther eva ewa fatima fiona frances gabriela \
    gloria grace hannah harriet heather heidi helen helena hillary ida ingrid irene isabel isabella jane janet jean jennifer \
    jenny jessica jill joan joanna joanne josephine joyce judith judy julia julie karen karin kate katherine kathleen kathryn \
    katie kelly kirsten laura lauren leila lena leticia linda lisa liz louise lucia lucy lydia madeleine margaret maria \
    marie marina marta martha mary maya megan melania melanie melissa michelle miriam molly monica nadia nancy naomi natalia \
    natalie natasha nicola nicole nina nora olga olivia pamela patricia paula penelope phyllis priya rachel rebecca renee \
    rita rosa rose ruth sally samantha sandra sara sarah sharon shirley silvia simone sofia sonia sophia sophie stephanie \
    susan susana suzanne sylvia tamara tanya teresa theresa tina ursula valerie vanessa veronica victoria virginia vivian \
    wendy yasmin yvonne zainab";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Kind;

    fn person(name: &str, role: Option<&str>) -> Entity {
        Entity {
            kind: Kind::Person,
            name: name.into(),
            aliases: vec![],
            role: role.map(Into::into),
            link: None,
        }
    }

    #[test]
    fn role_and_first_name_tell_where_they_can() {
        assert_eq!(by_name(&person("Ewa Nowak", None)), Some(Gender::She));
        assert_eq!(by_name(&person("Robin Hale", None)), None);
        assert_eq!(by_name(&person("Robin Hale", Some("Spokeswoman"))), Some(Gender::She));
        assert_eq!(by_name(&person("James", None)), None, "one word may be a surname");
    }

    #[test]
    fn the_title_before_a_name_tells() {
        let document = crate::segment::segment("Mrs. Hale met Sir Robin.");
        assert_eq!(by_title(&document, Span::new(5, 9)), Some(Gender::She));
        assert_eq!(by_title(&document, Span::new(18, 23)), Some(Gender::He));
        assert_eq!(by_title(&document, Span::new(10, 13)), None);
    }
}
