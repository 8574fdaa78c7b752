import "./landing.css";
import type { ReactNode } from "react";
import type { CampaignPage } from "#front-office/campaigns/contract.ts";
import type { Locale } from "../../i18n/locale.ts";
import { BenefitIcon } from "./benefit-icon.tsx";
import { landingWord } from "./landing-words.ts";
import { Thread } from "./thread.tsx";

/**
 * What a campaign promises, as its readers see it: the promise and the form side by side, then why, how, and what people
 * ask. The same page is drawn for visitors and, while it is written, for its author. `form` stands beside the promise;
 * `onAsk` leads to it from further down.
 */
export function LandingPage(props: {
  content: CampaignPage;
  locale: Locale;
  form: ReactNode;
  onAsk?: (() => void) | undefined;
  head?: ReactNode;
  foot?: ReactNode;
}) {
  const { content, locale } = props;
  const ask = props.onAsk && (
    <button type="button" className="tl-landing-ask" onClick={props.onAsk}>
      {content.action}
    </button>
  );
  return (
    <div className="tl-landing" lang={locale}>
      {props.head}
      <main id="content" tabIndex={-1}>
        <section className="tl-landing-hero">
          <Thread />
          <div className="tl-landing-wide">
            <div className="tl-landing-promise">
              {content.eyebrow && <p className="tl-landing-eyebrow">{content.eyebrow}</p>}
              {content.title && <h1>{content.title}</h1>}
              <p className="tl-landing-lead">{content.lead}</p>
              {content.price && (
                <p className="tl-landing-price">
                  <strong>{content.price}</strong>
                  {content.priceNote && <span>{content.priceNote}</span>}
                </p>
              )}
            </div>
            <div className="tl-landing-form">{props.form}</div>
          </div>
        </section>
        {content.benefits.length > 0 && (
          <section className="tl-landing-part">
            <ul className="tl-landing-benefits">
              {content.benefits.map((benefit) => (
                <li key={benefit.title}>
                  <span className="tl-landing-icon">
                    <BenefitIcon name={benefit.icon} />
                  </span>
                  {benefit.title && <h2>{benefit.title}</h2>}
                  <p>{benefit.text}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
        {content.steps.length > 0 && (
          <section className="tl-landing-part tl-landing-sunken">
            <h2>{landingWord(locale, "steps")}</h2>
            <ol className="tl-landing-steps">
              {content.steps.map((step) => (
                <li key={step}>
                  <p>{step}</p>
                </li>
              ))}
            </ol>
          </section>
        )}
        {content.questions.length > 0 && (
          <section className="tl-landing-part tl-landing-questions">
            <h2>{landingWord(locale, "questions")}</h2>
            <div>
              {content.questions.map((one) => (
                <details key={one.question}>
                  <summary>{one.question}</summary>
                  <p>{one.answer}</p>
                </details>
              ))}
            </div>
          </section>
        )}
        {ask && (
          <section className="tl-landing-last">
            <h2>{landingWord(locale, "again")}</h2>
            {ask}
          </section>
        )}
      </main>
      {props.foot}
    </div>
  );
}
