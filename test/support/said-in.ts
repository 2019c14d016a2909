import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { inRepository } from './launch-docket.ts';

/** A piece of text that a language's folder says, whatever the branch that it stands in. */
export interface Said {
  /** "connections.ts: problems.missing", as near as the source names it. */
  readonly place: string;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';

/** Strings that decide or name something are not said: cases, comparisons, keys, imports, types, plural categories. */
function isSaid(parent: Node, key: string): boolean {
  switch (parent.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSLiteralType':
    case 'BinaryExpression':
      return false;
    case 'SwitchCase':
      return key !== 'test';
    case 'Property':
      return key !== 'key';
    case 'MemberExpression':
      return false;
    default:
      return true;
  }
}

/** Every text of a language: `folder` is the one that holds it, below the repository. */
export function saidIn(...folder: readonly string[]): readonly Said[] {
  const root = inRepository(...folder);
  return readdirSync(root)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const said: Said[] = [];
      const source = readFileSync(join(root, name), 'utf8');
      const walk = (node: Node, path: string) => {
        for (const [key, value] of Object.entries(node)) {
          for (const child of Array.isArray(value) ? value : [value]) {
            if (!isNode(child)) continue;
            // The rules' own names of the plural categories, and tags of languages.
            const callee = isNode(child['callee']) ? child['callee']['name'] : undefined;
            if (['pluralIn', 'relativeTimeIn', 'sizeIn'].includes(String(callee))) continue;
            if (child.type === 'NewExpression' && key !== 'body') continue;
            if (!isSaid(node, key) && (child.type === 'Literal' || child.type === 'TemplateElement'))
              continue;
            const named = child.type === 'Property' && isNode(child['key']) ? nameOf(child['key']) : '';
            const at = named === '' ? path : `${path}.${named}`;
            const text = textOf(child);
            if (text === null) walk(child, at);
            else if (text !== '') said.push({ place: `${name}: ${at.slice(1)}`, text });
          }
        }
      };
      walk(parseAst(source, { lang: 'ts' }) as unknown as Node, '');
      return said;
    });
}

const nameOf = (key: Node): string => String(key['name'] ?? key['value'] ?? '');

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : '';
  if (node.type !== 'TemplateElement') return null;
  const { value } = node;
  return typeof value === 'object' && value !== null ? String(Reflect.get(value, 'cooked') ?? '') : '';
}
