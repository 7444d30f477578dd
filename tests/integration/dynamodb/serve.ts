/** A database in its own process, for tests that kill it. Prints its endpoint, or its error. */
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
