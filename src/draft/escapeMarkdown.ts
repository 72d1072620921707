/** Returns words escaped so that Markdown shows them as they are, in the middle of a line. */
export function escapeMarkdown(text: string): string {
  // The signs of emphasis, code, links, HTML, entities, tables and strikethrough.
  return text.replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}
