import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { EndpointFunction } from './endpoint-function.ts';

const actions = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  // A transaction is authorised by the actions of its items; that a failed condition returns its item
  // takes no further right.
  write: [
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
} as const;

/** CloudFormation adds one in an update, so a release adds one at most. */
const indexes = ['gsi1', 'gsi2'] as const;

/**
 * The one table. It survives the stack, cannot be deleted by mistake (see protection.ts), and can be
 * restored to any second of the last 35 days.
 */
export class Table extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      globalSecondaryIndexes: indexes.map((indexName) => ({
        indexName,
        partitionKey: text(`${indexName}pk`),
        sortKey: text(`${indexName}sk`),
      })),
      timeToLiveAttribute: 'expires_at_s',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }

  /** Lets a function read the indexes, which the lists come from. */
  grantLists(fn: EndpointFunction): void {
    const resources = indexes.map((index) => `${this.table.tableArn}/index/${index}`);
    fn.allow({ actions: ['dynamodb:Query'], resources });
  }

  /** Lets a function read or change items, and sets the table's name. */
  grant(fn: EndpointFunction, access: keyof typeof actions): void {
    fn.setEnv('TABLE_NAME', this.table.tableName);
    fn.allow({ actions: [...actions[access]], resources: [this.table.tableArn] });
  }
}
