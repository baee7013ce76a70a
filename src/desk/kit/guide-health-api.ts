import type { Draft } from '../../model/hub-api/drafts.ts';
import type { GuideHealthList, RepairRequest } from '../../model/hub-api/guide-health.ts';
import type { ApiResult } from './api-result.ts';
import { createDeskRequests } from './desk-requests.ts';

/** The part of the hub's API that tells which guides need a look. */
export interface GuideHealthApi {
  list: (signal?: AbortSignal) => Promise<ApiResult<GuideHealthList>>;
  prepareRepair: (repair: RepairRequest) => Promise<ApiResult<Draft>>;
}

export function createGuideHealthApi(origin: string): GuideHealthApi {
  const { ask } = createDeskRequests(origin);
  return {
    list: (signal) => ask('GET /guide-health', { signal }),
    prepareRepair: (repair) => ask('POST /guide-health/repair', { body: JSON.stringify(repair) }),
  };
}
