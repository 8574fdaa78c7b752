import { ActionIcon, Menu, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconLanguage, IconMoon, IconSun } from "@tabler/icons-react";
import { type Locale, locales } from "../i18n/locale.ts";
import { changeLocale } from "../i18n/start.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";

/** Light or dark, remembered on this device. */
export function SchemeButton() {
  const t = useT();
  const scheme = useComputedColorScheme("light");
  const { setColorScheme } = useMantineColorScheme();
  const dark = scheme === "dark";
  const label = dark ? t("shell.light") : t("shell.dark");
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun size={18} stroke={1.7} aria-hidden /> : <IconMoon size={18} stroke={1.7} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

/** English or French, at once; `onChange` keeps the choice on the person's account. */
export function LanguageButton({ onChange }: { onChange?: (locale: Locale) => void }) {
  const t = useT();
  const { locale } = useFormat();
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`${t("shell.language")}: ${t(`shell.language.${locale}`)}`}>
          <IconLanguage size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((one: Locale) => (
          <Menu.Item
            key={one}
            lang={one}
            fw={one === locale ? 650 : 400}
            aria-current={one === locale || undefined}
            onClick={() => void changeLocale(one).then(() => onChange?.(one))}
          >
            {t(`shell.language.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
