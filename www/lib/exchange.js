/** Exports and imports of the page: the package's exchange, loaded when it is first needed, and what goes into it. */

import { fromJSON } from "../../pkg/views.js";
import { reportOf } from "./draft.js";
import { parts } from "./parts.js";

/**
 * @import { Exchange, FormatName, Opened, WriteOptions } from "../../pkg/exchange.js"
 * @import { Columns, Report } from "../../pkg/index.js"
 * @import { Reading } from "./reading.js"
 */

/** @type {Promise<Exchange> | null} */
let loading = null;

const code = () => import("../../pkg/exchange.js");

/** @returns {Promise<Exchange>} */
function load() {
  loading ??= Promise.all([code(), parts().exchange()]).then(([{ createExchange }, options]) =>
    createExchange(options),
  );
  loading.catch(() => (loading = null));
  return loading;
}

/**
 * A form's file ending and media type.
 * @param {FormatName} format
 */
export async function formatOf(format) {
  return (await code()).FORMATS[format];
}

/**
 * What is exported of a reading: the result as the reader has made it, each annotation with who it is by.
 * @param {Reading} reading
 * @returns {Report}
 */
export function resultOf({ edited, columns }) {
  return { ...reportOf(edited), provenance: columns.provenance };
}

/**
 * A reading in a form for others.
 * @param {Reading} reading
 * @param {WriteOptions} options
 */
export async function write(reading, options) {
  return (await load()).write(reading.text, resultOf(reading), options);
}

/**
 * What a file holds.
 * @param {string} content
 * @param {string | null} text that it may be of
 * @returns {Promise<Omit<Opened, "report"> & { columns: Columns }>}
 */
export async function read(content, text) {
  const { report, ...opened } = (await load()).read(content, text);
  return { ...opened, columns: fromJSON(report) };
}
