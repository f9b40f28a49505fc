/** @jsxImportSource react */
import { type HTMLAttributes, type ReactNode, useState } from 'react';
import { cx } from '@/sandbox/site/app/format/class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

type Props = HTMLAttributes<HTMLDivElement>;

/** Mantine's Card: a positioned Paper that clips (its `overflow: hidden` cuts off what an extension adds). */
export function Card({ className, ...rest }: Props) {
  return (
    <div
      {...rest}
      className={cx('m_e615b15f mantine-Card-root m_1b7284a3 mantine-Paper-root', className)}
      data-with-border
    />
  );
}

/** Mantine's Group. */
export function Group({ className, ...rest }: Props) {
  return <div {...rest} className={cx('m_4081bf90 mantine-Group-root', className)} />;
}

/** Mantine's Badge. */
export function Badge({ className, children, ...rest }: Props) {
  return (
    <div {...rest} className={cx('m_347db0ec mantine-Badge-root', className)} data-variant="light">
      <span className="m_5add502a mantine-Badge-label">{children}</span>
    </div>
  );
}

/** One fold of an accordion, open or closed at first. */
export function Fold({
  title,
  icon,
  badge,
  open = false,
  children,
}: {
  title: string;
  icon?: IconName;
  badge?: string;
  open?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(open);
  return (
    <div className="m_9bdbb667 mantine-Accordion-root" data-accordion>
      <div className="m_9bd771fe mantine-Accordion-item" data-active={isOpen ? true : undefined}>
        <button
          type="button"
          className="m_4ba554d4 mantine-Accordion-control m_87cf2631 mantine-UnstyledButton-root"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {icon ? <Icon name={icon} size={18} /> : null}
          <span className="mantine-Accordion-label">{title}</span>
          {badge ? <Badge>{badge}</Badge> : null}
          <span className="mantine-Accordion-chevron">
            <Icon name={isOpen ? 'up' : 'down'} />
          </span>
        </button>
        {isOpen ? <div className="m_3f35ae96 mantine-Accordion-panel">{children}</div> : null}
      </div>
    </div>
  );
}

/** A blue notice. */
export function Alert({ color = 'blue', children }: { color?: 'blue' | 'red' | 'yellow'; children: ReactNode }) {
  return (
    <div className="m_66836ed3 mantine-Alert-root" data-color={color} role="alert">
      {children}
    </div>
  );
}

/** What stands where an answer is still awaited. */
export function PageLoader() {
  return (
    <div className="page-loader" aria-busy="true">
      <span className="mantine-Loader-root" />
    </div>
  );
}
