import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Competency, Provenance } from '../domain/rubric.ts';
import type { Table } from './client.ts';
import { jobPk, sk } from './keys.ts';

/** What a job requires, as first derived; every candidate for the job gets this set. */
export const JobCompetencies = z.object({
  competencies: z.array(Competency).min(1),
  provenance: Provenance,
});
export type JobCompetencies = z.infer<typeof JobCompetencies>;

/** Reads a job's competencies, or null if none have been derived. */
export const readCompetencies = async (
  table: Table,
  job_hash: string,
): Promise<JobCompetencies | null> => {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.name,
      Key: { pk: jobPk(job_hash), sk: sk.only },
      ConsistentRead: true,
    }),
  );
  return Item ? JobCompetencies.parse(Item) : null;
};

/** Stores a job's competencies unless it already has some. @returns those that it has now */
export const keepCompetencies = async (
  table: Table,
  job_hash: string,
  made: JobCompetencies,
): Promise<JobCompetencies> => {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { pk: jobPk(job_hash), sk: sk.only, ...made },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return made;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (await readCompetencies(table, job_hash)) ?? made;
  }
};
