//! The wordings of lines that are not the story, and a quick way through them.
//!
//! Each rule is a pattern over the whole line in lower case. There are many and most lines match none, so that every
//! rule names the first words of its lines: only the few rules for a line's own first word are tried. Their patterns
//! are compiled when they are first needed.

use std::sync::{LazyLock, OnceLock};

use regex::Regex;

/// What a line is by its wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A link to the article before or after; one title follows.
    Neighbour,
    /// A heading over a list of links.
    Heading,
    /// A line of the page and nothing else.
    Whole,
    /// A label that a link's title follows.
    Label,
    /// A request to the reader.
    Plea,
}

/// One rule. Of those that match a line the first holds.
struct Rule {
    shape: Shape,
    /// The first words of its lines: letters alone, "0" for any digit, or the sign that begins the line.
    openers: &'static str,
    pattern: &'static str,
    compiled: OnceLock<Regex>,
}

/// The first shape of a line that is `allowed`. The line is in lower case, without signs around it.
pub(super) fn shape(line: &str, allowed: impl Fn(Shape) -> bool) -> Option<Shape> {
    let mut rules = rules_for(opener(line)).filter(|rule| allowed(rule.shape));
    let found = rules.find(|rule| rule.matches(line)).map(|rule| rule.shape);
    let whole = || is_rights(line) || is_picture_credit(line);
    match found {
        Some(Shape::Label | Shape::Plea) | None if whole() => Some(Shape::Whole),
        found => found,
    }
}

impl Rule {
    fn matches(&self, line: &str) -> bool {
        let compile = || {
            let pattern = self.pattern.replace("{service}", SERVICE);
            Regex::new(&["^(?:", &pattern, ")$"].concat()).expect("the patterns of this file are valid")
        };
        self.compiled.get_or_init(compile).is_match(line)
    }
}

/// What a line begins with, as rules name it.
fn opener(line: &str) -> &str {
    let letters = line.bytes().take_while(u8::is_ascii_lowercase).count();
    match line.chars().next() {
        Some(first) if first.is_ascii_digit() => "0",
        Some(first) if letters == 0 => &line[..first.len_utf8()],
        _ => &line[..letters],
    }
}

/// The rules for lines that begin so, in order.
fn rules_for(opener: &str) -> impl Iterator<Item = &'static Rule> {
    static BY_OPENER: LazyLock<Vec<(&str, usize)>> = LazyLock::new(|| {
        let each = |(index, rule): (usize, &Rule)| rule.openers.split(' ').map(move |opener| (opener, index));
        let mut all: Vec<(&str, usize)> = RULES.iter().enumerate().flat_map(each).collect();
        all.sort_unstable();
        all
    });
    let first = BY_OPENER.partition_point(|(known, _)| *known < opener);
    let own = BY_OPENER[first..].iter().take_while(move |(known, _)| *known == opener);
    own.map(|&(_, index)| &RULES[index])
}

/// "© Daily Gazette. All rights reserved."
fn is_rights(line: &str) -> bool {
    line.contains("all rights reserved") || line.contains("all rights are reserved")
}

/// "jane doe/getty images", "jane doe via ap photo": a few words without a full stop before it.
fn is_picture_credit(line: &str) -> bool {
    const NAME: usize = 4;
    let agencies = ["getty images", "ap photo", "shutterstock", "alamy", "unsplash"];
    let before = agencies.iter().find_map(|agency| line.strip_suffix(agency));
    let name = before.and_then(|before| before.strip_suffix('/').or_else(|| before.strip_suffix(" via ")));
    name.is_some_and(|name| {
        let spaces = name.matches(' ').count();
        spaces <= NAME && !name.contains('.') && !name.contains("  ") && !name.starts_with(' ')
    })
}

const fn rule(shape: Shape, openers: &'static str, pattern: &'static str) -> Rule {
    Rule { shape, openers, pattern, compiled: OnceLock::new() }
}

/// The names of services and buttons beside an article.
const SERVICE: &str = "(?:share|tweet|facebook|twitter|x|linkedin|whatsapp|instagram|youtube|pinterest|reddit|telegram|messenger|flipboard|threads|bluesky|tiktok|e-?mail|print|copy|link|sms|rss|save|bookmark|listen|like|comments?|comment|pin it|gift|more)";

