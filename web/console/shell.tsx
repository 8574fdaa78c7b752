import "../ui/shell.css";
import { ActionIcon, AppShell, Avatar, Burger, Group, Menu, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLogout,
  IconSearch,
  IconTools,
} from "@tabler/icons-react";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { client } from "../api/client.ts";
import { stopLive } from "../api/live.ts";
import { signOut, useMe } from "../api/session.ts";
import { useT } from "../i18n/use-t.ts";
import { LanguageButton, SchemeButton } from "../ui/header-buttons.tsx";
import { LiveIndicator } from "../ui/live-indicator.tsx";
import { Mark } from "../ui/mark.tsx";
import { tellError } from "../ui/toast.tsx";
import { Navigation } from "./navigation.tsx";
import { openPalette, Palette } from "./palette.tsx";

/** The frame of the console: header, navigation, the screen in the middle. */
export function Shell() {
  const t = useT();
  const [menuOpen, menu] = useDisclosure(false);
  const [collapsed, setCollapsed] = useLocalStorage({
    key: "throughline.nav.collapsed",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: collapsed ? 64 : 220, breakpoint: "sm", collapsed: { mobile: !menuOpen } }}
      transitionDuration={0}
      padding={{ base: "md", sm: "lg" }}
    >
      <a className="tl-skip" href="#content">
        {t("shell.skip")}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={menuOpen ? t("shell.closeMenu") : t("shell.openMenu")}
            />
            <UnstyledButton renderRoot={(root) => <Link to="/" {...root} />} className="tl-brand" aria-label={t("product")}>
              <Mark />
              <span className="tl-brand-name">{t("product")}</span>
            </UnstyledButton>
          </Group>
          <button type="button" className="tl-search" aria-label={t("shell.search")} onClick={openPalette}>
            <IconSearch size={17} stroke={1.9} aria-hidden />
            <span>{t("shell.search")}</span>
            <kbd>Ctrl K</kbd>
          </button>
          <Group gap={8} wrap="nowrap">
            <span className="tl-wide-only">
              <LiveIndicator />
            </span>
            <LanguageButton onChange={(locale) => client.staff.changeMe({ locale }).catch(tellError)} />
            <SchemeButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p={collapsed ? 8 : "xs"} pt="sm" aria-label={t("shell.navigation")}>
        <Navigation collapsed={collapsed && !menuOpen} onGo={menu.close} />
        <ActionIcon
          variant="subtle"
          color="gray"
          visibleFrom="sm"
          aria-label={collapsed ? t("shell.expand") : t("shell.collapse")}
          onClick={() => setCollapsed(!collapsed)}
        >
          {collapsed ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Palette />
    </AppShell>
  );
}

function AccountMenu() {
  const t = useT();
  const navigate = useNavigate();
  const me = useMe();
  const name = me?.name ?? "";
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      stopLive();
      await navigate({ to: "/sign-in" });
    } catch (error) {
      tellError(error);
    }
  };
  return (
    <Menu shadow="md" position="bottom-end" width={230} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton aria-label={`${t("shell.account")}: ${name}`} className="tl-avatar">
          <Avatar name={name} color="indigo" variant="light" size={34} radius="xl" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {name}
          </Text>
          <Text size="xs">{me?.email}</Text>
        </Menu.Label>
        {import.meta.env.DEV && (
          <Menu.Item leftSection={<IconTools size={16} stroke={1.7} aria-hidden />} onClick={() => void navigate({ to: "/kit" })}>
            {t("shell.kit")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} aria-hidden />} onClick={() => void leave()}>
          {t("shell.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
