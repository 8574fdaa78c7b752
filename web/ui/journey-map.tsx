import "./journey-map.css";
import {
  IconAlertTriangle,
  IconBox,
  IconBuildingStore,
  IconClipboardCheck,
  IconDeviceMobile,
  IconFileDescription,
  IconFileInvoice,
  IconListCheck,
  IconMail,
  IconMessage,
  IconMoodSmile,
  IconPhone,
  IconPoint,
  IconSpeakerphone,
  IconStar,
  IconTarget,
  IconTool,
  IconTruckDelivery,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import { EmotionCurve } from "./emotion-curve.tsx";
import type { Icon } from "./empty-state.tsx";
import { Target } from "./stat-card.tsx";

export type Lane = "stage" | "touchpoints" | "emotion" | "kpis" | "pains" | "actions";

export interface MapTouchpoint {
  id: string;
  name: string;
  channel?: string;
  count?: number;
}
export interface MapKpi {
  id: string;
  name: string;
  /** Already formatted; null when there are too few events to say. */
  value: string | null;
  target: string;
  met: boolean | null;
  n?: number;
  /** Which days it was counted over, when that is not the period of the map. */
  over?: string;
}
export interface MapPain {
  id: string;
  name: string;
  count: number;
}
export interface MapAction {
  id: string;
  name: string;
  owner?: string;
  /** A calendar day, "2027-02-05". */
  due?: string;
  state?: string;
}

export interface MapStage {
  id: string;
  name: string;
  customers?: number;
  /** Of those who lived the previous stage, the share who came to this one afterwards, 0 to 1, and how many they were. */
  share?: number;
  shareOf?: number;
  touchpoints: MapTouchpoint[];
  emotion: { value: number | null; n: number };
  kpis: MapKpi[];
  pains: MapPain[];
  actions: MapAction[];
}

const laneWidth = "7.5rem";

const channelIcons: Record<string, Icon> = {
  web: IconWorld,
  portal: IconWorld,
  email: IconMail,
  sms: IconDeviceMobile,
  phone: IconPhone,
  chat: IconMessage,
  field: IconTruckDelivery,
  store: IconBuildingStore,
  ad: IconSpeakerphone,
  campaign: IconSpeakerphone,
  document: IconFileDescription,
  invoice: IconFileInvoice,
  order: IconBox,
  survey: IconClipboardCheck,
  referral: IconStar,
  technician: IconTool,
};

/**
 * The journey map: a real table, stages across, lanes down. Every figure is a button: `onOpen(stage, lane, item)` leads to
 * the events behind it (item is the id inside the lane; empty for the stage itself and its emotion).
 */
export function JourneyMap({
  stages,
  caption,
  onOpen,
}: {
  stages: MapStage[];
  caption: string;
  onOpen: (stageId: string, lane: Lane, itemId: string) => void;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <div className="tl-map-wrap" role="group" aria-label={caption} tabIndex={0}>
      <table className="tl-map" style={{ minWidth: `calc(${laneWidth} + ${stages.length} * 10.5rem)` }}>
        <caption className="tl-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="tl-hidden">{t("map.stage")}</span>
            </th>
            {stages.map((stage) => (
              <th key={stage.id} scope="col" className="tl-map-stage">
                <button type="button" className="tl-chevron" onClick={() => onOpen(stage.id, "stage", "")}>
                  <span>{stage.name}</span>
                  {stage.customers !== undefined && (
                    <small>
                      {t("map.customers", { count: stage.customers }).replace(
                        String(stage.customers),
                        format.number(stage.customers),
                      )}
                      {stage.share !== undefined && (
                        <span
                          title={t("map.cameOn", {
                            share: format.percent(stage.share),
                            n: format.number(stage.shareOf ?? 0),
                          })}
                        >
                          {` · ${format.percent(stage.share)}`}
                        </span>
                      )}
                    </small>
                  )}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <LaneRow
            name={t("map.touchpoints")}
            icon={IconUsers}
            stages={stages}
            empty={t("map.none")}
            items={(stage) => stage.touchpoints}
          >
            {(stage, touchpoint: MapTouchpoint) => {
              const Channel = channelIcons[touchpoint.channel ?? ""] ?? IconPoint;
              return (
                <button
                  key={touchpoint.id}
                  type="button"
                  className="tl-map-item"
                  onClick={() => onOpen(stage.id, "touchpoints", touchpoint.id)}
                >
                  <Channel size={16} stroke={1.7} aria-hidden />
                  <span>{touchpoint.name}</span>
                  {touchpoint.count !== undefined && <b>{format.compact(touchpoint.count)}</b>}
                </button>
              );
            }}
          </LaneRow>
          <tr>
            <LaneHead name={t("map.emotion")} icon={IconMoodSmile} />
            <td colSpan={stages.length} className="tl-map-curve">
              <EmotionCurve
                points={stages.map((stage) => ({ id: stage.id, name: stage.name, ...stage.emotion }))}
                onOpen={(point) => onOpen(point.id, "emotion", "")}
              />
            </td>
          </tr>
          <LaneRow name={t("map.kpis")} icon={IconTarget} stages={stages} empty={t("map.none")} items={(stage) => stage.kpis}>
            {(stage, kpi: MapKpi) => (
              <button
                key={kpi.id}
                type="button"
                className="tl-map-kpi"
                data-met={kpi.met === null ? "unknown" : kpi.met}
                onClick={() => onOpen(stage.id, "kpis", kpi.id)}
              >
                <span>{kpi.name}</span>
                {kpi.value === null ? <span className="tl-map-none">{t("card.noData")}</span> : <b>{kpi.value}</b>}
                {kpi.over && <small>{kpi.over}</small>}
                <small>
                  <Target met={kpi.met} text={t("card.target", { value: kpi.target })} />
                  {kpi.n !== undefined && <span>{t("card.n", { n: format.number(kpi.n) })}</span>}
                </small>
              </button>
            )}
          </LaneRow>
          <LaneRow
            name={t("map.pains")}
            icon={IconAlertTriangle}
            stages={stages}
            empty={t("map.none")}
            items={(stage) => stage.pains}
          >
            {(stage, pain: MapPain) => (
              <button key={pain.id} type="button" className="tl-map-pain" onClick={() => onOpen(stage.id, "pains", pain.id)}>
                <span>{pain.name}</span>
                {pain.count > 0 && <b title={t("map.count", { count: pain.count })}>{format.number(pain.count)}</b>}
              </button>
            )}
          </LaneRow>
          <LaneRow name={t("map.actions")} icon={IconListCheck} stages={stages} empty="–" items={(stage) => stage.actions}>
            {(stage, action: MapAction) => (
              <button
                key={action.id}
                type="button"
                className="tl-map-action"
                onClick={() => onOpen(stage.id, "actions", action.id)}
              >
                {[action.name, action.owner, action.due && format.date(action.due), action.state].filter(Boolean).join(" · ")}
              </button>
            )}
          </LaneRow>
        </tbody>
      </table>
    </div>
  );
}

function LaneHead({ name, icon: LaneIcon }: { name: string; icon: Icon }) {
  return (
    <th scope="row">
      <span className="tl-map-lane">
        <LaneIcon size={16} stroke={1.7} aria-hidden />
        {name}
      </span>
    </th>
  );
}

function LaneRow<Item>(props: {
  name: string;
  icon: Icon;
  stages: MapStage[];
  empty: string;
  items: (stage: MapStage) => Item[];
  children: (stage: MapStage, item: Item) => ReactNode;
}) {
  return (
    <tr>
      <LaneHead name={props.name} icon={props.icon} />
      {props.stages.map((stage) => {
        const items = props.items(stage);
        return (
          <td key={stage.id}>
            <div className="tl-map-cell">
              {items.length ? (
                items.map((item) => props.children(stage, item))
              ) : (
                <span className="tl-map-none">{props.empty}</span>
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
}
