import { cx } from '@/sandbox/site/app/format/class-names.ts';

type Variables = { [name: `--${string}`]: string };

/** How a button looks; Mantine chooses the rest. */
export type ButtonLook = {
  size?: 'compact-sm' | 'xs' | 'sm' | 'md' | undefined;
  variant?: 'filled' | 'light' | 'default' | undefined;
  color?: 'blue' | 'gray' | 'green' | undefined;
  fullWidth?: boolean | undefined;
};

/** Mantine's inline variables: the only place where a button's colour can be read (site-facts.md B.1). */
function variables({ size = 'sm', variant = 'filled', color = 'blue' }: ButtonLook): Variables {
  const sized: Variables = {
    '--button-height': `var(--button-height-${size})`,
    '--button-padding-x': `var(--button-padding-x-${size})`,
    '--button-fz': size.startsWith('compact') ? 'var(--mantine-font-size-sm)' : `var(--mantine-font-size-${size})`,
  };
  if (variant === 'default') {
    return {
      ...sized,
      '--button-bg': 'var(--mantine-color-default)',
      '--button-color': 'var(--mantine-color-default-color)',
    };
  }
  const text = variant === 'light' ? `var(--mantine-color-${color}-light-color)` : 'var(--mantine-color-white)';
  return {
    ...sized,
    '--button-bg': `var(--mantine-color-${color}-${variant})`,
    '--button-hover': `var(--mantine-color-${color}-${variant}-hover)`,
    '--button-color': text,
    '--button-bd': 'calc(0.0625rem * var(--mantine-scale)) solid transparent',
  };
}

const rootClass =
  'mantine-focus-auto mantine-active m_77c9d27d mantine-Button-root m_87cf2631 mantine-UnstyledButton-root';

/** The classes, inline variables and data attributes of a button, and of an anchor that looks like one. */
export function buttonLook(look: ButtonLook, className = '') {
  const { size = 'sm', variant = 'filled', color = 'blue', fullWidth } = look;
  return {
    className: cx(rootClass, className),
    style: variables({ size, variant, color }),
    'data-variant': variant,
    'data-size': size,
    'data-block': fullWidth ? true : undefined,
  };
}
