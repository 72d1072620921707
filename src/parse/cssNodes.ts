import type { CssNode } from 'css-tree';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import type { SourceText } from './sourceText.ts';

/** Returns the source of a part of a style sheet. */
export function sliceNode({ text }: SourceText, { loc }: CssNode): string {
  return loc ? text.slice(loc.start.offset, loc.end.offset).trim() : '';
}

/** Returns the location of a part of a style sheet. */
export function startOfNode(source: SourceText, { loc }: CssNode): SourceLocation {
  return source.at(loc?.start.line ?? 1, loc?.start.column ?? 1);
}
