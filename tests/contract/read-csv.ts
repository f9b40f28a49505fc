/**
 * Reads CSV as RFC 4180 has it, written for the tests alone: one record for each line, by the titles in the first. Throws where a
 * line has another number of fields than the first.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [titles = [], ...lines] = readLines(text.replace(/^\ufeff/, ''));
  return lines.map(fields => {
    if (fields.length !== titles.length)
      throw new Error(`${fields.length} fields for ${titles.length} titles: ${fields}`);
    return Object.fromEntries(titles.map((title, at) => [title, fields[at] ?? '']));
  });
}

function readLines(text: string): string[][] {
  const lines: string[][] = [];
  let [line, field, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) field += sign;
    else if (sign === ',') {
      line.push(field);
      field = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      lines.push([...line, field]);
      [line, field] = [[], ''];
      at += 1;
    } else field += sign;
  }
  if (isQuoted || field !== '' || line.length > 0) throw new Error('the last line does not end');
  return lines;
}
