//! GUM's CoNLL-U, read as articles: the text as it stood, and who is named in it.
//!
//! GUM marks whole noun phrases of ten kinds. Of these the measure wants the *names* and the third-person *pronouns*
//! of persons and organizations that have a name somewhere in the article:
//!
//! - A name is a mention whose head is a proper noun. Of mentions with one head the shortest counts. Its words are
//!   the head with what is flatly joined to it ("Barack Obama"), for an organization also the capitalised words
//!   around ("Bank of England"); a title alone ("the President", "Mr. Speaker") is no name, nor is a people ("Belgians").
//! - A pronoun is a personal or possessive pronoun of the third person that is a mention by itself.

use std::collections::{BTreeMap, BTreeSet};

use pressmark::{Kind, Span};

/// One document of GUM.
pub struct Article {
    /// GUM's name for it, such as `GUM_news_iodine`.
    pub name: String,
    /// Its text; paragraphs are separated by blank lines.
    pub text: String,
    /// Names and pronouns in text order.
    pub mentions: Vec<Mention>,
}

/// A name or pronoun as GUM has it.
pub struct Mention {
    /// Its words, in bytes of the text.
    pub span: Span,
    /// The words that a name found by an engine must touch to be this one: the head with what is flatly joined.
    pub core: Span,
    /// Whether it is a pronoun.
    pub is_pronoun: bool,
    /// What it names; none for kinds that are only looked at for links.
    pub kind: Option<Kind>,
    /// The number of what it names; for links only, none.
    pub entity: Option<usize>,
    /// Title of the page in Wikipedia.
    pub title: Option<String>,
}

/// A token of the treebank.
#[derive(Clone, Default)]
struct Word {
    span: Span,
    text: String,
    tag: String,
    features: String,
    head: usize,
    relation: String,
}

/// A mention that GUM marks: tokens of the document, kind, number of its chain, page.
struct Marked {
    first: usize,
    last: usize,
    kind: String,
    chain: String,
    title: Option<String>,
}

/// Words that are a title by themselves.
const TITLES: &[&str] = &[
    "administrator",
    "captain",
    "ceo",
    "chair",
    "chairman",
    "chairwoman",
    "chancellor",
    "coach",
    "congressman",
    "dad",
    "daddy",
    "director",
    "doctor",
    "dr.",
    "editor",
    "father",
    "former",
    "founder",
    "general",
    "god",
    "gov.",
    "governor",
    "judge",
    "justice",
    "king",
    "lord",
    "man",
    "manager",
    "mayor",
    "minister",
    "mom",
    "mother",
    "mr",
    "mr.",
    "mrs.",
    "ms.",
    "pope",
    "president",
    "prime",
    "prince",
    "professor",
    "queen",
    "rep.",
    "representative",
    "secretary",
    "sen.",
    "senator",
    "sir",
    "speaker",
    "st.",
    "u.s.",
    "us",
    "vice",
];

/// The articles of the genres wanted.
pub fn articles(conllu: &str, genres: &[&str]) -> Vec<Article> {
    let mut articles = Vec::new();
    for document in conllu.split("# newdoc id = ").skip(1) {
        let name = document.lines().next().unwrap_or("").to_owned();
        if genres.iter().any(|genre| name.starts_with(&format!("GUM_{genre}_"))) {
            articles.push(Reader::default().read(name, document));
        }
    }
    articles
}

#[derive(Default)]
struct Reader {
    text: String,
    words: Vec<Word>,
    marked: Vec<Marked>,
    /// Mentions that have begun.
    open: Vec<Marked>,
    /// Number of words before the sentence at hand.
    base: usize,
    /// Where in the text the next word is looked for.
    cursor: usize,
    /// Words of a multiword token still to come, and where it ends.
    multiword: Option<(usize, usize)>,
}

impl Reader {
    fn read(mut self, name: String, document: &str) -> Article {
        let mut separator = "";
        for line in document.lines() {
            if line.starts_with("# newpar") {
                separator = "\n\n";
            } else if let Some(sentence) = line.strip_prefix("# text = ") {
                self.text.push_str(if self.text.is_empty() { "" } else { separator });
                self.cursor = self.text.len();
                self.text.push_str(sentence);
                self.base = self.words.len();
                separator = " ";
            } else if line.starts_with(|c: char| c.is_ascii_digit()) {
                self.token(&line.split('\t').collect::<Vec<_>>());
            }
        }
        self.finish(name)
    }

