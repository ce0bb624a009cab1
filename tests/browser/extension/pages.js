// Article pages as the web has them, each with what the extension must find on it. Markup and stories are our own.

import { HARBOUR, LIVE, longStory, STUB, TALKS } from "./stories.js";

/**
 * @typedef {object} ArticlePage
 * @property {string} name what kind of page it is
 * @property {string} html
 * @property {Record<string, string>} [headers]
 * @property {string[]} text the paragraphs that must be found, in order, and nothing else
 * @property {string | null} published the day that its metadata gives
 * @property {Record<string, string>} [parts] other files of it, by name, for frames
 */

/**
 * @param {string} title
 * @param {string} body
 * @param {string} [head]
 * @param {string} [attributes] of the root element
 */
function page(title, body, head = "", attributes = 'lang="en"') {
  return `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

const paragraphs = (/** @type {string[]} */ text) => text.map((words) => `<p>${words}</p>`).join("\n");

/** What stands around articles. */
const FURNITURE = `<header><nav><a href="#">Home</a> <a href="#">Politics</a> <a href="#">Sport</a></nav></header>`;
const RELATED = `<aside><h2>More</h2><ul><li><a href="#">Ten bridges to see</a></li><li><a href="#">Sign up</a></li></ul></aside>
  <footer><a href="#">Imprint</a> <a href="#">Contact</a></footer>`;

/** @param {Record<string, unknown>} data */
const linkedData = (data) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const HEADLINE = "Ellery Bridge to reopen";

/** @param {string} name @param {string} content */
const meta = (name, content) => `<meta property="${name}" content="${content}">`;

/** @type {ArticlePage[]} */
export const PAGES = [
  {
    name: "plain",
    html: page(
      HEADLINE,
      `${FURNITURE}<main><article><h1>${HEADLINE}</h1>${paragraphs(HARBOUR)}</article></main>${RELATED}`,
      linkedData({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        datePublished: "2026-03-12T07:30:00+01:00",
      }),
    ),
    text: [HEADLINE, ...HARBOUR],
    published: "2026-03-12",
  },
  {
    name: "hostile policy",
    headers: {
      "Content-Security-Policy":
        "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts",
    },
    html: page(
      "Talks in Marlow Bay",
      `${FURNITURE}<article><h1>Talks in Marlow Bay</h1>${paragraphs(TALKS)}</article>${RELATED}`,
      meta("article:published_time", "2025-06-09T00:00:00Z"),
    ),
    text: ["Talks in Marlow Bay", ...TALKS],
    published: "2025-06-09",
  },
  {
    name: "nested frames",
    html: page("Frame of a reader", `${FURNITURE}<iframe src="outer.html" width="900" height="1600"></iframe>`),
    parts: {
      "outer.html": page("Outer", '<iframe src="inner.html" width="880" height="1500"></iframe>'),
      "inner.html": page(
        HEADLINE,
        `<article><h1>${HEADLINE}</h1>${paragraphs(HARBOUR)}</article>`,
        '<meta name="parsely-pub-date" content="2026-03-11">',
      ),
    },
    text: [HEADLINE, ...HARBOUR],
    published: "2026-03-11",
  },
  {
    name: "shadow trees",
    html: page(
      HEADLINE,
      `${FURNITURE}<news-story><span slot="lead">${HARBOUR[0]}</span></news-story>
      <script>
        const host = document.querySelector("news-story");
        const open = host.attachShadow({ mode: "open" });
        open.innerHTML = ${JSON.stringify(`<article><h1>${HEADLINE}</h1><p><slot name="lead"></slot></p><div class="rest"></div></article>`)};
        const closed = open.querySelector(".rest").attachShadow({ mode: "closed" });
        closed.innerHTML = ${JSON.stringify(paragraphs(HARBOUR.slice(1)))};
      </script>`,
      meta("article:published_time", "2026-03-12"),
    ),
    text: [HEADLINE, ...HARBOUR],
    published: "2026-03-12",
  },
  {
    name: "rendered by a script, again and again",
    html: page(
      HEADLINE,
      `<div id="root"></div><script>
        const story = ${JSON.stringify(HARBOUR)};
        let version = 0;
        window.render = (more = []) => {
          const main = document.createElement("main");
          main.dataset.version = String(++version);
          const heading = document.createElement("h1");
          heading.append(${JSON.stringify(HEADLINE)});
          main.append(heading, ...[...story, ...more].map((words) => Object.assign(document.createElement("p"), { textContent: words })));
          document.getElementById("root").replaceChildren(main);
        };
        window.render();
      </script>`,
      linkedData({
        "@graph": [{ "@type": "WebSite" }, { "@type": ["Article", "NewsArticle"], datePublished: "2026-03-12" }],
      }),
    ),
    text: [HEADLINE, ...HARBOUR],
    published: "2026-03-12",
  },
  {
    name: "right to left",
    html: page(
      "محادثات",
      `<article><h1>محادثات في الميناء</h1><p>قالت Helena Voss إن المحادثات مع Kestria بدأت يوم الاثنين في Marlow Bay وإنها ستستمر حتى نهاية الأسبوع المقبل من دون انقطاع.</p>
      <p>وأضافت أن الوفد سيعود إلى Orenburg بعد ذلك، وأن الجولة القادمة ستعقد في الميناء نفسه بحضور مراقبين من الاتحاد ومن الصيادين المحليين.</p></article>`,
      meta("article:published_time", "2025-06-03"),
      'lang="ar" dir="rtl"',
    ),
    text: [
      "محادثات في الميناء",
      "قالت Helena Voss إن المحادثات مع Kestria بدأت يوم الاثنين في Marlow Bay وإنها ستستمر حتى نهاية الأسبوع المقبل من دون انقطاع.",
      "وأضافت أن الوفد سيعود إلى Orenburg بعد ذلك، وأن الجولة القادمة ستعقد في الميناء نفسه بحضور مراقبين من الاتحاد ومن الصيادين المحليين.",
    ],
    published: "2025-06-03",
  },
  {
    name: "very long",
    html: page(
      "The old railway",
      `<article><h1>The old railway</h1>${paragraphs(longStory(30_000))}</article>`,
      '<meta name="date" content="2026-02-02">',
    ),
    text: ["The old railway", ...longStory(30_000)],
    published: "2026-02-02",
  },
  {
    name: "stub before a paywall",
    html: page(
      "A bright comet",
      `${FURNITURE}<article><h1>A bright comet</h1>${paragraphs(STUB)}<div style="display:none"><p>Subscribers read here that Ottilie Kranz, a rival, saw it first in Vienna, and what she said of it to her assistants.</p></div></article>
      <div role="dialog"><h2>Read on</h2><button>Subscribe</button> <button>Log in</button></div>`,
      '<meta itemprop="datePublished" content="Wed, 16 Sep 2026 08:00:00 GMT">',
    ),
    text: ["A bright comet", ...STUB],
    published: "2026-09-16",
  },
  {
    name: "live blog",
    html: page(
      "Flood: live",
      `${FURNITURE}<main><h1>Flood: live</h1><div id="feed">${LIVE.map((words) => `<section><div class="entry"><p>${words}</p></div></section>`).join("")}</div></main>`,
      linkedData({ "@type": "LiveBlogPosting", datePublished: "2026-05-04T05:00:00Z" }),
    ),
    text: ["Flood: live", ...LIVE],
    published: "2026-05-04",
  },
  {
    name: "like AMP",
    html: page(
      HEADLINE,
      `<amp-sidebar><ul><li><a href="#">Home</a></li></ul></amp-sidebar><main><amp-story-page><h1>${HEADLINE}</h1>
      <amp-img src="bridge.jpg"></amp-img>${paragraphs(HARBOUR)}</amp-story-page></main>`,
      linkedData({ "@type": "NewsArticle", headline: HEADLINE, datePublished: "2026-03-12T00:00:00.000Z" }),
      'amp lang="en"',
    ),
    text: [HEADLINE, ...HARBOUR],
    published: "2026-03-12",
  },
  {
    name: "split over many inline elements",
    html: page(
      "Talks in Marlow Bay",
      `<article><h1>Talks in <em>Marlow</em> Bay</h1>
      <p><span style="float:left">M</span><b>ARLOW B</b><i>AY</i>, <span>June <!-- the day --><u>3</u></span>, 2025 — Negotiators from <a href="#"><b>Kes</b>tria</a> and the <em>Oren
        <strong>Federation</strong></em> met on
        Monday for a second round of talks on fishing in the northern strait.</p>
      <p>“Nobody <i>left</i> the room angry,” said <span>Hel</span><span>ena</span> <b>V</b>oss, who leads the Kestrian delegation. She said the <wbr>next session would take place on Thurs<wbr>day.</p>
      <div>${TALKS[2].replace("Pavel", "<span>Pa</span><span>vel</span>")}<br><br>${TALKS[3]}</div></article>`,
      '<meta name="DC.date.issued" content="20250609">',
    ),
    text: ["Talks in Marlow Bay", ...TALKS],
    published: "2025-06-09",
  },
  {
    name: "broken markup and a date in its text",
    html: page(
      HEADLINE,
      `<table><tr><td><font size=2><h1>${HEADLINE}</h1><time datetime="2026-03-12T10:00">today</time>${HARBOUR.map((words) => `<p>${words}`).join("\n")}</font></td></tr></table>`,
      '<script type="application/ld+json">{"@type": "NewsArticle", broken</script><meta name="date" content="yesterday">',
    ),
    text: [HEADLINE, "today", ...HARBOUR],
    published: null,
  },
];

/** A page of links, without an article. */
export const NO_ARTICLE = page(
  "Index",
  `${FURNITURE}<main><ul>${Array.from({ length: 30 }, (_, i) => `<li><a href="#">Story number ${i}</a></li>`).join("")}</ul></main>`,
);

/** About a thousand words, as most articles have. */
export const THOUSAND_WORDS = page(
  "The old railway",
  `${FURNITURE}<article><h1>The old railway</h1>${paragraphs(longStory(1000))}</article>${RELATED}`,
  linkedData({ "@type": "NewsArticle", datePublished: "2026-02-02" }),
);

/** A page that can spoil what scripts rely on. */
export const SPOILT = page(
  HEADLINE,
  `<article><h1>${HEADLINE}</h1>${paragraphs(HARBOUR)}</article>`,
  `<script>
    window.seen = () => new Promise((resolve) => {
      const look = () => {
        const words = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).flatMap(String).join(" | ");
        if (words === "") requestAnimationFrame(look);
        else resolve(words);
      };
      look();
    });
    window.spoil = () => {
    for (const name of ["map", "filter", "push", "forEach", "find"]) Array.prototype[name] = () => { throw new Error("spoilt"); };
    Map.prototype.get = () => null;
    String.prototype.slice = () => "";
    Node.prototype.appendChild = () => null;
    JSON.parse = JSON.stringify = () => "{}";
    Range.prototype.setStart = () => { throw new Error("spoilt"); };
    window.chrome = window.browser = { runtime: null };
    window.Highlight = window.MutationObserver = window.IntersectionObserver = null;
  };</script>`,
);

/** An article whose page can be made to misbehave. */
export const RESTLESS = page(
  HEADLINE,
  `<article><h1>${HEADLINE}</h1>${paragraphs(HARBOUR)}</article><div id="ticker"></div><script>
    window.flood = () => new Promise((resolve) => {
      const ticker = document.getElementById("ticker");
      let left = 30;
      const step = () => {
        for (let i = 0; i < 1000; i++) ticker.textContent = String(i);
        if (--left > 0) setTimeout(step);
        else resolve();
      };
      step();
    });
  </script>`,
);
