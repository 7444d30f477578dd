/**
 * Calls `work` with each item and its index, four at a time by default.
 * @returns what each call made, in the order of the items
 * @throws the first failure, once all calls have finished
 */
export const mapConcurrently = async <Item, Made>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Made>,
  atOnce = 4,
): Promise<Made[]> => {
  const made: Made[] = [];
  const failures: unknown[] = [];
  // One iterator for all workers: each takes the next item that is left.
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) {
      try {
        made[index] = await work(item, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
  return made;
};
