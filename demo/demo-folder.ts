import { join } from 'node:path';
import { projectRoot } from '../setup/project-root.ts';

/** Where the demo keeps what it made: the hub's data, its keys, its screenshots. Deleting it starts afresh. */
export const DEMO_FOLDER = join(projectRoot, '.cairn/demo');
