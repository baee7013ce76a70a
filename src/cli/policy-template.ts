import { randomBytes } from 'node:crypto';
import type { Policy } from '../model/policy/policy.ts';
import { extensionIds } from './extension-ids.ts';

/** An example that uses every field once. Its hash key is a new one each time: all devices need the same. */
const examplePolicy = {
  apps: [{ id: 'orders', name: 'Orders', origins: ['https://orders.example.com', 'https://*.orders.example.net'] }],
  hub: { url: 'https://cairn.example.com', token: 'the-token-that-the-hub-gave-you' },
  packs: [{ url: 'https://cairn.example.com/v1/packs/first-orders', app: 'orders' }],
  keys: [{ kid: 'orders-2026', x: 'put-here-the-x-that-cairn-key-new-printed-1', apps: ['orders'] }],
  audience: { company: 'Example AG', site: 'Graz', department: 'Purchasing', team: 'Direct goods', role: 'Buyer' },
  switches: { guidance: true, feedback: true, friction: true },
  retention: { days: 30 },
  privacy: {
    hashKey: randomBytes(32).toString('base64url'),
    person: 'put-here-the-user-id-of-the-device-management',
    nameSharing: 'threshold',
  },
  studio: { record: 'authors', author: false, apps: ['orders'] },
} satisfies Policy;

export interface PolicyTemplate {
  /** How to use it, for people. */
  comment: string;
  /** The content of the file. */
  content: string;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** Without `override_update_url` the browser takes the first version from the address, and no later one. */
const chromiumSettings = {
  [extensionIds.chromium]: {
    installation_mode: 'force_installed',
    update_url: 'https://cairn.example.com/extension/updates.xml',
    override_update_url: true,
  },
};

const chromium: PolicyTemplate = {
  comment: `# Chromium, Chrome, Edge on Linux: a file such as cairn.json in
#   /etc/chromium/policies/managed/    /etc/opt/chrome/policies/managed/    /etc/opt/edge/policies/managed/
# chrome://policy (edge://policy) shows the policy in use. Chromium silently removes what does not fit its schema: check the
# file with "cairn policy check" first, or put the whole policy as text into the one field "json".`,
  content: json({
    ExtensionSettings: chromiumSettings,
    '3rdparty': { extensions: { [extensionIds.chromium]: examplePolicy } },
  }),
};

const registryText = (value: unknown): string => JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"');

const registry = (vendor: string): string =>
  [
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}]`,
    `"ExtensionSettings"="${registryText(chromiumSettings)}"`,
    '',
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${extensionIds.chromium}\\policy]`,
    `"json"="${registryText(examplePolicy)}"`,
  ].join('\r\n');

const windows: PolicyTemplate = {
  comment: `; Chrome and Edge on Windows: a .reg file, or the same values by group policy. The whole policy is in one text value, "json".
; If "ExtensionSettings" has a value already, add the part for this extension to it.`,
  content: ['Windows Registry Editor Version 5.00', '', registry('Google\\Chrome'), '', registry('Microsoft\\Edge'), ''].join(
    '\r\n',
  ),
};

const firefox: PolicyTemplate = {
  comment: `# Firefox: policies.json in /etc/firefox/policies/ (Linux), or in the folder "distribution" next to the program (Windows, macOS).
# about:policies shows the policy in use. Firefox reads it at startup.`,
  content: json({
    policies: {
      ExtensionSettings: {
        [extensionIds.firefox]: {
          installation_mode: 'force_installed',
          install_url: 'https://cairn.example.com/extension/cairn.xpi',
        },
      },
      '3rdparty': { Extensions: { [extensionIds.firefox]: examplePolicy } },
    },
  }),
};

/** By the value of `--for`. */
export const templates: Record<string, PolicyTemplate> = { chromium, windows, firefox };
