/** What a control looks like. Each is built anew in the page and answers where to press it. */
export interface Built {
  control: HTMLElement;
  press: Element;
}

const icon =
  '<svg width="20" height="20" viewBox="0 0 20 20"><path d="M2 10h16M10 2v16" stroke="currentColor" fill="none"/></svg>';

function put(html: string, into: ParentNode & Node = document.querySelector('main')!): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const made = holder.firstElementChild as HTMLElement;
  into.append(made);
  return made;
}
const whole = (control: HTMLElement): Built => ({ control, press: control });

export const shapes = {
  button: () => whole(put('<button type="button">Approve</button>')),
  'icon button': () => {
    const control = put(`<button type="button" aria-label="Refresh list">${icon}</button>`);
    return { control, press: control.querySelector('svg')! };
  },
  'div with role': () => whole(put('<div role="button" tabindex="0" class="btn">Approve</div>')),
  'div that shows the hand': () => {
    const control = put('<div class="btn"><span><b>Approve</b></span></div>');
    return { control, press: control.querySelector('b')! };
  },
  'input button': () => whole(put('<input type="button" value="Approve">')),
  'button in a shadow root': () => {
    const root = put('<x-bar></x-bar>').attachShadow({ mode: 'open' });
    root.innerHTML = '<div><x-btn></x-btn></div>';
    const inner = root.querySelector('x-btn')!.attachShadow({ mode: 'open' });
    inner.innerHTML = '<button type="button"><span>Approve</span></button>';
    return { control: inner.querySelector('button')!, press: inner.querySelector('span')! };
  },
  'button in a frame': () => {
    const frame = put('<iframe width="400" height="120" src="/blank"></iframe>') as HTMLIFrameElement;
    return new Promise<Built>((done) =>
      frame.addEventListener('load', () => {
        const body = frame.contentDocument!.body;
        body.innerHTML = '<button type="button">Approve</button>';
        done(whole(body.querySelector('button')!));
      }),
    );
  },
  'menu item': () =>
    whole(put('<div role="menu"><div role="menuitem" tabindex="-1">Approve</div></div>').firstElementChild as HTMLElement),
  tab: () =>
    whole(
      put('<div role="tablist"><div role="tab" aria-selected="false" tabindex="-1">Lines</div></div>')
        .firstElementChild as HTMLElement,
    ),
  stepper: () => whole(put('<button type="button">+</button>')),
  pager: () => whole(put('<button type="button" aria-label="Next page">›</button>')),
  switch: () => whole(put('<button type="button" role="switch" aria-checked="false">Notify</button>')),
  'drag handle': () => whole(put('<div role="button" tabindex="0" class="btn" aria-label="Move row">⋮⋮</div>')),
  'button that looks pressed': () => {
    const root = put('<x-pressed></x-pressed>').attachShadow({ mode: 'open' });
    root.innerHTML = '<button type="button"><span>Approve</span></button>';
    const control = root.querySelector('button')!;
    control.addEventListener('focus', () => control.classList.add('has-focus'));
    control.addEventListener('pointerdown', () => {
      control.classList.add('pressed');
      root.host.setAttribute('active', '');
    });
    control.addEventListener('pointerup', () => {
      control.classList.remove('pressed');
      root.host.removeAttribute('active');
    });
    return { control, press: control.querySelector('span')! };
  },
  'button with a ripple': () => {
    const control = put('<button type="button">Approve<span class="ripples"></span></button>');
    control.addEventListener('pointerdown', () => {
      const ripple = document.createElement('span');
      control.querySelector('.ripples')!.append(ripple);
      control.addEventListener('pointerup', () => setTimeout(() => ripple.remove(), 550), { once: true });
    });
    return whole(control);
  },
  'button whose ripple stays': () => {
    const control = put('<button type="button">Approve<span class="x-ink" aria-hidden="true"></span></button>');
    const ink = control.querySelector<HTMLElement>('.x-ink')!;
    control.addEventListener('pointerdown', () => {
      ink.style.width = '90px';
      if (!control.querySelector('.x-ripple-root')) ink.insertAdjacentHTML('afterend', '<span class="x-ripple-root"></span>');
    });
    return whole(control);
  },
} satisfies Record<string, () => Built | Promise<Built>>;

