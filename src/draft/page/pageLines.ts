/** The part of a DOM node that lines need. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<PageNode>;
}

const unread = new Set(
  'SCRIPT,STYLE,NOSCRIPT,TEMPLATE,SVG,IFRAME,OBJECT,VIDEO,AUDIO,CANVAS,SELECT,TEXTAREA,BUTTON,HEAD,FIGCAPTION'.split(
    ',',
  ),
);
const inline = new Set(
  'A,ABBR,ACRONYM,B,BDI,BDO,BIG,CITE,CODE,DATA,DEL,DFN,EM,FONT,I,INS,KBD,LABEL,MARK,Q,RP,RT,RUBY,S,SAMP,SMALL,SPAN,STRIKE,STRONG,SUB,SUP,TIME,TT,U,VAR,WBR'.split(
    ',',
  ),
);

const cells = new Set(['TD', 'TH']);

/**
 * Returns the lines of text in a page or part of it, one for each paragraph, heading or item, without
 * captions, forms and scripts.
 */
export function listLines(root: PageNode): string[] {
  const lines: string[] = [];
  let open = '';
  const close = () => {
    const line = open.replace(/\s+/g, ' ').trim();
    if (line !== '') lines.push(line);
    open = '';
  };
  // An explicit stack, so that no page is nested too deeply.
  const left: (PageNode | typeof close)[] = [root];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'function') next();
    else if (next.nodeType === textNode) open += next.textContent ?? '';
    else if (!unread.has(next.nodeName.toUpperCase())) {
      const name = next.nodeName.toUpperCase();
      // Two breaks separate paragraphs, one separates lines.
      if (name === 'BR') open = open.endsWith('\n') ? (close(), '') : `${open.trimEnd()}\n`;
      // The cells of a row form one line, separated by bars as in plain text.
      if (cells.has(name)) open = open.trim() === '' ? '' : `${open.trimEnd()} | `;
      else if (!inline.has(name) && name !== 'BR') {
        close();
        left.push(close);
      }
      for (let at = next.childNodes.length - 1; at >= 0; at--) {
        const child = next.childNodes[at];
        if (child) left.push(child);
      }
    }
  }
  close();
  return lines;
}

const textNode = 3;

/** Returns whether the elements of a page are nested deeper than a number of levels. */
export function isDeeper(root: PageNode, maxDepth: number): boolean {
  let level: PageNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap(({ childNodes }) => Array.from(childNodes));
  }
  return false;
}
