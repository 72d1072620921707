import type { Heading, Html, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseEventIdPrompt } from '../model/ids.ts';
import type { Placed } from '../problems/place.ts';
import type { SourceText } from './sourceText.ts';

// The prompts of a skeleton: what an editor replaces with words of his own. While one stands, nothing is built.

/** Stands in a skeleton where an event's title is to be written. */
export const headlinePrompt = '[Headline in your own words]';

const opening = '<!-- To write:';

/** Returns the comment that asks for text to be written, on one or more lines. */
export function createPrompt(...lines: readonly string[]): string {
  // What the lines quote from an article must not end the comment.
  const text = lines.join('\n').replaceAll('-->', '—>');
  return `${opening} ${text}${lines.length > 1 ? '\n' : ' '}-->`;
}

/** Returns the id that stands for an event until it is named; numbered, because one id means one event. */
export function createEventIdPrompt(number: number): string {
  return `to-name-${number}`;
}

/** Reports every prompt that still stands in a piece of Markdown, every other comment, and each line that has HTML. */
export function reportHtml(source: SourceText, node: RootContent): void {
  const lines = new Set<number>();
  visit({ type: 'root', children: [node] }, 'html', (html) => {
    if (!html.value.startsWith('<!--')) {
      const at = source.startOf(html);
      // What opens and closes a passage is one slip.
      if (!lines.has(at.line)) source.report('html-shown', at, { found: html.value });
      lines.add(at.line);
      return;
    }
    if (!html.value.startsWith(opening)) {
      reportComment(source, html);
      return;
    }
    // Takes the words of the first line, without what ends the comment.
    const [first = ''] = html.value.slice(opening.length).split('\n');
    source.report('left-to-write', source.startOf(html), {
      found: first
        .replace('-->', '')
        .replace(/[.\s]+$/, '')
        .trim(),
      expected: 'your own words instead',
    });
  });
}

/** Any other comment would be published as the text it is. */
function reportComment(source: SourceText, html: Html): void {
  source.report('markdown-unsupported', source.startOf(html), {
    found: 'HTML comment',
    expected: 'words for the reader; a note to editors belongs outside the content',
  });
}

/** Reports a heading that is still a prompt. */
export function reportHeadlinePrompt(source: SourceText, heading: Heading): void {
  if (!toString(heading).includes(headlinePrompt)) return;
  source.report('left-to-write', source.startOf(heading), {
    found: headlinePrompt,
    expected: 'the event’s title as this article tells it',
  });
}

/** Reports an event's id that is still a prompt. */
export function reportEventIdPrompt(source: SourceText, id: Placed<string>): void {
  if (parseEventIdPrompt(id.value) === undefined) return;
  source.report('left-to-write', id.at, {
    found: id.value,
    expected: 'an id of the event’s own, or that of an event which is here already',
  });
}
