import type { Role } from '../../model/hub-api/role.ts';
import type { SignIn } from './sign-in.ts';

/** Why a request at the desk is refused. */
export const deskProblems = {
  notSignedIn: {
    kind: 'not-signed-in',
    detail: 'You are not signed in, or your sign-in has ended.',
    remedy: 'Sign in again. Whoever runs the hub makes a sign-in link with: node src/hub/start.mjs link --name NAME --role ROLE',
  },
  roleRemoved: {
    kind: 'role-removed',
    detail: 'None of your groups has a role at this hub any more.',
    remedy:
      'If this is part of your work, ask an admin of your organisation to add you to a group that has a role, and sign in again.',
  },
  providerUnreachable: {
    kind: 'provider-unreachable',
    detail: 'The identity provider that you signed in at has not answered for five minutes, so the hub cannot tell your role.',
    remedy: 'Try again in a moment. If it lasts, whoever runs the hub can make a sign-in link.',
  },
  reading: {
    kind: 'confirmation-needed',
    detail: 'You proved who you are some time ago, and what people wrote is behind a fresh sign-in.',
    remedy: 'Confirm that it is you at your identity provider.',
  },
  publishing: {
    kind: 'confirmation-needed',
    detail: 'You proved who you are some time ago, and publishing is behind a fresh sign-in.',
    remedy: 'Confirm that it is you at your identity provider.',
  },
};

export function wrongRole({ role, method }: SignIn, roles: readonly Role[]) {
  const allowed = new Intl.ListFormat('en', { type: 'disjunction' }).format(roles);
  return {
    kind: 'wrong-role',
    detail: `You are signed in as ${role}. This is for the role ${allowed}.`,
    remedy: method === 'link' ? linkRemedy(roles[0]!) : providerRemedy,
  };
}

const linkRemedy = (role: Role): string =>
  `If this is part of your work, ask whoever runs the hub for a link with that role. The command is: node src/hub/start.mjs link --name NAME --role ${role}`;

const providerRemedy =
  'If this is part of your work, ask an admin of your organisation to add you to a group that has that role at this hub.';