    fn token(&mut self, cells: &[&str]) {
        let [id, form, ..] = cells else { return };
        if let Some((first, last)) = id.split_once('-') {
            let start = self.place(form).start as usize;
            self.cursor = start;
            let count = |id: &str| id.parse::<usize>().unwrap_or(0);
            self.multiword = Some((count(last) + 1 - count(first), start + form.len()));
            return;
        }
        let Some(&[tag, features, head, relation, _, misc]) = cells.get(4..10) else { return };
        let span = self.place(form);
        self.words.push(Word {
            span,
            text: (*form).to_owned(),
            tag: tag.to_owned(),
            features: features.to_owned(),
            head: head.parse::<usize>().map_or(usize::MAX, |head| (self.base + head).wrapping_sub(1)),
            relation: relation.to_owned(),
        });
        if head == "0" {
            self.words.last_mut().expect("just pushed").head = usize::MAX;
        }
        if let Some(entities) = misc.split('|').find_map(|field| field.strip_prefix("Entity=")) {
            self.brackets(entities, self.words.len() - 1);
        }
        if let Some((left, end)) = self.multiword {
            self.multiword = (left > 1).then_some((left - 1, end));
            if left == 1 {
                self.cursor = end;
            }
        }
    }

    /// Where a form stands at or shortly after the cursor, which moves behind it. Parts of a multiword token that
    /// are not written as such ("ca" + "n’t" are) take the whole of it.
    fn place(&mut self, form: &str) -> Span {
        let start =
            self.cursor + self.text[self.cursor..].len() - self.text[self.cursor..].trim_start().len();
        if self.text[start..].starts_with(form) {
            self.cursor = start + form.len();
            return Span::new(start, self.cursor);
        }
        let end = self.multiword.map_or(start, |(_, end)| end);
        Span::new(start.min(end), end)
    }

    /// Reads "(12-person-…-coref-Barack_Obama(13-place-…)" and "13)12)".
    fn brackets(&mut self, entities: &str, word: usize) {
        let mut rest = entities;
        while !rest.is_empty() {
            if let Some(opened) = rest.strip_prefix('(') {
                let end = opened.find(['(', ')']).unwrap_or(opened.len());
                let fields: Vec<&str> = opened[..end].splitn(8, '-').collect();
                let field = |index: usize| fields.get(index).copied().unwrap_or("").to_owned();
                let title = fields.get(7).map(|title| readable(title));
                self.open.push(Marked { first: word, last: word, kind: field(1), chain: field(0), title });
                rest = &opened[end..];
                if let Some(closed) = rest.strip_prefix(')') {
                    let marked = self.open.pop();
                    self.marked.extend(marked);
                    rest = closed;
                }
            } else {
                let (chain, after) = rest.split_once(')').unwrap_or((rest, ""));
                if let Some(at) = self.open.iter().rposition(|marked| marked.chain == chain) {
                    let mut marked = self.open.remove(at);
                    marked.last = word;
                    self.marked.push(marked);
                }
                rest = after;
            }
        }
    }

    fn finish(self, name: String) -> Article {
        // The shortest mention of each head.
        let mut shortest: BTreeMap<usize, &Marked> = BTreeMap::new();
        for marked in &self.marked {
            let kept = shortest.entry(self.head(marked)).or_insert(marked);
            if marked.last - marked.first < kept.last - kept.first {
                *kept = marked;
            }
        }
        let mut mentions = Vec::new();
        let mut chains: BTreeMap<&str, usize> = BTreeMap::new();
        let named: BTreeSet<&str> = shortest
            .iter()
            .filter(|(head, m)| wanted(m).is_some() && self.core(**head, m).is_some())
            .map(|(_, m)| m.chain.as_str())
            .collect();
        for (&head, marked) in &shortest {
            let kind = wanted(marked);
            let word = &self.words[head];
            let is_pronoun = marked.first == marked.last
                && matches!(word.tag.as_str(), "PRP" | "PRP$")
                && word.features.contains("Person=3");
            let core = if is_pronoun { Some((head, head)) } else { self.core(head, marked) };
            let Some(core) = core else { continue };
            if kind.is_some() && !named.contains(marked.chain.as_str()) || kind.is_none() && is_pronoun {
                continue;
            }
            let whole =
                if kind == Some(Kind::Person) || is_pronoun { core } else { self.capitalised(core, marked) };
            let next = chains.len();
            let span = |(first, last): (usize, usize)| self.words[first].span.cover(self.words[last].span);
            mentions.push(Mention {
                span: span(whole),
                core: span(core),
                is_pronoun,
                kind,
                entity: kind.map(|_| *chains.entry(&marked.chain).or_insert(next)),
                title: marked.title.clone(),
            });
        }
        mentions.sort_by_key(|mention| mention.core);
        Article { name, mentions, text: self.text }
    }

    /// The mention's word whose own head lies outside.
    fn head(&self, marked: &Marked) -> usize {
        let inside = marked.first..=marked.last;
        inside.clone().find(|&w| !inside.contains(&self.words[w].head)).unwrap_or(marked.first)
    }

    fn is_proper(&self, word: usize) -> bool {
        self.words[word].tag.starts_with("NNP")
    }

