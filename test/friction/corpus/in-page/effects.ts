import type { Built } from './shapes.ts';

/** What a live control does when it is clicked: each effect in one way only. */
type Effect = (built: Built) => void;

const out = (): HTMLElement => document.querySelector('output')!;
const show = (text: string) => {
  out().textContent = text;
};
const clicked =
  (act: (event: Event, built: Built) => unknown): Effect =>
  (built) =>
    built.control.addEventListener('click', (event) => void act(event, built));
const later = (ms: number) => new Promise((done) => setTimeout(done, ms));
const add = (html: string): HTMLElement => {
  out().insertAdjacentHTML('afterend', html);
  return out().nextElementSibling as HTMLElement;
};

export const effects = {
  'text changes': clicked(() => show('Approved')),
  'its own state changes': clicked((_, { control }) => control.classList.toggle('on')),
  'a panel opens': (built) => {
    const panel = add('<div hidden>Lines</div>');
    clicked((_, { control }) => {
      control.setAttribute('aria-expanded', 'true');
      panel.hidden = false;
    })(built);
  },
  'a dialog opens': (built) => {
    const dialog = add('<dialog>Sure?</dialog>') as HTMLDialogElement;
    clicked(() => dialog.showModal())(built);
  },
  'a popover opens': (built) => {
    const popover = add('<div popover>Sure?</div>');
    clicked(() => popover.showPopover())(built);
  },
  'only a request': clicked(() => fetch('/slow?ms=80').then((answer) => answer.text())),
  'only a request, its answer not read': clicked(() => fetch('/slow?ms=80')),
  'only an old-style request': clicked(() => {
    const request = new XMLHttpRequest();
    request.open('POST', '/slow?ms=80');
    request.send();
  }),
  'request, then text': clicked(() =>
    fetch('/slow?ms=200')
      .then((answer) => answer.text())
      .then(() => show('Approved')),
  ),
  'server takes 1 s': clicked(() =>
    fetch('/slow?ms=1000')
      .then((answer) => answer.text())
      .then(() => show('Approved')),
  ),
  'server takes 3 s': clicked(() =>
    fetch('/slow?ms=3400')
      .then((answer) => answer.text())
      .then(() => show('Approved')),
  ),
  'server takes 7 s': clicked(() =>
    fetch('/slow?ms=7300')
      .then((answer) => answer.text())
      .then(() => show('Approved')),
  ),
  'optimistic, then request': clicked(() => {
    show('Approved');
    return fetch('/slow?ms=300').then((answer) => answer.text());
  }),
  'hash changes': clicked(() => {
    location.hash = 'lines';
  }),
  'history changes': clicked(() => history.pushState({}, '', `/lines${location.search}`)),
  'page goes elsewhere': clicked(() => location.assign('/blank')),
  'page goes elsewhere, slowly': clicked(() => location.assign('/slow?ms=3500')),
  'window opens': clicked(() => open('/blank', '_blank')),
  prints: clicked(() => print()),
  'file is downloaded': clicked(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'orders.csv';
    link.click();
  }),
  'text is copied': (built) => {
    const text = add('<input value="SO-1">') as HTMLInputElement;
    clicked(() => {
      text.select();
      document.execCommand('copy');
    })(built);
  },
  'focus moves': (built) => {
    const field = add('<input>');
    clicked(() => field.focus())(built);
  },
  'page scrolls': clicked(() => scrollTo(0, 300)),
  'box scrolls smoothly': (built) => {
    const box = add('<div style="height:80px;overflow:auto"><div style="height:900px">Lines</div></div>');
    clicked(() => box.scrollTo({ top: 400, behavior: 'smooth' }))(built);
  },
  'media plays': (built) => {
    const video = add('<video width="100" height="60"></video>') as HTMLVideoElement;
    clicked(() => video.play().catch(() => {}))(built);
  },
  'a field is emptied': (built) => {
    const field = add('<input value="Globex">') as HTMLInputElement;
    clicked(() => {
      field.value = '';
    })(built);
  },
  'all are ticked': (built) => {
    const box = add('<input type="checkbox">') as HTMLInputElement;
    clicked(() => {
      box.checked = true;
    })(built);
  },
  'canvas is drawn': (built) => {
    const canvas = add('<canvas width="200" height="100"></canvas>') as HTMLCanvasElement;
    const ink = canvas.getContext('2d')!;
    ink.fillRect(0, 0, 60, 60);
    clicked(() => ink.fillRect(100, 0, 80, 100))(built);
  },
  'error toast': clicked(() => fetch('/fail').then(() => add('<div role="alert">That did not work</div>'))),
  'tells screen readers alone': (built) => {
    const hidden = add('<span role="alert" style="position:absolute;clip:rect(1px,1px,1px,1px)"></span>');
    clicked(() => {
      hidden.textContent = 'Approved';
    })(built);
  },
  'server refuses a field': (built) => {
    const field = add('<input value="x">');
    clicked(() => fetch('/refuse').then(() => field.setAttribute('aria-invalid', 'true')))(built);
  },
  'session is over': clicked(() =>
    fetch('/sign-in').then(() => (add('<dialog>Sign in again</dialog>') as HTMLDialogElement).showModal()),
  ),
  'acts on mousedown': ({ control }) => control.addEventListener('mousedown', () => show('Approved')),
  'acts on pointerdown, asynchronously': ({ control }) =>
    control.addEventListener('pointerdown', () => void later(30).then(() => show('Approved'))),
  'drawn anew on mousedown': ({ control }) =>
    control.addEventListener('mousedown', () => control.replaceWith(control.cloneNode(true))),
  'synchronous, then stops the event': ({ control }) =>
    control.addEventListener('click', (event) => {
      show('Approved');
      event.stopImmediatePropagation();
    }),
  'in a microtask': clicked(() => Promise.resolve().then(() => show('Approved'))),
  'in the next frame': clicked(() => requestAnimationFrame(() => show('Approved'))),
  'after 800 ms': clicked(() => later(800).then(() => show('Approved'))),
  'after 2 s': clicked(() => later(2000).then(() => show('Approved'))),
  'debounced request': clicked(() =>
    later(300)
      .then(() => fetch('/slow?ms=100'))
      .then((answer) => answer.text()),
  ),
  'details open': (built) => {
    const details = add('<details><summary>More</summary>Lines</details>') as HTMLDetailsElement;
    clicked(() => {
      details.open = true;
    })(built);
  },
  'text is selected': clicked(() => getSelection()!.selectAllChildren(out())),
  'dialog closes': (built) => {
    const dialog = add('<dialog open style="top:300px">Hello</dialog>') as HTMLDialogElement;
    clicked(() => dialog.close())(built);
  },
  'rows of a virtual list change': (built) => {
    const list = add('<div style="height:80px;overflow:auto">Row 1</div>');
    clicked(() =>
      list.replaceChildren(...[1, 2, 3].map((row) => Object.assign(document.createElement('p'), { textContent: `Row ${row}` }))),
    )(built);
  },
  'a frame goes elsewhere': (built) => {
    const frame = add('<iframe src="/blank" height="40"></iframe>') as HTMLIFrameElement;
    clicked(() => frame.contentWindow!.location.assign('/blank?again'))(built);
  },
  'a shadow root changes': (built) => {
    const root = add('<x-status></x-status>').attachShadow({ mode: 'open' });
    root.innerHTML = '<i>Open</i>';
    clicked(() => {
      root.querySelector('i')!.textContent = 'Approved';
    })(built);
  },
  'asks by a dialog of the browser': clicked(() => confirm('Approve?')),
  'style alone': clicked(() => {
    document.body.style.background = '#eef';
  }),
  'a row is added': clicked(() => void add('<p>Row</p>')),
  'a number in a field goes up': (built) => {
    const field = add('<input value="1">') as HTMLInputElement;
    clicked(() => {
      field.value = String(Number(field.value) + 1);
    })(built);
  },
  'sound is turned off': (built) => {
    const video = add('<video width="100" height="60"></video>') as HTMLVideoElement;
    clicked(() => {
      video.muted = !video.muted;
    })(built);
  },
  'a tip opens': clicked(() => void later(0).then(() => add('<div role="tooltip">What it is</div>'))),
  'next page in a frame': (built) => {
    let page = 1;
    clicked(() => requestAnimationFrame(() => show(`Page ${++page} of 30`)))(built);
  },
  'next page by a timer': (built) => {
    let page = 1;
    clicked(() => later(15).then(() => show(`Week ${++page}`)))(built);
  },
  'next page from the server': (built) => {
    let page = 1;
    clicked(() =>
      fetch('/slow?ms=5')
        .then((answer) => answer.text())
        .then(() => show(`Photo ${++page}`)),
    )(built);
  },
  'loading in an alert': clicked(() => {
    const alert = add('<div role="alert">One moment</div>');
    return later(600)
      .then(() => {
        alert.textContent = 'Orders are here';
      })
      .then(() => later(1500))
      .then(() => alert.remove());
  }),
  'saved in an alert': clicked(() => add('<div role="alert" class="alert alert-success">The order was approved</div>')),
  'alert drawn anew': (built) => {
    const place = add('<div><p role="alert">Welcome back. Two orders wait.</p></div>');
    clicked(() => {
      const drawn = place.innerHTML;
      place.innerHTML = '';
      place.innerHTML = drawn;
      show('Approved');
    })(built);
  },
  'error that stays in an alert': clicked(() => add('<div role="alert">That did not work</div>')),
} satisfies Record<string, Effect>;