/** Controls that live by the browser's own doing, with no script at all. */
export const natives = {
  checkbox: () => whole(put('<input type="checkbox">')),
  'label for a checkbox': () => ({
    ...shapes.button(),
    press: put('<label><input type="checkbox"> <span>Keep me informed</span></label>').querySelector('span')!,
  }),
  'label for a text field': () => ({
    ...shapes.button(),
    press: put('<div><label for="t">Reference</label><input id="t"></div>').querySelector('label')!,
  }),
  radio: () => whole(put('<input type="radio" name="r">')),
  'radio already chosen': () => whole(put('<input type="radio" name="r" checked>')),
  'tab already chosen': () =>
    whole(
      put('<div role="tablist"><div role="tab" aria-selected="true" tabindex="0">Header</div></div>')
        .firstElementChild as HTMLElement,
    ),
  summary: () => whole(put('<details><summary>Details</summary><p>More</p></details>').firstElementChild as HTMLElement),
  'text field': () => whole(put('<input>')),
  textarea: () => whole(put('<textarea></textarea>')),
  select: () => whole(put('<select><option>One<option>Two</select>')),
  slider: () => whole(put('<input type="range">')),
  'number field': () => whole(put('<input type="number" value="3">')),
  'date field': () => whole(put('<input type="date">')),
  'file field': () => whole(put('<input type="file">')),
  link: () => whole(put('<a href="/blank" style="display:inline-block">Orders</a>')),
  'link that opens a tab': () => whole(put('<a href="/blank" target="_blank">Orders</a>')),
  'child of a link in a shadow root': () => {
    const root = put('<x-link></x-link>').attachShadow({ mode: 'open' });
    root.innerHTML = '<a href="#there"><span><b>Orders</b></span></a>';
    return whole(root.querySelector('b')!);
  },
  'link to the same place': () => whole(put('<a href="#">Top</a>')),
  download: () => whole(put('<a href="data:text/plain,x" download="x.txt">Price list</a>')),
  canvas: () => whole(put('<canvas width="300" height="150"></canvas>')),
  video: () => whole(put('<video width="300" height="150" controls></video>')),
  'editable text': () => whole(put('<div contenteditable="true" style="width:300px">Notes</div>')),
  'disabled button': () => whole(put('<button disabled>Approve</button>')),
  'button that says it is off': () => whole(put('<button aria-disabled="true">Approve</button>')),
  'plain text': () => whole(put('<p>Nothing to press here</p>')),
  'popover by attribute': () => {
    put('<div id="pop" popover>Hello</div>');
    return whole(put('<button popovertarget="pop">More</button>'));
  },
  'submit that the browser refuses': () =>
    whole(put('<form><input required><button>Save</button></form>').querySelector('button')!),
  'submit of a form': () =>
    whole(put('<form action="/slow?ms=600"><input name="a" value="1"><button>Save</button></form>').querySelector('button')!),
  'reset of a form': () => {
    const form = put('<form><input value="1"><button type="reset">Reset</button></form>');
    form.querySelector('input')!.value = '2';
    return whole(form.querySelector('button')!);
  },
  'menu that opens on hover': () => {
    const item = put('<div><button aria-haspopup="true">Admin</button><ul hidden><li>Users</li></ul></div>');
    item.addEventListener('pointerenter', () => item.querySelector('ul')!.removeAttribute('hidden'));
    return whole(item.querySelector('button')!);
  },
  'menu that opens on hover by style alone': () => {
    put('<style>.h ul{display:none}.h:hover ul{display:block}</style>');
    return whole(
      put('<div class="h"><button aria-haspopup="true">Admin</button><ul><li>Users</li></ul></div>').querySelector('button')!,
    );
  },
  'menu that opens by focus alone': () => {
    put('<style>.fm ul{visibility:hidden}.fm:focus-within ul{visibility:visible}</style>');
    return whole(
      put('<div class="fm"><button type="button">Menu</button><ul><li>Archive</li></ul></div>').querySelector('button')!,
    );
  },
  'drag handle by its description': () =>
    whole(put('<div role="button" tabindex="0" aria-roledescription="sortable" style="width:80px">Row</div>')),
  'thing to be dragged': () => whole(put('<div role="button" tabindex="0" draggable="true" style="width:80px">Row</div>')),
  'chosen by class alone': () => whole(put('<button type="button" class="x-chip is-selected">Standard</button>')),
  'page we are on, by its item': () =>
    whole(put('<ul><li class="page active"><button type="button">1</button></li></ul>').querySelector('button')!),
  'off by its pointer alone': () => whole(put('<button type="button" style="cursor:not-allowed">Ship</button>')),
  'pressed one of a group': () =>
    whole(
      put('<div role="group"><button type="button" aria-pressed="true">Day</button><button>Week</button></div>')
        .firstElementChild as HTMLElement,
    ),
} satisfies Record<string, () => Built>;

export type Shape = keyof typeof shapes;
export type Native = keyof typeof natives;
