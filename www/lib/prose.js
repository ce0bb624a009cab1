/** The text of markup as paragraphs. It only reads the nodes, and needs no room that grows with their depth. */

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL".split(
    " ",
  ),
);
/** Elements whose text is not for readers. */
const UNREAD = new Set(
  "AUDIO BUTTON CANVAS HEAD IFRAME MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO".split(
    " ",
  ),
);

/**
 * @param {Element | null} root
 * @returns {string} paragraphs parted by blank lines
 */
export function textOf(root) {
  /** @type {string[]} */
  const paragraphs = [];
  let words = "";
  const end = () => {
    const paragraph = words
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .trim();
    if (paragraph !== "") paragraphs.push(paragraph);
    words = "";
  };
  for (const { node, leaves } of walk(root)) {
    if (node instanceof Text) words += leaves ? "" : node.data.replace(/\s+/g, " ");
    else if (node.nodeName === "BR") words += leaves ? "" : "\n";
    else if (BLOCKS.has(node.nodeName)) end();
  }
  end();
  return paragraphs.join("\n\n");
}

/**
 * The nodes below `root` in order, elements when they begin and when they end; without recursion, for markup may be
 * nested as deep as it likes.
 * @param {Element | null} root
 * @returns {Generator<{ node: Node, leaves: boolean }>}
 */
function* walk(root) {
  /** @type {Node | null} */
  let node = root;
  while (node) {
    yield { node, leaves: false };
    if (isRead(node) && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    yield { node, leaves: true };
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) yield { node, leaves: true };
    }
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

/** @param {Node} node */
function isRead(node) {
  return !UNREAD.has(node.nodeName.toUpperCase()) && !(node instanceof Element && node.hasAttribute("hidden"));
}
