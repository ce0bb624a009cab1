/** The clean view: the paste page, inside the extension, with the text that it was opened for. */

import "./lib/provide.js";

import { session } from "../www/app.js";
import { api } from "./lib/api.js";

/** @import { Log } from "../www/lib/edits.js" */

const key = location.hash.slice(1);
if (key.startsWith("text:")) {
  const { [key]: kept } = await api.storage.session.get(key);
  if (kept) {
    const { text, log, title } = /** @type {{ text: string, log: Log, title: string }} */ (kept);
    if (title !== "") document.title = `${title} · Pressmark`;
    if (log.entries.length > 0) session.restore(text, log, null);
    else session.open(text);
  } else {
    session.refuse("That text is no longer there: texts are kept only while the browser runs. Paste it instead.");
  }
}
