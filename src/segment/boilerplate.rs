//! Lines that a page puts around its article: navigation, share buttons, newsletter pleas, copyright, credits.
//!
//! A wrong verdict hides a piece of the story, so only three shapes of short line are taken, each by one pattern
//! over the line's lower-case form: a whole line of known wording ("Advertisement", "12 comments"), a known label or
//! plea with a free rest ("Read more: …", "Sign up for …"), and a heading over links ("Related", "Next"), which
//! also takes the title lines after it. Everything else is the story.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Part};

/// Longest line that can be boilerplate, in bytes; a copyright notice is the longest that is common.
const LONGEST: usize = 240;
/// Longest line that can be a link's title, in bytes.
const LONGEST_TITLE: usize = 160;
/// Title lines that a heading such as "Related" takes with it at most.
const LINKS: usize = 12;

/// Goes over the paragraphs in order and marks those that are not the article.
#[derive(Debug, Default)]
pub(super) struct Marker {
    /// Title lines that the last heading still takes. Before the story begins they may be the headline: none.
    links: usize,
    story_began: bool,
}

impl Marker {
    /// Judges the next paragraph.
    pub(super) fn mark(&mut self, document: &mut Document, index: usize) {
        let line = &document.lower[document.paragraphs[index].span.range()];
        let boilerplate = match verdict(line, index == 0) {
            // "Politics" over the headline; below, it may head a part of the story.
            Verdict::Story if !self.story_began && SECTIONS.contains(&line) => true,
            Verdict::Boilerplate => true,
            Verdict::Heading(titles) => {
                self.links = if self.story_began { titles } else { 0 };
                true
            }
            Verdict::Story if self.links > 0 && is_title(line) => {
                self.links -= 1;
                true
            }
            Verdict::Story => {
                self.links = 0;
                self.story_began |= !is_title(line);
                false
            }
        };
        if boilerplate {
            document.paragraphs[index].part = Part::Boilerplate;
        }
    }
}

/// Names of a newspaper's sections, and the labels that stand over a headline.
#[rustfmt::skip] // one word a line would hide the code
const SECTIONS: &[&str] = &[
    "world", "u.s.", "us", "uk", "national", "local", "politics", "business", "economy", "markets", "money", "sport", "sports",
    "opinion", "analysis", "exclusive", "breaking", "breaking news", "live", "tech", "technology", "science", "health",
    "climate", "environment", "entertainment", "culture", "arts", "books", "style", "travel", "food", "weather", "education",
    "news", "world news", "top news", "us news", "uk news",
];

enum Verdict {
    Story,
    Boilerplate,
    /// A heading over links; so many title lines after it are boilerplate as well.
    Heading(usize),
}

/// What a line, given in lower case, is by itself. The `first` line may be a headline and is judged more strictly.
fn verdict(line: &str, first: bool) -> Verdict {
    if line.len() > LONGEST {
        return Verdict::Story;
    }
    let plain = line.replace('\u{a0}', " ");
    // Bullets, arrows, brackets, and the stop or colon at the end say nothing.
    let words = plain.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '@'));
    if NEIGHBOUR.is_match(words) {
        Verdict::Heading(1)
    } else if HEADING.is_match(words) {
        Verdict::Heading(LINKS)
    } else if WHOLE.is_match(words)
        || !first && LABEL.is_match(words)
        || PLEA.is_match(words) && !reports(line)
    {
        Verdict::Boilerplate
    } else {
        Verdict::Story
    }
}

/// Whether a line is short and ends as titles do: without a full stop or anything that promises more.
pub(super) fn is_title(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '\'', '”', '’', ')']);
    line.len() <= LONGEST_TITLE && !bare.ends_with(['.', ':', ';', ',', '—', '-'])
}

/// Whether somebody says something in this line, which makes it part of the story.
fn reports(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
        matches!(word, "said" | "says" | "told" | "asked" | "urged" | "added" | "wrote" | "he" | "she")
    })
}

/// One pattern out of alternatives, each of which must match the whole line.
fn lines(alternatives: &[&str]) -> Regex {
    let pattern = ["^(?:", &alternatives.join("|"), ")$"].concat();
    Regex::new(&pattern).expect("the patterns of this file are valid")
}

/// Links to the article before and after; each is followed by one title.
static NEIGHBOUR: LazyLock<Regex> = LazyLock::new(|| {
    lines(&[
        "(?:previous|next|prev|older|newer)(?: (?:article|story|post|page|up))?(?: [»«→←>‹›])?",
        "up next",
    ])
});

