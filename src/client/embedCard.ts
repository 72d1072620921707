// What a card's script does: it tells the page around it how high the card is, whenever that changes, and where a
// link of the card leads, where its frame may not go there itself.

const card = document.querySelector('main');
// WordPress knows its frames by a secret that it puts behind the address.
const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];
// A frame with `sandbox="allow-scripts"` has no origin, and its links go nowhere.
const isCaged = self.origin === 'null';

/** Says what WordPress listens for, and the height by its own name for everybody else. */
function tell(message: 'height' | 'link', value: number | string): void {
  const height = message === 'height' ? { height: value } : {};
  // It says nothing but a height or an address of ours, so any page may hear it.
  parent.postMessage({ ...height, message, value, secret }, '*');
}

if (card && parent !== window) {
  new ResizeObserver(() => {
    tell('height', Math.ceil(card.getBoundingClientRect().height));
  }).observe(card);
  card.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.host !== location.host || !(isCaged || secret)) return;
    event.preventDefault();
    tell('link', link.href);
  });
}
