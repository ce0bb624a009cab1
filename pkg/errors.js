// The one error of the package.

/**
 * @import { ErrorCode } from "./index.js"
 */

/** What went wrong, with a code for programs and a message for people that names the input and the remedy. */
export class AnnotatorError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    /** @readonly */
    this.name = /** @type {const} */ ("AnnotatorError");
    /** @readonly */
    this.code = code;
  }
}
