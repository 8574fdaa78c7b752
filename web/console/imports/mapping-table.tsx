import { Badge, Select, Table, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Import, ImportChoices } from "./import-words.ts";

const shownValues = 3;

/** Each field with the column it comes from (guessed, to be corrected) and the first values of that column. */
export function MappingTable(props: { one: Import; choices: ImportChoices; onChange: (choices: ImportChoices) => void }) {
  const t = useT("imports");
  const { locale } = useFormat();
  const { one, choices, onChange } = props;
  const choose = (field: string, column: string | null) => {
    const { [field]: _, ...others } = choices.mapping;
    onChange({ ...choices, mapping: column ? { ...others, [field]: column } : others });
  };
  const sampleOf = (column: string | undefined) =>
    column
      ? [...new Set(one.sample.map((row) => row[column]).filter(Boolean))].slice(0, shownValues).join(" · ") ||
        t("mapping.emptyColumn")
      : "";
  const unused = one.columns.filter((column) => !Object.values(choices.mapping).includes(column));
  return (
    <>
      <Text size="sm" mb="sm">
        {t("mapping.text")}
      </Text>
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("mapping.field")}</Table.Th>
              <Table.Th>{t("mapping.column")}</Table.Th>
              <Table.Th>{t("mapping.sample")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {one.fields.map((field) => {
              const label = field.label[locale];
              const column = choices.mapping[field.name];
              return (
                <Table.Tr key={field.name}>
                  <Table.Td>
                    {label}{" "}
                    {field.required && (
                      <Badge color={column ? "gray" : "red"} size="sm">
                        {t("mapping.required")}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={t("mapping.columnOf", { field: label })}
                      data={one.columns}
                      value={column ?? null}
                      onChange={(value) => choose(field.name, value)}
                      placeholder={t("mapping.none")}
                      clearable
                      clearButtonProps={{ "aria-label": t("mapping.clear", { field: label }) }}
                      searchable
                      size="xs"
                    />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed" lineClamp={2}>
                      {sampleOf(column)}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {unused.length > 0 && (
        <Text size="xs" c="dimmed" mt="sm">
          {t("mapping.unused", { columns: unused.join(", ") })}
        </Text>
      )}
    </>
  );
}
