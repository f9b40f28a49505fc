import type { ComponentChildren } from 'preact';
import type { PlaceName, Settings } from '@/utils/settings/settings';
import './settings-form.css';

const PLACE_LABELS: readonly { place: PlaceName; label: string }[] = [
  { place: 'cards', label: 'Model cards' },
  { place: 'resources', label: 'Resources and lists' },
  { place: 'generator', label: 'Generator' },
  { place: 'text', label: 'Links in text' },
];

type Props = {
  settings: Settings;
  onChange: (settings: Settings) => void;
  /** The failure of the last change, if it failed. */
  children?: ComponentChildren;
};

/** Which places on Civitai's pages get marks, and how; folded away, because it is rarely needed. */
export function SettingsForm({ settings, onChange, children }: Props) {
  const toggle = (place: PlaceName, isShown: boolean): void => {
    const hidden = settings.hidden.filter(each => each !== place);
    onChange({ ...settings, hidden: isShown ? hidden : [...hidden, place] });
  };
  return (
    <details class="settings">
      <summary>Marks on Civitai’s pages</summary>
      <fieldset>
        <legend>Where</legend>
        {PLACE_LABELS.map(({ place, label }) => (
          <Option
            key={place}
            label={label}
            isOn={!settings.hidden.includes(place)}
            onChange={isOn => toggle(place, isOn)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>How</legend>
        <Option
          label="Always show “Add”, not only under the pointer"
          isOn={settings.add === 'always'}
          onChange={isOn => onChange({ ...settings, add: isOn ? 'always' : 'hover' })}
        />
        <Option
          label="Say in words what a mark shows"
          isOn={settings.look === 'labelled'}
          onChange={isOn => onChange({ ...settings, look: isOn ? 'labelled' : 'compact' })}
        />
      </fieldset>
      {children}
    </details>
  );
}

function Option({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={event => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
