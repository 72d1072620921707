import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkInlineLinks from 'remark-inline-links';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

// Frozen, so that nothing can add a plug-in later and give the same text another tree.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(remarkInlineLinks)
  .freeze();

/** Takes Markdown (CommonMark with GitHub's tables, lists and links, and YAML front matter); gives its tree with positions. */
export function parseMarkdown(text: string): Root {
  // The plug-ins change the tree in place: its type stays a root's.
  return processor.runSync(processor.parse(text)) as Root;
}
