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

const place = (name: string) => `talaro/console/${name}`;

/** What was being written in this tab when it was left or loaded anew. */
export const keptText = (name: string): string | null =>
  attempt(() => sessionStorage.getItem(place(name)));

/** Text that the storage has no room for is not kept, rather than an older state of it; null forgets it. */
export const keepText = (name: string, text: string | null): void => {
  attempt(() => sessionStorage.removeItem(place(name)));
  if (text !== null) attempt(() => sessionStorage.setItem(place(name), text));
};