    /// First and last word of the head with what is flatly joined to it, without titles; none if that is no name.
    fn core(&self, head: usize, marked: &Marked) -> Option<(usize, usize)> {
        let joined = |w: usize| self.words[w].head == head && self.words[w].relation.starts_with("flat");
        let mut first = head;
        let mut last = head;
        while last < marked.last && joined(last + 1) {
            last += 1;
        }
        if wanted(marked) == Some(Kind::Person) {
            let described =
                (marked.first..head).any(|w| self.words[w].relation == "det" && self.words[w].head == head);
            let is_title = |w: usize| TITLES.contains(&self.words[w].text.to_lowercase().as_str());
            while first < last && is_title(first) {
                first += 1;
            }
            let is_people = self.words[head].tag == "NNPS";
            if described || is_people || is_title(first) || is_title(last) {
                return None;
            }
            // "Jean-Luc Godard": hyphenated and compound first names stand before the head.
            let before = |w: usize| self.words[w].head == head && self.words[w].relation == "compound";
            while first > marked.first
                && first == head
                && before(first - 1)
                && self.is_proper(first - 1)
                && !is_title(first - 1)
            {
                first -= 1;
            }
        }
        (self.is_proper(head) && self.is_proper(last)).then_some((first, last))
    }

    /// The core with the capitalised words of the mention around it, over small words between.
    fn capitalised(&self, core: (usize, usize), marked: &Marked) -> (usize, usize) {
        let (mut first, mut last) = core;
        let is_capital =
            |w: usize| self.words[w].text.starts_with(char::is_uppercase) && self.words[w].tag != "DT";
        let is_small =
            |w: usize| matches!(self.words[w].text.as_str(), "of" | "the" | "for" | "and" | "&" | "-" | "on");
        let mut at = first;
        while at > marked.first && (is_capital(at - 1) || is_small(at - 1)) {
            at -= 1;
            if is_capital(at) {
                first = at;
            }
        }
        at = last;
        while at < marked.last && (is_capital(at + 1) || is_small(at + 1)) {
            at += 1;
            if is_capital(at) {
                last = at;
            }
        }
        (first, last)
    }
}

/// A title as people write it: `Washington%2C_D.C.` is "Washington, D.C.".
fn readable(title: &str) -> String {
    let codes = [("%28", "("), ("%29", ")"), ("%2C", ","), ("%2D", "-"), ("_", " ")];
    codes.iter().fold(title.to_owned(), |title, (code, letter)| title.replace(code, letter))
}

/// The kind, of the two that are measured.
fn wanted(marked: &Marked) -> Option<Kind> {
    match marked.kind.as_str() {
        "person" => Some(Kind::Person),
        "organization" => Some(Kind::Organization),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOY: &str = "# newdoc id = GUM_news_toy
# newpar
# text = Mayor Ann Hale of Leeds isn't well, she said.
1\tMayor\tmayor\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-n-cf1-1,2,3-coref
2\tAnn\tAnn\tPROPN\tNNP\t_\t8\tnsubj\t_\t_
3\tHale\tHale\tPROPN\tNNP\t_\t2\tflat\t_\t_
4\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_
5\tLeeds\tLeeds\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new-n-cf1-1-sgl-Leeds_%28city%29)1)
6-7\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
6\tis\tbe\tAUX\tVBZ\t_\t8\tcop\t_\t_
7\tn't\tnot\tPART\tRB\t_\t8\tadvmod\t_\t_
8\twell\twell\tADJ\tJJ\t_\t0\troot\t_\tSpaceAfter=No
9\t,\t,\tPUNCT\t,\t_\t8\tpunct\t_\t_
10\tshe\tshe\tPRON\tPRP\tPerson=3\t11\tnsubj\t_\tEntity=(1-person-giv:act-n-cf1-1-ana)
11\tsaid\tsay\tVERB\tVBD\t_\t8\tparataxis\t_\tSpaceAfter=No
12\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_

# text = The mayor left.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-giv:act-n-cf1-2-coref
2\tmayor\tmayor\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
";

    #[test]
    fn names_and_pronouns_are_cut_out_of_noun_phrases() {
        let articles = articles(TOY, &["news"]);
        let article = &articles[0];
        assert_eq!(article.text, "Mayor Ann Hale of Leeds isn't well, she said. The mayor left.");
        let found: Vec<_> =
            article.mentions.iter().map(|m| (m.span.of(&article.text), m.is_pronoun, m.entity)).collect();
        assert_eq!(found, [("Ann Hale", false, Some(0)), ("Leeds", false, None), ("she", true, Some(0))]);
        assert_eq!(article.mentions[1].title.as_deref(), Some("Leeds (city)"));
        assert!(super::articles(TOY, &["speech"]).is_empty());
    }
}
