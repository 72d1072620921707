// The script of every page restores the reader's appearance and handles the shortcuts. Pages are complete
// without it.

const root = document.documentElement;

/** Keeps the fragment of the address when a page has moved; the page's own refresh would drop it. */
function carryAnchor(): void {
  const refresh = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh"]');
  const target = /url=(.*)$/.exec(refresh?.content ?? '')?.[1];
  if (target !== undefined && location.hash !== '') location.replace(target + location.hash);
}

carryAnchor();

/** What is remembered, and only if the reader chooses it: the theme, and whether shortcuts are on. */
type Choice = 'appearance' | 'keys';

function readChoice(key: Choice): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return null;
  }
}

function keepChoice(key: Choice, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The choice applies to this page, but is not remembered.
  }
}

function setAppearance(value: string | null): void {
  if (value === null || value === 'auto') root.removeAttribute('data-appearance');
  else root.dataset.appearance = value;
}

function offerAppearances(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-tool="appearance"] select');
  if (!select) return;
  select.value = readChoice('appearance') ?? 'auto';
  select.addEventListener('change', () => {
    setAppearance(select.value);
    keepChoice('appearance', select.value === 'auto' ? null : select.value);
  });
}

/** Goes to the next (1) or previous (-1) event: in a visible list, or else from the page's own event. */
function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.events .headline a')].filter(
    (link) => link.checkVisibility(),
  );
  if (links.length === 0) {
    document.querySelector<HTMLAnchorElement>(by === 1 ? 'a[rel=next]' : 'a[rel=prev]')?.click();
    return;
  }
  const current = links.findIndex((link) => link === document.activeElement);
  const link = links[current === -1 ? (by === 1 ? 0 : links.length - 1) : current + by];
  link?.focus();
  link?.scrollIntoView({ block: 'center' });
}

// Single keys do nothing until they are switched on, because speech input would trigger them (WCAG 2.1.4).
let areKeysOn = readChoice('keys') === 'on';

function offerShortcuts(): void {
  const box = document.querySelector<HTMLInputElement>('[data-tool="keys"] input');
  if (!box) return;
  box.checked = areKeysOn;
  box.addEventListener('change', () => {
    areKeysOn = box.checked;
    keepChoice('keys', box.checked ? 'on' : null);
  });
}

function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!areKeysOn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      target instanceof Element &&
      target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]')
    )
      return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '/') {
      const search = document.querySelector<HTMLAnchorElement>('a[data-key="/"]');
      if (!search) return;
      event.preventDefault();
      search.click();
    }
  });
}

/** Shows the buttons that copy an address if the browser can copy. */
function offerCopies(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(button.dataset.copy ?? '').then(() => {
        button.textContent = button.dataset.copied ?? '';
      });
    });
  }
}

setAppearance(readChoice('appearance'));
offerAppearances();
offerShortcuts();
listenForKeys();
offerCopies();
