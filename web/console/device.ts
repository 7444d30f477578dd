const zoneName = 'talaro/console/zone';

/** Storage may be switched off; then nothing is remembered. */
const attempt = <T>(access: () => T): T | null => {
  try {
    return access();
  } catch {
    return null;
  }
};

const isZone = (zone: string) =>
  attempt(() => new Intl.DateTimeFormat('en', { timeZone: zone })) !== null;

/** The zone in which times are shown: the one chosen here, else the device's. */
export const chosenZone = (): string => {
  const chosen = attempt(() => localStorage.getItem(zoneName));
  return chosen && isZone(chosen) ? chosen : Intl.DateTimeFormat().resolvedOptions().timeZone;
};
export const chooseZone = (zone: string) => attempt(() => localStorage.setItem(zoneName, zone));
