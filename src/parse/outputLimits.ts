import type { Nodes, Root, RootContent } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import type { SourceText } from './sourceText.ts';

// A few bytes of Markdown can become megabytes of HTML: each short table row is padded to the columns of its
// head, and an address that is defined once is repeated in every link that uses it.

/** Maximum size of a paragraph, table or list in HTML, as a multiple of its source. */
const maxGrowth = 10;

/** Size in HTML that any paragraph, table or list may have, however short its source is (bytes). */
const alwaysAllowed = 1000;

/** Approximate size of an element's tags (bytes). */
const tagBytes = 9;

/** Returns the Markdown tree of a file without nodes whose HTML would be too large; those are reported. */
export function readTree(source: SourceText): Root {
  const tree = parseMarkdown(source.text);
  return {
    ...tree,
    children: tree.children.filter((node) => {
      const written = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
      const bytes = measureHtml(node);
      if (bytes <= alwaysAllowed + maxGrowth * written) return true;
      source.report('too-large', source.startOf(node), {
        found: `${names[node.type] ?? 'text'} that becomes ${bytes} bytes of HTML, from ${written}`,
        expected:
          node.type === 'table'
            ? 'rows as long as the header row, or fewer columns'
            : 'shorter addresses, or fewer links to them',
      });
      return false;
    }),
  };
}

/**
 * Maximum size of a section or a digest's lead (bytes), and maximum number of its claims and quotations: it
 * must fit on one page.
 */
export const maxSection = 24_000;
const maxStatements = 100;

/** The same for a text on a page with much else. */
export const maxProfile = 12_000;

/** Reports a text that exceeds the budget of any page. */
export function reportLongText(
  source: SourceText,
  nodes: readonly RootContent[],
  what: string,
  max: number,
): void {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return;
  const text = source.text.slice(first.position?.start.offset, last.position?.end.offset);
  const bytes = Buffer.byteLength(text);
  if (bytes > max)
    source.report('too-large', source.startOf(first), {
      found: `${what} of ${bytes} bytes`,
      expected: `at most ${max}, so that its page loads at once; split a longer text in two`,
    });
  const statements = nodes.filter(
    ({ type, ...node }) =>
      type === 'blockquote' || (type === 'code' && 'lang' in node && node.lang === 'claim'),
  );
  const beyond = statements[maxStatements];
  if (beyond)
    source.report('too-large', source.startOf(beyond), {
      found: `${what} with ${statements.length} claims and quotations`,
      expected: `at most ${maxStatements}; put the rest in a section of their own`,
    });
}

const names: Partial<Record<Nodes['type'], string>> = { table: 'table', list: 'list' };

/** Returns the approximate bytes of a node in HTML. */
function measureHtml(root: Nodes): number {
  let bytes = 0;
  const rest: Nodes[] = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if ('value' in node) bytes += node.value.length;
    else bytes += tagBytes;
    if (node.type === 'link') bytes += node.url.length;
    if (node.type === 'table') bytes += tagBytes * node.children.length * (node.align?.length ?? 0);
    if ('children' in node) rest.push(...node.children);
  }
  return bytes;
}
