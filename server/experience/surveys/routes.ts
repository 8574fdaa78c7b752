import { bind } from "#platform/bind.ts";
import { answerSurvey, openSurvey } from "./answer-survey.ts";
import { surveysContract } from "./contract.ts";
import { changePolicy, changeSurvey, listAnswers, listSurveys } from "./queries.ts";

export const surveysRoutes = bind(surveysContract, {
  list: listSurveys,
  answers: listAnswers,
  change: changeSurvey,
  changePolicy,
  open: openSurvey,
  answer: answerSurvey,
});
