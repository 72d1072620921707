/** Returns words escaped so that Markdown displays them unchanged in the middle of a line. */
export function escapeMarkdown(text: string): string {
  // The characters of emphasis, code, links, HTML, entities, tables and strikethrough.
  return text.replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}
