import type { Ask } from '../../messaging/ask.ts';
import { sendUntilAnswered } from '../../messaging/send-until-answered.ts';
import type { RecorderReport } from '../../model/studio/observed-act.ts';

/** As many reports as one message may hold. */
const MAX_REPORTS = 50;

/**
 * Sends reports of the recorder. Each goes at once, since the page may be gone the moment after; with it go all those that were not answered
 * yet, so that none is lost with a worker that stops. The same report twice changes nothing.
 */
export function createReportSender(ask: Ask): (report: RecorderReport) => void {
  let unanswered: RecorderReport[] = [];
  let latest = 0;
  return (report) => {
    unanswered = [...unanswered, report].slice(-MAX_REPORTS);
    latest += 1;
    const own = latest;
    const sent = unanswered;
    void sendUntilAnswered(
      async () => {
        const reply = await ask('studio.report', { reports: sent });
        if (reply.ok || !reply.isUnanswered) unanswered = unanswered.filter((one) => !sent.includes(one));
        return reply;
      },
      () => own === latest || sent.some((one) => unanswered.includes(one)),
    );
  };
}
