import { dayOf, secondsOf, zoneName } from '../../time.ts';
import { type Entry, whoOf, wordsOf } from './audit-words.ts';

/** What happened, oldest first. */
export const AuditTable = ({ entries, zone }: { entries: readonly Entry[]; zone: string }) => (
  <table class="rows tight plain audit" aria-label="What happened, oldest first">
    <thead>
      <tr>
        <th scope="col">When, {zoneName(zone)}</th>
        <th scope="col">What</th>
        <th scope="col">Who</th>
      </tr>
    </thead>
    <tbody>
      {entries.map((entry, index) => (
        <tr key={`${entry.at} ${index}`}>
          <td>
            <time dateTime={entry.at}>
              {dayOf(entry.at, zone)} {secondsOf(entry.at, zone)}
            </time>
          </td>
          <th scope="row">
            {wordsOf(entry)} <code class="meta">{entry.event}</code>
          </th>
          <td dir="auto">{whoOf(entry)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
