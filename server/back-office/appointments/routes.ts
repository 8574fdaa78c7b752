import { bind } from "#platform/bind.ts";
import { bookAppointment, moveAppointment } from "./book-appointment.ts";
import { completeVisit } from "./complete-visit.ts";
import { appointmentsContract } from "./contract.ts";
import { listSlots } from "./offer-slots.ts";
import { myAppointment, readProof, showAppointment, showBoard } from "./queries.ts";
import { arrive, confirmInstallation, depart, missVisit } from "./visit.ts";

export const appointmentsRoutes = bind(appointmentsContract, {
  board: showBoard,
  show: showAppointment,
  proof: readProof,
  book: bookAppointment,
  move: moveAppointment,
  slots: listSlots,
  depart,
  arrive,
  complete: completeVisit,
  miss: missVisit,
  mySlots: listSlots,
  bookMine: bookAppointment,
  moveMine: moveAppointment,
  myAppointment,
  confirmMine: confirmInstallation,
});
