import type { Root, Yaml } from 'mdast';
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { z } from 'zod';
import { findNearest } from '../problems/nearest.ts';
import { quote } from '../problems/kinds.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import type { SourceText } from './sourceText.ts';

type Path = readonly (string | number)[];

/** Returns a value with the location of a key or of an item in it. */
export type LocateValue = <T>(value: T, ...path: Path) => Located<T>;

/** Returns the items of a list, each with its location. */
export type LocateItems = <T>(values: readonly T[] | undefined, key: string) => Located<T>[];

/** The checked front matter of a file; an invalid or missing key is undefined. */
export interface FrontMatter<Shape extends z.ZodRawShape> {
  readonly values: { readonly [K in keyof Shape]?: z.output<Shape[K]> };
  readonly located: LocateValue;
  /** Returns a key of a map with the key's location. */
  readonly locatedKey: (key: string, ...path: Path) => Located<string>;
  readonly locatedItems: LocateItems;
}

/**
 * Returns the valid values of a file's front matter, checked by zod schemas whose messages state what is
 * expected. Reports each unknown, missing or invalid key at its own line (YAML 1.2).
 */
export function readFrontMatter<Shape extends z.ZodRawShape>(
  source: SourceText,
  tree: Root,
  shape: Shape,
): FrontMatter<Shape> {
  const node = tree.children.find((child): child is Yaml => child.type === 'yaml');
  if (!node) {
    const first = source.lines.findIndex((line) => line.trim() !== '');
    const starts = source.lines[first]?.trim() === '---';
    const found = !starts
      ? 'file without front matter'
      : first > 0
        ? 'blank line above the front matter'
        : 'front matter without an end';
    source.report('front-matter', source.at(1, 1), {
      found,
      expected: '--- on the first line, then the keys, then another line ---',
    });
  }
  const yaml = new YamlText(source, node);
  return {
    values: yaml.isWhole ? readValues(yaml, shape) : {},
    located: (value, ...path) => ({ value, at: yaml.locationOf(path) }),
    locatedKey: (key, ...path) => ({ value: key, at: yaml.locationOfKey(path, key) }),
    locatedItems: (values, key) =>
      (values ?? []).map((value, index) => ({ value, at: yaml.locationOf([key, index]) })),
  };
}

/** Represents a value that couldn't be read and has been reported; schemas skip it. */
const unreadable = Symbol('unreadable');

class YamlText {
  readonly source: SourceText;
  readonly isWhole: boolean;
  readonly #counter = new LineCounter();
  readonly #document: Document;
  readonly #firstLine: number;

