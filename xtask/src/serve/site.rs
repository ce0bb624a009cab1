//! What the server gives for a URL, and under which headers: pure, so that it can be tested.

/// What every answer carries: nothing may be loaded from elsewhere, sent elsewhere or framed.
pub const HEADERS: [(&str, &str); 7] = [
    ("Content-Security-Policy", POLICY),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", PERMISSIONS),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    // Sources change under a developer's hands.
    ("Cache-Control", "no-cache"),
];

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types pressmark";

/// Every feature that a browser could lend to a page and a reader of news does not need; none that Chromium does
/// not know, for it complains of those.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
    fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), \
    screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// What a URL stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// A file of the project, by its path from the root.
    File(String),
    /// Another URL.
    Redirect(&'static str),
    /// Nothing that is served.
    Nothing,
}

/// What stands behind a request's path and query: files of `www` and `pkg`, and no others.
pub fn target(url: &str) -> Target {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match path {
        "/" | "/www" => return Target::Redirect("/www/"),
        "/www/" => return Target::File("www/index.html".into()),
        _ => {}
    }
    let Some((folder @ ("www" | "pkg"), rest)) = path.strip_prefix('/').and_then(|path| path.split_once('/'))
    else {
        return Target::Nothing;
    };
    if rest.split('/').all(is_plain_name) {
        Target::File(format!("{folder}/{rest}"))
    } else {
        Target::Nothing
    }
}

/// Whether a path's part is a name that can only mean a file beneath: no `..`, no hidden file, no `%2e`, `\` or
/// drive letter. The page's own files need no other.
fn is_plain_name(part: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain)
}

/// The content type of a file, by its ending.
pub fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_page_and_the_package_are_served() {
        for (url, file) in [
            ("/www/", "www/index.html"),
            ("/www/app.js", "www/app.js"),
            ("/www/lib/client.js?v=2", "www/lib/client.js"),
            ("/pkg/engine/pressmark_bg.wasm", "pkg/engine/pressmark_bg.wasm"),
            ("/pkg/engine/en.model", "pkg/engine/en.model"),
        ] {
            assert_eq!(target(url), Target::File(file.into()), "{url}");
        }
    }

    #[test]
    fn the_root_leads_to_the_page() {
        for url in ["/", "/?a=b", "/www"] {
            assert_eq!(target(url), Target::Redirect("/www/"), "{url}");
        }
    }

    #[test]
    fn nothing_else_is_served() {
        for url in [
            "",
            "*",
            "/pkg",
            "/pkg/",
            "/Cargo.toml",
            "/src/lib.rs",
            "/wwwx/index.html",
            "/www/../Cargo.toml",
            "/www/..%2fCargo.toml",
            "/www/%2e%2e/Cargo.toml",
            "/www/..\\Cargo.toml",
            "/www//etc/passwd",
            "/www/./index.html",
            "/www/.git/config",
            "/www/C:/secret",
            "/www/lib/",
            "/pkg/a\0b",
            "http://example.org/www/app.js",
        ] {
            assert_eq!(target(url), Target::Nothing, "{url}");
        }
    }

    #[test]
    fn browsers_get_the_types_that_they_insist_on() {
        for (path, expected) in [
            ("pkg/engine/pressmark_bg.wasm", "application/wasm"),
            ("pkg/index.js", "text/javascript; charset=utf-8"),
            ("pkg/engine/en.model", "application/octet-stream"),
            ("www/index.html", "text/html; charset=utf-8"),
            ("www/LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(mime(path), expected, "{path}");
        }
    }

    #[test]
    fn the_page_itself_states_the_same_policy_for_other_servers() {
        // A page cannot say who may frame it; only a header can.
        let stated = POLICY.replace(" frame-ancestors 'none';", "");
        assert!(include_str!("../../../www/index.html").contains(&format!("content=\"{stated}\"")));
    }

    #[test]
    fn headers_are_whole_lines() {
        for (name, value) in HEADERS {
            assert!(
                value.bytes().all(|b| (b' '..=b'~').contains(&b)) && !value.contains("  "),
                "{name}: {value}"
            );
        }
    }
}
