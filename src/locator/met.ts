import { type Branch, ownOf } from './branch.ts';
import { here, own } from './record-control.ts';
import type { Met, Place, Reading } from './walk.ts';

/** A control where the walk has met it. What else there is to know is read when it is first asked for. */
class Control {
  at = -1;
  next = '';
  /** What was read and holds for this walk. */
  here: Record<string, unknown> | undefined;
  /** What was read and holds until its branch changes; what names it by reference may stand anywhere. */
  own: Record<string, unknown> | undefined;
  readonly element: Element;
  readonly tag: string;
  readonly role: string;
  readonly holder: Place['holder'];
  readonly branch: Branch;
  readonly place: Place;
  readonly said: string;
  readonly heading: Branch | undefined;
  readonly reading: Reading;

  constructor(branch: Branch, place: Place, said: string, heading: Branch | undefined, reading: Reading) {
    const element = branch.node as Element;
    this.element = element;
    this.tag = branch.tag;
    this.role = branch.role;
    this.holder = place.holder;
    this.branch = branch;
    this.place = place;
    this.said = said;
    this.heading = heading;
    this.reading = reading;
  }
}

const isNamedElsewhere = (element: Element): boolean => 'labels' in element || element.hasAttribute('aria-labelledby');

function keep(name: string, read: (typeof own)[string], storeOf: (control: Control) => Record<string, unknown>): void {
  Object.defineProperty(Control.prototype, name, {
    get(this: Parameters<typeof read>[0] & Control) {
      const store = storeOf(this);
      store[name] ??= read(this);
      return store[name];
    },
  });
}

for (const [name, read] of Object.entries(own))
  keep(name, read, (control) => {
    control.own ??= isNamedElsewhere(control.element) ? {} : ownOf(control.branch);
    return control.own;
  });
for (const [name, read] of Object.entries(here))
  keep(name, read, (control) => {
    control.here ??= {};
    return control.here;
  });

export const met = (branch: Branch, place: Place, said: string, heading: Branch | undefined, reading: Reading): Met =>
  new Control(branch, place, said, heading, reading) as Control & Met;
