import { stemmer } from 'stemmer';

/**
 * Words of one trade each. Whoever is asked about one of them may answer in any of the others:
 * "PostgreSQL" by "index" and "EXPLAIN". Only words that hardly any other trade uses.
 */
const DOMAINS = `
database sql postgresql postgres mysql sqlite oracle mongodb dynamodb nosql query queries index indexes explain schema table row column join transaction isolation deadlock vacuum replica shard migration orm backup constraint
javascript typescript node.js deno express nestjs npm promise async await callback closure compiler linter strict type interface generic undefined endpoint json
python django flask fastapi pandas numpy pip pytest decorator asyncio celery notebook
java kotlin spring jvm maven gradle hibernate bytecode garbage thread heap
frontend browser html css react vue angular svelte component dom render bundle responsive accessibility stylesheet hydration
backend api apis rest graphql grpc endpoint request response header json http https microservice microservices gateway webhook payload latency idempotent
kubernetes docker container containers pod cluster helm terraform aws azure gcp cloud ci/cd pipeline deploy deployment rollback devops prometheus grafana alert on-call incident runbook autoscaling
kafka queue queues broker topic consumer producer partition offset event events message messages rabbitmq sqs dead-letter retry backoff
testing test tests unit integration regression mock fixture assertion coverage flaky e2e qa bug tester
security authentication authorization oauth token password encryption tls vulnerability xss csrf injection firewall permission audit
analysis analytics statistics regression dataset model training feature precision recall baseline correlation outlier dashboard forecast experiment hypothesis
nursing nurse patient patients ward wound wounds medication dose vital surgery surgeon doctor bedside handover relatives hygiene infection dressing saturation pulse allergy discharge
kitchen cook chef menu recipe dish allergen ingredient hygiene oven plate guests restaurant dough fridge
sales customer customers prospect lead deal negotiation objection quote pipeline discount revenue account upsell crm closing
support ticket tickets hotline caller complaint refund escalation callback helpdesk customer
teaching teacher pupil pupils student students lesson classroom curriculum homework exam parents class worksheet
warehouse parcel parcels pallet forklift picking packing stock shelf dock truck inventory barcode supplier shipment delivery
electrician circuit breaker fuse wiring socket cable voltage current insulation earth meter rcd
accounting bookkeeping invoice ledger tax vat audit balance reconciliation payroll receipt posting depreciation
`;

const domainsOf = new Map<string, number[]>();
for (const [domain, line] of DOMAINS.trim().split('\n').entries())
  for (const word of line.split(' ')) {
    const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
    domainsOf.set(stem, [...(domainsOf.get(stem) ?? []), domain]);
  }

/** The numbers of the trades whose words some English stems are. */
export const domainsIn = (stems: Iterable<string>): Set<number> =>
  new Set([...stems].flatMap((stem) => domainsOf.get(stem) ?? []));
