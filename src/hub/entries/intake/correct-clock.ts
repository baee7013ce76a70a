const EPOCH = new Date(0);

/**
 * When it was, by the hub's clock: the device's time moved by as much as the device's clock was off when it sent. Never after its
 * arrival, nor before 1970: a clock that was set anew between the two can say anything.
 */
export function correctClock(given: { at: Date; sentAt: Date; now: Date }): Date {
  const moved = given.at.getTime() + (given.now.getTime() - given.sentAt.getTime());
  return new Date(Math.min(Math.max(moved, EPOCH.getTime()), given.now.getTime()));
}

/** A time that the store can hold and a device can say: none is before 1970. */
export function isDeviceTime(time: string): boolean {
  return Date.parse(time) >= EPOCH.getTime();
}
