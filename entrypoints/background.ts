import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/compose.ts';

export default defineBackground(() => startBackground(browser, { hasPortsInPatterns: !import.meta.env.FIREFOX }));
