import { stemmer } from 'stemmer';

/** Words that stand for one another in interviews. A line is a group; a word may be in several. */
const GROUPS = `
disagree disagreement conflict argue argument dispute clash tension friction
colleague teammate coworker peer
customer client user buyer shopper guest
manager boss supervisor lead director
stakeholder sponsor business product
measure metric measurement kpi indicator benchmark
reduce cut lower decrease drop shrink fall halve
increase raise grow rise climb double
improve improvement better faster
fast quick speed latency slow performance throughput millisecond
bug defect fault glitch regression
problem issue trouble difficulty challenge obstacle
fix repair resolve solve patch
cause root culprit source origin
investigate debug diagnose reproduce bisect trace narrow
test verify check validate assert confirm
deploy release ship rollout launch publish
rollback revert undo restore
deadline due late delay overdue milestone
prioritise prioritize priority urgent important triage rank
mistake wrong failure fail fault error
learn lesson takeaway hindsight realise realize
feedback critique criticism review comment retrospective
help support assist
teach mentor coach train onboard
explain clarify describe
listen hear understand empathy acknowledge
agree consensus compromise align agreement settle
persuade convince influence buy-in
scale scalability growth load traffic throughput horizontal
shard partition split bucket
replica replicate replication redundancy failover standby secondary
queue kafka sqs rabbitmq broker buffer asynchronous async worker
retry backoff jitter
idempotent idempotency duplicate dedupe deduplicate
index indexes explain btree
lock race concurrency concurrent thread deadlock mutex atomic
timeout hang deadline
alert alarm pager page on-call
log logging trace tracing observability monitor monitoring dashboard grafana prometheus metric
security secure authentication authorization authorisation encrypt encryption permission
privacy gdpr personal confidential sensitive
cost price expensive budget cheap money spend
tradeoff downside drawback disadvantage
alternative option choice candidate approach
complexity linear quadratic logarithmic runtime
edge corner boundary empty null
hash hashmap map dictionary set lookup
array list sequence
sort order ordering
api endpoint interface contract rest grpc
schema table column model
database postgres postgresql mysql sql dynamodb mongodb store storage
cache caching redis memcached ttl expire expiry invalidate invalidation eviction memoize
migrate migration cutover backfill
flag toggle canary gradual incremental staged
pipeline build continuous integration
document documentation docs write-up runbook wiki note
meeting call conversation discuss discussion talk
plan schedule roadmap timeline
estimate forecast scope
risk danger threat
responsible responsibility ownership own accountable
decide decision choose chose chosen
goal objective target aim purpose
result outcome effect impact consequence
example instance
reason rationale motive justification justify
availability uptime outage downtime incident
consistency consistent stale eventual transaction
balance balancer balancing distribute
rate limit limiter throttle quota token bucket
unit integration regression coverage mock fixture
refactor simplify clean restructure extract
readable readability naming clear clarity
memory heap ram leak
cpu processor compute
server instance node host machine
container docker kubernetes pod
cloud aws azure gcp
data dataset record row
user-facing frontend ui interface browser
react vue angular svelte
javascript typescript
python django flask
java spring jvm
safe safety hazard
patient resident
nurse doctor clinician ward
sell sale revenue deal prospect
student pupil learner class
calm patient de-escalate angry upset frustrate
motivate motivation interest enthusiasm curious
harmful damage detrimental bad negative hurt undesirable
criticize criticise critique critical condemn disapprove unethical
smart intelligent clever intelligence
trade exchange commerce
unique one-to-one single exactly
`;

const groupsByStem = new Map<string, number[]>();
for (const [group, line] of GROUPS.trim().split('\n').entries())
  for (const word of line.split(' ')) {
    const stem = stemmer(word.replaceAll('-', ''));
    groupsByStem.set(stem, [...(groupsByStem.get(stem) ?? []), group]);
  }

const NONE: readonly number[] = [];

/** The numbers of the synonym groups of an English stem. */
export const conceptsOf = (stem: string): readonly number[] => groupsByStem.get(stem) ?? NONE;
