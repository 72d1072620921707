import type { Link, Root } from 'mdast';
import { definitions } from 'mdast-util-definitions';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

// Frozen, so that nothing can add a plug-in later and give the same text another tree.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(() => inlineLinks)
  .freeze();

/** Returns the tree of Markdown (CommonMark with GitHub's tables, lists and links, and YAML front matter), with positions. */
export function parseMarkdown(text: string): Root {
  // The plug-ins change the tree in place: its type stays a root's.
  return processor.runSync(processor.parse(text)) as Root;
}

/** Turns `[words][name]` into the link it stands for, where it stands: a section is read without the rest of its file. */
function inlineLinks(tree: Root): void {
  const define = definitions(tree);
  const used = new Set<string>();
  visit(tree, 'linkReference', (reference, index, parent) => {
    const definition = define(reference.identifier);
    if (!definition || !parent || index === undefined) return;
    used.add(definition.identifier);
    const { children, position } = reference;
    const link: Link = {
      type: 'link',
      url: definition.url,
      children,
      ...(position ? { position } : {}),
    };
    parent.children[index] = link;
  });
  // One that nothing uses is most often text that looks like one: it stays, to be reported.
  tree.children = tree.children.filter(
    (node) => node.type !== 'definition' || !used.has(node.identifier),
  );
}
