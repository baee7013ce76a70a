import { type SigningKeyEntry, signingKeyList } from '../../model/hub-api/signing-keys.ts';
import type { Command, Terminal } from '../command.ts';
import { openDesk } from './hub-desk.ts';

const printKeys = (keys: readonly SigningKeyEntry[], terminal: Terminal): void => {
  if (keys.length === 0) terminal.print('The hub has no signing key. "cairn keys new" makes one.');
  for (const { kid, x, state, heldBy, madeAt } of keys)
    terminal.print(`${kid}  ${state}, held by ${heldBy}, made ${madeAt}, x ${x}`);
};

export const keysList: Command = {
  usage: 'keys list',
  about: 'List the keys that the hub signs packs with',
  options: {},
  files: [0, 0],
  async run({ terminal }) {
    const { keys } = await (await openDesk(terminal)).ask({ path: '/signing-keys', answer: signingKeyList });
    printKeys(keys, terminal);
    return 0;
  },
};

export const keysNew: Command = {
  usage: 'keys new',
  about: 'Have the hub make a signing key, and print it for the policy. It signs once it is activated',
  options: {},
  files: [0, 0],
  async run({ terminal }) {
    const desk = await openDesk(terminal);
    const { keys } = await desk.ask({ method: 'POST', path: '/signing-keys', answer: signingKeyList });
    const [made] = keys.filter(({ state }) => state === 'prepared').toSorted((a, b) => b.madeAt.localeCompare(a.madeAt));
    if (!made) {
      printKeys(keys, terminal);
      return 0;
    }
    terminal.print(JSON.stringify({ kid: made.kid, x: made.x }));
    terminal.printError(
      `Put the line above into "keys" of the policy, and add the apps that it may sign for, as in "apps": ["orders"]. Once all devices have it: cairn keys activate ${made.kid}`,
    );
    return 0;
  },
};

const change = (verb: 'activate' | 'retire', about: string): Command => ({
  usage: `keys ${verb} KID`,
  about,
  options: {},
  files: [1, 1],
  async run({ files: [kid = ''], terminal }) {
    const path = `/signing-keys/${encodeURIComponent(kid)}/${verb}`;
    const { keys } = await (await openDesk(terminal)).ask({ method: 'POST', path, answer: signingKeyList });
    printKeys(keys, terminal);
    return 0;
  },
});

export const keysActivate = change('activate', 'Sign with this key from now on. What is offered is signed again with it');
export const keysRetire = change('retire', 'End a key for good: it signs no more');
