import type { ComponentChildren } from 'preact';
import { PLACES, type PlaceName, type Settings } from '@/utils/settings/settings';
import { t } from '@/utils/texts/texts';
import './settings-form.css';

type Props = {
  settings: Settings;
  onChange: (settings: Settings) => void;
  /** The failure of the last change, if it failed. */
  children?: ComponentChildren;
};

/** Which places on Civitai's pages get marks, and how. */
export function SettingsForm({ settings, onChange, children }: Props) {
  const toggle = (place: PlaceName, isShown: boolean): void => {
    const hidden = settings.hidden.filter(each => each !== place);
    onChange({ ...settings, hidden: isShown ? hidden : [...hidden, place] });
  };
  return (
    <section class="settings" aria-labelledby="marks">
      <h2 id="marks">{t('settings.marks')}</h2>
      <fieldset>
        <legend>{t('settings.where')}</legend>
        {PLACES.map(place => (
          <Option
            key={place}
            label={t(`settings.place.${place}`)}
            isOn={!settings.hidden.includes(place)}
            onChange={isOn => toggle(place, isOn)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('settings.how')}</legend>
        <Option
          label={t('settings.always-add')}
          isOn={settings.add === 'always'}
          onChange={isOn => onChange({ ...settings, add: isOn ? 'always' : 'hover' })}
        />
        <Option
          label={t('settings.labelled')}
          isOn={settings.look === 'labelled'}
          onChange={isOn => onChange({ ...settings, look: isOn ? 'labelled' : 'compact' })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('settings.watch')}</legend>
        <Option
          label={t('settings.radar')}
          isOn={settings.radar}
          onChange={radar => onChange({ ...settings, radar })}
        />
      </fieldset>
      {children}
    </section>
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
