/** @jsxImportSource react */
import { type IconName, iconPaths } from './icon-paths.ts';

/** One outline icon; it never speaks, its button does. */
export function Icon({
  name,
  size = 16,
  stroke = 2,
  fill,
}: {
  name: IconName;
  size?: number;
  stroke?: number;
  fill?: boolean;
}) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={fill ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="tabler-icon"
      aria-hidden="true"
    >
      {iconPaths[name].map(path => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
