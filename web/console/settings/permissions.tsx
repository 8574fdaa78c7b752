import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconCheck, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { SettingsPage } from "./settings-page.tsx";
import { roles } from "./roles.ts";

/** Every permission as a sentence, and who has it. Administrators have all. */
export default function Permissions() {
  const t = useT("settings");
  const { locale } = useFormat();
  const [search, setSearch] = useState("");
  const query = useQuery({ ...api.staff.permissions.queryOptions(), staleTime: 600_000 });
  const word = search.trim().toLowerCase();
  return (
    <SettingsPage title={t("tab.permissions")} subtitle={t("permissions.subtitle")}>
      <TextInput
        type="search"
        w={300}
        mb="md"
        aria-label={t("common:filter.search")}
        placeholder={t("common:filter.search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Loaded query={query}>
        {({ rows }) => {
          const shown = rows.filter((row) => `${row.permission} ${row.fr}`.toLowerCase().includes(word));
          const rooms = Map.groupBy(shown, (row) => row.module);
          return (
            <div className="tl-matrix-wrap" role="group" aria-label={t("tab.permissions")} tabIndex={0}>
              <table className="tl-matrix">
                <thead>
                  <tr>
                    <th>{t("permissions.may")}</th>
                    {roles.map((role) => (
                      <th key={role} scope="col">
                        {t(`role.${role}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                {[...rooms].map(([room, permissions]) => (
                  <tbody key={room}>
                    <tr className="tl-matrix-room">
                      <th colSpan={roles.length + 1} scope="rowgroup">
                        {roomName(room, t)}
                      </th>
                    </tr>
                    {permissions.map((row) => (
                      <tr key={row.permission}>
                        <td>{locale === "fr" ? row.fr : row.permission}</td>
                        {roles.map((role) => {
                          const has = role === "admin" || row.roles.includes(role);
                          return (
                            <td key={role}>
                              {has ? (
                                <IconCheck
                                  size={16}
                                  stroke={2.4}
                                  role="img"
                                  aria-label={t("common:state.yes")}
                                  color="var(--mantine-color-teal-7)"
                                />
                              ) : (
                                <span aria-label={t("common:state.no")}>·</span>
                              )}
                            </td>
                          );
                        })}
                      </tr>
                    ))}
                  </tbody>
                ))}
              </table>
            </div>
          );
        }}
      </Loaded>
    </SettingsPage>
  );
}

/** "cpq/quotes" by the name its area has in the navigation, or a name of its own. */
function roomName(room: string, t: (key: string) => string): string {
  const name = room.slice(room.indexOf("/") + 1);
  for (const key of [`common:area.${name}`, `room.${name}`]) {
    const text = t(key);
    if (text !== key && text !== key.slice(key.indexOf(":") + 1)) return text;
  }
  return room;
}
