//! Icons as pictures of `www/icon.svg`, for systems that do not draw SVG themselves.

use anyhow::{Context as _, Result};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

const DRAWING: &str = "www/icon.svg";

/// The drawing's own ground, which a maskable icon has up to its edges.
const GROUND: [u8; 3] = [0x1b, 0x1b, 0x1f];

/// What of a maskable icon is sure to be seen, as a share of its width.
const SAFE: f32 = 0.8;

/// An icon of the installed page.
pub struct Icon {
    /// Its file's name.
    pub name: &'static str,
    size: u32,
    maskable: bool,
}

/// Those that `www/manifest.webmanifest` names.
pub const ALL: [Icon; 3] = [
    Icon { name: "icon-192.png", size: 192, maskable: false },
    Icon { name: "icon-512.png", size: 512, maskable: false },
    Icon { name: "icon-maskable.png", size: 512, maskable: true },
];

impl Icon {
    /// The icon as a PNG file.
    ///
    /// # Errors
    /// If the drawing cannot be read.
    pub fn png(&self) -> Result<Vec<u8>> {
        if self.maskable { draw(self.size, Some(GROUND), SAFE) } else { png(self.size) }
    }
}

/// The drawing as a PNG file of `size` by `size` pixels.
///
/// # Errors
/// If the drawing cannot be read.
pub fn png(size: u32) -> Result<Vec<u8>> {
    draw(size, None, 1.0)
}

/// The drawing in the middle of a picture, over `share` of its width.
fn draw(size: u32, ground: Option<[u8; 3]>, share: f32) -> Result<Vec<u8>> {
    let tree = Tree::from_data(&super::read(DRAWING)?, &Options::default())
        .with_context(|| format!("{DRAWING} is not a drawing"))?;
    let mut picture = Pixmap::new(size, size).context("an icon has a size")?;
    if let Some([r, g, b]) = ground {
        picture.fill(Color::from_rgba8(r, g, b, 255));
    }
    let width = size as f32;
    let scale = width * share / tree.size().width();
    let margin = width * (1.0 - share) / 2.0;
    let place = Transform::from_scale(scale, scale).post_translate(margin, margin);
    resvg::render(&tree, place, &mut picture.as_mut());
    picture.encode_png().context("the picture cannot be written")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_these_icons_with_their_sizes() {
        let manifest = super::super::read_text("www/manifest.webmanifest").unwrap();
        for icon in &ALL {
            let size = icon.size;
            assert!(
                manifest.contains(&format!("\"src\": \"{}\", \"sizes\": \"{size}x{size}\"", icon.name)),
                "{}",
                icon.name
            );
            let header = &icon.png().unwrap()[..24];
            assert_eq!(header[..8], *b"\x89PNG\r\n\x1a\n");
            assert_eq!(header[16..20], size.to_be_bytes());
        }
    }
}
