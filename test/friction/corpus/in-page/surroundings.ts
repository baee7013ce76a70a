/** What goes on around a control while nobody does anything. */
const add = (html: string): HTMLElement => {
  document.querySelector('aside')!.insertAdjacentHTML('beforeend', html);
  return document.querySelector('aside')!.lastElementChild as HTMLElement;
};

export const surroundings = {
  quiet: () => {},
  'spinner by style': () =>
    void add(
      '<div><style>@keyframes t{to{transform:rotate(1turn)}}.s{width:20px;height:20px;border:2px dashed;animation:t 1s infinite}</style><div class="s"></div></div>',
    ),
  'spinner by script': () => {
    const spinner = add('<div style="width:20px;height:20px;border:2px dashed"></div>');
    let turn = 0;
    const step = () => {
      turn += 6;
      spinner.style.transform = `rotate(${turn}deg)`;
      requestAnimationFrame(step);
    };
    step();
  },
  clock: () => {
    const clock = add('<time>0</time>');
    setInterval(() => {
      clock.textContent = String(Date.now());
    }, 250);
  },
  'list drawn anew': () => {
    const list = add('<ul></ul>');
    setInterval(() => {
      list.innerHTML = `<li class="row">${Math.random()}</li><li class="row">Two</li>`;
    }, 400);
  },
  polling: () => {
    const count = add('<b>0</b>');
    setInterval(
      () => void fetch(`/slow?ms=20&poll=${Math.random()}`).then(() => count.replaceChildren(String(Math.random()))),
      700,
    );
  },
  'ticker that comes and goes': () => {
    const ticker = add('<div></div>');
    setInterval(() => {
      if (ticker.firstChild) ticker.replaceChildren();
      else ticker.insertAdjacentHTML('beforeend', '<span class="news">News</span>');
    }, 600);
  },
  'scripts and styles added': () => {
    setInterval(() => document.head.append(document.createElement('style')), 300);
  },
} satisfies Record<string, () => void>;
export type Surrounding = keyof typeof surroundings;
