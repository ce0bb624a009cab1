/** The reader's own rules: seen, written, removed, saved as a file and read from one. */

import { ruleInWords } from "./deeds.js";
import { element } from "./dom.js";
import { NAME_KINDS } from "./kinds.js";
import { button, chooser, isolated } from "./rows.js";
import { rulesFromJson, rulesToJson, withRule } from "./rules.js";
import { formatCount } from "./text.js";

/**
 * @import { Rule } from "./rules.js"
 */

/** Largest file that is read, in bytes. */
const MAX_FILE = 1_000_000;

/**
 * @param {{ get: () => readonly Rule[], set: (rules: readonly Rule[]) => void, refuse: (words: string) => void }} rules
 */
export function createRulebook({ get, set, refuse }) {
  const title = element("summary");
  const list = element("ul", { role: "list" });
  const words = /** @type {HTMLInputElement} */ (
    element("input", { type: "text", "aria-label": "Words", placeholder: "Words", maxlength: 200, required: true })
  );
  const kinds = {
    never: "never marked",
    ...Object.fromEntries(NAME_KINDS.map(({ kind, one }) => [kind, `always ${one}`])),
  };
  const kind = chooser("What they are", kinds, () => {});
  const file = /** @type {HTMLInputElement} */ (
    element("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": "A file of rules" })
  );
  const save = button("Save as a file", () => download("pressmark-rules.json", rulesToJson(get())));
  const form = element("form", { class: "tools" }, words, kind, element("button", { type: "submit" }, "Add"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    set(withRule(get(), { words: words.value.trim(), kind: /** @type {Rule["kind"]} */ (kind.value) }));
    words.value = "";
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    try {
      if (chosen.size > MAX_FILE) throw new TypeError("it is larger than 1 MB");
      set(rulesFromJson(await chosen.text()).reduce(withRule, get()));
    } catch (error) {
      refuse(
        `“${chosen.name}” could not be taken in: ${error instanceof TypeError ? error.message : "it could not be read"}. Your rules are as they were.`,
      );
    }
  });

  return {
    root: element(
      "details",
      { class: "rulebook" },
      title,
      element("p", { class: "about" }, "Rules hold for every article. They stay on this device."),
      list,
      form,
      element(
        "div",
        { class: "tools" },
        save,
        button("Open a file of rules", () => file.click()),
        file,
      ),
    ),

    show() {
      const rules = get();
      title.textContent = `My rules (${formatCount(rules.length)})`;
      save.disabled = rules.length === 0;
      list.replaceChildren(
        ...rules.map((rule) => {
          const remove = button("Remove", () => set(get().filter((other) => other !== rule)), "link");
          remove.setAttribute("aria-label", `Remove the rule: ${ruleInWords(rule)}`);
          return element("li", {}, isolated(ruleInWords(rule)), remove);
        }),
      );
    },
  };
}

/**
 * @param {string} name
 * @param {string} content
 */
function download(name, content) {
  const href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = /** @type {HTMLAnchorElement} */ (element("a", { href, download: name }));
  link.click();
  URL.revokeObjectURL(href);
}
