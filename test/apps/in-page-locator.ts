import { describe } from '../../src/locator/describe-control.ts';
import { locateAll } from '../../src/locator/locate-all.ts';
import { nameControl } from '../../src/locator/name-control.ts';

export { describe, locateAll, nameControl };
