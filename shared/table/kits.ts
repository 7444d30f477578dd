import * as z from 'zod';
import { Brief } from '../domain/interview.ts';
import { Kit } from '../domain/kit.ts';
import { Id } from '../domain/text.ts';
import { getItem, type Item, queryBetween, type Table } from './client.ts';
import { jobPk, kindOf, kinds, kitPk, sk, versionOfUses } from './keys.ts';

const Pointer = z.object({ kit_id: Id.optional() });

/** The id of the kit that new interviews of a job take, or null if it has none. */
export const readKitOfJob = async (table: Table, job_hash: string): Promise<string | null> => {
  const item = await getItem(table, jobPk(job_hash), sk.only);
  return item ? (Pointer.parse(item).kit_id ?? null) : null;
};

/** A kit with the job description, and how many interviews use each version. */
export interface KitRecord {
  kit: Kit;
  job_description: string;
  uses: ReadonlyMap<number, number>;
}

const assemble = (items: Item[]): KitRecord | null => {
  const ofKind = (kind: string) => items.filter((item) => kindOf(String(item.sk)) === kind);
  const [kit] = ofKind(kinds.kit);
  if (!kit) return null;
  const uses = new Map<number, number>();
  for (const item of ofKind(kinds.uses)) {
    const version = versionOfUses(String(item.sk));
    uses.set(version, (uses.get(version) ?? 0) + Number(item.interviews));
  }
  const { job_description } = Brief.pick({ job_description: true }).parse(ofKind(kinds.brief)[0]);
  return { kit: Kit.parse(kit), job_description, uses };
};

/** The partition of a kit, or null for what is no id: a path may hold anything. */
export const partitionOf = (kit_id: string): string | null => {
  const id = Id.safeParse(kit_id);
  return id.success ? kitPk(id.data) : null;
};

/** Reads a kit with its job description and uses. @returns null if there is none, or no such id */
export const readKit = async (table: Table, kit_id: string): Promise<KitRecord | null> => {
  const pk = partitionOf(kit_id);
  if (!pk) return null;
  return assemble(await queryBetween(table, pk, kinds.brief, kinds.version));
};

/** Reads a kit alone, as a link needs it. @returns null if there is none, or no such id */
export const readKitAlone = async (table: Table, kit_id: string): Promise<Kit | null> => {
  const pk = partitionOf(kit_id);
  const item = pk && (await getItem(table, pk, sk.kit));
  return item ? Kit.parse(item) : null;
};
