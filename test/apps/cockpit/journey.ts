import type { AppJourney } from '../app-journey.ts';
import { gone } from '../pressing.ts';
import type { Visit } from '../real-app.ts';
import { recipe } from './recipe.ts';

const shell = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
/** Every page of the console is a frame of the shell. */
const inUsers = (selector: string) =>
  `(document.querySelector('iframe[name$="/users"]')?.contentDocument?.querySelector(${JSON.stringify(selector)}) ?? null)`;

export const controls = {
  accounts: shell('nav a[href="/users"]'),
  newAccount: inUsers('#accounts-create'),
  newGroup: inUsers('#groups-create'),
  fullName: inUsers('#accounts-create-real-name'),
  password: inUsers('#accounts-create-password-pw1'),
  again: inUsers('#accounts-create-password-pw2'),
  create: inUsers('.pf-c-modal-box__footer .pf-m-primary'),
};

const secret = 'Quarry-47-lantern-Moss';
const fill = (control: string, words: () => string) => async (visit: Visit) => {
  await visit.press(control);
  await visit.type(words());
  await visit.key('Tab');
};

/** Nobody of that name is there yet, in whichever browser or language it is told before. */
const someone = () => `Noah ${[...String(Date.now() % 10_000_000)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

const user = shell('#login-user-input');

async function signIn(visit: Visit): Promise<void> {
  await visit.press(user);
  await visit.type('root');
  await visit.key('Tab');
  await visit.type('sample');
  await visit.key('Enter');
  await visit.box(controls.accounts);
}

async function open(visit: Visit, path: string, until: string): Promise<void> {
  await visit.go(path);
  await visit.box(
    `(${user} ?? [...document.querySelectorAll('iframe.container-frame')].find(({ offsetWidth }) => offsetWidth > 0) ?? null)`,
  );
  if (await visit.asks<boolean>(`${user} !== null`)) await signIn(visit);
  await visit.box(until);
}

const openUsers = (visit: Visit) => open(visit, '/users', controls.newAccount);

export const journey: AppJourney = {
  name: 'cockpit',
  recipe,
  languages: ['en', 'de'],
  enter: (visit) => open(visit, '/system', controls.accounts),
  endSession: async (visit) => {
    await open(visit, '/system', controls.accounts);
    await visit.press(shell('#toggle-menu'));
    await visit.press(shell('#logout'));
    await visit.box(user);
  },
  signIn,
  tips: [
    { id: 'new-account', reach: openUsers, control: controls.newAccount },
    { id: 'new-group', reach: async () => {}, control: controls.newGroup },
    {
      id: 'accounts',
      reach: (visit) => open(visit, '/system', controls.accounts),
      control: controls.accounts,
    },
  ],
  walk: {
    id: 'give-an-account',
    steps: [
      { id: 'accounts', control: controls.accounts, act: (visit) => visit.press(controls.accounts) },
      { id: 'new', control: controls.newAccount, act: (visit) => visit.press(controls.newAccount) },
      { id: 'name', control: controls.fullName, act: fill(controls.fullName, someone) },
      { id: 'password', control: controls.password, act: fill(controls.password, () => secret) },
      { id: 'again', control: controls.again, act: fill(controls.again, () => secret) },
      { id: 'create', control: controls.create, act: (visit) => visit.press(controls.create) },
      { id: 'read' },
    ],
    // It says “Ooops!” to people when any script in its pages fails: Cairn gives it no cause to.
    outcome: `${shell('#navbar-oops')} === null && ${controls.fullName} === null && ${inUsers('#accounts-list, table')} !== null &&
      [...document.querySelector('iframe[name$="/users"]').contentDocument.querySelectorAll('td')].some((cell) => /^Noah [a-j]+$/.test(cell.innerText.trim()))`,
  },
  controls: {
    pages: [
      { reach: openUsers, many: 14 },
      {
        reach: async (visit) => {
          await openUsers(visit);
          await visit.press(controls.newAccount);
          await visit.box(controls.fullName);
        },
        many: 16,
      },
    ],
    passing: 'random|toggle-id|\\\\$',
  },
  tasks: [
    {
      task: 'create an account',
      act: async (visit) => {
        await visit.press(controls.accounts);
        await visit.press(controls.newAccount);
        await fill(controls.fullName, someone)(visit);
        await fill(controls.password, () => secret)(visit);
        await fill(controls.again, () => secret)(visit);
        await visit.press(controls.create);
        await gone(visit, controls.fullName);
      },
    },
    {
      task: 'open maria’s account',
      act: async (visit) => {
        await visit.press(inUsers('a[href="#/maria"]'));
        await visit.box(inUsers('#account-real-name'));
      },
    },
  ],
  explained: {},
  interruptions: {
    accounts: ['reload', 'session over'],
    new: ['control missing', 'back'],
    name: ['worker stopped'],
    create: ['second tab'],
  },
};