/// Headings over lists of links.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    lines(&[
        "related(?: (?:articles?|stor(?:y|ies)|posts?|news|links?|content|coverage|reading|topics?|tags?|videos?|items?))?",
        "(?:you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)|recommended(?: (?:for you|stories|articles|reading|videos))?)",
        "(?:trending|popular)(?: (?:now|stories|articles|news|topics|posts))?",
        "most (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|now))?",
        "(?:more|other|latest|top|must[- ]read|featured|recent) (?:stories|news|articles|headlines|posts|videos|coverage|reading)",
        "more (?:on this (?:story|topic|subject)|from (?:the|this) (?:author|section|web)|like this|to explore)",
        "(?:read|see|watch|what to read|keep) (?:next|also|reading)|also (?:read|see)|editors?['’]?s?['’]? (?:picks?|choice)",
        "(?:don['’]t miss|in case you missed it|around the web|from the web|promoted(?: (?:content|stories))?)",
    ])
});

/// Whole lines.
static WHOLE: LazyLock<Regex> = LazyLock::new(|| {
    const SERVICE: &str = "(?:share|tweet|facebook|twitter|x|linkedin|whatsapp|instagram|youtube|pinterest|reddit|telegram|messenger|flipboard|threads|bluesky|tiktok|e-?mail|print|copy|link|sms|rss|save|bookmark|listen|like|comments?|comment|pin it|gift|more)";
    let services = [SERVICE, "(?:[ ,/|•·+]+", SERVICE, ")*"].concat();
    lines(&[
        &services,
        // share, print, navigation
        "(?:share|e-?mail|print|save|tweet|pin|post)(?: (?:this|the|it|on|to|via|with|by))+(?: (?:article|story|page|post|news|facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|e-?mail|friends?|link|a friend))*",
        "(?:close panel|share page|about sharing|add to (?:your )?(?:saved stories|reading list)|list (?:of )?[0-9]+(?: of [0-9]+| items)*|end of list|you can now listen to .* articles)|(?:copy|get|share) (?:the )?link(?: copied)?|link copied(?: to clipboard)?|save (?:it |this )?for later|(?:text|font) size|a ?[+-](?: ?a ?[+-])?",
        "(?:home|news|start) ?[>»›/|].*|(?:home|menu|search|contact(?: us)?|about(?: us)?|skip to (?:main )?content|skip to navigation|back(?: to (?:top|home(?: ?page)?))?|top|close|toggle navigation|load more|show more|see more|view all|see all|view more)",
        "(?:log|sign) ?in|(?:log|sign) ?out|register(?: now)?|(?:create|my) (?:an |your )?account|subscribe(?: (?:now|today|here))?|(?:e-?mail )?(?:newsletters?|alerts)(?: sign[- ]?up)?|donate(?: (?:now|today|here))?|advertise(?: with us)?",
        // advertising
        "(?:- |skip )?(?:advertisements?|advertising|advert|ad|sponsored(?: (?:content|by.*))?|paid (?:content|post))(?: - (?:continue|story|article|scroll).*)?",
        "(?:story|article|content|text) continues (?:below|after).*|(?:continue|scroll|keep) (?:reading|down|scrolling)(?: .*)?(?:below|advertisement|to continue)|loading(?: .*)?|remove ads",
        // counts
        "(?:[0-9][0-9.,]*[km]?\\+?|no|one|view|show|see|hide|add|post|read|leave|join|be the first to|write|view all|[ ])+ ?(?:a |the |all |[0-9]+ )?(?:comments?|repl(?:y|ies)|shares?|likes?|views?|conversation|responses?|retweets?)",
        "(?:comments?|shares?|likes?|views?|repl(?:y|ies)) ?[(:]? ?[0-9.,]+[km]?|comments (?:are )?(?:closed|off|disabled)|[0-9]+[- ]min(?:ute)?s?(?: (?:read|listen|watch|ago))?|(?:updated |published |posted )?[0-9]+ (?:hours?|hrs?|days?|weeks?) ago|reading time:? .*",
        // rights
        "(?:©|copyright|\\(c\\)|© copyright|copyright ©)[^a-z]* ?(?:19|20)[0-9][0-9].*|©.*|.*all rights (?:are )?reserved.*",
        "(?:terms(?: (?:of (?:use|service)|and conditions|& conditions))?|privacy(?: (?:policy|notice))?|cookies?(?: (?:policy|settings|preferences))?)(?:[ |•·/,]+(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookies?(?: policy)?))*",
        "(?:this material|this (?:article|content)) may not be (?:published|reproduced).*|(?:we|this (?:site|website)) uses? cookies.*|your e-?mail address will not be published.*|required fields are marked.*",
        // credits
        "(?:ap|afp|epa|reuters|getty) (?:file )?(?:photo|images?)(?:/.*)?|reuters/[^ .]+ [^ .]+(?:/file photo)?|(?:[^ .]+ ){0,4}[^ .]*(?:/| via )(?:getty images|ap photo|shutterstock|alamy|unsplash)|file (?:photo|image|picture)|getty images|ap photo",
        "credits?(?::|\\.\\.\\.)[^.!?]*|our standards:.*|view (?:this (?:post|photo|image)|tweet|gallery|image|photos?|on)(?: .*)?",
        "(?:photos?|images?|pictures?|photograph|video|illustration|graphic) (?:(?:credits?|source|courtesy)(?: of| by|:| -)?|by|:|-|/) ?[^.!?]*|(?:photos?|images?|pictures?|photograph)(?: credits?)?:[^.!?]*",
        // an address alone
        "(?:https?://|www\\.)[^ ]*",
    ])
});

