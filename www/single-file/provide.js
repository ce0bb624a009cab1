/** Runs before the page does, since modules run in the order of their imports. */

import { provideParts } from "../lib/parts.js";
import { embeddedParts } from "./parts.js";

provideParts(embeddedParts());
