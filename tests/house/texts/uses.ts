import { basesOf, formOf, placeholdersOf, type Texts, without } from './locales';
import { isNode, type Node, nameOf, type Visit, walk } from './nodes';

/** One use of texts: the keys that may be meant, and the values that it gives; `undefined` where they can't be read off the code. */
type Use = { path: string; keys: string[]; isPlural: boolean; isPattern: boolean; values: Set<string> | undefined };

/** What a file says of texts: its uses, and every literal, which may be a key that stands in a table. */
export type Mentions = { uses: Use[]; literals: Set<string>; glued: string[] };

const CALLS = /^(t|tn|compose|fill|partsOf|formOf)$/;
const ELEMENTS = /^(Text|Plural)$/;

/** Every key that an expression may come to; a template stands for all that fit it. */
function keysOf(node: unknown, known: readonly string[]): { keys: string[]; isPattern: boolean } {
  if (!isNode(node)) return { keys: [], isPattern: false };
  if (node.type === 'JSXExpressionContainer') return keysOf(node.expression, known);
  if (node.type === 'Literal') return { keys: typeof node.value === 'string' ? [node.value] : [], isPattern: false };
  if (node.type === 'ConditionalExpression') {
    const [yes, no] = [keysOf(node.consequent, known), keysOf(node.alternate, known)];
    return { keys: [...yes.keys, ...no.keys], isPattern: yes.isPattern || no.isPattern };
  }
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return { keys: [], isPattern: false };
  const pieces = node.quasis.map(({ value }) => String(value.raw).replaceAll('.', '\\.'));
  const pattern = new RegExp(`^${pieces.join('[\\w-]+')}$`);
  const keys = known.filter(key => pattern.test(key));
  return { keys: keys.length > 0 ? keys : [pieces.join('*')], isPattern: true };
}

/** The names of an object's properties. */
function namesOf(node: unknown): Set<string> | undefined {
  if (node === undefined) return new Set();
  if (!isNode(node)) return undefined;
  if (node.type === 'JSXExpressionContainer') return namesOf(node.expression);
  if (node.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return undefined;
  const names = node.properties.map(property =>
    isNode(property) && property.type === 'Property' ? nameOf(property) : undefined,
  );
  return names.every(name => name !== undefined) ? new Set(names) : undefined;
}

function useOf(path: string, node: Node, known: readonly string[]): Use | undefined {
  if (node.type === 'CallExpression' && Array.isArray(node.arguments)) {
    const name = nameOf(node.callee) ?? '';
    if (!CALLS.test(name) || (isNode(node.callee) && node.callee.type !== 'Identifier')) return undefined;
    const isPlural = name === 'tn' || name === 'formOf';
    const values = /^(t|tn|compose)$/.test(name) ? namesOf(node.arguments[isPlural ? 2 : 1]) : undefined;
    return { path, ...keysOf(node.arguments[0], known), isPlural, values };
  }
  if (node.type !== 'JSXOpeningElement' || !ELEMENTS.test(nameOf(node.name) ?? '')) return undefined;
  const attributes = Array.isArray(node.attributes) ? node.attributes.filter(isNode) : [];
  const fieldOf = (name: string) => attributes.find(each => nameOf(each) === name)?.value;
  const isPlural = nameOf(node.name) === 'Plural';
  return { path, ...keysOf(fieldOf('id'), known), isPlural, values: namesOf(fieldOf('values')) };
}

const isText = (node: Node) =>
  node.type === 'CallExpression' && isNode(node.callee) && /^(t|tn)$/.test(String(node.callee.name));

/** Whether a text is a piece of a longer one here: no other language may have its pieces in the same order. */
function isGlued(node: Node, above: Parameters<Visit>[1]): boolean {
  const parent = above[0]?.node;
  return (
    isText(node) &&
    (parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+'))
  );
}

/** What a file says of texts. `texts`: those of the first language. */
export function mentionsOf(path: string, source: string, texts: Texts): Mentions {
  const bases = basesOf(texts);
  const known = [...new Set(Object.keys(texts).map(key => formOf(key, bases)?.base ?? key))];
  const found: Mentions = { uses: [], literals: new Set(), glued: [] };
  walk(path, source, (node, above) => {
    const use = useOf(path, node, known);
    if (use) found.uses.push(use);
    if (node.type === 'Literal' && typeof node.value === 'string') found.literals.add(node.value);
    if (isGlued(node, above)) found.glued.push(`${path}: a text of a key is glued to another`);
    return undefined;
  });
  return found;
}

/** The placeholders of a key in the first language, `count` of a plural aside: it fills itself in. */
function expectedOf(key: string, isPlural: boolean, texts: Texts): Set<string> | undefined {
  const text = isPlural ? texts[`${key}.other`] : texts[key];
  if (text === undefined) return undefined;
  const names = placeholdersOf(text);
  if (isPlural) names.delete('count');
  return names;
}

function flawsOf({ path, keys, isPlural, isPattern, values }: Use, texts: Texts, exact: ReadonlySet<string>): string[] {
  return keys.flatMap(key => {
    const expected = expectedOf(key, isPlural, texts);
    if (!expected) return [`${path}: there is no text ${key}`];
    // What a pattern also fits, but stands in the code by its own name, has a use of its own.
    if (!values || (isPattern && exact.has(key))) return [];
    const [missing, unknown] = [without(expected, values), without(values, expected)];
    return [
      ...missing.map(name => `${path}: ${key} gets nothing for {${name}}`),
      ...unknown.filter(name => keys.length === 1 || name !== 'count').map(name => `${path}: ${key} has no {${name}}`),
    ];
  });
}

/** A sentence for every use of a text that isn't there, every text that isn't used, and every value too few or too many. */
export function useFlaws(mentions: readonly Mentions[], texts: Texts): string[] {
  const uses = mentions.flatMap(({ uses }) => uses);
  const literals = new Set(mentions.flatMap(({ literals }) => [...literals]));
  const used = new Set([...literals, ...uses.flatMap(({ keys }) => keys), 'language', 'direction']);
  const bases = basesOf(texts);
  const idle = Object.keys(texts).filter(key => !used.has(key) && !used.has(formOf(key, bases)?.base ?? ''));
  return [
    ...mentions.flatMap(({ glued }) => glued),
    ...uses.flatMap(use => flawsOf(use, texts, literals)),
    ...idle.map(key => `${key} is used nowhere`),
  ];
}
