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

const placeOf = (name: string) => `talaro/console/${name}`;

/** What this tab keeps under a name for a person; null where there is nothing. */
export const inTab = (name: string, user_id: string): unknown =>
  attempt(() => {
    const kept = JSON.parse(sessionStorage.getItem(placeOf(name)) ?? 'null');
    return kept?.user_id === user_id ? kept.value : null;
  });

/**
 * Keeps something for a person through reloads, until the tab is closed; null forgets it. What is too
 * large is not kept, rather than an older state of it.
 * @returns whether it is kept
 */
export const keepInTab = (name: string, user_id: string, value: object | null): boolean => {
  attempt(() => sessionStorage.removeItem(placeOf(name)));
  if (!value) return true;
  const kept = JSON.stringify({ user_id, value });
  return attempt(() => sessionStorage.setItem(placeOf(name), kept)) !== null;
};

/** Forgets all that the tab keeps, as the person who typed it goes. */
export const forgetTab = () => attempt(() => sessionStorage.clear());
