import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from './markdown.ts';
import type { SourceText } from './sourceText.ts';

// A few bytes of Markdown can stand for megabytes of HTML: each short row of a table is filled up to the columns of
// its head, and an address that is written once is printed with every link that names it.

/** Maximum size of what a paragraph, table or list comes to in HTML, as a multiple of what is written. */
const maxGrowth = 10;

/** What any paragraph, table or list may come to, however short it is (bytes). */
const alwaysAllowed = 1000;

/** The tags around an element, about (bytes). */
const tagBytes = 9;

/** Returns the Markdown tree of a file without the nodes that would come to too much: those are reported. */
export function readTree(source: SourceText): Root {
  const tree = parseMarkdown(source.text);
  return {
    ...tree,
    children: tree.children.filter((node) => {
      const written = (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0);
      const bytes = measureHtml(node);
      if (bytes <= alwaysAllowed + maxGrowth * written) return true;
      source.report('too-large', source.startOf(node), {
        found: `${names[node.type] ?? 'text'} that comes to ${bytes} bytes of HTML from ${written}`,
        expected:
          node.type === 'table'
            ? 'rows that fill the columns of its head, or fewer columns'
            : 'shorter addresses, or fewer links to them',
      });
      return false;
    }),
  };
}

const names: Partial<Record<Nodes['type'], string>> = { table: 'table', list: 'list' };

/** Returns about how many bytes of HTML a node comes to. */
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