/// Labels that a link's title follows.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    lines(&[
        "(?:read|read (?:more|also|next|this)|also read|see also|see more|more|related(?: (?:article|story|stories|coverage|news))?|recommended|must read|watch|watch (?:also|live|now|more)|listen|view|gallery|photos|in pictures|video|don['’]t miss|up next|next|previous) ?(?::|\\||»|>>).*",
        "(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|published in|labels?|sections?) ?:.*|filed under .*",
    ])
});

/// Requests to the reader. Taken only where nobody is reported to say something.
static PLEA: LazyLock<Regex> = LazyLock::new(|| {
    lines(&[
        "read (?:more|the (?:rest|full|whole|original|entire))(?: .*)?|continue reading(?: .*)?|click (?:here|on|below).*|(?:to|for) (?:read|learn|see|find out) more.* click .*|find out more(?: .*)?|learn more(?: .*)?",
        "sign up (?:here|now|today|for|to|and|below).*|subscribe to .*|subscribe (?:for|and|via|on) .*|(?:get|have|receive) .* (?:in|to|into|straight to|delivered to) your (?:e-?mail|inbox|mailbox|phone).*",
        "(?:follow|like|find|join|connect with|contact|e-?mail|visit) (?:us|me|him|her) (?:on|at|in|via) .*|follow [^.]* on (?:twitter|x|facebook|instagram|linkedin|google news|whatsapp|telegram|youtube).*|(?:follow|like) us",
        "(?:support|help (?:us|support)|please (?:support|consider|subscribe|donate|sign)) .*(?:journalism|reporting|subscri|donat|newsroom|our work|member|newsletter).*|become a (?:member|subscriber|supporter|patron).*|already a (?:subscriber|member).*|(?:thank you|thanks) for (?:reading|subscribing|signing up).*",
        "download (?:the|our) .*app.*|never miss .*|have (?:a|you got a|you) (?:story|tip|news tip|question|correction|comment).*|(?:got|do you have) (?:a|any) (?:story|tip|news|question|comment).*|(?:enter|submit) your e-?mail.*|by (?:signing up|subscribing|clicking|entering your).*",
        "(?:leave|post|add|write) (?:a |your )?(?:comment|reply).*|join (?:the|our) (?:conversation|discussion|community|newsletter|mailing list|whatsapp|telegram).*|what do you think.*(?:comments?|below|tell us).*|tell us .* in the comments.*",
    ])
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn boilerplate(text: &str) -> Vec<&str> {
        let document = segment(text);
        let found = document.paragraphs().iter().filter(|p| p.part == Part::Boilerplate);
        found.map(|p| p.span.of(text)).collect()
    }

    #[test]
    fn a_heading_takes_its_titles_but_not_the_story_after_them() {
        let text = "The river rose again.\nRelated\nDam Holds For Now\nWho Pays?\nThe mayor spoke at noon.\nWhat now\nHe left.";
        assert_eq!(boilerplate(text), ["Related", "Dam Holds For Now", "Who Pays?"]);
    }

    #[test]
    fn before_the_story_a_heading_takes_nothing() {
        assert_eq!(boilerplate("Trending\nRiver Rises\nThe river rose."), ["Trending"]);
    }

    #[test]
    fn a_label_on_the_first_line_may_be_the_headline() {
        assert_eq!(boilerplate("Watch: a river rises\nThe river rose."), [""; 0]);
        assert_eq!(boilerplate("The river rose.\nWatch: a river rises"), ["Watch: a river rises"]);
    }

    #[test]
    fn who_reports_speech_is_in_the_story() {
        assert_eq!(boilerplate("It rained.\nRead more books, she told the pupils."), [""; 0]);
    }
}
