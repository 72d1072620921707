import type { Link, Root } from 'mdast';
import { definitions } from 'mdast-util-definitions';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

// Frozen, so that no plug-in added later can change the tree of the same text.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(() => inlineLinks)
  .freeze();

/**
 * Returns the Markdown tree with positions (CommonMark with GitHub's tables, lists and links, and YAML front
 * matter).
 */
export function parseMarkdown(text: string): Root {
  // Plug-ins change the tree in place, so it is still a root.
  return processor.runSync(processor.parse(text)) as Root;
}

/** Replaces `[words][name]` with an inline link, as each section is parsed without the rest of its file. */
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
  // An unused definition is usually text that looks like one; keep it, so that it is reported.
  tree.children = tree.children.filter(
    (node) => node.type !== 'definition' || !used.has(node.identifier),
  );
}