/** Why a broken control does nothing. */
export const breakages = {
  'no handler': () => {},
  'handler gives up': clicked(() => {}),
  'handler stops the event': clicked((event) => event.stopImmediatePropagation()),
  'handler on what was replaced': ({ control }) => control.cloneNode().addEventListener('click', () => show('Approved')),
  'error swallowed': clicked(() => {
    try {
      (undefined as never as { go(): void }).go();
    } catch {
      // As apps do.
    }
  }),
  'promise that never comes': clicked(() => new Promise(() => {})),
  'same state set again': clicked(() => {
    window.name = 'x';
  }),
  'attributes written as they were': (built) => {
    const menu = add('<ul aria-hidden="true"><li>Archive</li></ul>');
    clicked(() => menu.setAttribute('aria-hidden', 'true'))(built);
  },
  'focus order written again': (built) => {
    const other = add('<button tabindex="0">Other</button>');
    clicked((_, { control }) => {
      other.tabIndex = -1;
      control.tabIndex = 0;
    })(built);
  },
  'a tip goes': (built) => {
    const tip = add('<div role="tooltip">Approves the order</div>');
    built.control.addEventListener('mousedown', () => tip.remove());
  },
  'drawn anew, the same': (built) => {
    const list = add('<ul><li id="line-1"><b>Order</b> 12</li><li hidden>More</li></ul>');
    let turn = 1;
    clicked(() => {
      list.innerHTML = `<li id="line-${++turn}"><b>Order</b> 12</li><li hidden>More</li>`;
    })(built);
  },
  'text written as it was': clicked(() => show(out().textContent!)),
  'class taken and given': clicked((_, { control }) => {
    control.classList.toggle('loading');
    control.classList.toggle('loading');
    out().classList.toggle('busy');
    out().classList.toggle('busy');
  }),
  'address written as it is': clicked(() => history.replaceState(history.state, '', location.href)),
  'something unseen lies over it': (built) => {
    clicked(() => show('Approved'))(built);
    const cover = add('<div style="position:fixed"></div>');
    const { left, top, width, height } = built.control.getBoundingClientRect();
    Object.assign(cover.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  },
} satisfies Record<string, Effect>;

export type EffectName = keyof typeof effects;
export type Breakage = keyof typeof breakages;
