/** The site's own answers have fewer than ten levels. Whatever walks through values walks through one level in another, and has an end. */
const MAX_DEPTH = 64;

const QUOTE = 34;
const BACKSLASH = 92;

/** True if the JSON has more levels of lists and objects in each other than any answer needs. Brackets in texts don't count. */
export function isDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at);
    // [ and {, ] and }
    else if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** Where the text that begins at `start` ends. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end === -1 ? json.length : end;
}

function isEscaped(json: string, at: number): boolean {
  let slashes = 0;
  while (json.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}
