import type { Locator } from 'playwright-core';

/** Presses again and again within a few milliseconds, however busy the machine is: the browser gets all of it at once. */
export async function pressInHaste(control: Locator, times: number): Promise<void> {
  await control.hover();
  const { x, y, width, height } = (await control.boundingBox())!;
  const page = control.page();
  const session = await page.context().newCDPSession(page);
  const at = { x: x + width / 2, y: y + height / 2, button: 'left' } as const;
  const sent = Array.from({ length: times }, (_, nth) =>
    (['mousePressed', 'mouseReleased'] as const).map((type) =>
      session.send('Input.dispatchMouseEvent', { ...at, type, clickCount: nth + 1 }),
    ),
  );
  await Promise.all(sent.flat());
  await session.detach();
}
