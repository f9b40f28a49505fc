import { parseSync } from 'oxc-parser';

/** A node of the syntax tree, of any kind. */
export type Node = { type: string; start: number } & Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The name of an identifier, of an attribute, or of what stands behind the dot; `undefined` for anything else. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression') return nameOf(node.property);
  if (node.type === 'Property' || node.type === 'JSXAttribute') return nameOf(node.key ?? node.name);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  return typeof node.name === 'string' ? node.name : undefined;
}

/** The nodes right below a node, with the name of the field that holds each. */
function childrenOf(node: Node): [field: string, child: Node][] {
  return Object.entries(node).flatMap(([field, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child): [string, Node] => [field, child]),
  );
}

/** A node that was reached, and those that it stands in, the nearest first, each with the field that leads on. */
export type Visit = (node: Node, above: readonly { node: Node; field: string }[]) => 'skip' | undefined;

/** Walks through a file's syntax tree; what `visit` skips is not entered. */
export function walk(path: string, text: string, visit: Visit): void {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} can't be read: ${errors[0].message}`);
  const enter = (node: Node, above: { node: Node; field: string }[]) => {
    if (visit(node, above) === 'skip') return;
    for (const [field, child] of childrenOf(node)) enter(child, [{ node, field }, ...above]);
  };
  if (isNode(program)) enter(program, []);
}
