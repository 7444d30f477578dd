/** Storage that survives a browser killed a moment later; local storage loses its last seconds then. */
export interface Durable {
  put(key: string, value: unknown): void;
  get(key: string): Promise<unknown>;
  remove(key: string): void;
}

const name = 'talaro';

/** IndexedDB with writes that are on the disk when they complete. If it is refused, nothing is stored. */
export const durableIn = (factory: () => IDBFactory): Durable => {
  const open = new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory().open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  // Each use below finds the refusal; without one it would count as uncaught.
  open.catch(() => {});
  // Some browsers never answer: then nobody waits for this store any longer.
  const late = new Promise<never>((resolve) => setTimeout(resolve, 1_000));
  const run = async (act: (store: IDBObjectStore) => IDBRequest) => {
    try {
      const transaction = (await Promise.race([open, late])).transaction(name, 'readwrite', {
        durability: 'strict',
      });
      const request = act(transaction.objectStore(name));
      return await new Promise<unknown>((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = reject;
      });
    } catch {
      return null;
    }
  };
  return {
    put: (key, value) => void run((store) => store.put(value, key)),
    get: (key) => run((store) => store.get(key)),
    remove: (key) => void run((store) => store.delete(key)),
  };
};
