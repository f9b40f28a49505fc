/** @jsxImportSource react */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, CSSProperties, ReactNode } from 'react';
import { cx } from '@/sandbox/site/app/format/class-names.ts';

type Variables = CSSProperties & { [name: `--${string}`]: string };

type Look = {
  size?: 'compact-sm' | 'xs' | 'sm' | 'md' | undefined;
  variant?: 'filled' | 'light' | 'default' | undefined;
  color?: 'blue' | 'gray' | 'green' | undefined;
  leftSection?: ReactNode;
  fullWidth?: boolean | undefined;
  loading?: boolean | undefined;
};

/** Mantine's inline variables: the only place where a button's colour can be read (site-facts.md B.1). */
function variables({ size = 'sm', variant = 'filled', color = 'blue' }: Look): Variables {
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

function inner(children: ReactNode, leftSection: ReactNode): ReactNode {
  return (
    <span className="m_80f1301b mantine-Button-inner">
      {leftSection ? (
        <span className="m_a74036a mantine-Button-section" data-position="left">
          {leftSection}
        </span>
      ) : null}
      <span className="m_811560b9 mantine-Button-label">{children}</span>
    </span>
  );
}

const rootClass =
  'mantine-focus-auto mantine-active m_77c9d27d mantine-Button-root m_87cf2631 mantine-UnstyledButton-root';

/** What a button and an anchor that looks like one have in common on the outside. */
function outside({ size = 'sm', variant = 'filled', color = 'blue', fullWidth }: Look, className = '', style = {}) {
  return {
    className: cx(rootClass, className),
    style: { ...variables({ size, variant, color }), ...style },
    'data-variant': variant,
    'data-size': size,
    'data-block': fullWidth ? true : undefined,
  };
}

/** Mantine's Button, with its static classes, data attributes and inline variables. */
export function Button(props: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { size, variant, color, leftSection, fullWidth, loading, className, style, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      {...outside({ size, variant, color, fullWidth }, className, style)}
      data-loading={loading ? true : undefined}
      data-disabled={rest.disabled ? true : undefined}
    >
      {loading ? <span className="mantine-Button-loader" aria-hidden="true" /> : null}
      {inner(children, leftSection)}
    </button>
  );
}

/** The same as an anchor (`component="a"`). */
export function ButtonLink(props: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { size, variant, color, leftSection, fullWidth, loading: _, className, style, children, ...rest } = props;
  return (
    <a
      {...rest}
      {...outside({ size, variant, color, fullWidth }, className, style)}
      data-disabled={rest.href ? undefined : true}
    >
      {inner(children, leftSection)}
    </a>
  );
}
