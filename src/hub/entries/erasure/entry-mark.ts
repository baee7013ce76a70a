import { sha256 } from '../../auth/secret.ts';

/**
 * What is kept in place of an erased id: a mark that only who knows both install and id can make. So one install never learns from
 * its own marks what another sent or erased, nor can it keep the hub from taking another's entry.
 */
export const entryMark = (install: string, id: string): string => sha256(`${install}/${id.toLowerCase()}`);
