/** The clean view: the paste page, inside the extension, with the text that it was opened for. */

import "./lib/provide.js";

import { session } from "../www/app.js";
import { api } from "./lib/api.js";

const key = location.hash.slice(1);
if (key.startsWith("text:")) {
  const { [key]: kept } = await api.storage.session.get(key);
  if (kept) {
    const { text, day, title } = /** @type {{ text: string, day: string | null, title: string }} */ (kept);
    if (title !== "") document.title = `${title} · Pressmark`;
    session.open(text, null, day);
  } else {
    session.refuse("That text is no longer there: texts are kept only while the browser runs. Paste it instead.");
  }
}
