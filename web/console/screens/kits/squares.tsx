const places = [0.5, 14, 27.5, 41, 54.5];

/** A level of 1 to 5 as squares and words. */
export const Squares = ({ level }: { level: number }) => (
  <span class="level">
    <svg aria-hidden="true">
      {places.map((x, n) => (
        <rect
          key={x}
          class={n < level ? 'on' : undefined}
          x={x}
          y=".5"
          width="11"
          height="11"
          rx="2"
        />
      ))}
    </svg>
    Level {level}
  </span>
);
