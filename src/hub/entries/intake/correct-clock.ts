const EPOCH = new Date(0);

/**
 * Converts a time of the device to the hub's clock, by the offset of the two clocks at sending. The result is not after the arrival and
 * not before 1970, because the device's clock may have been changed in between.
 */
export function correctClock(times: { at: Date; sentAt: Date; now: Date }): Date {
  const corrected = times.at.getTime() + (times.now.getTime() - times.sentAt.getTime());
  return new Date(Math.min(Math.max(corrected, EPOCH.getTime()), times.now.getTime()));
}

/** A time that is not before 1970, as the store can hold it. */
export function isDeviceTime(time: string): boolean {
  return Date.parse(time) >= EPOCH.getTime();
}
