/** @jsxImportSource react */
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { type ButtonLook, buttonLook } from './button-look.ts';

type Look = ButtonLook & { leftSection?: ReactNode; loading?: boolean | undefined };

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

/** Mantine's Button, with its static classes, data attributes and inline variables. */
export function Button(props: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { size, variant, color, leftSection, fullWidth, loading, className, style, children, ...rest } = props;
  const { style: own, ...outside } = buttonLook({ size, variant, color, fullWidth }, className);
  return (
    <button
      type="button"
      {...rest}
      {...outside}
      style={{ ...own, ...style }}
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
  const { style: own, ...outside } = buttonLook({ size, variant, color, fullWidth }, className);
  return (
    <a {...rest} {...outside} style={{ ...own, ...style }} data-disabled={rest.href ? undefined : true}>
      {inner(children, leftSection)}
    </a>
  );
}
