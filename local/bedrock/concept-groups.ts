/**
 * Words that stand for one another at work, where WordNet does not know it or takes a detour. A line
 * is a group; a word may be in several; `_` joins the words of a phrase.
 */
export const conceptGroups = `
disagree disagreement conflict argue argument dispute clash tension friction objection saw_it_differently at_odds
colleague teammate coworker peer co-worker workmate
customer client user buyer shopper guest passenger subscriber caller
manager boss supervisor lead director foreman head chef superior
stakeholder sponsor business product_owner management board
measure metric measurement kpi indicator benchmark figure number statistic rate
reduce cut lower decrease drop shrink fall halve down less fewer
increase raise grow rise climb double up more
improve improvement better faster
fast quick speed latency slow performance throughput millisecond response_time
bug defect fault glitch regression
problem issue trouble difficulty challenge obstacle hurdle snag
fix repair resolve solve patch remedy
cause root culprit source origin why
investigate debug diagnose reproduce bisect trace narrow find_out look_into
test verify check validate assert confirm make_sure
deploy release ship rollout roll_out launch publish go_live went_live
rollback revert undo restore roll_back rolled_back back_out fallback
deadline due late delay overdue milestone date on_time in_time
prioritise prioritize priority urgent important triage rank come_first came_first must_have matter_most
mistake wrong failure fail fault error slip
learn lesson takeaway hindsight realise realize since_then next_time
feedback critique criticism review comment retrospective survey
help support assist hand
teach mentor coach train onboard instruct tutor
explain clarify describe walk_through in_plain_words in_simple_words show
listen hear understand empathy acknowledge let_them_finish
agree consensus compromise align agreement settle signed_off sign_off yes common_ground
persuade convince influence buy-in win_over
inform tell notify report announce ring call phone mail update let_know
scale scalability growth load traffic throughput horizontal peak
shard partition split bucket
replica replicate replication redundancy failover standby secondary copy
queue kafka sqs rabbitmq broker buffer asynchronous async worker background_job stream
retry backoff jitter attempt try_again tried_again
idempotent idempotency duplicate dedupe deduplicate twice unique_key exactly_once
index indexes explain btree query_plan
lock race concurrency concurrent thread deadlock mutex atomic optimistic
timeout hang deadline
alert alarm pager page on-call paged
log logging trace tracing observability monitor monitoring dashboard grafana prometheus metric watch keep_an_eye
security secure authentication authorization authorisation encrypt encryption permission access_right least_privilege
secret password credential token vault key
privacy gdpr personal_data confidential sensitive anonymise anonymize pseudonym consent
cost price expensive budget cheap money spend bill
tradeoff trade_off downside drawback disadvantage price_for_it at_the_cost give_up
alternative option choice approach another_way other_way instead
complexity linear quadratic logarithmic runtime big_o
edge corner boundary empty null extreme
hash hashmap map dictionary set lookup
array list sequence
sort order ordering
api endpoint interface contract rest grpc webhook
schema table column model
database postgres postgresql mysql sql dynamodb mongodb store storage
cache caching redis memcached ttl expire expiry invalidate invalidation eviction memoize stale
migrate migration cutover backfill switch_over moved_over
flag toggle canary gradual incremental staged phased step_by_step percent_of
pipeline build continuous_integration continuous ci
document documentation docs write-up runbook wiki note write_down wrote_down protocol chart record
meeting call conversation discuss discussion talk sit_down sat_down stand-up
plan schedule roadmap timeline
estimate forecast scope sizing
risk danger threat go_wrong went_wrong worst_case
responsible responsibility ownership own accountable my_job in_charge
decide decision choose chose chosen pick
goal objective target aim purpose
result outcome effect impact consequence in_the_end ended
example instance case
reason rationale motive justification justify because why
availability uptime outage downtime incident
consistency consistent eventual transaction isolation
balance balancer balancing distribute spread
limit limiter throttle quota token_bucket rate cap
unit integration regression coverage mock fixture end-to-end
refactor simplify clean restructure extract untangle
readable readability naming clear clarity
memory heap ram leak garbage
server instance node host machine
container docker kubernetes pod
cloud aws azure gcp
frontend ui browser client-side page
accessible accessibility keyboard contrast screen_reader aria wcag
bundle lazy minify code_split critical_css web_vitals lcp
safe safety hazard secure protect protection
patient resident client
doctor physician surgeon clinician registrar consultant
nurse carer midwife
observation vital vitals obs reading temperature pulse saturation sats blood_pressure
intravenous cannula drip line iv venous
fluid bolus hartmann saline
blood lactate culture sample
oxygen mask
confusion confused disoriented delirium
infection sepsis septic
bleeding haemorrhage hemorrhage bleed
wound dressing drain
urine catheter
escalate escalation consultant rapid_response crash_call senior buzzer
handover hand_over sbar
medication drug dose tablet prescription five_rights
dignity respect privacy consent
sale sell revenue deal prospect turnover order
objection concern doubt hesitation
qualify need requirement open_question budget_holder
upsell cross-sell add-on
follow_up follow-up call_back callback get_back
negotiate discount terms concession
student pupil learner class child
lesson teaching unit
parent guardian family
behaviour behavior rule routine consequence disruption
differentiate differentiation individual pace level group_work extra_task easier_task
praise reward positive_reinforcement encourage
understanding exit_ticket quiz check_understanding thumbs
calm patient de-escalate angry upset frustrate furious shout scream
motivate motivation interest enthusiasm curious
recipe dish menu
hygiene clean haccp wash disinfect sanitise sanitize
allergen allergy nut gluten
stock inventory fifo first_in use-by
return refund exchange replacement voucher credit
apologise apologize sorry apology
invoice bill payment
reconcile reconciliation match compare
audit trail four_eyes second_signature countersign
tax vat authority
newsletter journal bulletin mailing subscription feed
course certificate seminar training workshop webinar conference
baseline naive simple_model benchmark
overfit overfitting cross-validation validation_set holdout hold-out
leakage leak
experiment a/b trial pilot control_group
precision recall f1 accuracy auc
confounder bias sample randomise randomize selection
outlier missing_value clean impute
visualise visualize chart plot dashboard
hypothesis assumption
research interview survey user_test usability
prototype wireframe sketch mock-up mockup
scope change_request requirement
critical_path dependency bottleneck blocker
delegate assign hand_over give_task share_out
conflict mediate mediation
hire recruit interview onboarding
vehicle van truck lorry car
inspect inspection check visual
isolate disconnect lock_off switch_off proved_dead unplug main_switch de-energise
insulation megger leakage earth ground
moisture damp wet water condensation
socket outlet plug appliance device
breaker rcd fuse trip
tool equipment instrument
calibrate calibration standard control blank replicate
scan barcode label
shelf rack stock restock
scrap waste dispose write-off
inspect grade quality
truck dock gate inbound
peak christmas holiday season january
buffer spare reserve slack
fraud wrong_item counterfeit serial
supplier vendor carrier provider gateway
heap priority_queue min-heap
overlap simultaneous same_time at_once busiest
sweep event_points running_sum
random property brute property-based fuzz
invalid malformed bad_input reject
cancel abort abortsignal cancellation
circuit breaker stop_retrying open_circuit
retry-after header
receipt confirmation delivery_report acknowledged
dead-letter dlq dead_letter
timezone time_zone local_time
cron scheduler scheduled timer planner hourly
appointment visit booking
harmful damage detrimental bad negative hurt undesirable harm
criticize criticise critique critical condemn disapprove unethical
smart intelligent clever intelligence
trade exchange commerce
unique one-to-one single exactly only_one
starting initial begin start already before current
monthly each_month per_month every_month
blue-green zero-downtime without_downtime rolling
infrastructure terraform cloudformation iac
postmortem post-mortem blameless incident_review retrospective
autoscale autoscaling elastic scale_out add_instances
hotline support desk helpdesk
rota shift schedule roster
empathy put_myself understand feel
language word vocabulary plain
team crew staff squad
share spread distribute
early ahead in_advance beforehand soon
daily each_morning every_morning every_day each_evening
budget sponsor donation fund
volunteer helper temp
venue location room hall
guest participant attendee visitor
`;
