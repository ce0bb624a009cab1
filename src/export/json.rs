//! Writing JSON without a library: what the JSON-LD forms need is strings and nesting, and serialising by a library
//! costs 15 kB of what every visitor loads (docs/adr/003).

use super::words;

/// JSON as it is written. Calls must nest as the JSON does.
#[derive(Default)]
pub struct Json {
    out: String,
}

impl Json {
    /// `{ … }`, with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.nest('{', '}', members);
    }

    /// `[ … ]`, with the items that `items` writes.
    pub fn array(&mut self, items: impl FnOnce(&mut Self)) {
        self.nest('[', ']', items);
    }

    /// A member's name; its value must follow.
    pub fn key(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.out.push(':');
        self
    }

    /// A member that is a string.
    pub fn member(&mut self, name: &str, value: &str) {
        self.key(name).string(value);
    }

    /// A member that is a string, if there is one.
    pub fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.member(name, value);
        }
    }

    /// A number.
    pub fn number(&mut self, number: u32) {
        self.separate();
        self.out.push_str(&number.to_string());
    }

    /// A share between 0 and 1, in as many digits as it takes to read the same number again.
    pub fn share(&mut self, share: f32) {
        self.separate();
        self.out.push_str(&if share.is_finite() { share } else { 0.0 }.to_string());
    }

    /// A string. Characters that could end a `<script>` or a line of JavaScript are escaped as well.
    pub fn string(&mut self, words: &str) {
        self.separate();
        self.out.push('"');
        for c in words.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                '\n' => self.out.push_str("\\n"),
                '\0'..'\x20' | '\x7F' | '<' | '\u{2028}' | '\u{2029}' => {
                    self.out.push_str("\\u");
                    self.out.push_str(&words::hex(u32::from(c))[4..]);
                }
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// What was written.
    pub fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// What was written, without the line's end.
    pub fn into_line(self) -> String {
        self.out
    }

    fn nest(&mut self, open: char, close: char, inner: impl FnOnce(&mut Self)) {
        self.separate();
        self.out.push(open);
        inner(self);
        self.out.push(close);
    }

    /// A comma, unless something was opened or named just before.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_string_is_read_back_as_it_was(words in "(\\PC|[\\x00-\\x20\"<:,{\\[\u{2028}\\x7f😀]){0,40}") {
            let mut json = Json::default();
            json.object(|o| {
                o.member(&words, &words);
                o.key("list").array(|a| {
                    a.string(&words);
                    a.number(7);
                    a.array(|_| ());
                    a.share(0.5);
                });
            });
            let written = json.finish();
            prop_assert!(!written.contains('<'));
            let read: serde_json::Value = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read["list"], &serde_json::json!([words, 7, [], 0.5]));
            prop_assert_eq!(&read[&words], &if words == "list" { read["list"].clone() } else { serde_json::json!(words) });
        }
    }
}