#[rustfmt::skip] // a rule a line
static RULES: [Rule; 34] = [
    rule(Shape::Neighbour, "newer next older prev previous", "(?:previous|next|prev|older|newer)(?: (?:article|story|post|page|up))?(?: [»«→←>‹›])?"),
    rule(Shape::Neighbour, "up", "up next"),
    rule(Shape::Heading, "related", "related(?: (?:articles?|stor(?:y|ies)|posts?|news|links?|content|coverage|reading|topics?|tags?|videos?|items?))?"),
    rule(Shape::Heading, "recommended you", "(?:you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)|recommended(?: (?:for you|stories|articles|reading|videos))?)"),
    rule(Shape::Heading, "popular trending", "(?:trending|popular)(?: (?:now|stories|articles|news|topics|posts))?"),
    rule(Shape::Heading, "most", "most (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|now))?"),
    rule(Shape::Heading, "featured latest more must other recent top", "(?:more|other|latest|top|must[- ]read|featured|recent) (?:stories|news|articles|headlines|posts|videos|coverage|reading)"),
    rule(Shape::Heading, "more", "more (?:on this (?:story|topic|subject)|from (?:the|this) (?:author|section|web)|like this|to explore)"),
    rule(Shape::Heading, "also editor editors keep read see watch what", "(?:read|see|watch|what to read|keep) (?:next|also|reading)|also (?:read|see)|editor(?:s|['’]s|s['’])? (?:picks?|choice)"),
    rule(Shape::Heading, "around don from in promoted", "(?:don['’]t miss|in case you missed it|around the web|from the web|promoted(?: (?:content|stories))?)"),
    rule(Shape::Whole, "bluesky bookmark comment comments copy e email facebook flipboard gift instagram like link linkedin listen messenger more pin pinterest print reddit rss save share sms telegram threads tiktok tweet twitter whatsapp x youtube", "{service}(?:[ ,/|•·+]+{service})*"),
    // share, print, navigation
    rule(Shape::Whole, "e email pin post print save share tweet", "(?:share|e-?mail|print|save|tweet|pin|post)(?: (?:this|the|it|on|to|via|with|by))+(?: (?:article|story|page|post|news|facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|e-?mail|friends?|link|a friend))*"),
    rule(Shape::Whole, "a about add close copy end font get link list save share text you", "(?:close panel|share page|about sharing|add to (?:your )?(?:saved stories|reading list)|list (?:of )?[0-9]+(?: of [0-9]+| items)*|end of list|you can now listen to .* articles)|(?:copy|get|share) (?:the )?link(?: copied)?|link copied(?: to clipboard)?|save (?:it |this )?for later|(?:text|font) size|a ?[+-](?: ?a ?[+-])?"),
    rule(Shape::Whole, "about back close contact home load menu news search see show skip start toggle top view", "(?:home|news|start) ?[>»›/|].*|(?:home|menu|search|contact(?: us)?|about(?: us)?|skip to (?:main )?content|skip to navigation|back(?: to (?:top|home(?: ?page)?))?|top|close|toggle navigation|load more|show more|see more|view all|see all|view more)"),
    rule(Shape::Whole, "advertise alerts create donate e email log login logout my newsletter newsletters register sign signin signout subscribe", "(?:log|sign) ?in|(?:log|sign) ?out|register(?: now)?|(?:create|my) (?:an |your )?account|subscribe(?: (?:now|today|here))?|(?:e-?mail )?(?:newsletters?|alerts)(?: sign[- ]?up)?|donate(?: (?:now|today|here))?|advertise(?: with us)?"),
    // advertising
    rule(Shape::Whole, "ad advert advertisement advertisements advertising paid skip sponsored", "(?:skip )?(?:advertisements?|advertising|advert|ad|sponsored(?: (?:content|by.*))?|paid (?:content|post))(?: - (?:continue|story|article|scroll).*)?"),
    rule(Shape::Whole, "article content continue keep loading remove scroll story text", "(?:story|article|content|text) continues (?:below|after).*|(?:continue|scroll|keep) (?:reading|down|scrolling)(?: .*)?(?:below|advertisement|to continue)|loading(?: .*)?|remove ads"),
    // counts
    rule(Shape::Whole, "0 add be hide join leave no one post read see show view write", "(?:[0-9][0-9.,]*[km]?\\+? ?|(?:no|one|view|show|see|hide|add|post|read|leave|join|be the first to|write|view all) )+(?:a |the |all )?(?:comments?|repl(?:y|ies)|shares?|likes?|views?|conversation|responses?|retweets?)"),
    rule(Shape::Whole, "0 comment comments like likes posted published reading replies reply share shares updated view views", "(?:comments?|shares?|likes?|views?|repl(?:y|ies)) ?[(:]? ?[0-9.,]+[km]?|comments (?:are )?(?:closed|off|disabled)|[0-9]+[- ]min(?:ute)?s?(?: (?:read|listen|watch|ago))?|(?:updated |published |posted )?[0-9]+ (?:hours?|hrs?|days?|weeks?) ago|reading time:? .*"),
    // rights
    rule(Shape::Whole, "copyright ©", "(?:©|copyright|© copyright|copyright ©)[^a-z]* ?(?:19|20)[0-9][0-9].*|©.*"),
    rule(Shape::Whole, "cookie cookies privacy terms", "(?:terms(?: (?:of (?:use|service)|and conditions|& conditions))?|privacy(?: (?:policy|notice))?|cookies?(?: (?:policy|settings|preferences))?)(?:[ |•·/,]+(?:terms(?: of (?:use|service))?|privacy(?: policy)?|cookies?(?: policy)?))*"),
    rule(Shape::Whole, "required this we your", "(?:this material|this (?:article|content)) may not be (?:published|reproduced).*|(?:we|this (?:site|website)) uses? cookies.*|your e-?mail address will not be published.*|required fields are marked.*"),
    // credits
    rule(Shape::Whole, "afp ap epa file getty reuters", "(?:ap|afp|epa|reuters|getty) (?:file )?(?:photo|images?)(?:/.*)?|reuters/[^ .]+ [^ .]+(?:/file photo)?|file (?:photo|image|picture)|getty images|ap photo"),
    rule(Shape::Whole, "credit credits our view", "credits?(?::|\\.\\.\\.)[^.!?]*|our standards:.*|view (?:this (?:post|photo|image)|tweet|gallery|image|photos?|on)(?: .*)?"),
    rule(Shape::Whole, "graphic illustration image images photo photograph photos picture pictures video", "(?:photos?|images?|pictures?|photograph|video|illustration|graphic) (?:(?:credits?|source|courtesy)(?: of| by|:| -)?|by|:|-|/) ?[^.!?]*|(?:photos?|images?|pictures?|photograph)(?: credits?)?:[^.!?]*"),
    // an address alone
    rule(Shape::Whole, "http https www", "(?:https?://|www\\.)[^ ]*"),
    rule(Shape::Label, "also don gallery in listen more must next photos previous read recommended related see up video view watch", "(?:read|read (?:more|also|next|this)|also read|see also|see more|more|related(?: (?:article|story|stories|coverage|news))?|recommended|must read|watch|watch (?:also|live|now|more)|listen|view|gallery|photos|in pictures|video|don['’]t miss|up next|next|previous) ?(?::|\\||»|>>).*"),
    rule(Shape::Label, "categories category filed keyword keywords label labels posted published section sections tag tags topic topics", "(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|published in|labels?|sections?) ?:.*|filed under .*"),
    rule(Shape::Plea, "click continue find for learn read to", "read (?:more|the (?:rest|full|whole|original|entire))(?: .*)?|continue reading(?: .*)?|click (?:here|on|below).*|(?:to|for) (?:read|learn|see|find out) more.* click .*|find out more(?: .*)?|learn more(?: .*)?"),
    rule(Shape::Plea, "get have receive sign subscribe", "sign up (?:here|now|today|for|to|and|below).*|subscribe to .*|subscribe (?:for|and|via|on) .*|(?:get|have|receive) .* (?:in|to|into|straight to|delivered to) your (?:e-?mail|inbox|mailbox|phone).*"),
    rule(Shape::Plea, "connect contact e email find follow join like visit", "(?:follow|like|find|join|connect with|contact|e-?mail|visit) (?:us|me|him|her) (?:on|at|in|via) .*|follow [^.]* on (?:twitter|x|facebook|instagram|linkedin|google news|whatsapp|telegram|youtube).*|(?:follow|like) us"),
    rule(Shape::Plea, "already become help please support thank thanks", "(?:support|help (?:us|support)|please (?:support|consider|subscribe|donate|sign)) .*(?:journalism|reporting|subscri|donat|newsroom|our work|member|newsletter).*|become a (?:member|subscriber|supporter|patron).*|already a (?:subscriber|member).*|(?:thank you|thanks) for (?:reading|subscribing|signing up).*"),
    rule(Shape::Plea, "by do download enter got have never submit", "download (?:the|our) .*app.*|never miss .*|have (?:a|you got a|you) (?:story|tip|news tip|question|correction|comment).*|(?:got|do you have) (?:a|any) (?:story|tip|news|question|comment).*|(?:enter|submit) your e-?mail.*|by (?:signing up|subscribing|clicking|entering your).*"),
    rule(Shape::Plea, "add join leave post tell what write", "(?:leave|post|add|write) (?:a |your )?(?:comment|reply).*|join (?:the|our) (?:conversation|discussion|community|newsletter|mailing list|whatsapp|telegram).*|what do you think.*(?:comments?|below|tell us).*|tell us .* in the comments.*"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::strategy::{Strategy as _, ValueTree as _};
    use proptest::test_runner::TestRunner;

    #[test]
    fn every_line_that_a_rule_is_for_finds_it_by_its_first_word() {
        let mut runner = TestRunner::deterministic();
        for rule in &RULES {
            let pattern = rule.pattern.replace("{service}", SERVICE);
            let lines = proptest::string::string_regex(&pattern).expect("a valid pattern");
            for _ in 0..100 {
                let line = lines.new_tree(&mut runner).expect("a line").current();
                // What ends a line of text ends none of these.
                if line.contains('\n') {
                    continue;
                }
                assert!(rule.matches(&line), "{line:?} for {pattern}");
                assert!(rules_for(opener(&line)).any(|found| std::ptr::eq(found, rule)), "{line:?}");
            }
        }
    }

    #[test]
    fn a_picture_credit_is_a_name_and_an_agency() {
        assert!(is_picture_credit("jane doe/getty images") && is_picture_credit("jane doe via ap photo"));
        assert!(!is_picture_credit("the river rose. it fell, said jane doe via getty images"));
        assert!(!is_picture_credit("getty images") && !is_picture_credit("a b c d e f/alamy"));
    }
}
