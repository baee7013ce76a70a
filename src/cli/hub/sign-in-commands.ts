import { z } from 'zod';
import { identity } from '../../model/hub-api/sign-ins.ts';
import { parseUrl } from '../../model/text/parse-url.ts';
import { type Command, UsageError } from '../command.ts';
import { readHubUrl } from '../read-hub-url.ts';
import { askDesk, HubRefusal } from './desk-client.ts';
import { findSession, forgetSession, saveSession } from './hub-session.ts';

export const signIn: Command = {
  usage: 'sign-in LINK',
  about:
    'Sign in at a hub with a one-time link. The sign-in is kept in a file that only you can read, in your configuration folder',
  options: {},
  files: [1, 1],
  async run({ files: [link = ''], terminal }) {
    const { hub, token } = readLink(link, terminal);
    const request = { method: 'POST', path: '/sign-in', json: JSON.stringify({ token }), answer: identity } as const;
    const { value: me, response } = await askDesk({ hub, env: terminal.env }, request);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new HubRefusal('strange', `${hub} set no cookie. Check whether a proxy before it removes Set-Cookie.`);
    const earlier = await findSession(terminal.env);
    await saveSession(terminal.env, { hub, cookie, revisions: earlier?.hub === hub ? earlier.revisions : {} });
    terminal.print(`Signed in at ${hub} as ${me.name} (${me.role}), until ${me.until}.`);
    return 0;
  },
};

export const signOut: Command = {
  usage: 'sign-out',
  about: 'Sign out at the hub, and delete the file',
  options: {},
  files: [0, 0],
  async run({ terminal }) {
    const session = await findSession(terminal.env);
    if (!session) {
      terminal.print('You are signed in at no hub.');
      return 0;
    }
    await forgetSession(terminal.env);
    await askDesk({ ...session, env: terminal.env }, { method: 'POST', path: '/sign-out', answer: z.undefined() });
    terminal.print(`Signed out at ${session.hub}.`);
    return 0;
  },
};

/** The hub and the token of a link, as in `https://cairn.example.com/desk/#sign-in=…`. */
function readLink(link: string, terminal: Parameters<typeof readHubUrl>[1]): { hub: string; token: string } {
  const token = /^#sign-in=([\w-]{20,200})$/.exec(parseUrl(link)?.hash ?? '')?.[1];
  if (token === undefined)
    throw new UsageError(
      'This is no sign-in link, such as https://cairn.example.com/desk/#sign-in=… . Put it in quotation marks.',
    );
  return { hub: readHubUrl(link.replace(/#.*$/s, ''), terminal), token };
}
