/* A form as a framework keeps it: what did not come through an event that changed something is not in its state. */
const state = { amount: '', terms: '', saved: 0 };
const heard = [];
globalThis.walk = { state, heard };

const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
const tracked = { last: '' };
Object.defineProperty(amount, 'value', {
  get: () => native.get.call(amount),
  set: (value) => {
    tracked.last = String(value);
    native.set.call(amount, value);
  },
});
amount.addEventListener('input', () => {
  const value = native.get.call(amount);
  if (value === tracked.last) return; // no change, as far as the framework knows
  tracked.last = value;
  state.amount = value;
});
terms.addEventListener('change', () => {
  state.terms = terms.value;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  state.saved += 1;
  if (!state.terms) return;
  setTimeout(() => (Number(state.amount) > 1000 ? approval.showModal() : number()), 400);
});
reason.addEventListener('change', () => {
  approval.close();
  setTimeout(number, 1200);
});

function number() {
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.setAttribute('aria-label', 'Order number');
  said.textContent = 'Order 4711';
  document.querySelector('main').append(said);
}

for (const type of ['pointerdown', 'mousedown', 'mousemove', 'click', 'input', 'change', 'focusin', 'keydown', 'scroll', 'wheel'])
  addEventListener(type, (event) => heard.push(event.type), { capture: true });

if (new URLSearchParams(location.search).get('lang') === 'de') {
  document.documentElement.lang = 'de';
  for (const one of document.querySelectorAll('[data-de]')) one.textContent = one.dataset.de;
}
