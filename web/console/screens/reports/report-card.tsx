import type { ComponentChildren } from 'preact';
import { save } from '../../../candidate/runner/save.ts';
import { Icon } from '../../parts/icon.tsx';
import { csvOfFigure, type Figure, type Report } from './figures.ts';
import type { Period } from './period.ts';

/** What each part of a report is drawn from. */
export interface SectionProps {
  report: Report;
  period: Period;
}

interface ReportCardProps {
  figure: Figure;
  period: Period;
  isWide?: boolean;
  children: ComponentChildren;
}

/** One subject of a report, and its numbers as a file. */
export const ReportCard = ({ figure, period, isWide = false, children }: ReportCardProps) => (
  <section class={isWide ? 'card report block-s' : 'card report'} aria-labelledby={figure.id}>
    <div class="card-head">
      <h2 id={figure.id}>{figure.title}</h2>
      <button
        type="button"
        class="btn"
        onClick={() =>
          save(
            `talaro-${figure.id}-${period.from}-${period.to}.csv`,
            'text/csv',
            csvOfFigure(figure),
          )
        }
      >
        <Icon name="down" />
        CSV<span class="away"> of “{figure.title}”</span>
      </button>
    </div>
    {children}
  </section>
);
