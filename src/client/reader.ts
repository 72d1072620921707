// What every page's script does: the remembered appearance, and the keys. The page is whole without it.

const root = document.documentElement;

/** Where a page has moved, what leads to a part of it leads to that part: the page's own refresh would drop it. */
function carryAnchor(): void {
  const refresh = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh"]');
  const target = /url=(.*)$/.exec(refresh?.content ?? '')?.[1];
  if (target !== undefined && location.hash !== '') location.replace(target + location.hash);
}

carryAnchor();

/** The one thing that is remembered, and only when the reader chooses it. */
const storageKey = 'appearance';

function readAppearance(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return null;
  }
}

function setAppearance(value: string | null): void {
  if (value === null || value === 'auto') root.removeAttribute('data-appearance');
  else root.dataset.appearance = value;
}

function offerAppearances(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-tool="appearance"] select');
  if (!select) return;
  select.value = readAppearance() ?? 'auto';
  select.addEventListener('change', () => {
    setAppearance(select.value);
    try {
      if (select.value === 'auto') localStorage.removeItem(storageKey);
      else localStorage.setItem(storageKey, select.value);
    } catch {
      // It holds for this page, and is not remembered.
    }
  });
}

/** Goes to the event after (1) or before (-1): of the list in sight, else of the page's own event. */
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

function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest('input, select, textarea, [contenteditable]'))
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

/** Shows the buttons that copy an address, where the browser can copy. */
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

setAppearance(readAppearance());
offerAppearances();
listenForKeys();
offerCopies();
