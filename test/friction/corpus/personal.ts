/** Made-up personal strings, the same ones every time. */
const first =
  'Anna Boris Chloé Deniz Emeka Fatima Giulia Håkon Ines Jürgen Katarzyna Liam Mei Nadia Omar Priya Quentin Rosa Søren Tomás Uma Viktor Wanjiru Ximena Yusuf Zofia'.split(
    ' ',
  );
const last =
  "Lovelace Okafor Meier Nguyen Rossi O'Neill Kowalska Sánchez Lindqvist Haddad Petrov Tanaka Abebe Müller Dubois Iyer Novák Ferreira Kaya Jónsdóttir".split(
    ' ',
  );

/** A small generator of its own, so that a failure can be seen again. */
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

/** Places of a page where such strings stand; each is a control that does nothing when it is pressed, but for what is around it. */
export const homes: Record<string, (said: string) => string> = {
  'cell of a table': (said) => `<table><tr><td>${said}</td><td><button>${said}</button></td></tr></table>`,
  'row of a grid': (said) =>
    `<div role="grid"><div role="row"><div role="gridcell"><button>Open ${said}</button></div></div></div>`,
  'item of a list': (said) => `<ul><li><button>${said}</button></li></ul>`,
  'button alone': (said) => `<button>${said}</button>`,
  'aria-label': (said) => `<button aria-label="${said}">x</button>`,
  'aria-label with a deed': (said) => `<button aria-label="Delete ${said}">x</button>`,
  'alt text': (said) => `<button><img alt="${said}" width="20" height="20"></button>`,
  title: (said) => `<div role="button" tabindex="0" title="${said}">·</div>`,
  option: (said) => `<div role="listbox"><div role="option" tabindex="-1">${said}</div></div>`,
  placeholder: (said) => `<input placeholder="${said}" required>`,
  'error message': (said) => `<p role="alert">${said} is not known</p><button aria-describedby="x">${said}</button>`,
  heading: (said) => `<h2>${said}</h2><button>Edit</button>`,
  card: (said) => `<div class="card"><h3>${said}</h3><div role="button" tabindex="0">Message ${said}</div></div>`,
  tab: (said) => `<div role="tablist"><div role="tab" tabindex="-1">${said}</div></div>`,
  'menu item': (said) => `<div role="menu"><div role="menuitem" tabindex="-1">${said}</div></div>`,
  'profile menu': (said) => `<header><button aria-haspopup="true" aria-expanded="false">${said}</button></header>`,
  switch: (said) => `<label>${said} <button role="switch" aria-checked="false" aria-label="${said}"></button></label>`,
  breadcrumb: (said) => `<nav><div role="button" tabindex="0">${said}</div></nav>`,
};
