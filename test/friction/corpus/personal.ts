/** Invented personal strings, always the same. */
const first =
  'Anna Boris Chloé Deniz Emeka Fatima Giulia Håkon Ines Jürgen Katarzyna Liam Mei Nadia Omar Priya Quentin Rosa Søren Tomás Uma Viktor Wanjiru Ximena Yusuf Zofia'.split(
    ' ',
  );
const last =
  "Lovelace Okafor Meier Nguyen Rossi O'Neill Kowalska Sánchez Lindqvist Haddad Petrov Tanaka Abebe Müller Dubois Iyer Novák Ferreira Kaya Jónsdóttir".split(
    ' ',
  );

/** A generator of its own, so that a failure can be reproduced. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function personalStrings(count: number): string[] {
  const below = seeded(20261122);
  const pick = (list: readonly string[]) => list[below(list.length)]!;
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('');
  const two = (most: number) => String(1 + below(most)).padStart(2, '0');
  const kinds: (() => string)[] = [
    () => `${pick(first)} ${pick(last)}`,
    () => `${pick(last)}, ${pick(first)}`,
    () => `${pick(first)} ${pick(first)} ${pick(last)}`,
    () => `${pick(first).toLowerCase()}.${pick(last).toLowerCase()}${digits(3)}@example.com`,
    () => `DE${digits(2)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(4)} ${digits(2)}`,
    () => `€ ${1 + below(900)}.${digits(3)},${digits(2)}`,
    () => `${two(28)}.${two(12)}.19${digits(2)}`,
    () => `+49 30 ${digits(7)}`,
    () => `EMP-${digits(6)}`,
    () => `${pick(last)}-${digits(5)}`,
  ];
  const made = new Set<string>();
  while (made.size < count) {
    const string = kinds[made.size % kinds.length]!();
    made.add(made.has(string) ? `${string} ${pick(last)}${digits(4)}` : string);
  }
  return [...made];
}

/** Markup in which such strings occur. Each is a control that does nothing when it is pressed. */
export const homes: Record<string, (text: string) => string> = {
  'cell of a table': (text) => `<table><tr><td>${text}</td><td><button>${text}</button></td></tr></table>`,
  'row of a grid': (text) =>
    `<div role="grid"><div role="row"><div role="gridcell"><button>Open ${text}</button></div></div></div>`,
  'item of a list': (text) => `<ul><li><button>${text}</button></li></ul>`,
  'button alone': (text) => `<button>${text}</button>`,
  'aria-label': (text) => `<button aria-label="${text}">x</button>`,
  'aria-label with a deed': (text) => `<button aria-label="Delete ${text}">x</button>`,
  'alt text': (text) => `<button><img alt="${text}" width="20" height="20"></button>`,
  title: (text) => `<div role="button" tabindex="0" title="${text}">·</div>`,
  option: (text) => `<div role="listbox"><div role="option" tabindex="-1">${text}</div></div>`,
  placeholder: (text) => `<input placeholder="${text}" required>`,
  'error message': (text) => `<p role="alert">${text} is not known</p><button aria-describedby="x">${text}</button>`,
  heading: (text) => `<h2>${text}</h2><button>Edit</button>`,
  card: (text) => `<div class="card"><h3>${text}</h3><div role="button" tabindex="0">Message ${text}</div></div>`,
  tab: (text) => `<div role="tablist"><div role="tab" tabindex="-1">${text}</div></div>`,
  'menu item': (text) => `<div role="menu"><div role="menuitem" tabindex="-1">${text}</div></div>`,
  'profile menu': (text) => `<header><button aria-haspopup="true" aria-expanded="false">${text}</button></header>`,
  switch: (text) => `<label>${text} <button role="switch" aria-checked="false" aria-label="${text}"></button></label>`,
  breadcrumb: (text) => `<nav><div role="button" tabindex="0">${text}</div></nav>`,
};