  constructor(source: SourceText, node: Yaml | undefined) {
    this.source = source;
    this.#firstLine = node?.position?.start.line ?? 0;
    this.#document = parseDocument(node?.value ?? '', {
      lineCounter: this.#counter,
      prettyErrors: false,
      // Values that cause warnings are reported by the schemas.
      logLevel: 'error',
    });
    const { errors, contents } = this.#document;
    const firstCut = this.#reportCutValues(node?.value ?? '');
    // Later errors mostly follow from the first: after a comment cuts off a list's end, for example.
    for (const error of errors.slice(0, 1)) {
      if (error.pos[0] > firstCut) continue;
      source.report('front-matter', this.#locationAt(error.pos[0]), {
        found: `YAML (${error.message.replace(/\.$/, '')})`,
        expected:
          'lines such as “name: value”, with quotation marks around a value that has a colon or bracket in it',
      });
    }
    this.isWhole =
      node !== undefined && errors.length === 0 && (contents === null || isMap(contents));
    if (node && errors.length === 0 && !this.isWhole) {
      source.report('front-matter', source.at(this.#firstLine + 1, 1), {
        found: 'front matter without keys',
        expected: 'lines such as “name: value”',
      });
    }
  }

  /**
   * Reports each value that YAML cuts off at “ #”, and returns the start of the first. Two spaces before the
   * # and one after it mark an intentional comment.
   */
  #reportCutValues(text: string): number {
    let first = Infinity;
    visit(this.#document, {
      Scalar: (_, { type, range }) => {
        if (type !== 'PLAIN' || !range) return;
        const [start, end, after] = range;
        const comment = /^(\s*)(#.*)/.exec(text.slice(end, after));
        const [, gap = '', cut = ''] = comment ?? [];
        const isMeant = cut.startsWith('# ') && (gap.length > 1 || start === end);
        if (!comment || isMeant || gap.includes('\n')) return;
        first = Math.min(first, start);
        const kept = text.slice(start, end);
        this.source.report('value-cut', this.#locationAt(start), {
          found: `${kept}${gap}${cut}`.trim(),
          cut: cut.trim(),
        });
      },
    });
    return first;
  }

  /** Returns the YAML values by key. */
  read(): ReadonlyMap<string, unknown> {
    const { contents } = this.#document;
    if (!isMap(contents)) return new Map();
    return new Map(
      contents.items.map(({ key, value }) => [
        String(isScalar(key) ? key.value : key),
        isNode(value) ? this.#toValue(value) : value,
      ]),
    );
  }

  /** Returns the value of a node. An alias to nothing is reported and has no value. */
  #toValue(node: Node): unknown {
    try {
      return node.toJS(this.#document, { maxAliasCount: 100 });
    } catch (error) {
      const found = `YAML (${error instanceof Error ? error.message : 'an alias'})`;
      const expected = 'quotation marks around a value that begins with * or &';
      this.source.report('front-matter', this.#locationAt(node.range?.[0] ?? 0), {
        found,
        expected,
      });
      return unreadable;
    }
  }

  /** Returns the location of the value at a path, or of its nearest ancestor. */
  locationOf(path: Path): SourceLocation {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = this.#nodeAt(path.slice(0, length))?.range?.[0];
      if (offset !== undefined) return this.#locationAt(offset);
    }
    return this.source.at(Math.max(this.#firstLine, 1), 1);
  }

  /** Returns the location of a key in the map at a path. */
  locationOfKey(path: Path, key: string): SourceLocation {
    const map = path.length === 0 ? this.#document.contents : this.#nodeAt(path);
    const found = isMap(map)
      ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key
      : undefined;
    return isNode(found) && found.range ? this.#locationAt(found.range[0]) : this.locationOf(path);
  }

  /**
   * Describes what YAML read at a path, or at its nearest ancestor: the type of a list, map or number, and
   * its text as written.
   */
  describe(path: Path): string {
    const node = this.#nodeAt(path);
    if (!node) return path.length > 1 ? this.describe(path.slice(0, -1)) : 'absence';
    const written = node.range ? this.#slice(node.range) : '';
    if (isCollection(node)) return `${isMap(node) ? 'map' : 'list'} ${written}`.trimEnd();
    if (isScalar(node) && typeof node.value !== 'string')
      return `${node.value === null ? 'empty value' : typeof node.value} ${written}`.trimEnd();
    return quote(isScalar(node) ? String(node.value) : written);
  }

  #slice([start, end]: readonly [number, number, number]): string {
    const from = this.#locationAt(start);
    const to = this.#locationAt(end);
    return from.line === to.line
      ? (this.source.lines[from.line - 1] ?? '').slice(from.column - 1, to.column - 1).trimEnd()
      : '';
  }

  #nodeAt(path: Path): Node | undefined {
    const found = this.#document.getIn(path, true);
    return isNode(found) ? found : undefined;
  }

  #locationAt(offset: number): SourceLocation {
    const { line, col } = this.#counter.linePos(offset);
    return this.source.at(this.#firstLine + line, col);
  }
}

function readValues<Shape extends z.ZodRawShape>(
  yaml: YamlText,
  shape: Shape,
): FrontMatter<Shape>['values'] {
  const raw = yaml.read();
  const known = Object.keys(shape);
  for (const key of raw.keys()) {
    if (!known.includes(key)) {
      yaml.source.report('field-unknown', yaml.locationOfKey([], key), {
        found: key,
        nearest: findNearest(key, known),
        known,
      });
    }
  }
  // A required key under a misspelt name is one problem, not two.
  const meant = new Set(
    [...raw.keys()].filter((key) => !known.includes(key)).map((key) => findNearest(key, known)),
  );
  const values = new Map<string, unknown>();
  for (const [name, schema] of Object.entries(shape)) {
    // A key without a value counts as missing, which is a problem only if it is required.
    const value = raw.get(name) ?? undefined;
    if (value === unreadable) continue;
    const result = (schema as z.ZodType).safeParse(value);
    if (result.success) values.set(name, result.data);
    // A map may have any key except this one, which zod silently ignores.
    if (result.success && hasPrototypeKey(value)) {
      yaml.source.report('field-value', yaml.locationOfKey([name], '__proto__'), {
        name,
        found: '"__proto__"',
        expected: 'another key',
      });
    }
    if (result.success) continue;
    if (value !== undefined || !meant.has(name))
      for (const issue of result.error.issues) reportIssue(yaml, name, value, issue);
  }
  return Object.fromEntries(values) as FrontMatter<Shape>['values'];
}

/** Returns the fault that our own schema adds to what it expects. */
function getFault(issue: z.core.$ZodIssue): string | undefined {
  const fault: unknown = issue.code === 'custom' ? issue.params?.fault : undefined;
  return typeof fault === 'string' ? fault : undefined;
}

function hasPrototypeKey(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__');
}

function reportIssue(yaml: YamlText, name: string, value: unknown, issue: z.core.$ZodIssue): void {
  const path = [
    name,
    ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
  ];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      yaml.source.report('field-unknown', yaml.locationOfKey(path, key), {
        found: key,
        nearest: undefined,
        known: [issue.message],
      });
    }
  } else if (value === undefined) {
    yaml.source.report('field-missing', yaml.locationOfKey([], name), {
      name,
      expected: issue.message,
    });
  } else {
    yaml.source.report('field-value', yaml.locationOf(path), {
      name: path.join('.'),
      found: yaml.describe(path),
      expected: issue.message,
      fault: getFault(issue),
    });
  }
}
