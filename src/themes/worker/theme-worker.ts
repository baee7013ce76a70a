import { parentPort, workerData } from 'node:worker_threads';
import { growThemes } from '../group-texts.ts';
import type { GroupingRequest, WorkerReport } from './grouping-request.ts';

const { texts, pins, cuts } = workerData as GroupingRequest;
const report = (message: WorkerReport) => parentPort?.postMessage(message);

const themesAt = growThemes({ texts, pins }, (progress) => report({ progress }));
report({ results: cuts.map((cut) => ({ cut, themes: themesAt(cut) })) });
