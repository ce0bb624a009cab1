/** The page as one file: the same page, with its parts inside. `cargo xtask dist` bundles it. */

import "./provide.js";
import "../app.js";
