/** Asking the background, from wherever one is. */

import { api } from "./api.js";

/**
 * @import { Answer, AnswerTo, ToBackground } from "./protocol.js"
 */

/**
 * @template {ToBackground["type"]} T
 * @param {Extract<ToBackground, { type: T }>} message
 * @returns {Promise<AnswerTo[T]>}
 * @throws {Error} with the `code` that the background gives
 */
export async function ask(message) {
  const answer = /** @type {Answer<AnswerTo[T]> | undefined} */ (await api.runtime.sendMessage(message));
  if (answer === undefined) throw new Error("the extension's background did not answer");
  if ("error" in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
  return answer.ok;
}
