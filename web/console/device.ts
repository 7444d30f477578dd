const names = { email: 'talaro/console/email', zone: 'talaro/console/zone' } as const;

/** Storage may be switched off; then nothing is remembered. */
const attempt = <T>(access: () => T): T | null => {
  try {
    return access();
  } catch {
    return null;
  }
};
const read = (name: string) => attempt(() => localStorage.getItem(name));
const keep = (name: string, value: string) => attempt(() => localStorage.setItem(name, value));

const isZone = (zone: string) =>
  attempt(() => new Intl.DateTimeFormat('en', { timeZone: zone })) !== null;

/** The address of the last login on this device; empty where there is none. */
export const lastEmail = (): string => read(names.email) ?? '';
export const rememberLogin = (email: string) => keep(names.email, email);
export const forgetLogin = () => attempt(() => localStorage.removeItem(names.email));

/** The zone in which times are shown: the one chosen here, else the device's. */
export const chosenZone = (): string => {
  const chosen = read(names.zone);
  return chosen && isZone(chosen) ? chosen : Intl.DateTimeFormat().resolvedOptions().timeZone;
};
export const chooseZone = (zone: string) => keep(names.zone, zone);
