import type { AppPage } from '../../../src/cli/check/app-page.ts';
import type { Anchor } from '../../../src/model/pack/anchor.ts';
import type { PressFacts } from '../../../src/player/risk-of.ts';
import type { ControlSighting } from '../../../src/probe/control-sighting.ts';

/** A control of a page that is made up. */
export interface FakeControl {
  state?: ControlSighting['state'];
  kind?: PressFacts['kind'];
  value?: string;
  /** The address to which a press leads. */
  leadsTo?: string;
  /** Names of controls that a press shows. */
  shows?: readonly string[];
  /** Names of controls that a press hides. */
  hides?: readonly string[];
}

/** By address and by name of the control. */
export type FakePages = Record<string, Record<string, FakeControl>>;

const nameOf = ({ name }: Anchor): string => (typeof name === 'string' ? name : (Object.values(name ?? {})[0] ?? ''));

/** An app of made-up pages, and what was done to it. */
export function createFakeApp(origin: string, pages: FakePages): { page: AppPage; acts: string[] } {
  const acts: string[] = [];
  let path = '/';
  const control = (anchor: Anchor): FakeControl | undefined => pages[path]?.[nameOf(anchor)];
  const show = (name: string, state: ControlSighting['state']) => {
    pages[path] = { ...pages[path], [name]: { ...pages[path]?.[name], state } };
  };
  const page: AppPage = {
    url: async () => origin + path,
    async reopen() {},
    async navigate(url) {
      path = url.slice(origin.length) || '/';
      acts.push(`go ${path}`);
      return pages[path] ? { ok: true } : { ok: false, why: 'net::ERR_CONNECTION_REFUSED' };
    },
    look: async (anchors) =>
      anchors.map((anchor): ControlSighting => {
        const found = control(anchor);
        return { state: found ? (found.state ?? 'found') : 'absent', reason: `Looked for ${nameOf(anchor)}.` };
      }),
    passes: async (anchor, test) => test.is === 'filled' && Boolean(control(anchor)?.value),
    pressFacts: async (anchor) => {
      const found = control(anchor);
      return found && { kind: found.kind ?? 'other', name: nameOf(anchor) };
    },
    async press(anchor, gesture = 'click') {
      acts.push(`${gesture} ${nameOf(anchor)}`);
      const { leadsTo, shows = [], hides = [] } = control(anchor) ?? {};
      for (const name of shows) show(name, 'found');
      for (const name of hides) show(name, 'absent');
      path = leadsTo ?? path;
      return { is: 'pressed' };
    },
    async type(anchor, text) {
      acts.push(`type ${text} in ${nameOf(anchor)}`);
      return { is: 'pressed' };
    },
    async perform(anchor, { act }) {
      acts.push(`${act} ${nameOf(anchor)}`);
      return undefined;
    },
    async enter(anchor, _test, given = 'Test') {
      acts.push(`enter ${given} in ${nameOf(anchor)}`);
      Object.assign(control(anchor)!, { value: given });
      return undefined;
    },
  };
  return { page, acts };
}
