import "./board.css";
import { DragDropContext, Draggable, Droppable } from "@hello-pangea/dnd";
import { Badge, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { cspNonce } from "./csp-nonce.ts";
import { tellError } from "./toast.tsx";

export interface BoardColumn<Card> {
  id: string;
  name: string;
  /** A total or a rate, under the name. */
  note?: ReactNode;
  cards: readonly Card[];
}

/**
 * Cards in columns, moved with the mouse, the finger or the keyboard (Space, arrows, Space). The card moves at once; a
 * refused move goes back with the server's reason.
 */
export function Board<Card>(props: {
  columns: BoardColumn<Card>[];
  cardId: (card: Card) => string;
  card: (card: Card) => ReactNode;
  onMove: (card: Card, toColumn: string, index: number) => Promise<unknown>;
  /** A click or Enter on a card opens it. Cards hold no links: they are handles themselves. */
  onOpen?: (card: Card) => void;
  /** Which columns a card may go to; all by default. */
  canMove?: (card: Card, toColumn: string) => boolean;
}) {
  const t = useT();
  const [moving, setMoving] = useState<{ id: string; to: string; index: number } | null>(null);
  const [dragged, setDragged] = useState<Card | null>(null);
  const columns = moving ? moved(props.columns, props.cardId, moving) : props.columns;
  const all = props.columns.flatMap((column) => column.cards);
  const find = (id: string): Card | undefined => all.find((card) => props.cardId(card) === id);
  return (
    <DragDropContext
      nonce={cspNonce()}
      dragHandleUsageInstructions={t("board.hint")}
      onDragStart={(start) => setDragged(find(start.draggableId) ?? null)}
      onDragEnd={({ draggableId, source, destination }) => {
        setDragged(null);
        const card = find(draggableId);
        if (!card || !destination || (destination.droppableId === source.droppableId && destination.index === source.index))
          return;
        setMoving({ id: draggableId, to: destination.droppableId, index: destination.index });
        props
          .onMove(card, destination.droppableId, destination.index)
          .catch(tellError)
          .finally(() => setMoving(null));
      }}
    >
      <div className="tl-board">
        {columns.map((column) => (
          <section key={column.id} className="tl-board-column" aria-label={column.name}>
            <header>
              <Text fw={620} size="sm" component="h2">
                {column.name}
              </Text>
              <Badge color="gray">{column.cards.length}</Badge>
              {column.note && <div className="tl-board-note">{column.note}</div>}
            </header>
            <Droppable droppableId={column.id} isDropDisabled={!!dragged && props.canMove?.(dragged, column.id) === false}>
              {(drop, over) => (
                <div
                  ref={drop.innerRef}
                  {...drop.droppableProps}
                  className="tl-board-cards"
                  data-over={over.isDraggingOver || undefined}
                >
                  {column.cards.map((card, index) => (
                    <Draggable key={props.cardId(card)} draggableId={props.cardId(card)} index={index}>
                      {(drag, state) => (
                        <div
                          role="button"
                          tabIndex={0}
                          ref={drag.innerRef}
                          {...drag.draggableProps}
                          {...drag.dragHandleProps}
                          className="tl-card"
                          onClick={() => props.onOpen?.(card)}
                          onKeyDown={(event) => {
                            if (event.key === "Enter") props.onOpen?.(card);
                          }}
                          data-dragging={state.isDragging || undefined}
                        >
                          {props.card(card)}
                        </div>
                      )}
                    </Draggable>
                  ))}
                  {drop.placeholder}
                  {column.cards.length === 0 && !over.isDraggingOver && (
                    <Text size="xs" c="dimmed" ta="center" py="md">
                      {t("board.empty")}
                    </Text>
                  )}
                </div>
              )}
            </Droppable>
          </section>
        ))}
      </div>
    </DragDropContext>
  );
}

function moved<Card>(
  columns: BoardColumn<Card>[],
  cardId: (card: Card) => string,
  to: { id: string; to: string; index: number },
): BoardColumn<Card>[] {
  const card = columns.flatMap((column) => column.cards).find((one) => cardId(one) === to.id);
  if (!card) return columns;
  return columns.map((column) => {
    const cards = column.cards.filter((one) => cardId(one) !== to.id);
    return { ...column, cards: column.id === to.to ? cards.toSpliced(to.index, 0, card) : cards };
  });
}
