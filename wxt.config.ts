import { defaultClientConditions } from 'vite';
import { defineConfig } from 'wxt';
import { takeFromOverlay } from './setup/take-from-overlay.ts';
import { terserMinify } from './setup/terser-minify.ts';

/** Fixes the id of unpacked builds, so that a managed policy can name it. A store or a self-hosted update replaces it. */
const chromiumKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzw5+yFG/ElqkuuFuNkRBsKbu7fZNekXIvO37XfNp3NGL1CEZUjDfwrPL/0NvkgYLpZNMLgXFqlcGiMyvCc1EPXpG+nexuhkLiZB85ajkbR0YRCmt7Jc1B+WV0b7t5/xhkdyayANfYQoySIBpX8HCelwa0K3/XOHrzDzSrfKVmGPcXfwdHwFMO0mhXEJ78m3K0AFWbKq/PfKR+ougLO2yvudsiBn/ZZWWFMkc/aO82AOjdDoyJyA8taKVhslept+pcsB/RZ3jgph6b3miYZ494HmlILABJ8oxiXav/UUELMk+4e0uzNflhzi8MLsHRm1Xek0cHZ5WSTNnMXWqMRmXbwIDAQAB';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'assets',
  entrypointsDir: 'entrypoints',
  outDir: '.output',
  vite: () => ({
    plugins: [takeFromOverlay(), terserMinify()],
    build: { target: 'es2024', cssTarget: 'chrome137', sourcemap: false },
    // The background has no document; packages that ship a build for workers are taken at that.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    options_ui: { page: 'status.html', open_in_tab: true },
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    // A force-installed extension cannot ask for an origin at run time, and the policy's origins are not known when it is built.
    host_permissions: ['http://*/*', 'https://*/*'],
    commands: { focus: { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_commandFocus__' } },
    incognito: 'not_allowed',
    web_accessible_resources: [
      {
        resources: ['form.html'],
        matches: ['http://*/*', 'https://*/*'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'panel.html',
            default_title: '__MSG_name__',
            default_icon: 'icons/32.png',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'cairn@guidance.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['websiteActivity'] },
            },
          },
        }
      : {
          side_panel: { default_path: 'panel.html' },
          key: chromiumKey,
          // Ed25519 in WebCrypto, which packs are verified with.
          minimum_chrome_version: '137',
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
