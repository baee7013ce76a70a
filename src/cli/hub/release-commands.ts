import { draftDetail } from '../../model/hub-api/drafts.ts';
import { packChanges, packVersions, type Release, release } from '../../model/hub-api/releases.ts';
import { type Command, UsageError } from '../command.ts';
import { printVersions, releaseText } from './describe-release.ts';
import { type HubDesk, openDesk } from './hub-desk.ts';
import { everybody, REACH_USAGE, reachOptions, readReach } from './release-options.ts';
import { printChanges } from './review-commands.ts';

const packPath = (id: string): string => `/packs/${encodeURIComponent(id)}`;
const readVersions = (desk: HubDesk, id: string) => desk.ask({ path: `${packPath(id)}/versions`, answer: packVersions });

export const packVersionsCommand: Command = {
  usage: 'pack versions PACK',
  about: 'List the versions of a pack at the hub, to whom each is offered, and whether the pack is switched off',
  options: {},
  files: [1, 1],
  async run({ files: [id = ''], terminal }) {
    printVersions(await readVersions(await openDesk(terminal), id), terminal);
    return 0;
  },
};

export const packChangesCommand: Command = {
  usage: 'pack changes PACK --from VERSION --to VERSION',
  about: 'Print what differs between two versions of a pack, in words',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options: { from, to }, terminal }) {
    const query = `from=${readVersion('--from', from)}&to=${readVersion('--to', to)}`;
    const { changes } = await (await openDesk(terminal)).ask({ path: `${packPath(id)}/changes?${query}`, answer: packChanges });
    printChanges(changes, terminal);
    return 0;
  },
};

export const packRelease: Command = {
  usage: `pack release ID ${REACH_USAGE}`,
  about:
    'Sign an approved draft and release it: to everybody, or at first to a share of devices, to departments or to test systems',
  options: reachOptions,
  files: [1, 1],
  async run({ files: [id = ''], options, terminal }) {
    const json = JSON.stringify(readReach(options, everybody));
    const desk = await openDesk(terminal);
    const path = `/drafts/${encodeURIComponent(id)}`;
    const { pack, app, revision } = await desk.ask({ path, answer: draftDetail });
    const released = await desk.ask({ method: 'POST', path: `${path}/publish`, json, revision, answer: release });
    terminal.print(`Released "${pack}" ${releaseText(released)}`);
    terminal.print('Put this into "packs" of the policy, if it is not there yet:');
    const channel = released.channel === 'test' ? '?channel=test' : '';
    terminal.print(JSON.stringify({ url: `${desk.hub}/v1${packPath(pack)}${channel}`, app, id: pack }));
    return 0;
  },
};

export const packReach: Command = {
  usage: `pack reach PACK VERSION ${REACH_USAGE}`,
  about: 'Offer a version to more devices, in another channel or until another time; what is left out stays as it is',
  options: reachOptions,
  files: [2, 2],
  async run({ files: [id = '', written], options, terminal }) {
    const desk = await openDesk(terminal);
    const { version, revision, ...before } = await findRelease(desk, id, readVersion('VERSION', written));
    const json = JSON.stringify(readReach(options, before));
    const path = `${packPath(id)}/versions/${version}/reach`;
    terminal.print(releaseText(await desk.ask({ method: 'PUT', path, json, revision, answer: release })));
    return 0;
  },
};

export const packStop: Command = {
  usage: 'pack stop PACK VERSION --reason TEXT',
  about: 'Stop the roll-out of a version: no further device takes it, and who has it keeps it',
  options: { reason: { type: 'string' } },
  files: [2, 2],
  async run({ files: [id = '', written], options, terminal }) {
    const json = readReason(options.reason);
    const desk = await openDesk(terminal);
    const { version, revision } = await findRelease(desk, id, readVersion('VERSION', written));
    const path = `${packPath(id)}/versions/${version}/stop`;
    terminal.print(releaseText(await desk.ask({ method: 'POST', path, json, revision, answer: release })));
    return 0;
  },
};

export const packRollBack: Command = {
  usage: 'pack roll-back PACK --to VERSION',
  about:
    'Bring the content of an earlier version back, as the next version and for everybody. "pack changes" says what that changes',
  options: { to: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options, terminal }) {
    const json = JSON.stringify({ to: readVersion('--to', options.to) });
    const desk = await openDesk(terminal);
    const { revision } = await readVersions(desk, id);
    const path = `${packPath(id)}/roll-back`;
    printVersions(await desk.ask({ method: 'POST', path, json, revision, answer: packVersions }), terminal);
    return 0;
  },
};

export const packOff: Command = {
  usage: 'pack off PACK --reason TEXT',
  about: 'Switch a pack off on all devices: within five minutes it is gone from open pages',
  options: { reason: { type: 'string' } },
  files: [1, 1],
  async run({ files: [id = ''], options, terminal }) {
    const json = readReason(options.reason);
    const desk = await openDesk(terminal);
    const { revision } = await readVersions(desk, id);
    printVersions(
      await desk.ask({ method: 'POST', path: `${packPath(id)}/off`, json, revision, answer: packVersions }),
      terminal,
    );
    return 0;
  },
};

export const packOn: Command = {
  usage: 'pack on PACK',
  about: 'Switch a pack on again',
  options: {},
  files: [1, 1],
  async run({ files: [id = ''], terminal }) {
    const desk = await openDesk(terminal);
    const { revision } = await readVersions(desk, id);
    printVersions(await desk.ask({ method: 'POST', path: `${packPath(id)}/on`, revision, answer: packVersions }), terminal);
    return 0;
  },
};

async function findRelease(desk: HubDesk, id: string, version: number): Promise<Release> {
  const { releases } = await readVersions(desk, id);
  const found = releases.find((one) => one.version === version);
  if (found) return found;
  const known = releases.map((one) => one.version).join(', ');
  throw new UsageError(`The hub has no version ${version} of "${id}". It has: ${known}.`);
}

function readVersion(name: string, written: string | undefined): number {
  const version = Number(written);
  if (Number.isInteger(version) && version > 0) return version;
  throw new UsageError(`${name} takes the number of a version. "cairn pack versions PACK" lists them.`);
}

function readReason(reason: string | undefined): string {
  if (reason?.trim()) return JSON.stringify({ reason });
  throw new UsageError('--reason is missing. The others who publish read it.');
}
