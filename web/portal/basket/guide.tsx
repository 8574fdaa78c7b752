import "./basket.css";
import { Button } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PortalPage } from "../portal-page.tsx";
import { DoneCard } from "../done-card.tsx";
import { BasketLines } from "./basket-lines.tsx";
import { BasketSummary } from "./basket-summary.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { QuestionCard } from "./question-card.tsx";
import { Recommendations } from "./recommendations.tsx";
import { RequestForm } from "./request-form.tsx";
import { type Conflict, chooseOption, takeWayOut, useBasket } from "./use-basket.ts";

/** Questions to a basket: only what works can be chosen, the price and the delivery follow each answer. */
export default function Guide() {
  const { slug = "" } = useParams({ strict: false }) as { slug?: string };
  const t = useT("portal-shop");
  const { locale } = useFormat();
  const { query, own, keep, change, startAgain } = useBasket(slug);
  const [conflict, setConflict] = useState<{ feature: string; label: string; told: Conflict }>();
  const [asking, setAsking] = useState(false);
  return (
    <Loaded query={query}>
      {({ basket }) => (
        <PortalPage
          title={basket.name[locale]}
          intro={basket.status !== "requested" && t("guide.intro")}
          width={basket.status === "requested" ? "normal" : "wide"}
        >
          {basket.status === "requested" ? (
            <DoneCard title={t("requested.title")} text={t("requested.text")}>
              <BasketLines basket={basket} />
              <Button mt="md" variant="default" onClick={startAgain}>
                {t("requested.again")}
              </Button>
            </DoneCard>
          ) : (
            <div className="tl-basket">
              <div className="tl-basket-questions">
                {basket.questions.map((question, index) => (
                  <QuestionCard
                    key={question.key}
                    number={index + 1}
                    question={question}
                    busy={change.isPending}
                    onWhy={(feature) => client.baskets.explain({ ...(own ?? { basketId: "", key: "" }), feature })}
                    onChoose={(feature) =>
                      change.mutate(async (mine) => {
                        const answer = await chooseOption(mine, question, feature);
                        if (answer.conflict) {
                          const label = question.options.find((one) => one.feature === feature)?.label[locale] ?? feature;
                          setConflict({ feature, label, told: answer.conflict });
                        }
                        return answer.basket;
                      })
                    }
                  />
                ))}
                <Recommendations
                  basket={basket}
                  busy={change.isPending}
                  onAdd={(sku) => change.mutate((mine) => client.baskets.addExtra({ ...mine, sku }))}
                />
              </div>
              <BasketSummary basket={basket} onRequest={() => setAsking(true)} />
            </div>
          )}
          {conflict && (
            <ConflictDialog
              wanted={conflict.label}
              conflict={conflict.told}
              currency={basket.currency}
              busy={change.isPending}
              onClose={() => setConflict(undefined)}
              onTake={(drop) =>
                change.mutate(async (mine) => {
                  const next = await takeWayOut(mine, basket, drop, conflict.feature);
                  setConflict(undefined);
                  return next;
                })
              }
            />
          )}
          {asking && own && <RequestForm own={own} onDone={keep} onClose={() => setAsking(false)} />}
        </PortalPage>
      )}
    </Loaded>
  );
}
