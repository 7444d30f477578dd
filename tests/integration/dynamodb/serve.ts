/** A database in a process of its own, for tests that kill it. Says its endpoint, or why not. */
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';

const [, , folder = null] = process.argv;

try {
  const { endpoint } = await startDynamoDb({ folder });
  process.stdout.write(`${JSON.stringify({ endpoint })}\n`);
} catch (error) {
  const { code, message } = error as Error & { code?: string };
  process.stdout.write(`${JSON.stringify({ code, message })}\n`);
  process.exitCode = 1;
}
