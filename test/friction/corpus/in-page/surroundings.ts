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
  'log that scrolls itself': () => {
    const log = add('<div style="height:60px;overflow:auto"></div>');
    let line = 0;
    setInterval(() => {
      log.append(Object.assign(document.createElement('p'), { textContent: `Line ${line++}` }));
      log.scrollTop = log.scrollHeight;
    }, 300);
  },
  'address that counts': () => {
    const asked = location.search;
    let seconds = 0;
    setInterval(() => history.replaceState({}, '', `${location.pathname}${asked}&seen=${++seconds}`), 600);
  },
  'hash that counts': () => {
    let seconds = 0;
    setInterval(() => history.pushState({}, '', `#t=${++seconds}`), 700);
  },
  'field that counts': () => {
    const field = add('<input readonly value="0:00">') as HTMLInputElement;
    let seconds = 0;
    setInterval(() => {
      field.value = `0:${++seconds}`;
    }, 500);
  },
  'box that ticks itself': () => {
    const box = add('<input type="checkbox">') as HTMLInputElement;
    setInterval(() => {
      box.checked = !box.checked;
    }, 500);
  },
  'frame that loads itself': () => {
    const frame = add('<iframe src="/blank" height="40"></iframe>') as HTMLIFrameElement;
    setInterval(() => frame.contentWindow?.location.replace(`/blank?${Math.random()}`), 600);
  },
  'sound that comes and goes': () => {
    const video = add('<video width="100" height="60"></video>') as HTMLVideoElement;
    setInterval(() => {
      video.muted = !video.muted;
    }, 500);
  },
  'text that selects itself': () => {
    const line = add('<p>Running text</p>').firstChild!;
    let at = 0;
    setInterval(() => getSelection()!.setBaseAndExtent(line, 0, line, 1 + (at++ % 8)), 500);
  },
  'attributes that come and go': () => {
    const lamp = add('<div>Lamp</div>');
    setInterval(() => lamp.toggleAttribute('data-lit'), 400);
  },
  'events without a person': () => {
    const field = add('<input>');
    setInterval(() => field.dispatchEvent(new Event('input', { bubbles: true })), 500);
  },
  'neighbour that blinks by style': () => {
    document
      .querySelector('main')!
      .insertAdjacentHTML(
        'beforeend',
        '<style>@keyframes b{50%{opacity:0}}.b{animation:b 1s steps(1) infinite}</style><i class="b">New</i>',
      );
  },
  'poll that fails': () => void setInterval(() => fetch('/missing').then((answer) => answer.text()), 500),
} satisfies Record<string, () => void>;
export type Surrounding = keyof typeof surroundings;
