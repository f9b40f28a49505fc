import { type Node, nameOf, type Visit, walk } from './nodes';

/** Attributes and properties that the user reads or hears: not a letter may stand there. */
const READ =
  /^(title|alt|label|placeholder|aria-(label|description|placeholder|valuetext|roledescription)|textContent|innerText|ariaLabel|ariaDescription)$/;
/** Calls whose texts are for the browser or for developers. */
const UNREAD_CALLS =
  /^(querySelector|querySelectorAll|closest|matches|matchMedia|useMedia|createElement|createElementNS|getAttribute|toggleAttribute|removeAttribute|hasAttribute|addEventListener|error|warn|info|debug)$/;
/** Rooms that speak with the site and the database only, in the site's words. */
const SILENT = /^entrypoints\/background\/(api|mirror|storage)\/|^utils\/vault\/membership\.ts$/;

type Above = Parameters<Visit>[1];

const isKey = (text: string) => /^[a-z][\w-]*(\.[\w-]*)+$/.test(text);
/** Of elements or of media. */
const isSelector = (text: string) =>
  /^\(m(ax|in)-|^[a-z]*(\.[\w-]|\[|:(has|not|is)\()/.test(text) || /^\w+(\.[\w-]+)* > /.test(text);
const isWord = (text: string) => /^\p{Lu}\p{Ll}+[\p{P}]*$/u.test(text);
const isPhrase = (text: string) => /\p{L}[,:;.!?]?\s+[\p{L}\d“{]|\p{L}…/u.test(text);

/** The text of a literal, of a piece of a template, or between two tags. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'JSXText' || type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateElement' || typeof value !== 'object' || value === null) return undefined;
  return 'cooked' in value && typeof value.cooked === 'string' ? value.cooked : undefined;
}

/** Names of modules, types, keys, and what is thrown or written to the console: nothing below is ever read by the user. */
function isUnread(node: Node, above: Above): boolean {
  const { node: parent, field } = above[0] ?? { node, field: '' };
  if (/^(ImportDeclaration|ExportAllDeclaration|ImportExpression|ThrowStatement)$/.test(node.type)) return true;
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return true;
  if (node.type === 'NewExpression') return /Error$/.test(nameOf(node.callee) ?? '');
  if (node.type === 'CallExpression') return UNREAD_CALLS.test(nameOf(node.callee) ?? '');
  if (node.type === 'JSXAttribute') return /^[a-z]/.test(nameOf(parent.name) ?? '') && !READ.test(nameOf(node) ?? '');
  if (parent.type === 'BinaryExpression') return /^[!=]==?$/.test(`${parent.operator}`);
  // A list that something is looked for in.
  if (node.type === 'ArrayExpression') return parent.type === 'MemberExpression' && nameOf(parent) === 'includes';
  return (
    field === 'key' || parent.type === 'TaggedTemplateExpression' || (parent.type === 'SwitchCase' && field === 'test')
  );
}

/** Whether a literal stands where the user reads or hears it, whatever it says. */
function isRead(above: Above): boolean {
  return above.some(({ node, field }) => {
    if (node.type === 'JSXAttribute' && field === 'value') return READ.test(nameOf(node) ?? '');
    if (node.type === 'CallExpression' && nameOf(node.callee) === 'setAttribute' && Array.isArray(node.arguments)) {
      return READ.test(nameOf(node.arguments[0]) ?? '');
    }
    return node.type === 'AssignmentExpression' && field === 'right' && READ.test(nameOf(node.left) ?? '');
  });
}

/** A sentence for every text that stands in the code instead of `locales/`. `apiWords` are names that the site's API uses. */
export function writtenTexts(path: string, source: string, apiWords: ReadonlySet<string> = new Set()): string[] {
  if (SILENT.test(path)) return [];
  const found: string[] = [];
  walk(path, source, (node, above) => {
    if (isUnread(node, above)) return 'skip';
    const text = textOf(node)?.trim();
    if (!text || !/\p{L}/u.test(text) || READ.test(text) || isKey(text) || isSelector(text)) return undefined;
    // Only what is read has spaces around its values.
    const isBeside = node.type === 'TemplateElement' && /\p{L}\s|\s\p{L}/u.test(textOf(node) ?? '');
    // `${name}From` makes a name of two.
    const isName = node.type === 'TemplateElement' && isWord(text) && textOf(node) === text;
    const isData = apiWords.has(text) || isName;
    if (node.type === 'JSXText' || isRead(above) || isBeside || isPhrase(text) || (isWord(text) && !isData)) {
      found.push(`${path}: “${text}” belongs in locales/`);
    }
    return undefined;
  });
  return found;
}
