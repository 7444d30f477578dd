import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Account } from './account.ts';

/** What every screen knows. */
export interface Settings {
  account: Account;
  /** The zone in which times are shown. */
  zone: string;
  chooseZone(zone: string): void;
  logOut(): Promise<void>;
}

export const SettingsContext = createContext<Settings | null>(null);

/** @throws outside of a screen */
export const useSettings = (): Settings => {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('A screen is drawn without its settings');
  return settings;
};
