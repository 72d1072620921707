// Filters the events of a timeline and reverses its order. The filter is in the address, so that a filtered
// view can be linked; nothing is remembered.

const facets = ['actor', 'source', 'place', 'certainty'] as const;
type Facet = (typeof facets)[number];

/** The attribute that lists an event's ids of each facet. */
const attributes: Record<Facet, string> = {
  actor: 'actors',
  source: 'sources',
  place: 'places',
  certainty: 'certainty',
};

class TimelineFilter extends HTMLElement {
  private newestFirst = false;

  connectedCallback(): void {
    for (const facet of facets) {
      this.select(facet)?.addEventListener('change', (event) => {
        const { value } = event.target as HTMLSelectElement;
        this.change((filter) => {
          if (value === '') filter.delete(facet);
          else filter.set(facet, value);
        });
      });
    }
    this.select('order')?.addEventListener('change', (event) => {
      const { value } = event.target as HTMLSelectElement;
      this.change((filter) => {
        if (value === 'newest') filter.set('order', value);
        else filter.delete('order');
      });
    });
    addEventListener('popstate', () => {
      this.show();
    });
    this.show();
  }

  private select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name="${name}"]`);
  }

  private change(edit: (filter: URLSearchParams) => void): void {
    const url = new URL(location.href);
    edit(url.searchParams);
    history.pushState(null, '', url);
    this.show();
    this.closest('section')?.scrollIntoView();
  }

  /** Applies the filter in the address: an event has to match any value of each facet. */
  private show(): void {
    const filter = new URLSearchParams(location.search);
    const events = [...document.querySelectorAll<HTMLElement>('[data-certainty]')];
    const left = new Set<string>();
    for (const event of events) {
      const matches = facets.every((facet) => {
        const values = filter.getAll(facet);
        const own = (event.dataset[attributes[facet]] ?? '').split(' ');
        return values.length === 0 || values.some((value) => own.includes(value));
      });
      event.hidden = !matches;
      if (!matches) left.add(event.querySelector('a')?.pathname ?? '');
    }
    // The figure keeps the positions of its events, and only hides those that are filtered out.
    for (const entry of document.querySelectorAll<HTMLElement>('.key li'))
      entry.hidden = left.has(entry.querySelector('a')?.pathname ?? '');
    const isFiltered = facets.some((facet) => filter.has(facet));
    const fold = this.querySelector('details');
    if (fold && (isFiltered || filter.has('order'))) fold.open = true;
    for (const day of document.querySelectorAll<HTMLElement>('.timeline > .day')) {
      day.hidden = !day.querySelector('.event:not([hidden])');
      // When events are filtered out, the gap between the others would be wrong.
      const gap = day.querySelector<HTMLElement>('.gap');
      if (gap) gap.hidden = isFiltered;
    }
    for (const section of document.querySelectorAll<HTMLElement>(
      'section:has(> .rows):not(:has(timeline-filter))',
    ))
      section.hidden = !section.querySelector('[data-certainty]:not([hidden])');
    const shown = events.length - events.filter(({ hidden }) => hidden).length;
    this.turn(filter.get('order') === 'newest');
    this.listAsked(filter, isFiltered, shown, events.length);
  }

  private turn(newestFirst: boolean): void {
    const order = this.select('order');
    if (order) order.value = newestFirst ? 'newest' : 'oldest';
    if (newestFirst === this.newestFirst) return;
    this.newestFirst = newestFirst;
    const sections = [...document.querySelectorAll('section:has(> :is(.timeline, .rows))')];
    sections.at(-1)?.after(...sections.toReversed());
    for (const list of document.querySelectorAll('.timeline, .timeline .events, .rows'))
      list.append(...[...list.children].toReversed());
    for (const gap of document.querySelectorAll('.timeline .gap')) {
      // A gap is shown before the later day, or after it in reversed order.
      if (newestFirst) gap.parentElement?.append(gap);
      else gap.parentElement?.prepend(gap);
    }
  }

  private listAsked(
    filter: URLSearchParams,
    isFiltered: boolean,
    shown: number,
    all: number,
  ): void {
    const list = this.querySelector('ul');
    const count = this.querySelector('output');
    if (!list || !count) return;
    const buttons = facets.flatMap((facet) =>
      filter.getAll(facet).map((value) => {
        const option = this.querySelector(
          `select[name="${facet}"] option[value="${CSS.escape(value)}"]`,
        );
        return this.createButton(option?.textContent ?? value, () => {
          this.change((params) => {
            const kept = params.getAll(facet).filter((other) => other !== value);
            params.delete(facet);
            for (const other of kept) params.append(facet, other);
          });
        });
      }),
    );
    list.replaceChildren(...buttons);
    for (const facet of facets) {
      const select = this.select(facet);
      if (select) select.value = filter.get(facet) ?? '';
    }
    count.textContent = isFiltered
      ? (this.dataset.shown ?? '').replace('N', this.print(shown)).replace('M', this.print(all))
      : '';
  }

  /** Prints a number in the digits of the site, which follow its zero. */
  private print(value: number): string {
    const zero = this.dataset.zero?.codePointAt(0) ?? 0x30;
    return String(value).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  }

  private createButton(name: string, remove: () => void): HTMLLIElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${name} ×`;
    button.setAttribute('aria-label', `${this.dataset.remove ?? ''}: ${name}`);
    button.addEventListener('click', remove);
    const item = document.createElement('li');
    item.append(button);
    return item;
  }
}

customElements.define('timeline-filter', TimelineFilter);

export {};
