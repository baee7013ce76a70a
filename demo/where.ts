import { join } from 'node:path';
import { root } from '../setup/root.ts';

/** Where the demo keeps what it made: the hub's data, its keys, its screenshots. Deleting it starts afresh. */
export const demoFolder = join(root, '.cairn/demo');
