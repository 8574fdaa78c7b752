import { Badge, Group, Stack, Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";
import { TextLink } from "../../ui/links.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { type ContactRow, contactName } from "./customer-words.ts";

/** The people of an account: whom to call for what. */
export function ContactsPanel({ contacts }: { contacts: ContactRow[] }) {
  const t = useT("customers");
  return (
    <Panel title={t("contacts.title")}>
      {contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("contacts.none")}
        </Text>
      )}
      <Stack gap="sm" component="ul" className="tl-plain-list">
        {contacts.map((person) => (
          <li key={person.id}>
            <Group gap={6}>
              <TextLink size="sm" fw={600} to="/contacts/$contactId" params={{ contactId: person.id }}>
                {contactName(person)}
              </TextLink>
              {person.isPrimary && <Badge size="sm">{t("contacts.first")}</Badge>}
              {person.emailUnusable && (
                <Badge size="sm" color="red">
                  {t("contacts.unreachable")}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="dimmed">
              {[person.jobTitle, ...person.roles.map((role) => t(`role.${role}`))].filter(Boolean).join(" · ")}
            </Text>
            <Text size="xs">{[person.email, person.phone].filter(Boolean).join(" · ")}</Text>
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
