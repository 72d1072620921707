import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { trimPolicy } from '../../../src/builder/trimPolicy.ts';

const sha = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;
const page = (policy: string, body: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"></head>${body}`;

test('a page keeps only the hashes of its own inline styles and scripts', () => {
  const body = '<style>p{}</style><script>go()</script><script type="module" src="/a.js"></script>';
  const policy = `img-src 'self'; script-src 'self' ${sha('other()')} ${sha('go()')}; style-src 'self' ${sha('b{}')} ${sha('p{}')};`;
  expect(trimPolicy(page(policy, body))).toBe(
    page(`img-src 'self'; script-src 'self' ${sha('go()')}; style-src 'self' ${sha('p{}')};`, body),
  );
});

test('sources that are allowed without a hash stay allowed', () => {
  const policy = `script-src 'self' 'wasm-unsafe-eval' ${sha('x')}`;
  expect(trimPolicy(page(policy, ''))).toBe(page(`script-src 'self' 'wasm-unsafe-eval'`, ''));
});

test('a page without a policy is unchanged, as is text that looks like one', () => {
  const html = `<p>content-security-policy ${sha('x')}</p>`;
  expect(trimPolicy(html)).toBe(html);
});
