/** @jsxImportSource react */
import type { ButtonHTMLAttributes } from 'react';
import { cx } from '@/sandbox/site/app/format/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { icon: IconName; iconSize?: number; label: string };

/** Mantine's ActionIcon: a button that is one icon with a name. */
export function ActionIcon({ icon, iconSize = 16, label, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={cx(
        'mantine-focus-auto mantine-active m_8d3f4000 mantine-ActionIcon-root m_87cf2631 mantine-UnstyledButton-root',
        className,
      )}
    >
      <span className="m_8d3afb97 mantine-ActionIcon-icon">
        <Icon name={icon} size={iconSize} />
      </span>
    </button>
  );
}
