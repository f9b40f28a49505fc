/** The floor: sees nodes that are added, and puts a copy of one template into each card. Knows nothing, keeps nothing. */
const LINK = 'a[href^="/models/"]';
const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ':host{position:absolute;top:84px;right:10px;z-index:10}button{width:26px;height:26px;padding:5px;border:0;border-radius:13px;background:#2b8a3e;color:#fff}svg{display:block;width:16px;height:16px;fill:none;stroke:currentColor;stroke-width:2}',
);
const template = document.createElement('template');
template.innerHTML =
  '<button aria-label="In vault"><svg viewBox="0 0 24 24"><path d="M9 13.6l2.2 2.2 4-4.2"/></svg></button>';

function mark(link) {
  const card = link.parentElement?.parentElement;
  if (!card || card.lastElementChild?.localName === 'floor-mark') return;
  const host = document.createElement('floor-mark');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(template.content.cloneNode(true));
  card.append(host);
}

function look(node) {
  if (!(node instanceof Element)) return;
  if (node.matches(LINK)) mark(node);
  for (const link of node.querySelectorAll(LINK)) mark(link);
}

new MutationObserver(records => {
  for (const { addedNodes } of records) for (const node of addedNodes) look(node);
}).observe(document.body, { childList: true, subtree: true });
look(document.body);
