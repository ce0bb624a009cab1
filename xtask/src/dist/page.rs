//! `www/index.html` as text, and the changes that its distributed forms need. It is our own and written to a pattern, so
//! lines are all that has to be understood.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use super::offline::integrity;
use crate::project;

const PATH: &str = "www/index.html";

/// The line that starts the page's script.
const SCRIPT: &str = r#"<script type="module" src="app.js"></script>"#;

const POLICY: &str = r#"<meta http-equiv="Content-Security-Policy""#;

/// The page's text.
pub struct Page(String);

impl Page {
    /// The page as it stands in the tree.
    ///
    /// # Errors
    /// If it cannot be read or lacks a line that has to be replaced.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(project::path(PATH)).with_context(|| format!("cannot read {PATH}"))?;
        for needed in [SCRIPT, POLICY, "<link rel=\"stylesheet\"", "<link rel=\"icon\"", "</body>"] {
            ensure!(text.contains(needed), "{PATH} has no line with {needed}");
        }
        Ok(Self(text))
    }

    /// The style sheets that it links to, in order.
    pub fn style_sheets(&self) -> Vec<&str> {
        self.0.lines().filter_map(style_sheet).collect()
    }

    /// With one style sheet in place of those that it links to.
    pub fn with_style_sheet(&self, name: &str) -> Self {
        self.with_first_style(&format!("<link rel=\"stylesheet\" href=\"{name}\">"))
    }

    /// With everything in it: one style, one classic script after the body, `parts` as data blocks, and a policy that
    /// lets in these and nothing else.
    pub fn as_single_file(&self, style: &str, script: &str, parts: &str, icon: &str) -> String {
        let policy = format!(
            "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; worker-src blob:; \
             connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
             trusted-types pressmark",
            integrity(script.as_bytes()),
            integrity(style.as_bytes()),
        );
        let whole =
            self.with_first_style("<style></style>").without(SCRIPT).without("<link rel=\"manifest\"");
        let whole = whole.with_line("<link rel=\"icon\"", &format!("<link rel=\"icon\" href=\"{icon}\">"));
        let whole = whole.with_line(POLICY, &format!("{POLICY} content=\"{policy}\">")).minified();
        // Last and as they are: the policy has their hashes.
        let whole = whole.replacen("<style></style>", &format!("<style>{style}</style>"), 1);
        whole.replacen("</body>", &format!("{parts}<script>{script}</script>\n</body>"), 1)
    }

    /// Without comments and indentation.
    pub fn minified(&self) -> String {
        let mut text = self.0.clone();
        while let Some((before, (_, after))) =
            text.split_once("<!--").and_then(|(before, rest)| Some((before, rest.split_once("-->")?)))
        {
            text = format!("{before}{after}");
        }
        text.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
    }

    fn with_first_style(&self, line: &str) -> Self {
        let mut first = Some(line.to_owned());
        self.lines(|old| if style_sheet(old).is_some() { first.take() } else { Some(old.to_owned()) })
    }

    fn without(&self, part: &str) -> Self {
        self.lines(|old| (!old.contains(part)).then(|| old.to_owned()))
    }

    fn with_line(&self, part: &str, new: &str) -> Self {
        self.lines(|old| Some(if old.contains(part) { new.to_owned() } else { old.to_owned() }))
    }

    /// Each line replaced by another, or left out.
    fn lines(&self, change: impl FnMut(&str) -> Option<String>) -> Self {
        let lines: Vec<String> = self.0.lines().filter_map(change).collect();
        Self(lines.join("\n") + "\n")
    }
}

/// The style sheet that a line links to.
fn style_sheet(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<link rel=\"stylesheet\" href=\"")?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "<head>\n  <!-- a\n  b -->\n  <meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n  \
        <link rel=\"icon\" href=\"i.svg\">\n  <link rel=\"manifest\" href=\"m\">\n  \
        <link rel=\"stylesheet\" href=\"one.css\">\n  <link rel=\"stylesheet\" href=\"two.css\">\n  \
        <script type=\"module\" src=\"app.js\"></script>\n</head>\n<body>\n</body>\n";

    fn page() -> Page {
        Page(TEXT.to_owned())
    }

    #[test]
    fn several_style_sheets_become_one_in_place_of_the_first() {
        assert_eq!(page().style_sheets(), ["one.css", "two.css"]);
        let served = page().with_style_sheet("page.css").minified();
        assert_eq!(served.matches("stylesheet").count(), 1);
        assert!(!served.contains("<!--") && served.contains("\n<script type=\"module\""));
    }

    #[test]
    fn a_single_file_refers_to_nothing_outside_itself_and_its_policy_names_its_script() {
        let single = page().as_single_file("p{}", "f('$1')", "PARTS\n", "data:,i");
        assert_eq!(single.matches("href=").count(), 1);
        assert!(!single.contains("src=\"") && single.contains("<style>p{}</style>"));
        assert!(single.contains("PARTS\n<script>f('$1')</script>\n</body>"));
        assert!(single.contains(&integrity(b"f('$1')")) && single.contains("connect-src 'none'"));
    }
}
