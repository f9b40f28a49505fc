import { CheckIcon, ClockIcon, PlusIcon } from '@/components/icons/status-icons';
import { t } from '@/utils/texts/texts';
import './gain.css';

const MARKS = [
  { name: 'in', Icon: CheckIcon },
  { name: 'out', Icon: PlusIcon },
  { name: 'pending', Icon: ClockIcon },
] as const;

/** A picture of what Vaulted adds to the site's cards, with its marks explained. */
export function Gain() {
  return (
    <figure class="gain">
      <div class="gain-cards" aria-hidden="true">
        {MARKS.map(({ name, Icon }) => (
          // The site is read from left to right in every language.
          <div key={name} class="gain-card" data-mark={name} dir="ltr">
            <span class="gain-mark">
              <Icon size={18} />
            </span>
            <svg viewBox="0 0 100 60" preserveAspectRatio="none" aria-hidden="true">
              <path d="M0 48 24 22 44 42 66 14 100 46V60H0Z" />
            </svg>
            <i />
            <i />
          </div>
        ))}
      </div>
      <figcaption>
        {MARKS.map(({ name, Icon }) => (
          <span key={name} data-mark={name}>
            <Icon size={14} /> {t(`gain.${name}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
