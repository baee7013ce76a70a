import { expect, test } from 'vitest';
import type { Ask } from '../../../src/messaging/ask.ts';
import { createStudioBoard } from '../../../src/panel/studio/studio-state.ts';

test('a state that was asked for before another and is answered after it does not count', async () => {
  const answers: ((recording: boolean) => void)[] = [];
  const ask = ((name: string) =>
    name === 'studio.state'
      ? new Promise((resolve) => answers.push((isOn) => resolve({ ok: true, recording: isOn ? { draft: 'd' } : undefined })))
      : Promise.resolve({ ok: true, drafts: [], unreadable: [], proposals: [] })) as unknown as Ask;
  const board = createStudioBoard(ask, ((key: string) => key) as never, async () => {});
  const [whileRecording, afterStop] = [board.read(), board.read()];
  answers[1]!(false);
  expect(await afterStop).toBe(true);
  answers[0]!(true);
  expect(await whileRecording).toBe(false);
  expect(board.state.value?.recording).toBeUndefined();
});
