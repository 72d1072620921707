// The script of a card tells the surrounding page the card's height whenever it changes, and the target of a
// clicked link if the card's frame may not navigate there itself.

const card = document.querySelector('main');
// WordPress identifies its frames by a secret that it adds to the address.
const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];
// A frame with `sandbox="allow-scripts"` has no origin, and its links do not work.
const isCaged = self.origin === 'null';

/** Sends the message that WordPress listens for, and the height under its own name for all other pages. */
function postToParent(message: 'height' | 'link', value: number | string): void {
  const height = message === 'height' ? { height: value } : {};
  // The message contains only a height or an address of ours, so any page may receive it.
  parent.postMessage({ ...height, message, value, secret }, '*');
}

if (card && parent !== window) {
  new ResizeObserver(() => {
    postToParent('height', Math.ceil(card.getBoundingClientRect().height));
  }).observe(card);
  card.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.host !== location.host || !(isCaged || secret)) return;
    event.preventDefault();
    postToParent('link', link.href);
  });
}
