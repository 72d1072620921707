import type { Heading, Html, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseEventIdPrompt } from '../model/ids.ts';
import type { Located } from '../problems/sourceLocation.ts';
import type { SourceText } from './sourceText.ts';

// The prompts of a skeleton, which editors replace with their own words. Nothing is built while any is left.

/** The placeholder for an event's title in a skeleton. */
export const headlinePrompt = '[Headline in your own words]';

const opening = '<!-- To write:';

/** Returns a comment, on one or more lines, that asks for text to be written. */
export function createPrompt(...lines: readonly string[]): string {
  // Text quoted from an article must not end the comment.
  const text = lines.join('\n').replaceAll('-->', '—>');
  return `${opening} ${text}${lines.length > 1 ? '\n' : ' '}-->`;
}

/** Returns the placeholder id of an event; numbered, because each event needs its own id. */
export function createEventIdPrompt(number: number): string {
  return `to-name-${number}`;
}

/** Reports every remaining prompt in a piece of Markdown, every other comment, and each line with HTML. */
export function reportHtml(source: SourceText, node: RootContent): void {
  const lines = new Set<number>();
  visit({ type: 'root', children: [node] }, 'html', (html) => {
    if (!html.value.startsWith('<!--')) {
      const at = source.startOf(html);
      // Opening and closing tags on a line are one mistake.
      if (!lines.has(at.line)) source.report('html-shown', at, { found: html.value });
      lines.add(at.line);
      return;
    }
    if (!html.value.startsWith(opening)) {
      reportComment(source, html);
      return;
    }
    // The first line is enough to recognize the prompt; the end of the comment isn't part of it.
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

/** Reports any other comment: it would be published as text. */
function reportComment(source: SourceText, html: Html): void {
  source.report('markdown-unsupported', source.startOf(html), {
    found: 'HTML comment',
    expected: 'text for readers; notes to editors belong outside the content folder',
  });
}

/** Reports a heading that is still a prompt. */
export function reportHeadlinePrompt(source: SourceText, heading: Heading): void {
  if (!toString(heading).includes(headlinePrompt)) return;
  source.report('left-to-write', source.startOf(heading), {
    found: headlinePrompt,
    expected: 'a headline for the event',
  });
}

/** Reports an event's id that is still a prompt. */
export function reportEventIdPrompt(source: SourceText, id: Located<string>): void {
  if (parseEventIdPrompt(id.value) === undefined) return;
  source.report('left-to-write', id.at, {
    found: id.value,
    expected: 'a new id, or the id of an existing event',
  });
}
