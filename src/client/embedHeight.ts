// What a card's script does: it tells the page around it how high the card is, whenever that changes.

const card = document.querySelector('main');

if (card && parent !== window)
  new ResizeObserver(() => {
    // It says nothing but a height, so any page may hear it.
    parent.postMessage({ height: Math.ceil(card.getBoundingClientRect().height) }, '*');
  }).observe(card);
